/** Arabic: signing in with Microsoft, and the Microsoft account in the settings. */
import type { Table } from '../types';

export const microsoft = {
  window: 'تسجيل الدخول باستخدام Microsoft',
  signIn: 'تسجيل الدخول باستخدام Microsoft',
  waiting: 'في انتظار Microsoft …',
  notTied:
    'حساب Microsoft هذا غير موصول بحساب Zoom بعد. سجّل الدخول إلى Zoom مرة واحدة، وبعدها يكفي حساب Microsoft.',
  consentLost:
    'يحتاج Zoom إلى موافقتك من جديد، كما بعد كل تسجيل خروج. سجّل الدخول إلى Zoom مرة واحدة، وبعدها يكفي حساب Microsoft مجددًا.',
  tiedByItself: 'وُصل حساب Microsoft الخاص بك: \u2068{name}\u2069. من الآن فصاعدًا يكفي لتسجيل الدخول.',
  settings: {
    title: 'حساب Microsoft',
    none: 'باستخدام حساب Microsoft تسجّل الدخول هنا دون الانتقال إلى Zoom.',
    use: 'استخدام حساب Microsoft لتسجيل الدخول',
    tied: 'يمكنك تسجيل الدخول هنا باسم \u2068{name}\u2069 دون الانتقال إلى Zoom.',
    stop: 'التوقف عن استخدامه',
    stopping: 'لحظة من فضلك …',
  },
} satisfies Table<'microsoft', 'ar'>;
