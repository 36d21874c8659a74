/** Japanese: signing in with Microsoft, and the Microsoft account in the settings. */
import type { Table } from '../types';

export const microsoft = {
  window: 'Microsoft でサインイン',
  signIn: 'Microsoft でサインイン',
  waiting: 'Microsoft を待っています…',
  notTied:
    'この Microsoft アカウントは、まだ Zoom アカウントに接続されていません。一度 Zoom にサインインすると、その後は Microsoft だけでサインインできます。',
  consentLost:
    'Zoom でもう一度許可が必要です (サインアウトした後も必要です)。一度 Zoom にサインインすると、その後はまた Microsoft だけでサインインできます。',
  tiedByItself: 'Microsoft アカウント {name} を接続しました。今後はこのアカウントだけでサインインできます。',
  settings: {
    title: 'Microsoft アカウント',
    none: 'Microsoft アカウントを使うと、Zoom を開かずにここにサインインできます。',
    use: 'Microsoft アカウントでサインインする',
    tied: '{name} として、Zoom を開かずにここにサインインできます。',
    stop: '使用をやめる',
    stopping: 'お待ちください…',
  },
} satisfies Table<'microsoft', 'ja'>;
