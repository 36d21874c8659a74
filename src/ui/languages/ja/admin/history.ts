/** Japanese: the history of changes. */
import type { AdminTable } from '../../types';

export const history = {
  title: '履歴',
  text: 'すべての変更を新しい順に示します。削除されることはありません。',
  empty: 'まだ何も変更されていません。',
  list: '変更',
  line: '{name}、{when}',
  actions: {
    saved: '設定を保存',
    undone: '変更を取り消し',
    imported: 'ファイルをインポート',
    created: 'グループを作成',
    deleted: 'グループを削除',
    ordered: 'グループの順序を変更',
    people: 'メンバーのリストを変更',
    connected: 'サービスを接続',
    disconnected: 'サービスを切断',
  },
  scopes: { account: 'アカウント', group: 'グループ {name}', member: 'メンバー {name}' },
  what: {
    members: 'メンバー',
    name: '名前',
    order: 'グループの順序',
    group: 'グループ',
    people: 'メンバーのリスト',
    choice: 'サービス',
  },
  inGroup: '{group}：{setting}',
  from: '変更前',
  to: '変更後',
  setting: '設定',
  undo: '元に戻す',
  undoOf: '元に戻す: {what}、{when}',
  undone: '元に戻しました。',
  more: '以前の変更を表示',
  request: '要求 {id}',
} satisfies AdminTable<'history', 'ja'>;
