/** Japanese: the pane itself: signing in, what every screen has, what this Outlook cannot do, settings. */
import type { Table } from '../types';

export const pane = {
  product: 'Zoom ミーティング',
  loading: 'この予定を確認しています',
  outside: 'このページは Outlook の中で使うものです。予定のリボンから開いてください。',
  dialog: {
    title: 'Zoom にサインイン',
    done: '完了しました。このウィンドウを閉じてかまいません。',
    outside: 'Outlook に戻り、そこからサインインしてください。',
  },
  signedOut: {
    title: 'Outlook で Zoom ミーティング',
    what: 'ボタン 1 つで、この予定に Zoom ミーティングを追加できます。招待状、リンク、日時は Zoom と一致した状態に保たれます。',
    action: 'Zoom にサインイン',
    busy: 'Zoom のウィンドウを待っています…',
    hint: 'Zoom のウィンドウが開きます。パスワードが Zoom の外に渡ることはありません。',
  },
  expired: {
    title: 'もう一度サインインしてください',
    what: 'セッションが終了しました。サインインすると続きから再開できます。失われたものはありません。',
  },
  offline: {
    title: 'オフラインです',
    what: '接続が回復すると、自動的に再開します。',
  },
  failed: '処理できませんでした',
  noAppointment: {
    title: '予定を開いてください',
    what: 'Zoom ミーティングは予定に追加できます。予定表で予定を開くか、新しく作成してください。',
  },
  unsupported: {
    title: 'この Outlook には対応していません',
    what: 'Zoom ミーティングには Mailbox 1.4 以降に対応した Outlook が必要です。Outlook を更新するか、この予定を Outlook on the web で開いてください。',
  },
  reading: {
    title: 'Zoom ミーティング',
    none: 'Zoom ミーティングなし',
    noneWhat: 'この予定に Zoom ミーティングはありません。',
    readOnly: 'この予定はここでは変更できません',
    readOnlyWhat:
      'Outlook はこの予定を読み取り専用で表示しています。送られてきた予定か、書き込みの権限がない予定表の予定です。Zoom ミーティングを追加または変更するには、予定を編集用に開いてください。',
  },
  missing: {
    recurrence:
      'この Outlook では、予定が繰り返されるかどうかがわかりません。ミーティングは表示されている日時で作成されます。',
    shared:
      'この Outlook では、アドインがサインインの状態を保存できません。ウィンドウごとにサインインが必要です。',
  },
  actions: {
    update: '更新',
    updateZoom: 'Zoom を更新',
    updating: '更新しています…',
    takeOver: 'Zoom の内容を反映',
    takingOver: '反映しています…',
    remove: '削除',
    removing: '削除しています…',
    undo: '元に戻す',
    undoing: '元に戻しています…',
    repair: '修復',
    repairing: '修復しています…',
    change: 'オプションを変更',
    close: '閉じる',
    back: '戻る',
    retry: '再試行',
  },
  foot: {
    signedInAs: 'サインイン中:',
    signOut: 'サインアウト',
    settings: '設定',
    profile: 'プロフィール',
  },
  settings: {
    title: '設定',
    byItself: '予定が変わったらミーティングを自動的に更新する',
    byItselfHint: '変更が終わると、Zoom と招待状も更新されます。オフの場合は、そのつど確認します。',
    usual: 'いつもの設定',
    usualNone: '保存されていません。新しいミーティングには Zoom の設定が使われます。',
    usualSome_other: '新しいミーティング用に {count} 件の設定が保存されています。',
    forget: 'いつもの設定を消去',
    language: '招待状の言語',
    followsOutlook: 'Outlook と同じ ({language})',
  },
} satisfies Table<'pane', 'ja'>;
