/** Series in the embedded profile: occurrences with ids, exceptions and cancellations, and what a change of the series does. */
import fc from 'fast-check';
import Database from 'libsql';
import type { Recurrence } from '../../../src/domain/recurrence';
import { occurrencesOf } from '../../../src/domain/recurrence/expand';
import { fromWallClock } from '../../../src/domain/timeZone';
import { ConflictError } from '../../../src/helper/embedded/errors';
import type { Appointment, Store } from '../../../src/helper/embedded/model';
import type { Profile } from '../../../src/helper/embedded/profile';
import { migrate, migrations } from '../../../src/helper/embedded/schema';
import { Desk, fields, hour, organizer, zone } from './fixtures';

let desk: Desk;
let profile: Profile;
let store: Store;

beforeEach(() => {
  desk = new Desk();
  profile = desk.open();
  store = profile.ensureStore(organizer, zone);
});
afterEach(() => desk.clear());

/** Mondays at nine in Berlin from 2 March 2026 on; the clocks go forward on 29 March. */
const mondays: Recurrence = {
  rule: { frequency: 'weekly', interval: 1, days: ['monday'], weekStart: 'monday' },
  end: { kind: 'count', count: 6 },
  start: '2026-03-02T09:00:00',
  durationMinutes: 60,
  timeZone: zone,
};
const day = 24 * hour;
const first = Date.UTC(2026, 2, 2, 8);

const add = (recurrence: Recurrence = mondays, given: Parameters<typeof fields>[0] = {}): Appointment =>
  profile.create({ storeId: store.id, fields: fields({ recurrence, ...given }) });
const view = (from = first - 7 * day, to = first + 100 * day): Appointment[] =>
  profile.view({ storeId: store.id, from, to });
const on = (date: string): Appointment => {
  const found = view().find(({ originalDate }) => originalDate === date);
  if (!found) throw new Error(`There is no occurrence on ${date}.`);
  return found;
};
const dates = (): (string | undefined)[] => view().map(({ originalDate }) => originalDate);

