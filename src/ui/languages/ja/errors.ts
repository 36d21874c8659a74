/** Japanese: errors, and what Outlook could not do. */
import type { ErrorWords, HostActionWords } from '../types';

export const errors = {
  'end-before-start': '予定の終了が開始より前になっています。日時を修正してから、もう一度お試しください。',
  'appointment-over': 'この予定は既に終わっています。これからの日時を選んでから、もう一度お試しください。',
  'body-too-long':
    'この予定の本文が長すぎるため、Outlook に招待状を追加できません。約 {excess} 文字短くしてから、もう一度お試しください。',
  'no-meeting': 'この予定に Zoom ミーティングはありません。',
  'occurrence-gone':
    'Zoom にこの回がありません。Zoom で取り消されたか、定期的な予定が変更されています。定期的な予定の全体を開いて「更新」を押してください。',
  'occurrence-moved':
    'どの回がここに移動されたかは Outlook からはわかりません。Zoom の「設定」ウィンドウを開いて選択してください。',
  'occurrence-only':
    'これは定期的な予定のうちの 1 回です。この操作は、定期的な予定の全体を開いて行ってください。',
  'meeting-without-time':
    'このミーティングには Zoom で日時が指定されていませんが、予定には必ず日時があります。この予定の日時を設定するには、「更新」を押してください。',
  'alternative-host-refused':
    'Zoom は次の人を代替ホストとして受け付けません: {people}。組織内のライセンスがある Zoom アカウントが必要です。削除してから、もう一度お試しください。',
  'schedule-for-refused':
    '{person} の代わりにスケジュールする権限がありません。Zoom の設定でスケジュール権限を付与するよう、本人に依頼してください。',
  'option-locked':
    '管理者がこのオプションをロックしています: {option}。そのままにするか、管理者にロックの解除を依頼してください。',
  'meeting-of-another':
    'このミーティングはここでは変更できません。別の人のものか、Zoom にもうないかのどちらかです。ホストに確認してください。',
  'shared-meeting':
    'この予定はコピーです。Zoom の「設定」ウィンドウを開き、専用のミーティングを作成するか、このミーティングを意図的に共有してください。',
  'perhaps-copy':
    'この予定は移動されたか、別の予定のミーティングが付いたコピーです。Zoom の「設定」ウィンドウを開いて削除してください。',
  'signed-out': '続行するには Zoom にサインインしてください。',
  'session-expired':
    'セッションが終了しました。もう一度 Zoom にサインインしてください。失われたものはありません。',
  'sign-in-cancelled': 'サインインが完了しませんでした。準備ができたら、もう一度お試しください。',
  'sign-in-refused':
    'Zoom がこのサインインを許可しませんでした: {reason}。アプリが承認されているかどうか、Zoom の管理者に確認してください。',
  'sign-in-expired': 'サインインに時間がかかりすぎました。最初からやり直してください。',
  'popup-blocked':
    'ブラウザーがサインイン ウィンドウをブロックしました。このページのポップアップを許可するか、Zoom の「設定」ウィンドウを開いてサインインしてください。',
  'zoom-consent-lost': 'Zoom がこのサインインを取り消しました。もう一度 Zoom にサインインしてください。',
  'microsoft-off':
    'Microsoft でのサインインは、ここでは設定されていません。代わりに Zoom にサインインしてください。',
  'microsoft-refused':
    'Microsoft でのサインインを受け付けられませんでした。もう一度 Microsoft でサインインしてください。解決しない場合は、代わりに Zoom にサインインしてください。',
  'microsoft-elsewhere':
    'この Microsoft アカウントの組織は、ここでは設定されていません。職場のアカウントを選択するか、Zoom にサインインしてください。',
  'microsoft-unreachable':
    '現在 Microsoft が応答していません。もう一度お試しいただくか、代わりに Zoom にサインインしてください。',
  'microsoft-not-tied':
    'この Microsoft アカウントは、まだ Zoom アカウントに接続されていません。一度 Zoom にサインインしてから、設定で接続してください。',
  'microsoft-taken':
    'この Microsoft アカウントは、すでに別の Zoom アカウントに接続されています。先にそちらで切断するか、別の Microsoft アカウントを選択してください。',
  'microsoft-cancelled':
    'Microsoft でのサインインが完了しませんでした。準備ができたら、もう一度お試しください。',
  'microsoft-not-allowed':
    'Microsoft がこのサインインを許可しませんでした: {reason}。アプリが承認されているかどうか、Microsoft の管理者に確認してください。',
  'meeting-gone': 'このミーティングは Zoom にもうありません。',
  'zoom-refused': 'Zoom が受け付けませんでした: {reason}',
  'zoom-forbidden': 'お使いのアカウントでは Zoom がこの操作を許可していません: {reason}',
  'zoom-busy': '現在 Zoom が要求を制限しています。{seconds} 秒待ってから、もう一度お試しください。',
  'zoom-daily-limit': 'Zoom の本日の上限に達しました: {reason}',
  'zoom-unavailable': '現在 Zoom が応答していません。何も変更されていません。もう一度お試しください。',
  'zoom-outcome-unknown':
    'Zoom から完了の返答がありませんでした。もう一度お試しください。ミーティングが二重に作成されることはありません。',
  offline: 'Outlook 用の Zoom サービスに接続できません。ネットワークを確認してから、もう一度お試しください。',
  'backend-unavailable': '現在 Outlook 用の Zoom サービスが応答していません。もう一度お試しください。',
  'invalid-request': '要求を理解できませんでした: {reason}',
  'not-found': 'このアドレスには何もありません。',
  'too-many-requests': '要求が多すぎます。{seconds} 秒待ってから、もう一度お試しください。',
  internal:
    'サービス側で問題が発生しました。もう一度お試しください。解決しない場合は、管理者にこの番号を伝えてください: {requestId}',
  'admin-only': 'この操作は、Zoom アカウントの管理者または所有者のみが行えます。いずれかに依頼してください。',
  'own-role-lost':
    '何も変更されていません。この操作を行うと、あなたは管理者ではなくなります。リストでご自身を管理者に指定するか、Zoom の所有者または管理者に操作を依頼してください。',
  'changed-meanwhile':
    'その間に別の人がほかの設定を保存しました。変更内容を確認してから、もう一度保存してください。',
  'version-missing':
    '何も変更されていません。変更するバージョンがリクエストに示されていません（If-Match）。ページを読み込み直してから、もう一度変更してください。',
  'changed-since':
    '元に戻せません: {settings} はその後さらに変更されています。設定そのものを変更してください。',
  'not-undoable':
    'この操作は元に戻せません。メンバーが接続したものは本人が変更します。ユーザーは Zoom またはリストから取り込まれるため、取り込み元で修正してから、もう一度取り込んでください。',
  'file-refused': 'ファイルは適用されませんでした: {reason}',
  'choice-refused': 'このサービスはここでは接続できません。使用できるサービスは管理者が決めています。',
  'too-many-groups':
    '1 つのアカウントに作れるグループは {most} 個までです。不要になったグループを削除してから、もう一度お試しください。',
  'group-exists': 'この名前のグループは既にあります: {name}。別の名前を選んでください。',
  'group-from-elsewhere':
    'このグループのメンバーは Zoom またはユーザーのリストから取り込まれています。取り込み元で変更してから、もう一度取り込んでください。',
  'journal-in-use':
    'このコンピューターの別のプログラムが、すでに Zoom とカレンダーを同期しています。そのプログラムを終了してから、もう一度お試しください。',
  'journal-newer':
    'これまでの同期の記録は、このプログラムの新しいバージョンで作成されています。最新バージョンをインストールしてから、もう一度お試しください。',
  'journal-full':
    'このコンピューターの空き容量がなくなったため、同期を停止しました。失われたデータはありません。空き容量を増やしてから、もう一度お試しください。',
  'journal-damaged':
    '同期の記録が破損しています。もう一度同期を開始してください。記録は Zoom とカレンダーから作り直され、どちらの内容も失われません。',
  'journal-unusable':
    '同期の記録を開けません: {reason}。保存先のフォルダーに書き込めることを確認してから、もう一度お試しください。',
  'host-call-failed':
    'Outlook で{action}ができませんでした。何も変更されていません。もう一度お試しください。',
  'calendar-refused':
    'この予定表の予定には、アドインが情報を保存することを Outlook が許可していません。ほかの人の予定表である可能性があります。何も変更されていません。ご自分の予定表に予定を作成するか、予定表の所有者にミーティングの追加を依頼してください。',
  'host-unsupported': 'このバージョンの Outlook では実行できません: {reason}',
  'half-done':
    'ミーティングを予定に完全には追加できませんでした。Outlook で{action}ができませんでした。「修復」を押して完了してください。',
  'half-updated':
    'ミーティングは Zoom で変更されましたが、Outlook で{action}ができませんでした。もう一度「更新」を押して完了してください。',
  'half-followed':
    'Zoom での変更の一部は予定に反映されましたが、Outlook で{action}ができませんでした。もう一度試して完了してください。',
  'half-removed':
    'ミーティングを予定から完全には削除できませんでした。Outlook で{action}ができませんでした。もう一度「削除」を押して完了してください。',
} satisfies ErrorWords;

