/** Arabic: the history of changes. */
import type { AdminTable } from '../../types';

export const history = {
  title: 'السجل',
  text: 'كل تغيير، الأحدث أولًا. لا يُحذف منه شيء أبدًا.',
  empty: 'لم يتغير شيء بعد.',
  list: 'التغييرات',
  line: '\u2068{name}\u2069، {when}',
  actions: {
    saved: 'حفظ إعدادات',
    undone: 'التراجع عن تغيير',
    imported: 'استيراد ملف',
    created: 'إنشاء مجموعة',
    deleted: 'حذف مجموعة',
    ordered: 'تغيير ترتيب المجموعات',
    people: 'تغيير قائمة الأعضاء',
    connected: 'ربط خدمة',
    disconnected: 'فصل خدمة',
  },
  scopes: { account: 'الحساب', group: 'المجموعة \u2068{name}\u2069', member: 'العضو \u2068{name}\u2069' },
  what: {
    members: 'الأعضاء',
    name: 'الاسم',
    order: 'ترتيب المجموعات',
    group: 'المجموعة',
    people: 'قائمة الأعضاء',
    choice: 'الخدمة',
  },
  inGroup: '\u2068{group}\u2069: \u2068{setting}\u2069',
  from: 'من',
  to: 'إلى',
  setting: 'الإعداد',
  undo: 'تراجع',
  undoOf: 'تراجع: \u2068{what}\u2069، {when}',
  undone: 'تم التراجع.',
  more: 'عرض تغييرات أقدم',
  request: 'الطلب \u2068{id}\u2069',
} satisfies AdminTable<'history', 'ar'>;
