/** Japanese: the pane's calendar and contact integration. */
import type { IntegrationTable } from '../types';

export const integration = {
  section: {
    title: 'カレンダーと連絡先の連携',
    connect: 'カレンダーと連絡先のサービスに接続',
    other: '別のサービスを選ぶ',
    changePermissions: '権限を変更',
    disconnect: '切断',
    disconnecting: '切断しています…',
    decidedBy: '決めた人',
    mayChoose: '選べるサービス',
    stale: '現在接続がありません。その間に管理者が変更した内容は、まだここに表示されていません。',
  },
  headline: {
    'integration-off': 'カレンダーと連絡先の連携はオフです。',
    'mapi-locked': 'お使いの Zoom Windows アプリケーションにカレンダーが自動的に連携されています。',
    'mapi-locked-elsewhere': 'カレンダーの連携は Windows 専用です。',
    'mapi-locked-new-outlook': '新しい Outlook for Windows ではカレンダーの連携を使えません。',
    'forced-connected': '{service} が接続されています。',
    'forced-connect': '{service} はまだ接続されていません。',
    'member-chose': '{service} が接続されています。',
    'nothing-chosen': 'カレンダーと連絡先のサービスは接続されていません。',
    'force-not-allowed': 'カレンダーと連絡先のサービスは接続されていません。',
    'choice-no-longer-allowed': '接続していたサービスは、許可されなくなりました。',
    'choice-not-here': '接続したサービスは、ここでは使えません。',
    'nothing-allowed': '接続できるサービスがありません。',
    'nothing-allowed-here': 'ここで接続できるサービスがありません。',
  },
  why: {
    'integration-off': 'Zoom はカレンダーと連絡先を使いません。',
    'mapi-locked': 'Zoom はこのコンピューターの Outlook (MAPI) を使います。何も接続する必要はありません。',
    'mapi-locked-elsewhere':
      '管理者の設定により、全員が Windows コンピューターの Outlook (MAPI) を使うことになっています。',
    'mapi-locked-new-outlook':
      '管理者の設定により、全員が Windows コンピューターの Outlook (MAPI) を使うことになっています。',
    'forced-connected': '管理者の設定により、特定のサービスを使うことになっています。',
    'forced-connect': '管理者の設定により、特定のサービスを使うことになっています。',
    'member-chose': 'ご自分で選んだサービスです。',
    'nothing-chosen': '接続するまで、Zoom はカレンダーと連絡先を使いません。',
    'force-not-allowed':
      '接続するまで、Zoom はカレンダーと連絡先を使いません。指定されたサービスをアカウントが許可していないため、ご自分で選べます。',
    'choice-no-longer-allowed': '使えるサービスを管理者が変更しました。',
    'choice-not-here':
      'Windows コンピューターの Outlook (MAPI) が選ばれていて、そちらでは接続されたままです。',
    'nothing-allowed': '管理者が許可しているサービスがありません。',
    'nothing-allowed-here': '管理者が許可しているのは、Windows コンピューターの Outlook (MAPI) だけです。',
  },
  place: {
    'windows-classic': '従来の Outlook for Windows には MAPI があります。',
    'windows-new': '新しい Outlook for Windows には MAPI がありません。',
    mac: 'Mac には MAPI がありません。',
    web: 'Web 版の Outlook には MAPI がありません。',
    mobile: 'スマートフォンとタブレットには MAPI がありません。',
  },
  next: {
    'integration-off':
      'ここで予定に Zoom ミーティングを追加することはできます。カレンダーの連携が必要な場合は、Zoom の管理者に依頼してください。',
    'mapi-locked':
      '同期は、このコンピューターの Zoom ブリッジが行います。ブリッジが動いていない間は、何も同期されません。',
    'mapi-locked-elsewhere':
      'カレンダーが自動的に連携される、Windows コンピューターの従来の Outlook を使うか、別のサービスを選べるように Zoom の管理者に依頼してください。',
    'mapi-locked-new-outlook':
      'カレンダーが自動的に連携される、このコンピューターの従来の Outlook を使うか、別のサービスを選べるように Zoom の管理者に依頼してください。',
    'forced-connected': '別のサービスが必要な場合は、Zoom の管理者に依頼してください。',
    'forced-connect': '使うには接続してください。',
    'member-chose': 'いつでも別のサービスを選んだり、切断したりできます。',
    'nothing-chosen': 'いつでも接続できます。',
    'force-not-allowed': '許可されているものを接続してください。',
    'choice-no-longer-allowed': '現在許可されているものから選んでください。',
    'choice-not-here': 'ここで選んだものが、すべての場所でその代わりになります。',
    'nothing-allowed': 'どのサービスを使えるか、Zoom の管理者に問い合わせてください。',
    'nothing-allowed-here':
      'Windows コンピューターの従来の Outlook を使うか、別のサービスを許可するように Zoom の管理者に依頼してください。',
  },
  who: {
    product: 'アカウントではまだ誰も設定していません。Zoom の管理者が設定できます。',
    account: 'アカウントが設定しました。Zoom の管理者が変更できます。',
    accountLocked: 'アカウントが設定してロックしました。変更できるのは Zoom の管理者だけです。',
    group: 'グループ {group} 用に設定されました。Zoom の管理者が変更できます。',
    groupLocked: 'グループ {group} 用に設定されてロックされました。変更できるのは Zoom の管理者だけです。',
    member: 'あなたです。いつでも変更できます。',
    platform: 'ここで使っている Outlook によります。',
  },
  forced: {
    both: '管理者の設定により、特定のサービスを使うことになっていて、カレンダーと連絡先の権限は選べません。詳しくは Zoom の管理者に問い合わせてください。',
    service:
      '管理者の設定により、特定のサービスを使うことになっています。詳しくは Zoom の管理者に問い合わせてください。',
    permissions:
      '管理者の設定により、カレンダーと連絡先の権限は選べません。詳しくは Zoom の管理者に問い合わせてください。',
  },
  providers: {
    mapi: 'Exchange',
    exchange: 'Exchange',
    office365: 'Office 365',
    google: 'Google',
  },
  permissions: {
    calendar: 'カレンダー',
    contacts: '連絡先',
    none: 'なし',
    read: '読み取り',
    'read-write': '読み取りと書き込み',
  },
  does: {
    mapi: 'このコンピューターの Outlook (MAPI) を使います。選択は保存されていて、このコンピューターの Zoom ブリッジがそれに従って、間にカレンダーを見るサーバーを置かずに Zoom と Outlook を同期します。ブリッジが動いていない間は、何も同期されません。',
    later: '選択は保存されていますが、このバージョンはまだ {service} と同期できません。',
    notYet: 'このバージョンはまだ {service} に接続できません。',
    noneYet: 'このバージョンは、まだこれらのサービスのどれにも接続できません。',
  },
  disconnecting: {
    title: '{service} を切断しますか?',
    what: 'Zoom は同期しなくなります。予定と Zoom ミーティングはそのまま残り、あとでもう一度接続できます。',
    whatForced:
      'もう一度接続するまで、Zoom は同期しなくなります。予定と Zoom ミーティングはそのまま残ります。',
  },
  news: {
    changed: '管理者がたった今変更しました。',
    connected: '{service} を接続しました。',
    disconnected: 'サービスを切断しました。',
    permissions: '権限を変更しました。',
    refused: 'その間に管理者が設定を変更したため、接続されませんでした。',
  },
  wizard: {
    choose: 'サービスを選ぶ',
    chooseWhat: 'カレンダーと連絡先はどこにありますか?',
    usesOutlook: 'このコンピューターの Outlook (MAPI) を使います。',
    notYet: 'このバージョンではまだ接続できません。',
    notHere: '管理者は、このサービスをここでは許可していません。',
    exchangeNotHere:
      'ここでは選べません。アカウントが MAPI を使っている場合、Exchange は従来の Outlook for Windows でだけ使えます。そうでない場合は、管理者が許可していません。',
    another: '管理者の設定により、別のサービスを使うことになっています。',
    notYetTitle: '{service} は今後対応します',
    notYetWhat:
      '{service} の使用は許可されていますが、このバージョンではまだ接続できません。何も変更されていません。新しいバージョンがいつ使えるようになるかは、Zoom の管理者に問い合わせてください。',
    prepared: '管理者がすでに入力した内容:',
    version: 'Exchange のバージョン',
    url: 'EWS の URL',
    permissions: '{service} の権限',
    permissionsWhat: 'Zoom にカレンダーと連絡先の何を許可しますか?',
    next: '次へ',
    done: '完了',
    connecting: '接続しています…',
  },
  versions: {
    '2010_SP2': '2010 SP2',
    '2013': '2013',
    '2013_SP1': '2013 SP1',
    '2016': '2016',
    '2019': '2019',
    SE: 'サブスクリプション エディション',
  },
} satisfies IntegrationTable<'ja'>;
