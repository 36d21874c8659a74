/** Appointment sides that are wrong in one thing each. */
import type { AppointmentItem } from '../../../src/sync/model';
import type { AppointmentSide } from '../../../src/sync/ports';
import { likeExchange, likeMapi } from '../sides';
import type { TestAppointmentSide } from '../sides';
import { mapChanges, mapPages } from './pages';

/** What it does otherwise than the right one. */
type AppointmentMutant = (right: TestAppointmentSide) => Partial<AppointmentSide>;

/** Each with what is wrong with it. */
export const appointmentMutants: readonly (readonly [string, typeof likeExchange, AppointmentMutant])[] = [
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
