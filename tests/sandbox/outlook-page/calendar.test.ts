/** Where appointments lie in the week, and what its dates and addresses say. */
import * as fc from 'fast-check';
import type { Appointment } from '../../../src/helper/embedded/model';
import { layOut } from '../../../src/sandbox/outlook/page/calendar/layout';
import * as dates from '../../../src/sandbox/outlook/page/dates';
import { formatRoute, parseRoute } from '../../../src/sandbox/outlook/page/route';

const zone = 'Europe/Berlin';
const monday = '2030-01-07';
const days = dates.daysFrom(monday, 7);
const opens = dates.startOfDay(monday, zone);
const hour = 3_600_000;

function appointment(id: string, start: number, end: number, allDay = false): Appointment {
  return {
    ...{ id, searchKey: id, uid: id, storeId: 's', folderId: 'f', changeNumber: 1, created: 0, modified: 0 },
    ...{
      subject: id,
      body: { format: 'html', content: '' },
      location: '',
      start,
      end,
      allDay,
      timeZone: 'UTC',
      recurrence: null,
    },
    ...{
      organizer: { name: 'o', address: 'o@example.test' },
      required: [],
      optional: [],
      customProperties: {},
      sent: false,
    },
  };
}

describe('the layout of a week', () => {
  it('puts appointments that overlap side by side, and gives the others the whole column', () => {
    const { timed } = layOut(
      [
        appointment('a', opens + 9 * hour, opens + 11 * hour),
        appointment('b', opens + 10 * hour, opens + 12 * hour),
        appointment('c', opens + 13 * hour, opens + 14 * hour),
      ],
      days,
      zone,
    );
    expect(
      timed[0]?.map(({ appointment: { id }, from, to, column, columns }) => [id, from, to, column, columns]),
    ).toEqual([
      ['a', 540, 660, 0, 2],
      ['b', 600, 720, 1, 2],
      ['c', 780, 840, 0, 1],
    ]);
  });

  it('cuts an appointment over midnight at the days, and keeps one without length visible', () => {
    const { timed } = layOut(
      [
        appointment('late', opens + 23 * hour, opens + 25 * hour),
        appointment('point', opens + 30 * hour, opens + 30 * hour),
      ],
      days,
      zone,
    );
    expect(timed[0]?.map(({ from, to }) => [from, to])).toEqual([[1380, 1440]]);
    expect(timed[1]?.map(({ from, to }) => [from, to])).toEqual([
      [0, 60],
      [360, 380],
    ]);
  });

  it('draws whole days as bars in lanes, up to and without their end', () => {
    const { lanes, laneCount, timed } = layOut(
      [
        appointment('fair', opens - 24 * hour, opens + 48 * hour, true),
        appointment('holiday', opens + 24 * hour, opens + 48 * hour, true),
      ],
      days,
      zone,
    );
    expect(
      lanes.map(({ appointment: { id }, firstDay, days: count, lane }) => [id, firstDay, count, lane]),
    ).toEqual([
      ['fair', 0, 2, 0],
      ['holiday', 1, 1, 1],
    ]);
    expect(laneCount).toBe(2);
    expect(timed.flat()).toEqual([]);
  });

  it('never lets two blocks of a day cover each other', () => {
    const spans = fc.array(fc.tuple(fc.integer({ min: 0, max: 1430 }), fc.integer({ min: 0, max: 600 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(spans, (given) => {
        const { timed } = layOut(
          given.map(([from, length], index) =>
            appointment(`i${index}`, opens + from * 60_000, opens + (from + length) * 60_000),
          ),
          [monday],
          zone,
        );
        const blocks = timed[0] ?? [];
        expect(blocks).toHaveLength(given.length);
        for (const one of blocks) {
          expect(one.column).toBeLessThan(one.columns);
          for (const other of blocks) {
            const apart = one === other || one.to <= other.from || other.to <= one.from;
            expect(apart || (one.column !== other.column && one.columns === other.columns)).toBe(true);
          }
        }
      }),
    );
  });
});

describe("dates in the mailbox's zone", () => {
  it('keeps clock times over a change of the clocks', () => {
    expect(dates.fromLocal('2030-03-30', '09:00', zone)).toBe(Date.UTC(2030, 2, 30, 8));
    expect(dates.fromLocal('2030-04-01', '09:00', zone)).toBe(Date.UTC(2030, 3, 1, 7));
    expect(dates.fromLocal('2030-03-31', '02:30', zone)).toBe(Date.UTC(2030, 2, 31, 1, 30));
    expect(dates.toLocal(Date.UTC(2030, 2, 31, 1, 30), zone)).toEqual({ day: '2030-03-31', time: '03:30' });
  });

  it('finds nothing in what is no day or time', () => {
    expect(dates.fromLocal('', '09:00', zone)).toBeUndefined();
    expect(dates.fromLocal('2030-01-07', '', zone)).toBeUndefined();
  });

  it('begins weeks on Monday, over the turn of a year too', () => {
    expect(dates.startOfWeek('2030-01-13')).toBe('2030-01-07');
    expect(dates.startOfWeek('2030-01-01')).toBe('2029-12-31');
  });

  it('says when an appointment is', () => {
    const span = { start: opens + 9 * hour, end: opens + 10 * hour, allDay: false };
    expect(dates.describeSpan(span, zone)).toBe('Monday 7 January 2030, 09:00 to 10:00');
    expect(dates.describeSpan({ start: opens, end: opens + 48 * hour, allDay: true }, zone)).toBe(
      'Monday 7 January 2030 to Tuesday 8 January 2030, all day',
    );
  });
});

describe('addresses of views', () => {
  it.each([
    { view: 'week', day: undefined },
    { view: 'week', day: '2030-01-07' },
    { view: 'appointment', id: 'A/B?C#D%' },
    { view: 'new', start: 1, end: 2, allDay: true },
    { view: 'new', start: undefined, end: undefined, allDay: false },
  ] as const)('come back as they were: %j', (route) => {
    expect(parseRoute(formatRoute(route))).toEqual(route);
  });

  it.each(['', '#', '#/nowhere', '#/appointment/', '#/appointment/%E0%A4%A', '#/week/tomorrow'])(
    'lead to the current week when they mean nothing: %s',
    (hash) => {
      expect(parseRoute(hash)).toEqual({ view: 'week', day: undefined });
    },
  );
});
