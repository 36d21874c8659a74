/** Series on the page: the recurrence dialog's fields, its words, dragging, and copies. */
import type { Recurrence } from '../../../src/domain/recurrence';
import type { Appointment } from '../../../src/helper/embedded/model';
import { draggedSeries, draggedTimes, snapped } from '../../../src/sandbox/outlook/page/calendar/drag';
import { fromLocal } from '../../../src/sandbox/outlook/page/dates';
import { formOf, recurrenceOf } from '../../../src/sandbox/outlook/page/item/recurrence-form';
import { describeSeries } from '../../../src/sandbox/outlook/page/item/recurrence-words';
import { copyRequestOf, requestOf } from '../../../src/sandbox/outlook/page/save-request';

const zone = 'Europe/Berlin';
const occasion = {
  start: '2030-01-09T10:00:00',
  durationMinutes: 60,
  timeZone: 'W. Europe Standard Time',
};
const series = (rule: Recurrence['rule'], end: Recurrence['end'] = { kind: 'never' }): Recurrence => ({
  ...occasion,
  rule,
  end,
});
const at = (day: string, time: string): number => fromLocal(day, time, zone) ?? NaN;

describe('the fields of the recurrence dialog', () => {
  it.each([
    series({ frequency: 'daily', interval: 3 }, { kind: 'count', count: 7 }),
    series({ frequency: 'weekly', interval: 2, days: ['monday', 'wednesday'], weekStart: 'sunday' }),
    series({ frequency: 'monthly', interval: 1, on: { kind: 'date', date: 9 } }),
    series({ frequency: 'monthly', interval: 2, on: { kind: 'weekday', which: 'second', day: 'wednesday' } }),
    series(
      {
        frequency: 'yearly',
        interval: 1,
        month: 1,
        on: { kind: 'weekday', which: 'second', day: 'wednesday' },
      },
      { kind: 'until', date: '2040-12-31' },
    ),
  ])('give back the series that they were filled from: $rule', (recurrence) => {
    expect(recurrenceOf(formOf(recurrence, recurrence), recurrence)).toEqual(recurrence);
  });

  it('begin with the day of the appointment, in each kind of pattern', () => {
    const form = formOf(null, { ...occasion, start: '2030-01-31T10:00:00' });
    expect(form).toMatchObject({ days: ['thursday'], date: '31', which: 'last', day: 'thursday', month: 1 });
  });

  it.each([
    [{ interval: '0' }, 'after how many'],
    [{ interval: '1.5' }, 'after how many'],
    [{ days: [] }, 'at least one day'],
    [{ frequency: 'monthly', date: '32' } as const, 'which day of the month'],
    [{ end: 'count', count: '1000' } as const, 'after how many occurrences it ends'],
    [{ end: 'until', until: '2030-02-30' } as const, 'on which day it ends'],
    [{ end: 'until', until: '2030-01-08' } as const, 'ends before its first occurrence'],
  ])('say what is wrong with %j', (given, told) => {
    const form = { ...formOf(null, occasion), ...given };
    expect(recurrenceOf(form, occasion)).toEqual({ problem: expect.stringContaining(told) });
  });
});

it.each([
  [series({ frequency: 'daily', interval: 1 }), 'every day from Wednesday 9 January 2030, 10:00 to 11:00.'],
  [
    series(
      { frequency: 'weekly', interval: 2, days: ['sunday', 'monday', 'friday'], weekStart: 'monday' },
      { kind: 'count', count: 1 },
    ),
    'every 2 weeks on Monday, Friday, and Sunday from Wednesday 9 January 2030, 10:00 to 11:00, once.',
  ],
  [
    series(
      { frequency: 'yearly', interval: 1, month: 2, on: { kind: 'date', date: 29 } },
      { kind: 'until', date: '2033-01-01' },
    ),
    'every year on 29 February from Wednesday 9 January 2030, 10:00 to 11:00, until Saturday 1 January 2033.',
  ],
  [
    { ...series({ frequency: 'daily', interval: 1 }), start: '2030-01-09T00:00:00', durationMinutes: 1440 },
    'every day from Wednesday 9 January 2030.',
  ],
])('says how it repeats: %#', (recurrence, words) => {
  expect(describeSeries(recurrence)).toBe(`Occurs ${words}`);
});

