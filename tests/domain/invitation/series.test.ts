/** How a series is told in the invitation. */
import { renderInvitation, wordsFor } from '../../../src/domain/invitation';
import { limitsInWords, ruleInWords } from '../../../src/domain/invitation/seriesInWords';
import type { Rule } from '../../../src/domain/recurrence';
import { context, meeting, series } from './samples';

const weekly = (interval: number, ...days: Extract<Rule, { frequency: 'weekly' }>['days']): Rule => ({
  frequency: 'weekly',
  interval,
  days,
  weekStart: 'monday',
});
const workWeek = weekly(1, 'monday', 'tuesday', 'wednesday', 'thursday', 'friday');
const monthly = (interval: number, date: number): Rule => ({
  frequency: 'monthly',
  interval,
  on: { kind: 'date', date },
});
const nth = (
  which: 'first' | 'second' | 'last',
  day: 'monday' | 'friday' | 'day' | 'workday' | 'weekend-day',
  interval = 1,
): Rule => ({ frequency: 'monthly', interval, on: { kind: 'weekday', which, day } });
const yearly: Rule = { frequency: 'yearly', interval: 1, month: 10, on: { kind: 'date', date: 1 } };
const yearlyNth: Rule = {
  frequency: 'yearly',
  interval: 2,
  month: 10,
  on: { kind: 'weekday', which: 'last', day: 'friday' },
};

const rules: readonly [string, Rule][] = [
  ['daily', { frequency: 'daily', interval: 1 }],
  ['every 2 days', { frequency: 'daily', interval: 2 }],
  ['every 11 days', { frequency: 'daily', interval: 11 }],
  ['on saturday and sunday, given in the order from sunday on', weekly(1, 'sunday', 'saturday')],
  ['every 3 weeks', weekly(3, 'monday', 'wednesday', 'friday')],
  ['all seven days', weekly(1, 'sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday')],
  ['the work week', workWeek],
  ['the first of every month', monthly(1, 1)],
  ['a date every 2 months', monthly(2, 15)],
  ['the second monday', nth('second', 'monday')],
  ['the last friday every 3 months', nth('last', 'friday', 3)],
  ['the first workday', nth('first', 'workday')],
  ['the last weekend day', nth('last', 'weekend-day')],
  ['the last day', nth('last', 'day')],
  ['a date every year', yearly],
  ['a weekday every 2 years', yearlyNth],
];

const told: Readonly<Record<string, readonly string[]>> = {
  en: [
    'Every day',
    'Every 2 days',
    'Every 11 days',
    'Every Saturday and Sunday',
    'Every 3 weeks on Monday, Wednesday, and Friday',
    'Every day',
    'Every weekday (Monday to Friday)',
    'Day 1 of every month',
    'Day 15 of every 2 months',
    'The second Monday of every month',
    'The last Friday of every 3 months',
    'The first weekday of every month',
    'The last weekend day of every month',
    'The last day of every month',
    'Every year on October 1',
    'The last Friday of October every 2 years',
  ],
  de: [
    'Täglich',
    'Alle 2 Tage',
    'Alle 11 Tage',
    'Jeden Samstag und Sonntag',
    'Alle 3 Wochen am Montag, Mittwoch und Freitag',
    'Täglich',
    'Montag bis Freitag',
    'Am 1. jedes Monats',
    'Alle 2 Monate am 15.',
    'Jeden zweiten Montag im Monat',
    'Alle 3 Monate am letzten Freitag',
    'Jeden ersten Arbeitstag im Monat',
    'Jeden letzten Wochenendtag im Monat',
    'Jeden letzten Tag im Monat',
    'Jedes Jahr am 1. Oktober',
    'Alle 2 Jahre am letzten Freitag im Oktober',
  ],
  ja: [
    '毎日',
    '2日ごと',
    '11日ごと',
    '毎週土曜日、日曜日',
    '3週間ごとの月曜日、水曜日、金曜日',
    '毎日',
    '平日 (月曜日～金曜日)',
    '毎月1日',
    '2か月ごとの15日',
    '毎月第2月曜日',
    '3か月ごとの最終金曜日',
    '毎月最初の平日',
    '毎月最後の週末の日',
    '毎月最後の日',
    '毎年10月1日',
    '2年ごとの10月の最終金曜日',
  ],
  ar: [
    'كل يوم',
    'كل يومين',
    'كل 11 يومًا',
    'كل أسبوع: السبت والأحد',
    'كل 3 أسابيع: الاثنين والأربعاء والجمعة',
    'كل يوم',
    'كل أسبوع: من الاثنين إلى الجمعة',
    'اليوم 1 من كل شهر',
    'اليوم 15 كل شهرين',
    'يوم الاثنين الثاني من كل شهر',
    'يوم الجمعة الأخير كل 3 أشهر',
    'يوم العمل الأول من كل شهر',
    'يوم العطلة الأسبوعية الأخير من كل شهر',
    'اليوم الأخير من كل شهر',
    'كل سنة في 1 أكتوبر',
    'يوم الجمعة الأخير من أكتوبر كل سنتين',
  ],
  fr: [
    'Tous les jours',
    'Tous les 2 jours',
    'Tous les 11 jours',
    'Tous les samedis et dimanches',
    'Toutes les 3 semaines, le lundi, le mercredi et le vendredi',
    'Tous les jours',
    'Du lundi au vendredi',
    'Le 1er de chaque mois',
    'Tous les 2 mois, le 15',
    'Le deuxième lundi de chaque mois',
    'Tous les 3 mois, le dernier vendredi',
    'Le premier jour ouvré de chaque mois',
    'Le dernier jour de week-end de chaque mois',
    'Le dernier jour de chaque mois',
    'Chaque année, le 1er octobre',
    'Tous les 2 ans en octobre, le dernier vendredi',
  ],
  es: [
    'Todos los días',
    'Cada 2 días',
    'Cada 11 días',
    'Todos los sábados y domingos',
    'Cada 3 semanas, los lunes, miércoles y viernes',
    'Todos los días',
    'De lunes a viernes',
    'El día 1 de cada mes',
    'El día 15, cada 2 meses',
    'El segundo lunes de cada mes',
    'El último viernes, cada 3 meses',
    'El primer día laborable de cada mes',
    'El último día del fin de semana de cada mes',
    'El último día de cada mes',
    'Cada año, el 1 de octubre',
    'Cada 2 años, el último viernes de octubre',
  ],
};

