/** Arabic: errors, and what Outlook could not do. */
import type { ErrorWords, HostActionWords } from '../types';

export const errors = {
  'end-before-start': 'ينتهي الموعد قبل أن يبدأ. صحّح أوقاته، ثم حاول مرة أخرى.',
  'appointment-over': 'انتهى هذا الموعد بالفعل. اختر وقتًا لم يأتِ بعد، ثم حاول مرة أخرى.',
  'body-too-long':
    'نص هذا الموعد أطول من أن يستوعب Outlook الدعوة معه. اختصره بنحو {excess} حرف، ثم حاول مرة أخرى.',
  'no-meeting': 'لا يوجد اجتماع Zoom في هذا الموعد.',
  'occurrence-gone':
    'لا توجد هذه المرة من السلسلة في Zoom: أُلغيت هناك أو تغيّرت السلسلة. افتح السلسلة كلها واضغط «تحديث».',
  'occurrence-moved':
    'لا يُبيّن Outlook أي مرة من السلسلة نُقلت إلى هنا. افتح جزء «الإعدادات» في Zoom واخترها هناك.',
  'occurrence-only': 'هذا موعد واحد من سلسلة. افتح السلسلة كلها للقيام بذلك.',
  'meeting-without-time':
    'لا وقت ثابت لهذا الاجتماع في Zoom، أما الموعد فله وقت دائمًا. اضغط «تحديث» ليأخذ الاجتماع وقت هذا الموعد.',
  'alternative-host-refused':
    'لا يقبل Zoom هؤلاء الأشخاص مضيفين بدلاء: \u2068{people}\u2069. يلزمهم حساب Zoom مرخّص في مؤسستك. أزلهم، ثم حاول مرة أخرى.',
  'schedule-for-refused':
    'لا يحق لك الجدولة لصالح \u2068{person}\u2069. اطلب منحك امتياز الجدولة من إعدادات Zoom الخاصة بذلك الشخص.',
  'option-locked': 'قفل المسؤول لديك هذا الخيار: \u2068{option}\u2069. اتركه كما هو، أو اطلب منه إلغاء قفله.',
  'meeting-of-another':
    'لا يمكن تغيير هذا الاجتماع هنا: إما أنه لشخص آخر، أو أنه لم يعد موجودًا في Zoom. اسأل مضيفه.',
  'shared-meeting':
    'هذا الموعد نسخة من موعد آخر. افتح جزء «الإعدادات» في Zoom لإنشاء اجتماع خاص به أو لمشاركة هذا الاجتماع عمدًا.',
  'perhaps-copy':
    'نُقل هذا الموعد، أو هو نسخة معها اجتماع موعد آخر. افتح جزء «الإعدادات» في Zoom وأزل الاجتماع هناك.',
  'signed-out': 'سجّل الدخول إلى Zoom للمتابعة.',
  'session-expired': 'انتهت جلستك. سجّل الدخول إلى Zoom مرة أخرى؛ لم يُفقد شيء.',
  'sign-in-cancelled': 'لم يكتمل تسجيل الدخول. حاول مرة أخرى عندما تكون مستعدًا.',
  'sign-in-refused':
    'لم يسمح Zoom بتسجيل الدخول هذا: \u2068{reason}\u2069. اسأل مسؤول Zoom لديك عمّا إذا كان التطبيق معتمدًا.',
  'sign-in-expired': 'استغرق تسجيل الدخول وقتًا أطول من اللازم. ابدأ من جديد.',
  'popup-blocked':
    'حظر المتصفح نافذة تسجيل الدخول. اسمح بالنوافذ المنبثقة لهذه الصفحة، أو افتح جزء «الإعدادات» في Zoom وسجّل الدخول هناك.',
  'zoom-consent-lost': 'سحب Zoom تسجيل الدخول هذا. سجّل الدخول إلى Zoom مرة أخرى.',
  'microsoft-off': 'لم يُعدّ تسجيل الدخول باستخدام Microsoft هنا. سجّل الدخول إلى Zoom بدلًا من ذلك.',
  'microsoft-refused':
    'لم يُقبل تسجيل دخولك باستخدام Microsoft. سجّل الدخول باستخدام Microsoft مرة أخرى؛ وإذا استمر ذلك، فسجّل الدخول إلى Zoom بدلًا منه.',
  'microsoft-elsewhere':
    'ينتمي حساب Microsoft هذا إلى مؤسسة لم تُعدّ هنا. اختر حساب العمل، أو سجّل الدخول إلى Zoom بدلًا من ذلك.',
  'microsoft-unreachable': 'لا يستجيب Microsoft حاليًا. حاول مرة أخرى، أو سجّل الدخول إلى Zoom بدلًا من ذلك.',
  'microsoft-not-tied':
    'لم يُوصل حساب Microsoft هذا بحساب Zoom بعد. سجّل الدخول إلى Zoom مرة واحدة، ثم وصّله من الإعدادات.',
  'microsoft-taken':
    'حساب Microsoft هذا موصول بالفعل بحساب Zoom آخر. افصله هناك أولًا، أو اختر حساب Microsoft آخر.',
  'microsoft-cancelled': 'لم يكتمل تسجيل الدخول باستخدام Microsoft. حاول مرة أخرى عندما تكون مستعدًا.',
  'microsoft-not-allowed':
    'لم يسمح Microsoft بتسجيل الدخول هذا: \u2068{reason}\u2069. اسأل مسؤول Microsoft لديك عمّا إذا كان التطبيق معتمدًا.',
  'meeting-gone': 'لم يعد هذا الاجتماع موجودًا في Zoom.',
  'zoom-refused': 'لم يقبل Zoom ذلك: \u2068{reason}\u2069',
  'zoom-forbidden': 'لا يسمح Zoom بذلك لحسابك: \u2068{reason}\u2069',
  'zoom-busy': 'يحدّ Zoom من الطلبات حاليًا. انتظر {seconds} ث، ثم حاول مرة أخرى.',
  'zoom-daily-limit': 'استُنفد حد Zoom لهذا اليوم: \u2068{reason}\u2069',
  'zoom-unavailable': 'لا يستجيب Zoom حاليًا. لم يتغيّر شيء؛ حاول مرة أخرى.',
  'zoom-outcome-unknown': 'لم يذكر Zoom ما إذا كان قد انتهى. حاول مرة أخرى: لن يُنشأ اجتماع ثانٍ.',
  offline: 'لا يوجد اتصال بخدمة Zoom لـ Outlook. تحقق من الشبكة، ثم حاول مرة أخرى.',
  'backend-unavailable': 'لا تستجيب خدمة Zoom لـ Outlook حاليًا. حاول مرة أخرى.',
  'invalid-request': 'لم يُفهم الطلب: \u2068{reason}\u2069',
  'not-found': 'لا يوجد شيء في هذا العنوان.',
  'too-many-requests': 'الطلبات كثيرة جدًا. انتظر {seconds} ث، ثم حاول مرة أخرى.',
  internal: 'حدث خطأ لدينا. حاول مرة أخرى؛ وإذا استمر، فأعطِ المسؤول لديك هذا الرقم: \u2068{requestId}\u2069.',
  'admin-only': 'لا يجوز ذلك إلا للمسؤول أو لمالك حساب Zoom. اطلب ذلك من أحدهما.',
  'own-role-lost':
    'لم يتغيّر شيء: لن تبقى مسؤولاً بعد ذلك. أدرج نفسك في القائمة بصفة مسؤول، أو اطلب ذلك ممن هو مالك أو مسؤول في Zoom.',
  'changed-meanwhile': 'حفظ شخص آخر إعدادات أخرى في هذه الأثناء. راجع ما غيّره، ثم احفظ مرة أخرى.',
  'version-missing':
    'لم يتغيّر شيء: لا يذكر الطلب الإصدار الذي يغيّره (\u2068If-Match\u2069). أعد تحميل الصفحة، ثم كرّر التغيير.',
  'changed-since': 'لا يمكن التراجع عن ذلك: تغيّر \u2068{settings}\u2069 مرة أخرى بعد ذلك. غيّر الإعداد نفسه.',
  'not-undoable':
    'لا يمكن التراجع عن هذه الخطوة. ما وصّله العضو يغيّره بنفسه؛ ويأتي الأشخاص من Zoom أو من قائمة: صحّحهم هناك، ثم استوردهم مرة أخرى.',
  'file-refused': 'لم يُطبَّق الملف: \u2068{reason}\u2069',
  'choice-refused': 'لا يمكن توصيل هذه الخدمة هنا. يقرر المسؤول لديك الخدمات المسموح بها.',
  'too-many-groups':
    'يمكن أن يحتوي الحساب على \u2068{most}\u2069 مجموعة على الأكثر. احذف مجموعة لم تعد هناك حاجة إليها، ثم حاول مرة أخرى.',
  'group-exists': 'توجد مجموعة بهذا الاسم بالفعل: \u2068{name}\u2069. اختر اسمًا آخر.',
  'group-from-elsewhere':
    'يأتي أعضاء هذه المجموعة من Zoom أو من قائمة أشخاص. غيّرهم هناك، ثم استوردهم مرة أخرى.',
  'journal-in-use':
    'يزامن برنامج آخر على هذا الكمبيوتر Zoom مع تقويمك بالفعل. أغلق ذلك البرنامج أولاً، ثم حاول مرة أخرى.',
  'journal-newer':
    'سُجّل ما تمت مزامنته حتى الآن بإصدار أحدث من هذا البرنامج. ثبّت أحدث إصدار، ثم حاول مرة أخرى.',
  'journal-full':
    'لم تبقَ مساحة فارغة على هذا الكمبيوتر، فتوقفت المزامنة. لم يُفقد شيء. أفرغ بعض المساحة، ثم حاول مرة أخرى.',
  'journal-damaged':
    'سجل المزامنة تالف. ابدأ المزامنة مرة أخرى: سيُنشأ السجل من جديد من Zoom ومن تقويمك، ولن يُفقد منهما شيء.',
  'journal-unusable':
    'لا يمكن فتح سجل المزامنة: \u2068{reason}\u2069. تحقق من أنه يحق لك الكتابة في مجلده، ثم حاول مرة أخرى.',
  'host-call-failed': 'لم يتمكن Outlook من {action}. لم يتغيّر شيء؛ حاول مرة أخرى.',
  'calendar-refused':
    'لا يسمح Outlook للوظائف الإضافية بحفظ أي شيء في مواعيد هذا التقويم، على الأرجح لأنه يخص شخصًا آخر. لم يتغيّر شيء. أنشئ الموعد في تقويمك الخاص، أو اطلب من صاحب التقويم إضافة الاجتماع.',
  'host-unsupported': 'لا يمكن لهذا الإصدار من Outlook القيام بذلك: \u2068{reason}\u2069',
  'half-done': 'لم تكتمل إضافة الاجتماع إلى الموعد: لم يتمكن Outlook من {action}. اضغط «إصلاح» للإكمال.',
  'half-updated': 'تغيّر الاجتماع في Zoom، لكن Outlook لم يتمكن من {action}. اضغط «تحديث» مرة أخرى للإكمال.',
  'half-followed':
    'نُقل إلى الموعد جزء مما تغيّر في Zoom، لكن Outlook لم يتمكن من {action}. حاول مرة أخرى للإكمال.',
  'half-removed':
    'لم تكتمل إزالة الاجتماع من الموعد: لم يتمكن Outlook من {action}. اضغط «إزالة» مرة أخرى للإكمال.',
} satisfies ErrorWords;