describe('dragging', () => {
  const span = { start: at('2030-03-30', '09:00'), end: at('2030-03-30', '10:00'), allDay: false };

  it('keeps the hour over a change of the clocks, and the length', () => {
    expect(draggedTimes(span, 'move', { days: 1, minutes: 0 }, zone)).toEqual({
      start: at('2030-03-31', '09:00'),
      end: at('2030-03-31', '10:00'),
    });
  });

  it('makes nothing shorter than a quarter of an hour, and whole days not shorter than one', () => {
    expect(draggedTimes(span, 'resize', { days: 0, minutes: -300 }, zone).end).toBe(span.start + 900_000);
    const whole = { start: at('2030-03-30', '00:00'), end: at('2030-04-02', '00:00'), allDay: true };
    expect(draggedTimes(whole, 'resize', { days: -9, minutes: 0 }, zone).end).toBe(at('2030-03-31', '00:00'));
    expect(draggedTimes(whole, 'move', { days: 2, minutes: 45 }, zone)).toEqual({
      start: at('2030-04-01', '00:00'),
      end: at('2030-04-04', '00:00'),
    });
  });

  it('goes in steps of a quarter of an hour', () => {
    expect([7, 8, -7, -8].map(snapped)).toEqual([0, 15, 0, -15]);
  });

  const weekly = series({
    frequency: 'weekly',
    interval: 1,
    days: ['wednesday', 'saturday'],
    weekStart: 'monday',
  });
  const whole = {
    start: at('2030-01-09', '10:00'),
    end: at('2030-01-09', '11:00'),
    recurrence: weekly,
  };
  const from = { start: at('2030-07-10', '10:00'), end: at('2030-07-10', '11:00') };
  const to = { start: at('2030-07-11', '09:30'), end: at('2030-07-11', '11:00') };

  it('takes a whole series along by the same days and minutes, in summer and winter alike', () => {
    expect(draggedSeries(whole, from, to, zone)).toEqual({
      ...weekly,
      rule: { ...weekly.rule, days: ['sunday', 'thursday'] },
      start: '2030-01-10T09:30:00',
      durationMinutes: 90,
    });
  });

  it('cannot take a second Wednesday of the month to another day, but to another hour', () => {
    const monthly = series({
      frequency: 'monthly',
      interval: 1,
      on: { kind: 'weekday', which: 'second', day: 'wednesday' },
    });
    expect(draggedSeries({ ...whole, recurrence: monthly }, from, to, zone)).toBeUndefined();
    const later = { start: from.start + 3_600_000, end: from.end + 3_600_000 };
    expect(draggedSeries({ ...whole, recurrence: monthly }, from, later, zone)).toEqual({
      ...monthly,
      start: '2030-01-09T11:00:00',
    });
  });
});

describe('requests', () => {
  const occurrence: Appointment = {
    ...{ id: 'i', searchKey: 'k', uid: 'u', storeId: 's', folderId: 'f', changeNumber: 7 },
    ...{ created: 0, modified: 0, subject: 'Planning', body: { format: 'html', content: '<p>x</p>' } },
    ...{ location: 'Room', start: 1, end: 2, allDay: false, timeZone: 'UTC', sent: true },
    organizer: { name: 'o', address: 'o@example.test' },
    required: [{ name: 'a', address: 'a@example.test' }],
    optional: [],
    customProperties: { addIn: '1' },
    recurrence: series({ frequency: 'daily', interval: 1 }),
    seriesId: 'series',
    originalDate: '2030-01-09',
  };

  it('for an occurrence say nothing of its series', () => {
    expect(requestOf(occurrence)).toMatchObject({ changeNumber: 7, recurrence: undefined, send: false });
    const { seriesId: _none, ...whole } = occurrence;
    expect(requestOf(whole)).toMatchObject({ recurrence: occurrence.recurrence });
  });

  it('for a copy carry everything but what makes it that appointment', () => {
    expect(copyRequestOf(occurrence, { start: 5, end: 6 })).toEqual({
      ...{ storeId: 's', subject: 'Planning', body: occurrence.body, location: 'Room', start: 5, end: 6 },
      ...{ allDay: false, timeZone: 'UTC', recurrence: null, required: occurrence.required, optional: [] },
      ...{ customProperties: { addIn: '1' }, send: false },
    });
  });
});
