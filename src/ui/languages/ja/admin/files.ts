/** Japanese: settings as a file, and where the members come from. */
import type { AdminTable } from '../../types';

export const files = {
  title: 'インポートとエクスポート',
  export: {
    title: 'エクスポート',
    text: 'アカウントとグループのすべての設定をファイルにします。メンバーのデータは含みません。',
    action: '設定をエクスポート',
    done: 'ファイルをブラウザーに渡しました。',
  },
  import: {
    title: 'インポート',
    text: 'ここ、または別のアカウントでエクスポートしたファイルです。先に確認され、指示するまで何も適用されません。',
    choose: 'ファイルを選ぶ',
    checking: 'ファイルを確認しています…',
    wrong_other: '{file} に {count} 件の誤りがあります。何も適用されていません。',
    'not-json': '{file} は JSON ファイルではないため読み取れません。何も適用されていません。',
    'too-large': '{file} は設定ファイルとしては大きすぎます。何も適用されていません。',
    good: '{file} を適用できます。変更点は次のとおりです。',
    same: '{file} を適用できますが、変更点はありません。',
    whole: 'ファイル全体',
    where: '場所',
    what: '誤りの内容',
    apply: 'ファイルを適用',
    cancel: '適用しない',
    done: 'ファイルを適用しました。',
    checked: 'ファイルに誤りはありません。',
    refused: 'ファイルを適用できません。',
  },
  people: {
    title: 'メンバー',
    sources: {
      'signed-in': 'ここでサインインした人だけがわかっています。',
      zoom: 'メンバー、グループ、役割は Zoom のものです。',
      list: 'メンバー、グループ、役割はインポートしたリストのものです。',
    },
    count_other: 'メンバー {count} 人',
    asOf: '{when} 現在',
    refresh: 'Zoom にもう一度問い合わせる',
    refreshHint: 'アプリに管理者の権限がある場合に、Zoom が答えます。',
    bring: 'リストをインポート',
    bringHint:
      'JSON ファイルです。「people」に全員のアドレス、名前、役割、グループを書きます。書かれていない人はメンバーではなくなります。',
    report: 'メンバー: {members}、グループ: {groups}、管理者: {admins}、見つからなくなった人: {removed}。',
    refused: 'リストは適用されませんでした。',
  },
} satisfies AdminTable<'files', 'ja'>;
