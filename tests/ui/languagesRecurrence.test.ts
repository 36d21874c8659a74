/** How something repeats, in the languages beside English. */
import type { Rule } from '../../src/domain/recurrence';
import { recurrenceInWords } from '../../src/ui/recurrenceWords';
import { wordsFor } from '../../src/ui/words';

const daily = (interval: number): Rule => ({ frequency: 'daily', interval });
const weekly = (interval: number): Rule => ({
  frequency: 'weekly',
  interval,
  days: ['monday', 'thursday'],
  weekStart: 'monday',
});
const lastFriday: Rule = {
  frequency: 'monthly',
  interval: 2,
  on: { kind: 'weekday', which: 'last', day: 'friday' },
};
const firstWorkday: Rule = {
  frequency: 'monthly',
  interval: 1,
  on: { kind: 'weekday', which: 'first', day: 'workday' },
};
const lastDay: Rule = {
  frequency: 'monthly',
  interval: 1,
  on: { kind: 'weekday', which: 'last', day: 'day' },
};
/** In a sentence, its point must not stand beside the sentence's own. */
const lastDate: Rule = { frequency: 'monthly', interval: 1, on: { kind: 'date', date: 31 } };
const secondSunday: Rule = {
  frequency: 'yearly',
  interval: 1,
  month: 5,
  on: { kind: 'weekday', which: 'second', day: 'sunday' },
};

test.each<[locale: string, rule: Rule, words: string]>([
  ['de-DE', daily(1), 'Jeden Tag'],
  ['de-DE', daily(3), 'Alle 3 Tage'],
  ['de-DE', weekly(1), 'Jede Woche am Montag und Donnerstag'],
  ['de-DE', lastFriday, 'Alle 2 Monate am letzten Freitag'],
  ['de-DE', secondSunday, 'Jedes Jahr am zweiten Sonntag im Mai'],
  ['de-DE', firstWorkday, 'Jeden Monat am ersten Arbeitstag'],
  ['de-DE', lastDate, 'Jeden Monat am 31. Tag'],
  ['ja-JP', daily(1), '毎日'],
  ['ja-JP', daily(3), '3 日ごと'],
  ['ja-JP', weekly(1), '毎週月曜日、木曜日'],
  ['ja-JP', weekly(2), '2 週間ごとの月曜日、木曜日'],
  ['ja-JP', lastFriday, '2 か月ごとの最後の金曜日'],
  ['ja-JP', secondSunday, '毎年5月の2 番目の日曜日'],
  ['ar', daily(1), 'كل يوم'],
  ['ar', daily(2), 'كل يومين'],
  ['ar', daily(3), 'كل 3 أيام'],
  ['ar', daily(11), 'كل 11 يومًا'],
  ['ar', daily(100), 'كل 100 يوم'],
  ['ar', weekly(1), 'كل أسبوع: الاثنين والخميس'],
  ['ar', lastFriday, 'كل شهرين: يوم الجمعة الأخير'],
  ['ar', firstWorkday, 'كل شهر: يوم العمل الأول'],
  ['ar', lastDay, 'كل شهر: اليوم الأخير'],
  ['ar', secondSunday, 'كل سنة: يوم الأحد الثاني من مايو'],
])('%s %j', async (locale, rule, words) => {
  expect(recurrenceInWords({ rule, end: { kind: 'never' } }, await wordsFor(locale))).toBe(words);
});

test.each([
  ['de-DE', 'Jeden Tag, bis 24.12.2026'],
  ['ja-JP', '毎日、2026/12/24 まで'],
  ['ar-SA', 'كل يوم، حتى 24\u200f/12\u200f/2026'],
])('%s says until when, in one kind of digits', async (locale, words) => {
  const end = { kind: 'until', date: '2026-12-24' } as const;
  expect(recurrenceInWords({ rule: daily(1), end }, await wordsFor(locale))).toBe(words);
});

test.each([
  ['de-DE', 'Jeden Tag, 10-mal'],
  ['ja-JP', '毎日、全 10 回'],
  ['ar', 'كل يوم، 10 مرات'],
])('%s says how often', async (locale, words) => {
  const end = { kind: 'count', count: 10 } as const;
  expect(recurrenceInWords({ rule: daily(1), end }, await wordsFor(locale))).toBe(words);
});
