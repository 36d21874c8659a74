/** The suites have teeth: sides that are wrong in one thing fail a check, and the right one fails none. */
import type { AppointmentItem, MeetingItem } from '../../../src/sync/model';
import type { AppointmentSide, Change, ChangePage, MeetingSide } from '../../../src/sync/ports';
import { likeExchange, likeMapi, likeZoom, withDelta } from '../sides';
import type { TestAppointmentSide, TestMeetingSide } from '../sides';
import { appointmentChecks } from './appointmentChecks';
import type { Check } from './checks';
import { appointmentSetup, meetingSetup } from './inMemory';
import { meetingChecks } from './meetingChecks';
import type { AppointmentSetup, MeetingSetup } from './setup';

/** The names of the checks that this setup fails. */
async function failing<Setup>(
  checks: readonly Check<Setup>[],
  make: () => Setup,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    try {
      await check.run(make());
    } catch {
      failed.push(check.name);
    }
  }
  return failed;
}

/** Pages of another side, changed. */
async function* mapPages<Item>(
  pages: AsyncIterable<ChangePage<Item>>,
  map: (page: ChangePage<Item>, index: number) => ChangePage<Item>,
): AsyncGenerator<ChangePage<Item>> {
  let index = 0;
  for await (const page of pages) {
    yield map(page, index);
    index += 1;
  }
}

/** Changed changes, of which a check has to notice. */
const mapChanges =
  <Item>(map: (change: Change<Item>, index: number) => readonly Change<Item>[]) =>
  (page: ChangePage<Item>): ChangePage<Item> => ({ ...page, changes: page.changes.flatMap(map) });

const unversioned = <Item extends { readonly version: string | null }>(item: Item): Item => ({
  ...item,
  version: null,
});

type MeetingMutant = (right: TestMeetingSide) => Partial<MeetingSide>;

