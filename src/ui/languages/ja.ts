/** Every text of pane and ribbon in Japanese; `en.ts` says what the keys are. Names of buttons stand in 「…」. */
import type { Note } from '../../domain/notes';
import type { Language } from './types';

export const ja = {
  words: {
    product: 'Zoom ミーティング',
    loading: 'この予定を確認しています',
    outside: 'このページは Outlook の中で使うものです。予定のリボンから開いてください。',
    dialog: {
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
      title: 'この Outlook は古すぎます',
      what: 'Zoom ミーティングには Mailbox 1.4 以降に対応した Outlook が必要です。Outlook を更新するか、この予定を Outlook on the web で開いてください。',
    },
    new: {
      add: 'Zoom ミーティングを追加',
      adding: '追加しています…',
      options: 'ミーティング オプション',
      series: 'この予定は繰り返されます: {pattern}。Zoom には定期的な予定の全体が登録されます。',
      noFixedTime:
        'この予定は繰り返されます: {pattern}。Zoom には、全体に対して日時の指定がないミーティングが 1 つ登録されます。',
      occurrence: 'これは定期的な予定のうちの 1 回です。ミーティングはこの回だけのものになります。',
    },
    meeting: {
      when: '日時',
      first: '初回',
      repeats: '繰り返し',
      thisOccurrence: 'この回',
      id: 'ミーティング ID',
      passcode: 'パスコード',
      noPasscode: 'なし',
      host: 'ホスト',
      topic: 'トピック',
      noFixedTime: '日時の指定なし',
      join: '参加',
      copyLink: 'リンクをコピー',
      aboutNoFixedTime: 'リンクは、この予定のどの回でも使えます。',
      aboutOccurrence:
        '「更新」と「削除」の対象はこの回だけです。オプションは定期的な予定の全体に適用されます。',
    },
    actions: {
      update: '更新',
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
    differs: {
      here: 'ミーティングの作成後に、予定が変更されました。',
      zoom: 'ミーティングが Zoom で変更されました。',
      inZoom: 'Zoom',
      inOutlook: 'この予定',
      topic: 'トピック',
      time: '日時',
      recurrence: '繰り返し',
      once: '繰り返しなし',
    },
    removed: 'Zoom ミーティングを削除しました。',
    byItself: '予定が変更されたため、Zoom のミーティングも更新しました。',
    incomplete: {
      title: 'まだ完了していません',
      what: 'Zoom ミーティングをこの予定に追加する処理が途中で止まりました。「修復」を押すと完了します。ミーティングが二重に作成されることはありません。',
    },
    gone: {
      title: 'このミーティングは Zoom にありません',
      what: 'Zoom で削除されたか、有効期限が切れています。ここに残っている内容を削除するか、新しく作成してください。',
      remove: 'ここから削除',
      again: '新しく作成',
    },
    copy: {
      title: '別の予定のコピー',
      what: 'この予定は Zoom ミーティングごとコピーされました。現在、2 つの予定が同じリンクを使っています。',
      own: '専用のミーティングを作成',
      owning: '専用のミーティングを作成しています…',
      share: '意図的にミーティングを共有',
      sharing: '共有しています…',
      perhaps: 'これは別の予定のコピーですか?',
    },
    foreign: {
      title: '別のホストの Zoom ミーティング',
      what: 'この予定の本文には、あなたがここで作成したものではない Zoom ミーティングが含まれています。',
    },
    reading: {
      title: 'Zoom ミーティング',
      none: 'Zoom ミーティングなし',
      noneWhat: 'この予定に Zoom ミーティングはありません。',
      readOnly: 'この予定はここでは変更できません',
      readOnlyWhat:
        'Outlook はこの予定を読み取り専用で表示しています。送られてきた予定か、書き込みの権限がない予定表の予定です。Zoom ミーティングを追加または変更するには、予定を編集用に開いてください。',
    },
    unused: {
      bar_other: 'ここで作成した Zoom ミーティングのうち {count} 件が、保存済みの予定で確認されていません。',
      open: '確認する',
      foot: '未使用のミーティング',
      title: '未使用のミーティング',
      what: 'これらのミーティングはここで作成されましたが、予定の下書きが破棄された可能性があります。破棄されたかどうかは Outlook からはわからないため、ご自身で判断してください。',
      none: 'ありません。ここで作成したミーティングは、すべて保存済みの予定で確認されています。',
      madeAt: '作成日時: {when}',
      keep: '残す',
      remove: 'Zoom で削除',
    },
    missing: {
      recurrence:
        'この Outlook では、予定が繰り返されるかどうかがわかりません。ミーティングは表示されている日時で作成されます。',
      shared:
        'この Outlook では、アドインがサインインの状態を保存できません。ウィンドウごとにサインインが必要です。',
    },
    foot: {
      signedInAs: 'サインイン中:',
      signOut: 'サインアウト',
      settings: '設定',
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
    options: {
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
      topic: {
        label: 'トピック',
        follows: '予定の件名に合わせます。',
        own: 'もう一度件名に合わせる',
        empty: 'Zoom ミーティング',
      },
      passcode: {
        label: 'パスコード',
        hint: '空欄にすると Zoom が作成します。',
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
    },
    recurrence: {
      daily_each: '毎日',
      daily_other: '{count} 日ごと',
      workdays: '平日 (月曜日～金曜日)',
      weekly_each: '毎週{days}',
      weekly_other: '{count} 週間ごとの{days}',
      monthlyDate_each: '毎月 {date} 日',
      monthlyDate_other: '{count} か月ごとの {date} 日',
      monthlyDay_each: '毎月{which}{day}',
      monthlyDay_other: '{count} か月ごとの{which}{day}',
      yearlyDate_each: '毎年{date}',
      yearlyDate_other: '{count} 年ごとの{date}',
      yearlyDay_each: '毎年{month}の{which}{day}',
      yearlyDay_other: '{count} 年ごとの{month}の{which}{day}',
      times_other: '{pattern}、全 {count} 回',
      until: '{pattern}、{date} まで',
      which: {
        first: '最初の',
        second: '2 番目の',
        third: '3 番目の',
        fourth: '4 番目の',
        last: '最後の',
      },
      kind: { day: '日', workday: '平日', 'weekend-day': '週末の日' },
    },
    said: {
      added: 'Zoom ミーティングを追加しました',
      'already-there': 'この予定には既に Zoom ミーティングがあります',
      updated: 'Zoom ミーティングを更新しました',
      'updated-by-itself': '予定に合わせて Zoom ミーティングを更新しました',
      followed: 'Zoom の内容を予定に反映しました',
      removed: 'Zoom ミーティングを削除しました',
      'removed-here': 'Zoom ミーティングをこの予定から外しました。Zoom には残ります',
      restored: 'Zoom ミーティングを元に戻しました',
      repaired: 'Zoom ミーティングを修復しました',
      owned: 'この予定に専用の Zoom ミーティングを作成しました',
      shared: '2 つの予定でミーティングを共有しています',
      copied: 'リンクをコピーしました',
      kept: 'いつもの設定を保存しました',
      forgotten: 'いつもの設定を消去しました',
      saved: '保存しました',
      'unused-kept': 'ミーティングを残しました',
      'unused-removed': 'ミーティングを Zoom で削除しました',
      'signed-out': 'サインアウトしました',
    },
    notes: {
      'unknown-time-zone':
        'Outlook のタイム ゾーンを Zoom が認識できません。ミーティングは正しい時刻に始まりますが、Zoom では UTC で表示されます。',
      'longer-than-a-day':
        'Zoom ミーティングの長さは最大 1 日です。このミーティングは 24 時間に設定されました。',
      'topic-shortened': '件名が Zoom の上限である 200 文字を超えているため、トピックを短くしました。',
      'location-full': '場所の欄にリンクを入れる余裕がありません。リンクは招待状にあります。',
      'already-there': 'この予定には既に Zoom ミーティングがあります。',
      'start-in-the-past': 'この予定は既に始まっています。',
      'series-yearly':
        'Zoom では毎年の繰り返しを設定できないため、このミーティングには日時の指定がありません。',
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
      'invitation-left':
        '本文の画像が Outlook で失われるおそれがあるため、本文中の招待状は変更されていません。',
      'invitation-on-top':
        '本文の画像が Outlook で失われるおそれがあるため、新しい招待状は先頭に、古い招待状はその下にあります。古い招待状を削除してください。',
    } satisfies Record<Note, string>,
    ribbon: {
      signingIn: '開いたウィンドウで Zoom にサインインしてください。その後、自動的に続行します。',
      adding: 'Zoom ミーティングを追加しています…',
      removing: 'Zoom ミーティングを削除しています…',
      added: 'Zoom ミーティングを追加しました。',
      alreadyThere: 'この予定には既に Zoom ミーティングがあります。',
      removed: 'Zoom ミーティングを削除しました。',
      removedHere: 'Zoom ミーティングをこの予定から外しました。ミーティングは Zoom に残ります。',
      steps: {
        creating: 'Zoom がミーティングを作成しています…',
        changing: 'Zoom がミーティングを変更しています…',
        removing: 'Zoom がミーティングを削除しています…',
        writing: '予定に書き込んでいます…',
      },
      halfDone:
        'ミーティングを予定に完全には追加できませんでした。Outlook で{action}ができませんでした。もう一度「Zoom ミーティングを追加」を押して完了してください。',
      notes: {
        'unknown-time-zone': 'Zoom がタイム ゾーンを認識できないため、UTC で表示されます。',
        'longer-than-a-day': 'Zoom ミーティングの長さは最大 1 日です。',
        'topic-shortened': 'トピックを短くしました。',
        'location-full': '場所の欄に参加リンクを入れる余裕がありませんでした。',
        'start-in-the-past': '予定は既に始まっています。',
        'series-yearly': '日時の指定はありません。Zoom では毎年の繰り返しを設定できません。',
        'series-endless': '日時の指定はありません。Zoom では終了日のない繰り返しを設定できません。',
        'series-too-many': '日時の指定はありません。Zoom で設定できる繰り返しは 50 回までです。',
        'series-too-wide': '日時の指定はありません。Zoom には間隔が長すぎます。',
        'series-pattern': '日時の指定はありません。Zoom ではこの繰り返しパターンを設定できません。',
        'series-short-months': '日時の指定はありません。この日がない月があります。',
        'occurrence-options-kept': '定期的な予定のオプションは変更されていません。',
        'series-exceptions-dropped': '個々の回に加えた変更が Zoom から失われました。',
        'series-times-kept': '定期的な予定の日時は変更されていません。',
        'invitation-left': '画像を残すため、招待状は変更されていません。',
        'invitation-on-top': '画像を残すため、新しい招待状は先頭にあります。',
      } satisfies Record<Exclude<Note, 'already-there'>, string>,
    },
  },
  errors: {
    'end-before-start': '予定の終了が開始より前になっています。日時を修正してから、もう一度お試しください。',
    'appointment-over': 'この予定は既に終わっています。これからの日時を選んでから、もう一度お試しください。',
    'body-too-long':
      'この予定の本文が長すぎるため、Outlook に招待状を追加できません。約 {excess} 文字短くしてから、もう一度お試しください。',
    'no-meeting': 'この予定に Zoom ミーティングはありません。',
    'occurrence-gone':
      'Zoom にこの回がありません。Zoom で取り消されたか、定期的な予定が変更されています。定期的な予定の全体を開いて「更新」を押してください。',
    'occurrence-only':
      'これは定期的な予定のうちの 1 回です。この操作は、定期的な予定の全体を開いて行ってください。',
    'alternative-host-refused':
      'Zoom は次の人を代替ホストとして受け付けません: {people}。組織内のライセンスがある Zoom アカウントが必要です。削除してから、もう一度お試しください。',
    'schedule-for-refused':
      '{person} の代わりにスケジュールする権限がありません。Zoom の設定でスケジュール権限を付与するよう、本人に依頼してください。',
    'option-locked': '管理者がこのオプションをロックしています: {option}。',
    'meeting-of-another': 'このミーティングは別の人のものです。変更はホストに依頼してください。',
    'shared-meeting':
      'この予定はコピーです。Zoom の「設定」ウィンドウを開き、専用のミーティングを作成するか、このミーティングを意図的に共有してください。',
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
    'meeting-gone': 'このミーティングは Zoom にもうありません。',
    'zoom-refused': 'Zoom が受け付けませんでした: {reason}',
    'zoom-forbidden': 'お使いのアカウントでは Zoom がこの操作を許可していません: {reason}',
    'zoom-busy': '現在 Zoom が要求を制限しています。{seconds} 秒待ってから、もう一度お試しください。',
    'zoom-daily-limit': 'Zoom の本日の上限に達しました: {reason}',
    'zoom-unavailable': '現在 Zoom が応答していません。何も変更されていません。もう一度お試しください。',
    'zoom-outcome-unknown':
      'Zoom から完了の返答がありませんでした。もう一度お試しください。ミーティングが二重に作成されることはありません。',
    offline:
      'Outlook 用の Zoom サービスに接続できません。ネットワークを確認してから、もう一度お試しください。',
    'backend-unavailable': '現在 Outlook 用の Zoom サービスが応答していません。もう一度お試しください。',
    'invalid-request': '要求を理解できませんでした: {reason}',
    'not-found': 'このアドレスには何もありません。',
    'too-many-requests': '要求が多すぎます。{seconds} 秒待ってから、もう一度お試しください。',
    internal:
      'サービス側で問題が発生しました。もう一度お試しください。解決しない場合は、管理者にこの番号を伝えてください: {requestId}',
    'host-call-failed':
      'Outlook で{action}ができませんでした。何も変更されていません。もう一度お試しください。',
    'calendar-refused':
      'このカレンダーの予定には、アドインが情報を保存することを Outlook が許可していません。ほかの人のカレンダーである可能性があります。何も変更されていません。ご自分のカレンダーに予定を作成するか、カレンダーの所有者にミーティングの追加を依頼してください。',
    'host-unsupported': 'このバージョンの Outlook では実行できません: {reason}',
    'half-done':
      'ミーティングを予定に完全には追加できませんでした。Outlook で{action}ができませんでした。「修復」を押して完了してください。',
    'half-updated':
      'ミーティングは Zoom で変更されましたが、Outlook で{action}ができませんでした。もう一度「更新」を押して完了してください。',
    'half-followed':
      'Zoom での変更の一部は予定に反映されましたが、Outlook で{action}ができませんでした。もう一度お試しになって完了してください。',
    'half-removed':
      'ミーティングを予定から完全には削除できませんでした。Outlook で{action}ができませんでした。もう一度「削除」を押して完了してください。',
  },
  // They stand before 「ができませんでした」, so each is a noun.
  hostActions: {
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
  },
} as const satisfies Language<'other'>;
