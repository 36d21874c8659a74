/** Arabic: the effective policy of a member. */
import type { AdminTable } from '../../types';

export const effective = {
  title: 'العرض كعضو',
  text: 'ما يسري على عضو في مكان معين، ومن قرّره، ولماذا.',
  who: 'اختيار عضو',
  see: 'العرض باسم',
  where: 'مكان العضو',
  platforms: {
    'windows-classic': 'Outlook التقليدي لنظام Windows',
    'windows-new': 'Outlook الجديد لنظام Windows',
    mac: 'جهاز Mac',
    web: 'متصفح الويب',
    mobile: 'الجوال',
  },
  seenOn: 'شوهد على: \u2068{platforms}\u2069',
  neverSeen: 'لم يُشاهد في Outlook قط',
  inGroups: 'في المجموعات: \u2068{groups}\u2069',
  holds: 'ما يسري على \u2068{name}\u2069',
  service: 'خدمة التقويم وجهات الاتصال',
  states: {
    automatic: 'يُدمج التقويم تلقائيًا لتطبيق Zoom على Windows.',
    connected: '\u2068{service}\u2069 مربوطة.',
    connect: 'على العضو ربط \u2068{service}\u2069.',
    choose: 'يجوز للعضو اختيار: \u2068{services}\u2069.',
    none: 'لا دمج.',
  },
  reasons: {
    'integration-off': 'دمج التقويم وجهات الاتصال موقوف.',
    'mapi-locked': 'MAPI قيد التشغيل ومقفل.',
    'mapi-locked-elsewhere': 'MAPI قيد التشغيل ومقفل، وهو لنظام Windows فقط.',
    'mapi-locked-new-outlook':
      'MAPI قيد التشغيل ومقفل، ولا يتوفر في Outlook الجديد لنظام Windows، بل في Outlook التقليدي.',
    'provider-forced': 'اختيرت هذه الخدمة للجميع.',
    'member-chose': 'ربطها العضو.',
    'nothing-chosen': 'لم يربط العضو شيئًا بعد.',
    'force-not-allowed':
      'اختيرت للجميع خدمة ليست من الخدمات المسموح بها والمقفلة، لذلك لا يُعمل بهذا الاختيار. لم يربط العضو شيئًا بعد.',
    'choice-no-longer-allowed': 'ما كان العضو قد ربطه لم يعد مسموحًا به.',
    'choice-not-here': 'ما ربطه العضو لا يعمل هنا.',
    'nothing-allowed': 'لا توجد خدمة مسموح بها.',
    'nothing-allowed-here': 'لا تعمل هنا أي من الخدمات المسموح بها.',
  },
  levels: {
    product: 'إعداد المنتج نفسه',
    account: 'عيّنه الحساب',
    group: 'عيّنته المجموعة \u2068{group}\u2069',
    member: 'اختاره العضو',
    platform: 'بحسب ما يستطيعه هذا المكان',
  },
  lockedLevels: {
    account: 'عيّنه الحساب وقفله',
    group: 'عيّنته المجموعة \u2068{group}\u2069 وقفلته',
  },
  nobodyChosen: 'اختر عضوًا لترى ما يسري عليه.',
  meetingNothing: 'لا شيء: تسري إعدادات Zoom الخاصة بالعضو.',
} satisfies AdminTable<'effective', 'ar'>;
