import fc from 'fast-check';
import { Link } from '../../../src/domain/link';
import type { RecurrenceEnd, Rule } from '../../../src/domain/recurrence';
import { repeatsText, ruleText } from '../../../src/domain/recurrence/text';
import {
  anyEnd,
  anyRule,
  count,
  daily,
  monthly,
  never,
  the,
  until,
  weekly,
  workdays,
  yearly,
} from './samples';

test.each<[Rule, RecurrenceEnd, string]>([
  [daily(), count(5), 'FREQ=DAILY;COUNT=5'],
  [daily(3), until('2026-12-31'), 'FREQ=DAILY;INTERVAL=3;UNTIL=20261231'],
  [workdays, never, 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR'],
  [weekly(['sunday', 'wednesday'], 2, 'monday'), never, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,WE;WKST=MO'],
  [weekly(['wednesday'], 2, 'monday'), never, 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE'],
  [monthly(15), never, 'FREQ=MONTHLY;BYMONTHDAY=15'],
  [monthly(31), never, 'FREQ=MONTHLY;BYMONTHDAY=28,29,30,31;BYSETPOS=-1'],
  [monthly(the('second', 'tuesday')), never, 'FREQ=MONTHLY;BYDAY=2TU'],
  [monthly(the('last', 'day')), never, 'FREQ=MONTHLY;BYMONTHDAY=-1'],
  [monthly(the('first', 'workday')), never, 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=1'],
  [yearly(11, the('last', 'weekend-day')), never, 'FREQ=YEARLY;BYMONTH=11;BYDAY=SU,SA;BYSETPOS=-1'],
])('%j %j is %s', (rule, end, text) => {
  expect(ruleText(rule, end)).toBe(text);
});

test('the order in which days were named does not matter', () => {
  expect(ruleText(weekly(['friday', 'monday']), never)).toBe(ruleText(weekly(['monday', 'friday']), never));
});

test('a single meeting has no text, one without fixed time says so', () => {
  expect(repeatsText(null)).toBeUndefined();
  expect(repeatsText({ kind: 'no-fixed-time' })).toBe('NO-FIXED-TIME');
  expect(repeatsText({ kind: 'series', rule: daily(), end: count(2) })).toBe('FREQ=DAILY;COUNT=2');
});

test('the link takes the text of any rule', () => {
  const repeats = Link.shape.agreed.shape.repeats;
  fc.assert(
    fc.property(anyRule, anyEnd, (rule, end) => {
      expect(repeats.safeParse(ruleText(rule, end)).success).toBe(true);
    }),
  );
});
