/** Arabic: the pane itself: signing in, what every screen has, what this Outlook cannot do, settings. */
import type { Table } from '../types';

export const pane = {
  product: 'اجتماعات Zoom',
  loading: 'جارٍ تحميل الموعد',
  outside: 'مكان هذه الصفحة داخل Outlook. افتحها من الشريط في أحد المواعيد.',
  dialog: {
    title: 'تسجيل الدخول إلى Zoom',
    done: 'تم. يمكنك إغلاق هذه النافذة.',
    outside: 'ارجع إلى Outlook وسجّل الدخول من هناك.',
  },
  signedOut: {
    title: 'اجتماعات Zoom في Outlook',
    what: 'أضف اجتماع Zoom إلى هذا الموعد بضغطة واحدة. تبقى الدعوة والرابط والوقت متوافقة مع Zoom.',
    action: 'تسجيل الدخول إلى Zoom',
    busy: 'في انتظار نافذة Zoom …',
    hint: 'ستُفتح نافذة من Zoom. تبقى كلمة مرورك لدى Zoom.',
  },
  expired: {
    title: 'سجّل الدخول مرة أخرى',
    what: 'انتهت جلستك. سجّل الدخول للمتابعة من حيث توقفت؛ لم يُفقد شيء.',
  },
  offline: {
    title: 'أنت غير متصل',
    what: 'تتابع هذه الصفحة عملها تلقائيًا عند عودة الاتصال.',
  },
  failed: 'لم ينجح ذلك',
  noAppointment: {
    title: 'افتح موعدًا',
    what: 'تُضاف اجتماعات Zoom إلى المواعيد. افتح موعدًا من التقويم أو أنشئ موعدًا جديدًا.',
  },
  unsupported: {
    title: 'هذا الإصدار من Outlook قديم جدًا',
    what: 'تحتاج اجتماعات Zoom إلى إصدار من Outlook يدعم Mailbox 1.4 أو أحدث. حدّث Outlook، أو افتح هذا الموعد في Outlook على ويب.',
  },
  reading: {
    title: 'اجتماع Zoom',
    none: 'لا يوجد اجتماع Zoom',
    noneWhat: 'لا يوجد اجتماع Zoom في هذا الموعد.',
    readOnly: 'لا يمكنك تغيير هذا الموعد هنا',
    readOnlyWhat:
      'يعرض Outlook هذا الموعد للقراءة فقط: إما أنه أُرسل، أو أنه في تقويم لا يحق لك الكتابة فيه. افتحه للتحرير لإضافة اجتماع Zoom أو تغييره.',
  },
  missing: {
    recurrence: 'لا يُبيّن إصدار Outlook هذا ما إذا كان الموعد يتكرر. يُنشأ الاجتماع للوقت المعروض.',
    shared: 'لا يسمح إصدار Outlook هذا للوظائف الإضافية بحفظ تسجيل الدخول، فتطلبه كل نافذة من جديد.',
  },
  actions: {
    update: 'تحديث',
    updateZoom: 'تحديث Zoom',
    updating: 'جارٍ التحديث …',
    takeOver: 'اعتماد بيانات Zoom',
    takingOver: 'جارٍ اعتماد بيانات Zoom …',
    remove: 'إزالة',
    removing: 'جارٍ الإزالة …',
    undo: 'تراجع',
    undoing: 'جارٍ الاسترجاع …',
    repair: 'إصلاح',
    repairing: 'جارٍ الإصلاح …',
    change: 'تغيير الخيارات',
    close: 'إغلاق',
    back: 'رجوع',
    retry: 'إعادة المحاولة',
  },
  foot: {
    signedInAs: 'الحساب:',
    signOut: 'تسجيل الخروج',
    settings: 'الإعدادات',
    profile: 'الملف الشخصي',
  },
  settings: {
    title: 'الإعدادات',
    byItself: 'تحديث الاجتماع تلقائيًا عند تغيّر الموعد',
    byItselfHint: 'يُحدَّث Zoom والدعوة فور انتهائك من التغيير. وإلا فستُسأل أولًا.',
    usual: 'خياراتي المعتادة',
    usualNone: 'لم يُحفظ شيء. تتبع الاجتماعات الجديدة إعداداتك في Zoom.',
    usualSome_zero: 'لم يُحفظ أي خيار للاجتماعات الجديدة.',
    usualSome_one: 'حُفظ خيار واحد للاجتماعات الجديدة.',
    usualSome_two: 'حُفظ خياران للاجتماعات الجديدة.',
    usualSome_few: 'حُفظت {count} خيارات للاجتماعات الجديدة.',
    usualSome_many: 'حُفظ {count} خيارًا للاجتماعات الجديدة.',
    usualSome_other: 'حُفظ {count} خيار للاجتماعات الجديدة.',
    forget: 'حذف خياراتي المعتادة',
    language: 'لغة الدعوات',
    followsOutlook: 'كما في Outlook (\u2068{language}\u2069)',
  },
} satisfies Table<'pane', 'ar'>;
