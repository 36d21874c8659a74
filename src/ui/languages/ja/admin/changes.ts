/** Japanese: what saving would do, what others changed, and the bar of what is not saved. */
import type { AdminTable } from '../../types';

export const changes = {
  unsaved: {
    region: '保存していない変更',
    count_other: '{count} 件の変更が保存されていません',
    save: '保存',
    saving: '保存しています…',
    discard: '破棄',
    asking: '影響を調べています…',
    unknown: '現在、影響を調べられません。それでも保存できます。',
  },
  said: {
    saved: '保存しました。',
    discarded: '破棄しました。すべて保存時の状態です。',
    'decide-first': 'ほかの人も変更した設定について、どちらを有効にするかを先に決めてください。',
    'correct-first': '印の付いた項目を先に修正してください。',
    'came-in': 'ほかの人が設定を保存しました。ページに反映されています。',
  },
  impact: {
    configured_other: 'Windows のメンバー {count} 人が自動的に設定されます',
    losingOnMacOrMobile_other: 'Mac またはモバイルのみの {count} 人が連携を使えなくなります',
    losing_other: 'ほかのメンバー {count} 人が連携を使えなくなります',
    gaining_other: 'メンバー {count} 人がカレンダーを連携できるようになります',
    reconnecting_other: 'メンバー {count} 人が別のサービスを接続する必要があります',
    nobody: '連携が変わるメンバーはいません。',
    unseen_other: 'メンバー {count} 人は Outlook で一度も確認されていないため、影響はわかりません。',
    advice:
      'メンバーの {share} が、MAPI の対応していない Mac またはモバイル デバイスを使っています。その場合、カレンダー連携に MAPI を使うことはお勧めしません。',
  },
  conflict: {
    title: 'ほかの人が同じ設定を変更しました',
    by: '{name} が「{setting}」を変更しました ({when})',
    theirs: '相手の変更: {value}',
    mine: '自分の変更: {value}',
    keepMine: '自分の変更を残す',
    takeTheirs: '相手の変更を使う',
    keepMineOf: '自分の変更を残す: {setting}',
    takeTheirsOf: '相手の変更を使う: {setting}',
  },
  news: '{name} がたった今保存しました: {settings}。',
  value: {
    nothing: '未設定',
    locked: '{value} (ロック)',
    nobody: 'なし',
    permissions: 'カレンダー: {calendar}、連絡先: {contacts}',
    noService: 'サービスなし',
    joined: '追加: {names}',
    left: '削除: {names}',
    more_other: 'ほか {count} 人',
  },
} satisfies AdminTable<'changes', 'ja'>;
