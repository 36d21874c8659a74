/** Japanese: the frame of the account settings page. */
import type { AdminTable } from '../../types';

export const page = {
  title: 'アカウント設定',
  places: {
    management: 'アカウント管理',
    settings: 'アカウント設定',
    meeting: 'ミーティング',
    groups: 'グループ',
    'see-as': 'メンバーとして表示',
    people: 'メンバー',
    history: '履歴',
    files: 'インポートとエクスポート',
  },
  trail: '現在の場所',
  navigation: 'アカウント設定',
  skip: '本文へ移動',
  loading: '読み込んでいます…',
  signIn: {
    title: '管理者としてサインイン',
    text: 'ここでは、Zoom アカウントの管理者または所有者が、メンバーの使うカレンダーと連絡先のサービスを決めます。',
    action: 'Zoom でサインイン',
    expired: 'セッションが終了しました。もう一度サインインしてください。保存していない変更は元に戻ります。',
    out: 'サインアウトしました。',
  },
  signOut: 'サインアウト',
  notAdmin: {
    title: '管理者専用',
    text: '{name} としてサインインしていますが、この Zoom アカウントの管理者ではありません。管理者または所有者に依頼するか、別の人としてサインインしてください。',
    other: '別の人としてサインイン',
  },
  offline: {
    title: '接続がありません',
    text: '接続が戻りしだい、設定が表示されます。',
    bar: '現在、接続がありません。変更した内容は、保存するまでここに残ります。',
  },
  failed: 'うまくいきませんでした',
  retry: '再試行',
  close: '閉じる',
  back: 'すべてのグループに戻る',
  roles: { member: 'メンバー', admin: '管理者', owner: '所有者' },
  live: {
    on: 'ほかの人の変更は自動的に表示されます。',
    off: 'ほかの人の変更は、再読み込みすると表示されます。',
  },
  unknownPerson: 'ほかの人',
} satisfies AdminTable<'page', 'ja'>;