const meetingMutants: readonly (readonly [string, typeof withDelta, MeetingMutant])[] = [
  [
    'tells the first of a list twice',
    likeZoom,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(
          right.changes(cursor, signal),
          mapChanges((change, index) => (index === 0 ? [change, change] : [change])),
        ),
    }),
  ],
  [
    'leaves out the last page',
    likeZoom,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(right.changes(cursor, signal), (page, index) =>
          index > 1 ? { ...page, changes: [] } : page,
        ),
    }),
  ],
  [
    'says that changes are everything there is',
    withDelta,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(right.changes(cursor, signal), (page) => ({ ...page, whole: true })),
    }),
  ],
  [
    'says that a whole list is only what changed',
    likeZoom,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(right.changes(cursor, signal), (page) => ({ ...page, whole: false })),
    }),
  ],
  [
    'swallows what was deleted',
    withDelta,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(
          right.changes(cursor, signal),
          mapChanges((change) => (change.kind === 'deleted' ? [] : [change])),
        ),
    }),
  ],
  [
    'gives rows that differ each time',
    likeZoom,
    (right) => {
      let count = 0;
      return {
        changes: (cursor, signal) =>
          mapPages(
            right.changes(cursor, signal),
            mapChanges((change) => {
              count += 1;
              return [change.kind === 'row' ? { ...change, row: `${change.row}${count}` } : change];
            }),
          ),
      };
    },
  ],
  [
    'gives rows that never differ',
    likeZoom,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(
          right.changes(cursor, signal),
          mapChanges((change) => [change.kind === 'row' ? { ...change, row: 'row' } : change]),
        ),
    }),
  ],
  [
    'starts again by itself when a cursor is invalid',
    withDelta,
    (right) => ({
      async *changes(cursor, signal) {
        try {
          yield* right.changes(cursor, signal);
        } catch {
          yield* right.changes(null, signal);
        }
      },
    }),
  ],
  [
    'tells everything from any cursor',
    withDelta,
    (right) => ({ changes: (_cursor, signal) => right.changes(null, signal) }),
  ],
  [
    'has a claim of its own for each call',
    likeZoom,
    (right) => {
      let count = 0;
      return {
        create(drafts, signal) {
          count += 1;
          return right.create(
            drafts.map((draft) => ({ ...draft, claim: `${draft.claim}/${count}` })),
            signal,
          );
        },
      };
    },
  ],
  [
    'looks a claim up and only then makes the meeting',
    likeZoom,
    (right) => {
      let count = 0;
      return {
        async create(drafts, signal) {
          const claims = drafts.map(({ claim }) => claim);
          const found = await right.findClaims(claims, signal);
          count += 1;
          const known = claims.flatMap((claim) => found.get(claim) ?? []);
          if (known.length > 0) return known.map((item) => ({ kind: 'done', item }) as const);
          return right.create(
            drafts.map((draft) => ({
              ...draft,
              claim: count === 1 ? draft.claim : `${draft.claim}/${count}`,
            })),
            signal,
          );
        },
      };
    },
  ],
  [
    'finds no claims',
    likeZoom,
    () => ({ findClaims: () => Promise.resolve(new Map<string, MeetingItem>()) }),
  ],
  [
    'answers in another order',
    withDelta,
    (right) => ({ create: async (drafts, signal) => [...(await right.create(drafts, signal))].reverse() }),
  ],
  [
    'overwrites whatever somebody else did',
    withDelta,
    (right) => ({
      update: (patches, signal) =>
        right.update(
          patches.map((patch) => ({ ...patch, version: null })),
          signal,
        ),
    }),
  ],
  [
    'removes whatever somebody else did',
    withDelta,
    (right) => ({ remove: (those, signal) => right.remove(those.map(unversioned), signal) }),
  ],
  [
    'reads items without their version',
    withDelta,
    (right) => ({
      async read(ids, signal) {
        const items = await right.read(ids, signal);
        return new Map([...items].map(([id, item]) => [id, item === 'gone' ? item : unversioned(item)]));
      },
    }),
  ],
  [
    'leaves out what is gone',
    likeZoom,
    (right) => ({
      read: async (ids, signal) =>
        new Map([...(await right.read(ids, signal))].filter(([, item]) => item !== 'gone')),
    }),
  ],
  [
    'goes on when it is stopped',
    likeZoom,
    (right) => ({ update: (patches) => right.update(patches, new AbortController().signal) }),
  ],
  [
    'throws errors of its own',
    likeZoom,
    (right) => ({
      async update(patches, signal) {
        try {
          return await right.update(patches, signal);
        } catch (cause) {
          throw new Error('Request failed', { cause });
        }
      },
    }),
  ],
  [
    'says that a lost answer did nothing',
    likeZoom,
    (right) => ({
      update: (patches, signal) =>
        right.update(patches, signal).catch(() => patches.map(() => ({ kind: 'conflict' }) as const)),
    }),
  ],
  [
    'knows occurrences by where they are now',
    likeZoom,
    (right) => ({
      update: (patches, signal) =>
        right.update(
          patches.map((patch) => ({
            ...patch,
            ...(patch.occurrences
              ? {
                  occurrences: patch.occurrences.map((each) =>
                    each.kind === 'moved' ? { ...each, original: each.start } : each,
                  ),
                }
              : {}),
          })),
          signal,
        ),
    }),
  ],
  [
    'says that it cannot change occurrences, and does',
    likeZoom,
    (right) => ({ capabilities: { ...right.capabilities, occurrences: false } }),
  ],
  [
    'says that it has versions, and has none',
    likeZoom,
    (right) => ({ capabilities: { ...right.capabilities, versions: true } }),
  ],
  [
    'says that it has no versions, and has some',
    withDelta,
    (right) => ({ capabilities: { ...right.capabilities, versions: false } }),
  ],
  [
    'says that it takes larger batches than it does',
    likeZoom,
    (right) => ({ capabilities: { ...right.capabilities, batch: 10 } }),
  ],
  [
    'says that it has a limit that it does not have',
    withDelta,
    (right) => ({ capabilities: { ...right.capabilities, creationsADay: 5 } }),
  ],
  [
    'forgets the settings of the meeting that another shall be like',
    likeZoom,
    (right) => ({
      create: (drafts, signal) =>
        right.create(
          drafts.map((draft) => ({ ...draft, like: null })),
          signal,
        ),
    }),
  ],
  [
    'answers a topic that it does not have',
    likeZoom,
    (right) => ({
      async update(patches, signal) {
        const answers = await right.update(patches, signal);
        return answers.map((answer) =>
          answer.kind === 'done'
            ? { ...answer, item: { ...answer.item, facts: { ...answer.item.facts, topic: 'Stale' } } }
            : answer,
        );
      },
    }),
  ],
];

type AppointmentMutant = (right: TestAppointmentSide) => Partial<AppointmentSide>;