// They stand before 「ができませんでした」, so each is a noun.
export const hostActions = {
  'read the subject of the appointment': '予定の件名の読み取り',
  'read the times of the appointment': '予定の日時の読み取り',
  'read the location of the appointment': '予定の場所の読み取り',
  'read the text of the appointment': '予定の本文の読み取り',
  'read how the appointment repeats': '予定の繰り返しの読み取り',
  'read who is invited': '出席者の読み取り',
  'read what the add-in keeps on the appointment': 'アドインが予定に保存した情報の読み取り',
  'write the subject of the appointment': '予定の件名の書き込み',
  'write the times of the appointment': '予定の日時の書き込み',
  'write the location of the appointment': '予定の場所の書き込み',
  'write the text of the appointment': '予定の本文の書き込み',
  'write how the appointment repeats': '予定の繰り返しの書き込み',
  'save what the add-in keeps on the appointment': 'アドインの情報を予定に保存すること',
  'tell the id of the appointment': '予定の ID の取得',
  'tell when times change': '日時の変更の通知',
  'tell when another item is chosen': '別のアイテムが選ばれたことの通知',
  'show a message on the appointment': '予定へのメッセージの表示',
  'take a message off the appointment': '予定のメッセージの消去',
  'open the sign-in window': 'サインイン ウィンドウを開くこと',
  'let one window finish first': '別のウィンドウの完了を待つこと',
  'change the appointment': '予定の変更',
} satisfies HostActionWords;
