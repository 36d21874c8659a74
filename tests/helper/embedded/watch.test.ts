/** Following the profile: every change once, in order, whoever made it. */
import fc from 'fast-check';
import Database from 'libsql';
import type { Change, Store } from '../../../src/helper/embedded/model';
import type { Profile } from '../../../src/helper/embedded/profile';
import type { WatchEvent } from '../../../src/helper/embedded/watch';
import { attendee, Desk, fields, HandImpulses, organizer, zone } from './fixtures';

let desk: Desk;
let impulses: HandImpulses;
let profile: Profile;
let other: Profile;
let store: Store;
let told: WatchEvent[];

const hear = (event: WatchEvent): void => void told.push(event);
const add = (by: Profile, subject = 'Planning') =>
  by.create({ storeId: store.id, fields: fields({ subject }) });
/** Lets what was put off to the end of the current step happen. */
const settle = () => Promise.resolve();
const sequences = (events: readonly WatchEvent[]) =>
  events.map((event) => (event.kind === 'change' ? event.change.sequence : event.kind));

beforeEach(() => {
  desk = new Desk();
  impulses = new HandImpulses();
  profile = desk.open({ impulses });
  other = desk.open();
  store = profile.ensureStore(organizer, zone);
  told = [];
});
afterEach(() => desk.clear());

it('tells own changes as soon as the caller is done, and not before', async () => {
  profile.watch(hear);
  const made = add(profile);
  expect(told).toEqual([]);
  await settle();
  expect(told).toEqual([
    {
      kind: 'change',
      change: {
        sequence: made.changeNumber,
        kind: 'created',
        storeId: store.id,
        folderId: made.folderId,
        itemId: made.id,
        searchKey: made.searchKey,
      },
    },
  ]);
});

it('tells changes of another connection at the next impulse, and once only', async () => {
  profile.watch(hear);
  await settle();
  const made = add(other);
  expect(told).toEqual([]);
  impulses.pull();
  impulses.pull();
  await settle();
  expect(sequences(told)).toEqual([made.changeNumber]);
});

it('tells nothing of a transaction that failed', async () => {
  profile.watch(hear);
  const failing = () =>
    profile.transaction(() => {
      add(profile);
      throw new Error('stopped half-way');
    });
  expect(failing).toThrow('stopped half-way');
  impulses.pull();
  await settle();
  expect(told).toEqual([]);
});

it('goes on after the sequence that a follower has seen', async () => {
  const [first, second] = [add(profile), add(profile)];
  profile.watch(hear, first.changeNumber);
  await settle();
  expect(sequences(told)).toEqual([second.changeNumber]);
});

it('tells a follower that is too far behind to start again, and goes on from there', async () => {
  const short = desk.open({ impulses, keepChanges: 3 });
  for (let count = 0; count < 5; count += 1) add(short);
  short.watch(hear, 1);
  await settle();
  expect(told).toEqual([{ kind: 'start-again', sequence: 5 }]);
  add(short);
  await settle();
  expect(sequences(told)).toEqual(['start-again', 6]);
});

it('tells a follower of another file to start again', async () => {
  add(profile);
  profile.watch(hear, 99);
  await settle();
  expect(told).toEqual([{ kind: 'start-again', sequence: 1 }]);
});

it('says nothing more once it was ended, even in the middle of telling', async () => {
  add(profile);
  add(profile);
  const end = profile.watch((event) => {
    hear(event);
    end();
  }, 0);
  await settle();
  add(profile);
  impulses.pull();
  await settle();
  expect(sequences(told)).toEqual([1]);
});

it('has no timer and no file watch while nobody follows', () => {
  expect(impulses.listening).toBe(0);
  const ends = [profile.watch(hear), profile.watch(hear)];
  expect(impulses.listening).toBe(2);
  for (const end of ends) end();
  expect(impulses.listening).toBe(0);
  profile.watch(hear);
  profile.close();
  expect(impulses.listening).toBe(0);
});

it('lets a listener write, and tells that write once', async () => {
  profile.watch((event) => {
    hear(event);
    if (told.length === 1) add(profile, 'Answer');
  });
  add(profile);
  await settle();
  await settle();
  impulses.pull();
  expect(sequences(told)).toEqual([1, 2]);
});

it('lets the others hear when a listener throws, and reports it', async () => {
  const reported: unknown[] = [];
  const careful = desk.open({ impulses, onListenerError: (error) => reported.push(error) });
  const fault = new Error('listener broke');
  careful.watch(() => {
    throw fault;
  });
  careful.watch(hear);
  add(careful);
  await settle();
  expect(sequences(told)).toEqual([1]);
  expect(reported).toEqual([fault]);
});

