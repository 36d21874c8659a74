/** Japanese: what is said beside a meeting that was made or changed. */
import type { Table } from '../types';

export const notes = {
  'unknown-time-zone':
    'Outlook のタイム ゾーンを Zoom が認識できません。ミーティングは正しい時刻に始まりますが、Zoom では UTC で表示されます。',
  'longer-than-a-day': 'Zoom ミーティングの長さは最大 1 日です。このミーティングは 24 時間に設定されました。',
  'topic-shortened': '件名が Zoom の上限である 200 文字を超えているため、トピックを短くしました。',
  'join-changed':
    'パスコードまたは参加リンクが Zoom で変更されたため、招待状と場所を新しい内容に置き換えました。',
  'location-full': '場所の欄にリンクを入れる余裕がありません。リンクは招待状にあります。',
  'already-there': 'この予定には既に Zoom ミーティングがあります。',
  'start-in-the-past': 'この予定は既に始まっています。',
  'series-yearly': 'Zoom では毎年の繰り返しを設定できないため、このミーティングには日時の指定がありません。',
  'series-endless':
    'Zoom では終了日のない繰り返しを設定できないため、このミーティングには日時の指定がありません。',
  'series-too-many':
    'Zoom で設定できる繰り返しは 50 回までのため、このミーティングには日時の指定がありません。',
  'series-too-wide':
    'Zoom ではこれほど長い間隔を設定できないため、このミーティングには日時の指定がありません。',
  'series-pattern':
    'Zoom ではこの繰り返しパターンを設定できないため、このミーティングには日時の指定がありません。',
  'series-short-months':
    'この日がない月があり、Zoom ではその月が抜けてしまうため、このミーティングには日時の指定がありません。',
  'occurrence-options-kept': 'オプションは定期的な予定の全体に適用されるため、変更されていません。',
  'series-exceptions-dropped':
    '個々の回に加えた変更が Zoom から失われました。元に戻すには、その回を開いて「更新」を押してください。',
  'series-times-kept':
    'この Outlook では予定の繰り返し方がわからないため、Zoom に登録された日時は変更されていません。',
  'recurrence-unknown':
    'この Outlook では、予定が繰り返されるかどうかがわかりません。ミーティングは表示されている日時だけのものです。',
  'invitation-left':
    '本文を書き換えると画像が失われるおそれがあるため、招待状とそのリンクは本文に残っています。リンクはもう使えません。招待状を手動で削除してください。',
  'invitation-left-here':
    '本文を書き換えると画像が失われるおそれがあるため、招待状とそのリンクは本文に残っています。ここで使わない場合は、招待状を手動で削除してください。',
  'invitation-on-top':
    '新しい招待状を本文の先頭に追加しました。下にある古い招待状の内容は最新ではないため、手動で削除してください。本文を書き換えると画像が失われるおそれがあるため、置き換えていません。',
} satisfies Table<'notes', 'ja'>;