// They follow «لم يتمكن Outlook من», so each is a verbal noun.
export const hostActions = {
  'read the subject of the appointment': 'قراءة موضوع الموعد',
  'read the times of the appointment': 'قراءة أوقات الموعد',
  'read the location of the appointment': 'قراءة مكان الموعد',
  'read the text of the appointment': 'قراءة نص الموعد',
  'read how the appointment repeats': 'قراءة تكرار الموعد',
  'read who is invited': 'قراءة قائمة المدعوين',
  'read what the add-in keeps on the appointment': 'قراءة ما تحفظه الوظيفة الإضافية في الموعد',
  'write the subject of the appointment': 'كتابة موضوع الموعد',
  'write the times of the appointment': 'كتابة أوقات الموعد',
  'write the location of the appointment': 'كتابة مكان الموعد',
  'write the text of the appointment': 'كتابة نص الموعد',
  'write how the appointment repeats': 'كتابة تكرار الموعد',
  'save what the add-in keeps on the appointment': 'حفظ ما تحتفظ به الوظيفة الإضافية في الموعد',
  'tell the id of the appointment': 'ذكر معرّف الموعد',
  'tell when times change': 'الإبلاغ عن تغيّر الأوقات',
  'tell when another item is chosen': 'الإبلاغ عن اختيار عنصر آخر',
  'show a message on the appointment': 'عرض رسالة على الموعد',
  'take a message off the appointment': 'إزالة رسالة من الموعد',
  'open the sign-in window': 'فتح نافذة تسجيل الدخول',
  'let one window finish first': 'انتظار انتهاء نافذة أخرى',
  'change the appointment': 'تغيير الموعد',
} satisfies HostActionWords;