const appointmentMutants: readonly (readonly [string, typeof likeExchange, AppointmentMutant])[] = [
  [
    'also finds what carries another meeting',
    likeExchange,
    (right) => ({ find: async () => right.carrying() }),
  ],
  ['finds nothing', likeMapi, () => ({ find: () => Promise.resolve([]) })],
  [
    'finds one appointment of a meeting, not all',
    likeExchange,
    (right) => ({ find: async (ids, signal) => (await right.find(ids, signal)).slice(0, 1) }),
  ],
  [
    'tells of appointments without a meeting',
    likeMapi,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(right.changes(cursor, signal), (page) => ({
          ...page,
          changes: [
            ...page.changes,
            ...(page.cursor === undefined
              ? []
              : privateOnes(right).map((item) => ({ kind: 'item', item }) as const)),
          ],
        })),
    }),
  ],
  [
    'reads appointments without a meeting',
    likeExchange,
    (right) => ({
      async read(ids, signal) {
        const found = new Map(await right.read(ids, signal));
        for (const item of privateOnes(right)) if (found.has(item.id)) found.set(item.id, item);
        return found;
      },
    }),
  ],
  [
    'puts a meeting on an appointment that has none',
    likeExchange,
    (right) => ({
      async update(patches, signal) {
        const answers = await right.update(patches, signal);
        for (const { id, details, meetingId } of patches) {
          const stored = right.stored(id);
          const isPrivate = stored !== undefined && right.appointment(id) === undefined;
          if (isPrivate && details && meetingId) right.people.schedule(id, meetingId, details);
        }
        return answers;
      },
    }),
  ],
  [
    'tidies the person’s text',
    likeExchange,
    (right) => ({
      async update(patches, signal) {
        const answers = await right.update(patches, signal);
        for (const { id, details } of patches) {
          const body = right.stored(id)?.body;
          if (details === null && body !== undefined) right.people.writeText(id, body.trim());
        }
        return answers;
      },
    }),
  ],
  [
    'leaves the property where everything was to be taken off',
    likeExchange,
    (right) => ({
      async update(patches, signal) {
        const before = patches.map(({ id }) => right.appointment(id));
        const answers = await right.update(patches, signal);
        patches.forEach(({ id, details }, index) => {
          const meeting = before[index];
          if (details === null && meeting) {
            right.people.schedule(id, meeting.meetingId, meeting.facts.shown ?? noDetails);
            right.people.removeInvitation(id);
          }
        });
        return answers;
      },
    }),
  ],
  [
    'writes its address over the person’s location',
    likeExchange,
    (right) => ({
      async update(patches, signal) {
        const answers = await right.update(patches, signal);
        for (const { id, details } of patches) {
          if (details && right.stored(id)) right.people.setLocation(id, details.joinUrl);
        }
        return answers;
      },
    }),
  ],
  [
    'takes a copy for what it was copied from',
    likeExchange,
    (right) => ({
      async find(ids, signal) {
        const items = await right.find(ids, signal);
        return items.map((item) => ({ ...item, madeFor: 'this' }) as const);
      },
    }),
  ],
  [
    'says nothing of what lost its meeting',
    likeExchange,
    (right) => ({
      changes: (cursor, signal) =>
        mapPages(
          right.changes(cursor, signal),
          mapChanges((change) => (change.kind === 'deleted' && right.stored(change.id) ? [] : [change])),
        ),
    }),
  ],
  [
    'says that it tells deletions, and is a list',
    likeMapi,
    (right) => ({ capabilities: { ...right.capabilities, deletions: true } }),
  ],
  [
    'makes something of an appointment without fixed time',
    likeExchange,
    (right) => ({
      create: (drafts, signal) =>
        right.create(
          drafts.map((draft) =>
            draft.times.kind === 'no-fixed-time' ? { ...draft, times: someTime } : draft,
          ),
          signal,
        ),
    }),
  ],
];

const someTime = {
  kind: 'single',
  start: '2026-12-01T09:00:00Z',
  durationMinutes: 30,
  timeZone: 'UTC',
} as const;

const noDetails = { joinUrl: 'https://zoom.us/j/85000000001', passcode: '', joinNumber: '85000000001' };

/** As items, which they must never become. */
function privateOnes(right: TestAppointmentSide): AppointmentItem[] {
  const isPrivate = ({ id }: { readonly id: string }): boolean => right.appointment(id) === undefined;
  return right
    .everything()
    .filter(isPrivate)
    .map((stored) => ({
      id: stored.id,
      version: `v${stored.version}`,
      meetingId: '85000000999',
      foundBy: 'body',
      madeFor: 'untold',
      facts: { subject: stored.subject, times: stored.times, shown: null, location: 'none' },
    }));
}

describe('a meeting side', () => {
  it.each(meetingMutants)('that %s fails a check', async (_name, capabilities, mutate) => {
    const make = (): MeetingSetup => {
      const setup = meetingSetup({ capabilities });
      return { ...setup, side: { ...setup.simulation, ...mutate(setup.simulation) } };
    };
    expect(await failing(meetingChecks, make)).not.toEqual([]);
  });

  it.each([likeZoom, withDelta])('that is right fails none: %o', async (capabilities) => {
    expect(await failing(meetingChecks, () => meetingSetup({ capabilities }))).toEqual([]);
  });
});

describe('an appointment side', () => {
  it.each(appointmentMutants)('that %s fails a check', async (_name, capabilities, mutate) => {
    const make = (): AppointmentSetup => {
      const setup = appointmentSetup({ capabilities });
      return { ...setup, side: { ...setup.simulation, ...mutate(setup.simulation) } };
    };
    expect(await failing(appointmentChecks, make)).not.toEqual([]);
  });

  it.each([likeExchange, likeMapi])('that is right fails none: %o', async (capabilities) => {
    expect(await failing(appointmentChecks, () => appointmentSetup({ capabilities }))).toEqual([]);
  });
});
