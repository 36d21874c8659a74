/** Japanese: the settings of an account or a group, and their locks. */
import type { AdminTable } from '../../types';

export const settings = {
  sections: {
    calendar: 'カレンダーと連絡先',
    others: 'ほかの人の代理でのスケジュール',
    meetings: '新しいミーティングの既定値',
  },
  meetingsHint: '新しいミーティングはこの設定で始まります。ロックした項目は、メンバーが変更できません。',
  glance: {
    title: 'メンバーの状態',
    automatic: '自動で連携',
    none: '連携なし',
    connect: '{services} に接続',
    choose: '選択: {services}',
  },
  search: {
    label: '設定を検索',
    found_other: '{count} 件の設定が見つかりました',
    none: '該当する設定がありません。別の言葉で試してください。',
    clear: 'すべての設定を表示',
  },
  names: {
    integration: 'カレンダーと連絡先を連携する',
    providers: 'メンバーが選べるサービス',
    mapi: 'Zoom デスクトップ クライアントとの連携に MAPI を使用する (Windows のみ)',
    forcedProvider: '全員のサービス',
    permissions: 'サービスに許可すること',
    exchange: 'Exchange サーバー',
    scheduleForOthers: '許可した人の代理でのスケジュールをメンバーに認める',
    meeting: '新しいミーティングの既定値',
  },
  hints: {
    integration: 'オフ: 誰のカレンダーも連携されません。',
    providers: 'MAPI がオンのときは、MAPI が Exchange の代わりになります。',
    mapi: 'ロックすると、全メンバーが自動的に設定され、Windows のメンバーだけが連携を使えます。ロックしないと、Mac のメンバーは Office 365 または Google を使えます。新しい Outlook for Windows には MAPI がありません。',
    forcedProvider: 'メンバーはこのサービスだけを接続します。',
    permissions: 'ロックすると、メンバーは自分で選べません。',
    exchange: 'メンバーが Exchange を接続するときに、あらかじめ入力されます。',
    scheduleForOthers: 'オフ: 作業ウィンドウに、ほかの人の代理でスケジュールする項目が表示されません。',
  },
  providers: {
    mapi: 'このコンピューターの Outlook (MAPI)',
    exchange: 'Exchange',
    office365: 'Office 365',
    google: 'Google',
  },
  membersChoose: 'メンバーが選ぶ',
  permissions: {
    calendar: 'カレンダー',
    contacts: '連絡先',
    none: 'なし',
    read: '読み取り',
    'read-write': '読み取りと書き込み',
  },
  exchange: {
    version: 'Exchange のバージョン',
    anyVersion: '指定なし',
    versions: {
      '2010_SP2': '2010 SP2',
      '2013': '2013',
      '2013_SP1': '2013 SP1',
      '2016': '2016',
      '2019': '2019',
      SE: 'サブスクリプション エディション',
    },
    url: 'EWS の URL',
  },
  options: {
    passcode: 'すべてのミーティングにパスコードを付ける',
    personalId: 'ホストのパーソナル ミーティング ID を使用',
    hostVideo: 'ホストのビデオをオンにして開始',
  },
  recordLocally: 'ホストのコンピューター',
  notSaid: 'Zoom の設定に従う',
  on: 'オン',
  off: 'オフ',
  lock: {
    name: 'ロック: {setting}',
    lock: 'ロックする',
    unlock: 'ロックを解除',
    locked: 'ロック済み',
    by: '{name} が {when} にロックしました',
    willBe: '保存するとロックされます',
    willNotBe: '保存するとロックが解除されます',
    byAccount: 'アカウント全体でロックされています',
  },
  changed: '未保存',
  faults: {
    'ews-url':
      'https://mail.example.com/EWS/Exchange.asmx のように、ユーザー名を含まない完全なアドレスを入力してください。',
    'mapi-locked-and-forced':
      'MAPI がオンでロックされているため、ほかのサービスを全員のものにはできません。「メンバーが選ぶ」を選ぶか、MAPI のロックを解除してください。',
  },
  layer: {
    asAccount: 'アカウントと同じ',
    own: '独自の値',
    choice: 'グループに適用されるもの',
    accountHas: 'アカウントの設定: {value}',
  },
  lastSaved: '最終保存: {name}、{when}',
  neverSaved: 'まだ何も保存されていません。これは製品の初期設定です。',
} satisfies AdminTable<'settings', 'ja'>;