test.each(Object.entries(told))('patterns are told in %s', (language, expected) => {
  expect(rules.map(([, rule]) => ruleInWords(rule, wordsFor(language)))).toEqual(expected);
});

test.each([
  [
    'en',
    [
      'from November 23, 2026 until December 18, 2026',
      'from November 23, 2026 (10 times)',
      'from November 23, 2026 with no end date',
    ],
  ],
  [
    'de',
    [
      'ab 23. November 2026 bis 18. Dezember 2026',
      'ab 23. November 2026 (10-mal)',
      'ab 23. November 2026 ohne Enddatum',
    ],
  ],
  [
    'ja',
    ['2026年11月23日から 2026年12月18日まで', '2026年11月23日から (全10回)', '2026年11月23日から 終了日なし'],
  ],
  [
    'ar',
    [
      'ابتداءً من 23 نوفمبر 2026 حتى 18 ديسمبر 2026',
      'ابتداءً من 23 نوفمبر 2026 (10 مرات)',
      'ابتداءً من 23 نوفمبر 2026 بلا تاريخ انتهاء',
    ],
  ],
  [
    'fr',
    [
      'à partir du 23 novembre 2026 jusqu’au 18 décembre 2026',
      'à partir du 23 novembre 2026 (10 fois)',
      'à partir du 23 novembre 2026 sans date de fin',
    ],
  ],
  [
    'es',
    [
      'a partir del 23 de noviembre de 2026 hasta el 18 de diciembre de 2026',
      'a partir del 23 de noviembre de 2026 (10 veces)',
      'a partir del 23 de noviembre de 2026 sin fecha de finalización',
    ],
  ],
])('beginning and end are told in %s', (language, expected) => {
  const limits = (end: Parameters<typeof limitsInWords>[2]) =>
    limitsInWords(Date.parse('2026-11-23T08:00:00Z'), 'Europe/Berlin', end, wordsFor(language));
  expect([
    limits({ kind: 'until', date: '2026-12-18' }),
    limits({ kind: 'count', count: 10 }),
    limits({ kind: 'never' }),
  ]).toEqual(expected);
});

const timeOf = (of = series, zone = context.timeZone) =>
  renderInvitation('text', of, { ...context, timeZone: zone })
    .split('\n')
    .find((line) => line.startsWith('Time'));

test('a series is told as pattern, clock, limits and a zone that holds all year', () => {
  expect(timeOf()).toBe(
    'Time: Every Monday and Wednesday, 9:00 AM – 9:30 AM, from November 23, 2026 until December 18, 2026, Central European Time (Europe/Berlin)',
  );
});

test('a series is told in its own zone, whoever reads it, since only there it keeps its clock', () => {
  expect(timeOf(series, 'America/New_York')).toBe(timeOf());
  expect(timeOf({ ...series, timeZone: 'UTC' })).toMatch(
    /8:00 AM – 8:30 AM, .*, Coordinated Universal Time \(Etc\/UTC\)$/,
  );
});

test('a series without fixed times tells none: its appointment has them', () => {
  expect(timeOf({ ...meeting, repeats: { kind: 'no-fixed-time' } })).toBeUndefined();
});

test('the first of a month is written the French way', () => {
  const onTheFirst = { ...meeting, start: '2026-11-01T08:00:00Z' };
  const html = renderInvitation('html', onTheFirst, { ...context, language: 'fr-CA' });
  expect(html).toContain('dimanche 1er novembre 2026');
});