describe('a series', () => {
  it('lies in the folder once and is shown as its occurrences, on the same clock across daylight saving', () => {
    const series = add();
    expect(profile.list({ storeId: store.id })).toEqual([series]);
    expect(view().map(({ start }) => new Date(start).toISOString())).toEqual([
      '2026-03-02T08:00:00.000Z',
      '2026-03-09T08:00:00.000Z',
      '2026-03-16T08:00:00.000Z',
      '2026-03-23T08:00:00.000Z',
      '2026-03-30T07:00:00.000Z',
      '2026-04-06T07:00:00.000Z',
    ]);
    expect(view()[0]).toMatchObject({ seriesId: series.id, subject: 'Planning', recurrence: mondays });
  });

  it('begins with its first occurrence, whatever start it was given', () => {
    const series = add({ ...mondays, start: '2026-02-25T09:00:00' }, { start: 0, end: 1 });
    expect(series).toMatchObject({ start: first, end: first + hour, recurrence: { start: mondays.start } });
  });

  it('without any occurrence is refused', () => {
    const never = { ...mondays, end: { kind: 'until', date: '2026-03-01' } } as const;
    expect(() => add(never)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });

  it('without end is found as late as one looks', () => {
    add({ ...mondays, end: { kind: 'never' } });
    const late = Date.UTC(2036, 0, 1);
    expect(view(late, late + 14 * day).map(({ originalDate }) => originalDate)).toEqual([
      '2036-01-07',
      '2036-01-14',
    ]);
  });

  it('moved by its times alone takes its pattern along', () => {
    const series = add();
    const moved = profile.update(series.id, { start: first + day + hour, end: first + day + 2 * hour });
    expect(moved.recurrence).toMatchObject({ start: '2026-03-03T10:00:00', rule: { days: ['tuesday'] } });
  });

  it('becomes a single appointment and a series again', () => {
    const series = add();
    profile.delete(on('2026-03-09').id);
    expect(profile.update(series.id, { recurrence: null })).toMatchObject({ id: series.id, start: first });
    expect(view()).toHaveLength(1);
    profile.update(series.id, { recurrence: mondays });
    expect(view()).toHaveLength(6);
  });

  it('keeps its exceptions in another folder, where it and its occurrences have other ids', () => {
    const series = add();
    profile.update(on('2026-03-09').id, { subject: 'Special' });
    const deleted = profile.delete(series.id);
    expect(view()).toEqual([]);
    const back = profile.move(deleted?.id ?? '', series.folderId);
    expect(on('2026-03-09')).toMatchObject({ subject: 'Special', seriesId: back.id });
    expect(back.id).not.toBe(series.id);
  });

  it('is gone with its exceptions when it is deleted for good', () => {
    const series = add();
    profile.update(on('2026-03-09').id, { subject: 'Special' });
    profile.delete(profile.delete(series.id)?.id ?? '');
    const db = new Database(desk.file);
    expect(db.prepare('SELECT * FROM exceptions').all()).toEqual([]);
    db.close();
  });
});

describe('an occurrence', () => {
  it('has an id that stays, by which it is read', () => {
    add();
    const { id } = on('2026-03-16');
    profile.update(id, { start: first + 15 * day, end: first + 15 * day + hour });
    expect(profile.read(id)).toEqual(on('2026-03-16'));
    expect(profile.readMany([id, 'nothing'])).toEqual([on('2026-03-16')]);
  });

  it('that the pattern does not have is not there', () => {
    const series = add();
    const { id } = on('2026-03-09');
    profile.update(series.id, { recurrence: { ...mondays, end: { kind: 'count', count: 1 } } });
    for (const use of [() => profile.read(id), () => profile.update(id, {}), () => profile.delete(id)])
      expect(use).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  it('inherits everything until it is changed, then has times, body and properties of its own', () => {
    const series = add(mondays, { customProperties: { addIn: '1' } });
    profile.update(on('2026-03-09').id, { location: 'Room 2' });
    profile.update(series.id, {
      subject: 'Renamed',
      location: 'Room 3',
      body: { format: 'text', content: 'new' },
      customProperties: { addIn: '2' },
    });
    expect(on('2026-03-09')).toMatchObject({
      subject: 'Renamed',
      location: 'Room 2',
      body: fields().body,
      customProperties: { addIn: '1' },
    });
    expect(on('2026-03-16')).toMatchObject({ location: 'Room 3', customProperties: { addIn: '2' } });
    expect(profile.read(series.id).exceptionCount).toBe(1);
  });

  it('keeps its times when only the end of the series changes, and is lost when the series moves', () => {
    const series = add();
    profile.update(on('2026-03-09').id, { start: first + 8 * day, end: first + 8 * day + hour });
    profile.update(on('2026-04-06').id, { subject: 'Last' });
    profile.update(series.id, { recurrence: { ...mondays, end: { kind: 'count', count: 5 } } });
    expect(profile.exceptions(series.id).map(({ originalDate }) => originalDate)).toEqual(['2026-03-09']);
    expect(on('2026-03-09').start).toBe(first + 8 * day);
    profile.update(series.id, { recurrence: { ...mondays, durationMinutes: 30 } });
    expect(on('2026-03-09')).toMatchObject({ start: first + 7 * day, end: first + 7 * day + hour / 2 });
    expect(profile.read(series.id).exceptionCount).toBeUndefined();
  });

  it('is found where it was moved to, outside of its series too', () => {
    add();
    const early = first - 3 * day;
    profile.update(on('2026-03-02').id, { start: early, end: early + hour });
    expect(view(early, early + 1)).toMatchObject([{ originalDate: '2026-03-02' }]);
    expect(view(first, first + hour)).toEqual([]);
  });

  it.each([
    ['onto the day of the next one', 7 * day],
    ['past the next one', 8 * day],
    ['onto the day of the one before', -7 * day],
    ['past the one before', -9 * day],
  ])('cannot move %s', (_name, by) => {
    add();
    const { id, start, end } = on('2026-03-16');
    expect(() => profile.update(id, { start: start + by, end: end + by })).toThrow(
      expect.objectContaining({ code: 'crosses-occurrence' }),
    );
    expect(on('2026-03-16').start).toBe(start);
  });

  it('may move past a neighbour that is cancelled, and up to one that has moved away', () => {
    add();
    profile.delete(on('2026-03-09').id);
    const { id } = on('2026-03-02');
    profile.update(id, { start: first + 9 * day, end: first + 9 * day + hour });
    expect(dates()).toEqual(['2026-03-02', '2026-03-16', '2026-03-23', '2026-03-30', '2026-04-06']);
  });

  it('that is cancelled is gone, can come back as it was, and takes the series along as the last one', () => {
    const series = add({ ...mondays, end: { kind: 'count', count: 2 } });
    const { id } = on('2026-03-09');
    profile.update(id, { subject: 'Special' });
    expect(profile.delete(id)).toBeNull();
    expect(dates()).toEqual(['2026-03-02']);
    expect(() => profile.read(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    expect(profile.restoreOccurrence(id)).toMatchObject({ subject: 'Special' });
    expect(() => profile.restoreOccurrence(id)).toThrow(expect.objectContaining({ code: 'not-found' }));
    profile.delete(id);
    profile.delete(on('2026-03-02').id);
    expect(profile.list({ storeId: store.id })).toEqual([]);
    expect(profile.findBySearchKey(series.searchKey)?.folderId).not.toBe(series.folderId);
  });

  it('cannot leave the folder of its series', () => {
    add();
    const { id } = on('2026-03-09');
    const elsewhere = profile.folder(store.id, 'deleted-items').id;
    expect(() => profile.move(id, elsewhere)).toThrow(expect.objectContaining({ code: 'invalid' }));
  });
});

describe('changes', () => {
  it('of an occurrence are changes of its series that name it', () => {
    const series = add();
    const { id } = on('2026-03-09');
    profile.update(id, { subject: 'Special' });
    profile.delete(id);
    const page = profile.changesSince(series.changeNumber, 10);
    const change = { kind: 'updated', itemId: series.id, originalDate: '2026-03-09' };
    expect(page).toMatchObject({ changes: [change, change] });
    expect(profile.read(series.id).changeNumber).toBe(profile.latestSequence());
  });

  it('conflict on the same occurrence or on its series, not on another occurrence', () => {
    const series = add();
    const [one, other] = [on('2026-03-09'), on('2026-03-16')];
    profile.update(one.id, { subject: 'One' }, one.changeNumber);
    profile.update(other.id, { subject: 'Other' }, other.changeNumber);
    expect(() => profile.update(one.id, { subject: 'Late' }, one.changeNumber)).toThrow(ConflictError);
    expect(() => profile.update(series.id, { subject: 'Late' }, series.changeNumber)).toThrow(ConflictError);
    const before = on('2026-03-23');
    profile.update(series.id, { location: 'Room 7' });
    expect(() => profile.delete(before.id, before.changeNumber)).toThrow(
      expect.objectContaining({ current: on('2026-03-23') }),
    );
  });
});

it('brings a file of the version without series forward, with what is in it', () => {
  const file = `${desk.folder}/old.sqlite`;
  const db = new Database(file);
  migrate(db, migrations.slice(0, 1));
  const { recurrence: _none, ...old } = fields({ subject: 'Old' });
  db.exec(`INSERT INTO stores VALUES ('s', 'organizer@example.test', '${JSON.stringify(organizer)}', '${zone}', 0);
    INSERT INTO folders VALUES ('f', 's', 'calendar', 'Calendar'), ('g', 's', 'deleted-items', 'Deleted Items');
    INSERT INTO changes VALUES (4, 'created', 's', 'f', 'i', 'k');`);
  db.prepare(`INSERT INTO items VALUES ('i', 'k', 'u', 's', 'f', 4, ?, ?, 1, 1, ?)`).run(
    old.start,
    old.end,
    JSON.stringify(old),
  );
  db.close();
  const forward = desk.open({ file });
  expect(forward.view({ storeId: 's' })).toMatchObject([{ id: 'i', subject: 'Old', recurrence: null }]);
  expect(forward.changesSince(3, 5)).toMatchObject({ changes: [{ sequence: 4, itemId: 'i' }] });
  expect(forward.update('i', { recurrence: mondays }, 4)).toMatchObject({ start: first });
  expect(forward.view({ storeId: 's' })).toHaveLength(6);
});

/** Any finite series of a few months, in a zone that changes its clocks or in one that does not. */
const anySeries: fc.Arbitrary<Recurrence> = fc.record({
  rule: fc.oneof(
    fc.record({ frequency: fc.constant('daily' as const), interval: fc.integer({ min: 1, max: 9 }) }),
    fc.record({
      frequency: fc.constant('weekly' as const),
      interval: fc.integer({ min: 1, max: 3 }),
      days: fc.subarray(['sunday', 'tuesday', 'wednesday', 'saturday'] as const, { minLength: 1 }),
      weekStart: fc.constantFrom('sunday' as const, 'monday' as const),
    }),
    fc.record({
      frequency: fc.constant('monthly' as const),
      interval: fc.integer({ min: 1, max: 2 }),
      on: fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 31 }) }),
    }),
  ),
  end: fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 2, max: 12 }) }),
  start: fc
    .tuple(fc.integer({ min: 1, max: 28 }), fc.integer({ min: 0, max: 23 }))
    .map(
      ([date, hours]) =>
        `2026-${date % 2 ? '03' : '10'}-${String(date).padStart(2, '0')}T${String(hours).padStart(2, '0')}:30:00`,
    ),
  durationMinutes: fc.integer({ min: 0, max: 3000 }),
  timeZone: fc.constantFrom('W. Europe Standard Time', 'Tokyo Standard Time', 'Pacific Standard Time'),
});

