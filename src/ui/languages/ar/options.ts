/** Arabic: the form of meeting options. */
import type { Table } from '../types';

export const options = {
  about: {
    join: 'من يمكنه الانضمام',
    sound: 'الصوت والصورة',
    people: 'الأشخاص',
    more: 'المزيد',
  },
  locked: {
    policy: 'حدّده المسؤول لديك',
    zoom: 'محدَّد في Zoom لحسابك',
  },
  on: 'تشغيل',
  off: 'إيقاف',
  keep: 'حفظها كخياراتي المعتادة',
  keepHint: 'تبدأ بها الاجتماعات الجديدة في كل Outlook تستخدمه.',
  reset: 'العودة إلى خياراتي المعتادة',
  resetToDefaults: 'العودة إلى الإعدادات الافتراضية',
  topic: {
    label: 'الموضوع',
    follows: 'يتبع موضوع الموعد.',
    own: 'اتّباع موضوع الموعد من جديد',
    empty: 'اجتماع Zoom',
  },
  passcode: {
    label: 'رمز المرور',
    left: {
      made: 'اتركه فارغًا ليضع Zoom رمزًا.',
      unmade: 'اتركه فارغًا ليكون بلا رمز.',
      kept: 'اتركه فارغًا ليبقى كما هو.',
      none: 'يمكن لكل من لديه الرابط أن ينضم.',
    },
    none: 'بلا رمز مرور',
    wrong: '10 أحرف أو أرقام على الأكثر، أو الرموز \u2066@ - _ *\u2069',
    always: 'يوجد رمز دائمًا. \u2068{reason}\u2069.',
  },
  personalId: {
    label: 'استخدام معرّف الاجتماع الشخصي الخاص بي',
    hint: 'يمكن لكل من يعرف \u2068{id}\u2069 أن ينضم. رمز المرور وغرفة الانتظار هما الخاصان بغرفتك الشخصية.',
  },
  waitingRoom: { label: 'غرفة الانتظار', hint: 'تسمح بدخول الأشخاص واحدًا تلو الآخر.' },
  joinBeforeHost: {
    label: 'السماح بالانضمام قبل المضيف',
    waiting: 'ما دامت غرفة الانتظار مفعّلة، ينتظر الأشخاص فيها بدلًا من ذلك.',
  },
  signedInOnly: { label: 'لمن سجّلوا الدخول إلى Zoom فقط' },
  hostVideo: { label: 'البدء مع تشغيل الفيديو الخاص بي' },
  participantVideo: { label: 'البدء مع تشغيل فيديو المشاركين' },
  audio: {
    label: 'الصوت',
    values: { telephone: 'الهاتف', computer: 'الكمبيوتر', both: 'الهاتف والكمبيوتر' },
  },
  muteOnEntry: { label: 'كتم صوت المشاركين عند الدخول' },
  recording: {
    label: 'التسجيل تلقائيًا',
    values: { none: 'بلا تسجيل', local: 'على الكمبيوتر الخاص بي', cloud: 'في السحابة' },
  },
  alternativeHosts: {
    label: 'مضيفون بدلاء',
    hint: 'أشخاص من مؤسستك يحق لهم بدء الاجتماع.',
    placeholder: 'اسم أو عنوان',
    wrong: '\u2068{address}\u2069 ليس عنوان بريد إلكتروني.',
    remove: 'إزالة \u2068{address}\u2069',
    add: 'إضافة \u2068{address}\u2069',
    chosen: 'المضيفون البدلاء المختارون',
  },
  scheduleFor: {
    label: 'الجدولة لصالح',
    myself: 'نفسي',
    hint: 'يصبح الاجتماع اجتماع ذلك الشخص.',
  },
  template: { label: 'القالب', none: 'بلا قالب' },
  language: { label: 'لغة الدعوة', follows: 'كما في Outlook (\u2068{language}\u2069)' },
} satisfies Table<'options', 'ar'>;
