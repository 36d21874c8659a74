/** Recurrence as Office.js sends and reads it: the calls' answers, Outlook's codes, and what an open series tells. */
import * as fc from 'fast-check';
import type { Recurrence } from '../../../src/domain/recurrence';
import { describeRecurrence, readRecurrence } from '../../../src/sandbox/outlook/host/calls/recurrence';
import type { ItemEvent, ItemState } from '../../../src/sandbox/outlook/host/session';
import { ItemSession } from '../../../src/sandbox/outlook/host/session';

const zone = 'W. Europe Standard Time';
const weekly = {
  recurrenceType: 'weekly',
  recurrenceProperties: { interval: 1, days: ['tue', 'thu'], firstDayOfWeek: 'sun' },
  recurrenceTimeZone: { name: zone, offset: 60 },
  seriesTimeJson: {
    ...{ startYear: 2030, startMonth: 1, startDay: 2, endYear: 2030, endMonth: 3, endDay: 2 },
    ...{ startTimeMin: 540, durationMin: 30 },
  },
};
const read: Recurrence = {
  rule: { frequency: 'weekly', interval: 1, days: ['tuesday', 'thursday'], weekStart: 'sunday' },
  end: { kind: 'until', date: '2030-03-02' },
  start: '2030-01-03T09:00:00',
  durationMinutes: 30,
  timeZone: zone,
};

describe('a pattern of an add-in', () => {
  it('is read with its start on its first occurrence, in the zone of the item when it names none', () => {
    expect(readRecurrence(weekly, 'UTC')).toEqual(read);
    const { recurrenceTimeZone: _zone, ...nameless } = weekly;
    expect(readRecurrence(nameless, 'Tokyo Standard Time')).toEqual({
      ...read,
      timeZone: 'Tokyo Standard Time',
    });
  });

  it('of weekdays is weekly from Monday to Friday, and is told so again', () => {
    const pattern = { ...weekly, recurrenceType: 'weekday', recurrenceProperties: undefined };
    const found = readRecurrence(pattern, zone);
    expect(found).toMatchObject({ rule: { frequency: 'weekly', interval: 1 }, start: '2030-01-02T09:00:00' });
    expect('rule' in found && describeRecurrence(found)).toMatchObject({ recurrenceType: 'weekday' });
  });

  const monthly = { interval: 1, weekNumber: 'last', dayOfWeek: 'weekendDay' };
  const time = weekly.seriesTimeJson;
  it.each([
    ['is no pattern', { recurrenceType: 'hourly' }, 9034],
    ['has no interval', { recurrenceProperties: { days: ['mon'] } }, 9034],
    ['has no days', { recurrenceProperties: { interval: 1, days: [] } }, 9034],
    ['has properties of another type', { recurrenceType: 'yearly', recurrenceProperties: monthly }, 9034],
    ['begins on a day that is none', { seriesTimeJson: { ...time, startMonth: 2, startDay: 30 } }, 9034],
    ['has no occurrence', { seriesTimeJson: { ...time, endMonth: 1, endDay: 2 } }, 9035],
    [
      'has more than 999 occurrences',
      { recurrenceType: 'daily', seriesTimeJson: { ...time, endYear: 2040 } },
      9036,
    ],
    ['names a zone that Windows does not know', { recurrenceTimeZone: { name: 'Europe/Nowhere' } }, 9037],
  ])('that %s is refused', (_name, given, errorCode) => {
    expect(readRecurrence({ ...weekly, ...given }, zone)).toEqual({ errorCode });
  });

  it('comes back as it was told, whatever series it is', () => {
    const interval = fc.integer({ min: 1, max: 99 });
    const on = fc.oneof(
      fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
      fc.record({
        kind: fc.constant('weekday' as const),
        which: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
        day: fc.constantFrom('monday', 'sunday', 'day', 'workday', 'weekend-day'),
      }),
    );
    const rule = fc.oneof(
      fc.record({ frequency: fc.constant('daily' as const), interval }),
      fc.record({
        frequency: fc.constant('weekly' as const),
        interval,
        days: fc.subarray(['sunday', 'monday', 'wednesday', 'friday'] as const, { minLength: 1 }),
        weekStart: fc.constantFrom('sunday', 'monday'),
      }),
      fc.record({ frequency: fc.constant('monthly' as const), interval, on }),
      fc.record({
        frequency: fc.constant('yearly' as const),
        interval: fc.integer({ min: 1, max: 9 }),
        month: fc.integer({ min: 1, max: 12 }),
        on,
      }),
    );
    const end = fc.constantFrom<Recurrence['end']>({ kind: 'never' }, { kind: 'until', date: '2031-12-31' });
    fc.assert(
      fc.property(rule, end, (anyRule, anyEnd) => {
        const told = describeRecurrence({ ...read, rule: anyRule, end: anyEnd });
        const again = readRecurrence(told, 'UTC');
        // A rule may have no occurrence before its end; that is said, and nothing else is wrong with it.
        if ('errorCode' in again) expect(again.errorCode).toBe(9035);
        else expect(again).toMatchObject({ rule: anyRule, end: anyEnd, durationMinutes: 30, timeZone: zone });
      }),
    );
  });
});