const ianaOf: Record<string, string> = {
  'W. Europe Standard Time': 'Europe/Berlin',
  'Tokyo Standard Time': 'Asia/Tokyo',
  'Pacific Standard Time': 'America/Los_Angeles',
};

it('shows in every range what a plain list of its occurrences has there', () => {
  const range = fc.tuple(fc.integer({ min: -20, max: 500 }), fc.integer({ min: 1, max: 90 }));
  fc.assert(
    fc.property(anySeries, range, (recurrence, [from, length]) => {
      const series = add(recurrence);
      const iana = ianaOf[recurrence.timeZone] ?? 'UTC';
      const starts = occurrencesOf(recurrence, 999).map((wall) => fromWallClock(wall, iana));
      const [opens, closes] = [
        Date.UTC(2026, 2, 1) + from * day,
        Date.UTC(2026, 2, 1) + (from + length) * day,
      ];
      const shown = view(opens, closes);
      for (const { start, end } of shown)
        expect(starts.includes(start) && start < closes && end >= opens).toBe(true);
      const inside = starts.filter((start) => start >= opens && start < closes);
      expect(shown.map(({ start }) => start)).toEqual(expect.arrayContaining(inside));
      expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
      profile.delete(profile.delete(series.id)?.id ?? '');
    }),
    { numRuns: 150 },
  );
});

