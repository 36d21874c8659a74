/** Japanese: the form of meeting options. */
import type { Table } from '../types';

export const options = {
  about: {
    join: '参加できる人',
    sound: '音声とビデオ',
    people: 'メンバー',
    more: 'その他',
  },
  locked: {
    policy: '管理者によって設定されています',
    zoom: 'Zoom のアカウント設定で決められています',
  },
  on: 'オン',
  off: 'オフ',
  keep: 'いつもの設定として保存',
  keepHint: 'お使いのすべての Outlook で、新しいミーティングの初期設定になります。',
  reset: 'いつもの設定に戻す',
  resetToDefaults: '既定の設定に戻す',
  topic: {
    label: 'トピック',
    follows: '予定の件名に合わせます。',
    own: 'もう一度件名に合わせる',
    empty: 'Zoom ミーティング',
  },
  passcode: {
    label: 'パスコード',
    left: {
      made: '空欄にすると Zoom が作成します。',
      unmade: '空欄にすると、パスコードなしになります。',
      kept: '空欄にすると現在のままになります。',
      none: 'リンクを知っている人は誰でも参加できます。',
    },
    none: 'パスコードなし',
    wrong: '10 文字以内の英数字または @ - _ * で入力してください',
    always: '常に必要です。{reason}。',
  },
  personalId: {
    label: 'パーソナル ミーティング ID を使用',
    hint: '{id} を知っている人は誰でも参加できます。パスコードと待機室はパーソナル ミーティング ルームのものになります。',
  },
  waitingRoom: { label: '待機室', hint: '参加者を 1 人ずつ入室させます。' },
  joinBeforeHost: {
    label: 'ホストより前の参加を許可',
    waiting: '待機室がオンの間は、参加者は待機室で待ちます。',
  },
  signedInOnly: { label: 'Zoom にサインインしている人のみ' },
  hostVideo: { label: '自分のビデオをオンにして開始' },
  participantVideo: { label: '参加者のビデオをオンにして開始' },
  audio: {
    label: '音声',
    values: { telephone: '電話', computer: 'コンピューター', both: '電話とコンピューター' },
  },
  muteOnEntry: { label: '入室時に参加者をミュート' },
  recording: {
    label: '自動レコーディング',
    values: {
      none: 'レコーディングしない',
      local: '自分のコンピューター',
      cloud: 'クラウド',
    },
  },
  alternativeHosts: {
    label: '代替ホスト',
    hint: 'ミーティングを開始できる、組織内のメンバーです。',
    placeholder: '名前またはアドレス',
    wrong: '{address} はメール アドレスではありません。',
    remove: '{address} を削除',
    add: '{address} を追加',
    chosen: '選択した代替ホスト',
  },
  scheduleFor: {
    label: 'スケジュールの対象者',
    myself: '自分',
    hint: 'その人のミーティングになります。',
  },
  template: { label: 'テンプレート', none: 'テンプレートなし' },
  language: { label: '招待状の言語', follows: 'Outlook と同じ ({language})' },
} satisfies Table<'options', 'ja'>;
