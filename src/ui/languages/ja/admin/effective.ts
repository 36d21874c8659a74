/** Japanese: the effective policy of a member. */
import type { AdminTable } from '../../types';

export const effective = {
  title: 'メンバーとして表示',
  text: 'あるメンバーにある場所で何が適用されるか、誰がなぜ決めたか。',
  who: 'メンバーを選ぶ',
  see: 'この人として表示',
  where: '使う場所',
  platforms: {
    'windows-classic': '従来の Outlook for Windows',
    'windows-new': '新しい Outlook for Windows',
    mac: 'Mac 版',
    web: 'Web ブラウザー',
    mobile: 'モバイル',
  },
  seenOn: '確認された場所: {platforms}',
  neverSeen: 'Outlook で確認されたことがありません',
  inGroups: '所属グループ: {groups}',
  holds: '{name} に適用されるもの',
  service: 'カレンダーと連絡先のサービス',
  states: {
    automatic: 'Zoom Windows アプリケーションにカレンダーが自動的に連携されます。',
    connected: '{service} が接続されています。',
    connect: 'メンバーが {service} を接続する必要があります。',
    choose: 'メンバーが選べるもの: {services}。',
    none: '連携なし。',
  },
  reasons: {
    'integration-off': 'カレンダーと連絡先の連携がオフです。',
    'mapi-locked': 'MAPI がオンで、ロックされています。',
    'mapi-locked-elsewhere': 'MAPI がオンでロックされていますが、MAPI は Windows 専用です。',
    'mapi-locked-new-outlook':
      'MAPI がオンでロックされていますが、新しい Outlook for Windows には MAPI がありません。従来の Outlook にはあります。',
    'provider-forced': 'このサービスは全員用に選ばれています。',
    'member-chose': 'メンバーが接続しました。',
    'nothing-chosen': 'メンバーはまだ何も接続していません。',
    'force-not-allowed':
      '全員用に選ばれたサービスは、ロックされている許可済みのサービスに含まれないため、無効です。メンバーはまだ何も接続していません。',
    'choice-no-longer-allowed': 'メンバーが接続していたものは、許可されなくなりました。',
    'choice-not-here': 'メンバーが接続したものは、ここでは使えません。',
    'nothing-allowed': '許可されたサービスがありません。',
    'nothing-allowed-here': '許可されたサービスは、どれもここでは使えません。',
  },
  levels: {
    product: '製品の初期設定',
    account: 'アカウントが設定',
    group: 'グループ {group} が設定',
    member: 'メンバーが選択',
    platform: 'この場所でできることによる',
  },
  lockedLevels: {
    account: 'アカウントが設定してロック',
    group: 'グループ {group} が設定してロック',
  },
  nobodyChosen: 'メンバーを選ぶと、適用されるものが表示されます。',
  meetingNothing: 'なし: メンバーの Zoom の設定が適用されます。',
} satisfies AdminTable<'effective', 'ja'>;
