/** Japanese: the ribbon’s bar above the item, which shows 150 characters at most. */
import type { Table } from '../types';

export const ribbon = {
  signingIn: '開いたウィンドウで Zoom にサインインしてください。その後、自動的に続行します。',
  adding: 'Zoom ミーティングを追加しています…',
  removing: 'Zoom ミーティングを削除しています…',
  added: 'Zoom ミーティングを追加しました。',
  alreadyThere: 'この予定には既に Zoom ミーティングがあります。',
  removed: 'Zoom ミーティングを削除しました。',
  removedHere: 'Zoom ミーティングをこの予定から外しました。ミーティングは Zoom に残ります。',
  removedOccurrence: 'この回は Zoom で取り消されました。ほかの回はそのまま残ります。',
  steps: {
    creating: 'Zoom がミーティングを作成しています…',
    changing: 'Zoom がミーティングを変更しています…',
    removing: 'Zoom がミーティングを削除しています…',
    writing: '予定に書き込んでいます…',
  },
  halfDone:
    'ミーティングを予定に完全には追加できませんでした。Outlook で{action}ができませんでした。もう一度「Zoom ミーティングを追加」を押して完了してください。',
  notes: {
    'unknown-time-zone': 'Zoom がタイム ゾーンを認識できないため、UTC で表示されます。',
    'longer-than-a-day': 'Zoom ミーティングの長さは最大 1 日です。',
    'topic-shortened': 'トピックを短くしました。',
    'join-changed': 'Zoom で変更されたパスコードまたはリンクに置き換えました。',
    'location-full': '場所の欄に参加リンクを入れる余裕がありませんでした。',
    'start-in-the-past': '予定は既に始まっています。',
    'series-yearly': '日時の指定はありません。Zoom では毎年の繰り返しを設定できません。',
    'series-endless': '日時の指定はありません。Zoom では終了日のない繰り返しを設定できません。',
    'series-too-many': '日時の指定はありません。Zoom で設定できる繰り返しは 50 回までです。',
    'series-too-wide': '日時の指定はありません。Zoom には間隔が長すぎます。',
    'series-pattern': '日時の指定はありません。Zoom ではこの繰り返しパターンを設定できません。',
    'series-short-months': '日時の指定はありません。この日がない月があります。',
    'occurrence-options-kept': '定期的な予定のオプションは変更されていません。',
    'series-exceptions-dropped': '個々の回に加えた変更が Zoom から失われました。',
    'series-times-kept': '定期的な予定の日時は変更されていません。',
    'recurrence-unknown': 'この日時だけのミーティングです。この Outlook では繰り返しの有無がわかりません。',
    'invitation-left':
      '画像を残すため、使えないリンクの付いた招待状が本文に残っています。手動で削除してください。',
    'invitation-left-here': '招待状が本文に残っています。手動で削除してください。',
    'invitation-on-top':
      '新しい招待状は先頭にあります。画像を残すため古い招待状も残っています。手動で削除してください。',
  },
} satisfies Table<'ribbon', 'ja'>;
