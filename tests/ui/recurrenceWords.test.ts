/** How something repeats, in words. */
import type { RecurrenceEnd, Rule } from '../../src/domain/recurrence';
import { recurrenceInWords } from '../../src/ui/recurrenceWords';
import { englishWords } from '../../src/ui/words';

const said = (rule: Rule, end: RecurrenceEnd = { kind: 'never' }) =>
  recurrenceInWords({ rule, end }, englishWords());
const weekly = (interval: number, ...days: Extract<Rule, { frequency: 'weekly' }>['days']): Rule => ({
  frequency: 'weekly',
  interval,
  days,
  weekStart: 'monday',
});

test.each<[string, Rule]>([
  ['Every day', { frequency: 'daily', interval: 1 }],
  ['Every 3 days', { frequency: 'daily', interval: 3 }],
  ['Every week on Monday and Thursday', weekly(1, 'monday', 'thursday')],
  ['Every 2 weeks on Sunday', weekly(2, 'sunday')],
  ['Every weekday (Monday to Friday)', weekly(1, 'monday', 'tuesday', 'wednesday', 'thursday', 'friday')],
  ['Every month on day 31', { frequency: 'monthly', interval: 1, on: { kind: 'date', date: 31 } }],
  [
    'Every 2 months on the last Friday',
    { frequency: 'monthly', interval: 2, on: { kind: 'weekday', which: 'last', day: 'friday' } },
  ],
  [
    'Every month on the first weekday',
    { frequency: 'monthly', interval: 1, on: { kind: 'weekday', which: 'first', day: 'workday' } },
  ],
  [
    'Every year on February 29',
    { frequency: 'yearly', interval: 1, month: 2, on: { kind: 'date', date: 29 } },
  ],
  [
    'Every year on the second Sunday of May',
    {
      frequency: 'yearly',
      interval: 1,
      month: 5,
      on: { kind: 'weekday', which: 'second', day: 'sunday' },
    },
  ],
])('%s', (words, rule) => {
  expect(said(rule)).toBe(words);
});

test('an end is said after the pattern', () => {
  const daily: Rule = { frequency: 'daily', interval: 1 };
  expect(said(daily, { kind: 'count', count: 10 })).toBe('Every day, 10 times');
  expect(said(daily, { kind: 'count', count: 1 })).toBe('Every day, once');
  expect(said(daily, { kind: 'until', date: '2026-12-24' })).toBe('Every day, until Dec 24, 2026');
});
