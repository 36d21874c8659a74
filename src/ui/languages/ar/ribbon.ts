/** Arabic: the ribbon’s bar above the item, which shows 150 characters at most. */
import type { Table } from '../types';

export const ribbon = {
  signingIn: 'سجّل الدخول إلى Zoom في النافذة التي ستُفتح؛ ثم يستمر العمل تلقائيًا.',
  adding: 'جارٍ إضافة اجتماع Zoom …',
  removing: 'جارٍ إزالة اجتماع Zoom …',
  added: 'أُضيف اجتماع Zoom.',
  alreadyThere: 'لهذا الموعد اجتماع Zoom بالفعل.',
  removed: 'أُزيل اجتماع Zoom.',
  removedHere: 'أُزيل اجتماع Zoom من هذا الموعد، ويبقى الاجتماع في Zoom.',
  removedOccurrence: 'أُلغيت هذه المرة في Zoom، وتبقى بقية السلسلة.',
  steps: {
    creating: 'يُنشئ Zoom الاجتماع …',
    changing: 'يغيّر Zoom الاجتماع …',
    removing: 'يزيل Zoom الاجتماع …',
    writing: 'تجري كتابة الموعد …',
  },
  halfDone:
    'لم تكتمل إضافة الاجتماع إلى الموعد: لم يتمكن Outlook من {action}. اضغط «إضافة اجتماع Zoom» مرة أخرى للإكمال.',
  notes: {
    'unknown-time-zone': 'لا يعرف Zoom منطقتك الزمنية ويعرض الوقت بتوقيت UTC.',
    'longer-than-a-day': 'لا تتجاوز اجتماعات Zoom يومًا واحدًا.',
    'topic-shortened': 'اختُصر موضوعه.',
    'join-changed': 'تغيّر رمز المرور أو الرابط في Zoom، وأُدرج الجديد.',
    'location-full': 'لم يكن في المكان متسع لرابط الانضمام.',
    'start-in-the-past': 'بدأ الموعد بالفعل.',
    'series-yearly': 'هو بلا موعد ثابت: لا تتكرر السلاسل في Zoom سنويًا.',
    'series-endless': 'هو بلا موعد ثابت: لا توجد في Zoom سلاسل بلا نهاية.',
    'series-too-many': 'هو بلا موعد ثابت: يقبل Zoom 50 مرة على الأكثر.',
    'series-too-wide': 'هو بلا موعد ثابت: الفترة أطول مما يقبله Zoom.',
    'series-pattern': 'هو بلا موعد ثابت: لا يعرف Zoom نمط التكرار.',
    'series-short-months': 'هو بلا موعد ثابت: لا يوجد هذا اليوم في كل شهر.',
    'occurrence-options-kept': 'بقيت خيارات السلسلة كما كانت.',
    'series-exceptions-dropped': 'فقد Zoom تغييرات بعض المواعيد المفردة.',
    'series-times-kept': 'بقيت أوقات السلسلة كما كانت.',
    'recurrence-unknown': 'لهذا الوقت وحده: لا يُبيّن Outlook ما إذا كان الموعد يتكرر.',
    'invitation-left': 'بقيت الدعوة في النص حفاظًا على الصور، ورابطها لا يعمل: احذفها بنفسك.',
    'invitation-left-here': 'ما زالت الدعوة في النص: احذفها بنفسك.',
    'invitation-on-top': 'الدعوة الجديدة في الأعلى. احذف الأقدم بنفسك (بسبب الصور).',
  },
} satisfies Table<'ribbon', 'ar'>;