/** An occurrence in the plain list; `own` is a subject that it does not share with its series. */
interface Plain {
  date: string;
  start: number;
  own: string | null;
  cancelled: boolean;
}

/** One thing that is done to a series, on one of its occurrences. */
const anyStep = fc.record({
  what: fc.constantFrom('rename', 'later', 'cancel', 'restore', 'rename-series'),
  which: fc.nat({ max: 11 }),
  word: fc.string({ maxLength: 3 }),
});

it('is, after any changes, what a plain list with the same changes is', () => {
  fc.assert(
    fc.property(anySeries, fc.array(anyStep, { maxLength: 14 }), (recurrence, steps) => {
      const series = add(recurrence, { subject: '' });
      const iana = ianaOf[recurrence.timeZone] ?? 'UTC';
      let common = '';
      const plain: Plain[] = occurrencesOf(recurrence, 999).map((wall) => ({
        date: wall.slice(0, 10),
        start: fromWallClock(wall, iana),
        own: null,
        cancelled: false,
      }));
      const ids = new Map(view(0, 9e12).map(({ originalDate, id }) => [originalDate, id]));
      for (const { what, which, word } of steps) {
        const one = plain[which % plain.length];
        const id = one && ids.get(one.date);
        if (!one || id === undefined) continue;
        if (what === 'rename-series') {
          profile.update(series.id, { subject: word });
          common = word;
        } else if (what === 'restore') {
          if (one.cancelled) profile.restoreOccurrence(id);
          one.cancelled = false;
        } else if (one.cancelled) {
          expect(() => profile.update(id, { subject: word })).toThrow(
            expect.objectContaining({ code: 'not-found' }),
          );
        } else if (what === 'rename') {
          profile.update(id, { subject: word });
          one.own = word === common ? null : word;
        } else if (what === 'later') {
          const end = profile.read(id).end;
          // A quarter of an hour before midnight it would come to lie on another day; leave those.
          if (one.start % hour !== hour / 2) continue;
          profile.update(id, { start: one.start + 60_000, end: Math.max(end, one.start + 60_000) });
          one.start += 60_000;
          // What an exception has in common with its series when it is changed, it goes on sharing.
          if (one.own === common) one.own = null;
        } else if (plain.filter(({ cancelled }) => !cancelled).length > 1) {
          profile.delete(id);
          one.cancelled = true;
        }
      }
      const expected = plain
        .filter(({ cancelled }) => !cancelled)
        .map(({ date, start, own }) => [date, start, own ?? common]);
      const found = view(0, 9e12).map(({ originalDate, start, subject }) => [originalDate, start, subject]);
      expect(found).toEqual(expected);
      profile.delete(profile.delete(series.id)?.id ?? '');
    }),
    { numRuns: 150 },
  );
});
