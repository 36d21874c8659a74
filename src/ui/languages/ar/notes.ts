/** Arabic: what is said beside a meeting that was made or changed. */
import type { Table } from '../types';

export const notes = {
  'unknown-time-zone':
    'ذكر Outlook منطقة زمنية لا يعرفها Zoom. يبدأ الاجتماع في اللحظة الصحيحة، لكن Zoom يعرض وقته بتوقيت UTC.',
  'longer-than-a-day': 'لا تتجاوز اجتماعات Zoom يومًا واحدًا؛ ضُبطت مدة هذا الاجتماع على 24 ساعة.',
  'topic-shortened': 'يتجاوز موضوع الموعد 200 حرف، وهو الحد الذي يقبله Zoom؛ لذلك اختُصر موضوع الاجتماع.',
  'location-full': 'لم يبقَ في المكان متسع للرابط. تجده في الدعوة.',
  'already-there': 'لهذا الموعد اجتماع Zoom بالفعل.',
  'start-in-the-past': 'بدأ هذا الموعد بالفعل.',
  'series-yearly': 'لا توجد في Zoom سلاسل تتكرر سنويًا، لذلك هذا الاجتماع بلا موعد ثابت.',
  'series-endless': 'لا توجد في Zoom سلاسل بلا نهاية، لذلك هذا الاجتماع بلا موعد ثابت.',
  'series-too-many': 'يقبل Zoom 50 مرة على الأكثر، لذلك هذا الاجتماع بلا موعد ثابت.',
  'series-too-wide': 'لا يقبل Zoom فترات بهذا الطول، لذلك هذا الاجتماع بلا موعد ثابت.',
  'series-pattern': 'لا يعرف Zoom نمط التكرار هذا، لذلك هذا الاجتماع بلا موعد ثابت.',
  'series-short-months':
    'لا يوجد هذا اليوم في كل شهر، وكان Zoom سيُسقط بعض المرات، لذلك هذا الاجتماع بلا موعد ثابت.',
  'occurrence-options-kept': 'الخيارات للسلسلة كلها، وقد بقيت كما كانت.',
  'series-exceptions-dropped':
    'فقد Zoom تغييرات بعض المواعيد المفردة. افتح هذه المواعيد واضغط «تحديث» لاستعادتها.',
  'series-times-kept':
    'لا يُبيّن إصدار Outlook هذا كيف يتكرر الموعد، لذلك بقيت أوقات السلسلة في Zoom كما كانت.',
  'invitation-left': 'في النص صور قد يفقدها Outlook، لذلك تُركت الدعوة التي فيه كما كانت.',
  'invitation-on-top':
    'في النص صور قد يفقدها Outlook، لذلك وُضعت الدعوة الجديدة في الأعلى وبقيت القديمة أسفل منها. احذف القديمة.',
} satisfies Table<'notes', 'ar'>;
