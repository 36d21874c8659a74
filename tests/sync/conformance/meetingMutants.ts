/** Meeting sides that are wrong in one thing each. */
import type { MeetingItem } from '../../../src/sync/model';
import type { MeetingSide } from '../../../src/sync/ports';
import { likeZoom, withDelta } from '../sides';
import type { TestMeetingSide } from '../sides';
import { mapChanges, mapPages } from './pages';

const unversioned = <Item extends { readonly version: string | null }>(item: Item): Item => ({
  ...item,
  version: null,
});

/** What it does otherwise than the right one. */
type MeetingMutant = (right: TestMeetingSide) => Partial<MeetingSide>;

/** Each with what is wrong with it. */
export const meetingMutants: readonly (readonly [string, typeof withDelta, MeetingMutant])[] = [
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