it('tells the date of the last occurrence of a series that ends after so many', () => {
  const counted: Recurrence = { ...read, end: { kind: 'count', count: 3 } };
  expect(describeRecurrence(counted)).toMatchObject({
    recurrenceTimeZone: { name: zone, offset: 60 },
    seriesTimeJson: { endYear: 2030, endMonth: 1, endDay: 10, startTimeMin: 540, durationMin: 30 },
  });
  expect(describeRecurrence({ ...read, end: { kind: 'never' } })).toMatchObject({
    seriesTimeJson: { noEndDate: true },
  });
  expect(describeRecurrence(null)).toBeNull();
});

describe('an open series', () => {
  const nine = Date.UTC(2030, 0, 3, 8);
  const state: ItemState = {
    ...{ subject: '', body: { format: 'html', content: '' }, location: '', allDay: false, timeZone: zone },
    ...{ start: nine, end: nine + 30 * 60_000, recurrence: null, seriesId: undefined },
    ...{ organizer: { name: 'o', address: 'o@example.test' }, required: [], optional: [] },
    ...{ customProperties: {}, notifications: [], sessionData: {}, sent: false },
    ...{ savedId: undefined, changeNumber: undefined, created: undefined, modified: undefined },
  };
  const failing = () => Promise.reject(new Error('no mailbox'));
  const open = (given: Partial<ItemState> = {}) => {
    const session = new ItemSession(
      'compose',
      { ...state, ...given },
      {
        saveDraft: failing,
        saveReceivedProperties: failing,
      },
    );
    const heard: ItemEvent['kind'][] = [];
    session.listen(({ kind }) => heard.push(kind));
    return { session, heard };
  };

  it('has the times of its first occurrence', () => {
    const { session, heard } = open();
    session.edit({ recurrence: { ...read, start: '2030-01-08T11:00:00' } });
    const at = Date.UTC(2030, 0, 8, 10);
    expect(session.state).toMatchObject({ start: at, end: at + 30 * 60_000 });
    expect(heard).toEqual(['timeChanged', 'recurrenceChanged']);
  });

  it('takes its pattern along when its times are changed', () => {
    const { session, heard } = open({ recurrence: read });
    session.edit({ start: nine + 3_600_000, end: nine + 2 * 3_600_000 });
    expect(session.state.recurrence).toMatchObject({ start: '2030-01-03T10:00:00', durationMinutes: 60 });
    expect(heard).toEqual(['timeChanged', 'recurrenceChanged']);
  });

  it('tells nothing when its recurrence is taken away, as Outlook does', () => {
    const { session, heard } = open({ recurrence: read });
    session.edit({ recurrence: null });
    expect([session.state.recurrence, heard]).toEqual([null, []]);
  });

  it('stays as it is while one occurrence of it is open and moved', () => {
    const { session, heard } = open({ recurrence: read, seriesId: 'series' });
    session.edit({ start: nine + 60_000, end: nine + 120_000 });
    expect(session.state).toMatchObject({ recurrence: read, start: nine + 60_000 });
    expect(heard).toEqual(['timeChanged']);
  });
});