it('reports a log that cannot be read once, and skips nothing when it can again', async () => {
  profile.watch(hear);
  await settle();
  add(other);
  const raw = new Database(desk.file);
  raw.exec(`UPDATE changes SET kind = 'melted'`);
  impulses.pull();
  impulses.pull();
  expect(told).toEqual([{ kind: 'failed', error: expect.objectContaining({ code: 'damaged' }) }]);
  raw.exec(`UPDATE changes SET kind = 'created'`);
  raw.close();
  impulses.pull();
  expect(sequences(told)).toEqual(['failed', 1]);
});

it('hands out long backlogs whole', async () => {
  profile.transaction(() => {
    for (let count = 0; count < 1234; count += 1) add(profile);
  });
  profile.watch(hear, 0);
  await settle();
  expect(sequences(told)).toEqual(Array.from({ length: 1234 }, (_, index) => index + 1));
});

describe('whatever two processes do', () => {
  const step = fc.record({
    by: fc.constantFrom('profile', 'other'),
    act: fc.constantFrom(
      'create',
      'update',
      'delete',
      'restore',
      'give',
      'fail',
      'impulse',
      'follow',
      'settle',
    ),
    pick: fc.nat(20),
  });

  /** The change log replayed: which items are in whose calendar under which id. */
  function replayed(changes: readonly Change[], calendars: ReadonlySet<string>): Map<string, string> {
    const items = new Map<string, string>();
    for (const { kind, folderId, itemId, searchKey } of changes) {
      if (kind === 'deleted' || !calendars.has(folderId)) items.delete(searchKey);
      else items.set(searchKey, itemId);
    }
    return items;
  }

  it('the log retells it, and every follower hears all of it from where it began', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        async (steps, limit) => {
          const table = new Desk();
          try {
            const pulses = new HandImpulses();
            const pair = { profile: table.open({ impulses: pulses }), other: table.open() };
            const stores = [organizer, attendee].map((person) => pair.profile.ensureStore(person, zone));
            const folders = (kind: 'calendar' | 'deleted-items') =>
              stores.map(({ id }) => pair.other.folder(id, kind).id);
            const followers: { from: number; heard: number[] }[] = [];
            const items = () =>
              stores.flatMap(({ id }) => [
                ...pair.profile.list({ storeId: id }),
                ...pair.profile.list({ storeId: id, folderKind: 'deleted-items' }),
              ]);

            for (const { by, act, pick } of steps) {
              const actor = by === 'profile' ? pair.profile : pair.other;
              const all = items();
              const item = all[pick % Math.max(1, all.length)];
              const target = folders('calendar')[pick % 2];
              const from = pair.profile.latestSequence();
              if (act === 'create')
                actor.create({ storeId: stores[pick % 2]?.id ?? '', fields: fields({ subject: `${pick}` }) });
              else if (act === 'impulse') pulses.pull();
              else if (act === 'settle') await settle();
              else if (act === 'follow') {
                const heard: number[] = [];
                followers.push({ from, heard });
                pair.profile.watch((event) => {
                  heard.push(event.kind === 'change' ? event.change.sequence : -1);
                });
              } else if (act === 'fail')
                expect(() =>
                  actor.transaction(() => {
                    if (item) actor.update(item.id, { subject: 'half' });
                    throw new Error('stopped');
                  }),
                ).toThrow('stopped');
              else if (item && act === 'update')
                actor.update(item.id, { subject: `${pick}` }, item.changeNumber);
              else if (item && act === 'delete') actor.delete(item.id, item.changeNumber);
              else if (item && target && (act === 'restore' || act === 'give')) actor.move(item.id, target);
            }
            pulses.pull();
            await settle();

            const changes: Change[] = [];
            for (let cursor = 0, more = true; more;) {
              const page = pair.other.changesSince(cursor, limit);
              if (page.kind !== 'changes') throw new Error('The log was cut.');
              expect(page.changes.length).toBeLessThanOrEqual(limit);
              changes.push(...page.changes);
              ({ next: cursor, more } = page);
            }
            const last = pair.other.latestSequence();
            expect(changes.map(({ sequence }) => sequence)).toEqual(
              Array.from({ length: last }, (_, index) => index + 1),
            );
            for (const { from, heard } of followers)
              expect(heard).toEqual(Array.from({ length: last - from }, (_, index) => from + index + 1));

            const calendars = new Set(folders('calendar'));
            const present = items().filter(({ folderId }) => calendars.has(folderId));
            expect(replayed(changes, calendars)).toEqual(
              new Map(present.map(({ searchKey, id }) => [searchKey, id])),
            );
            for (const { searchKey, changeNumber } of items())
              expect(changeNumber).toBe(
                changes.findLast((change) => change.searchKey === searchKey)?.sequence,
              );
          } finally {
            table.clear();
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});
