/** What people do to meetings in Zoom itself. */
import type { JoinDetails, MeetingItem, Times } from '../../../src/sync/model';
import { detailsFor } from './meetingStore';
import type { MeetingStore, StoredMeeting } from './meetingStore';
import { endOf, tidy, withOccurrences } from './series';
import type { Clock } from './clock';

export interface MadeInZoom {
  readonly topic: string;
  readonly times: Times;
  readonly kind?: MeetingItem['kind'];
  readonly hostedByMe?: boolean;
  /** Scheduled through this product: by the pane, not by the engine. */
  readonly madeHere?: boolean;
  readonly options?: string;
  readonly details?: JoinDetails;
}

/** Each throws a `RangeError` for a meeting that is not there: a person sees what is there. */
export interface MeetingPeople {
  /** @returns its id */
  make(meeting: MadeInZoom): string;
  /** A meeting that begins now and is over when people leave it. */
  makeInstant(topic: string): string;
  rename(id: string, topic: string): void;
  reschedule(id: string, times: Times): void;
  /** @throws RangeError where it is no series, or `original` none of its occurrences */
  moveOccurrence(id: string, original: string, start: string, durationMinutes: number): void;
  cancelOccurrence(id: string, original: string): void;
  restoreOccurrence(id: string, original: string): void;
  /** The address that people join by changes with it. */
  changePasscode(id: string): void;
  changeOptions(id: string, options: string): void;
  /** Somebody saved it without having changed anything. */
  touch(id: string): void;
  delete(id: string): void;
  /** Deleted ones, as long as they have not expired meanwhile. */
  recover(id: string): void;
}

export function createMeetingPeople(store: MeetingStore, clock: Clock): MeetingPeople {
  const there = (id: string): StoredMeeting => {
    const meeting = store.living(id);
    if (meeting === undefined) throw new RangeError(`No meeting ${id}`);
    return meeting;
  };
  const deviate = (id: string, patch: Parameters<typeof withOccurrences>[1][number]): void => {
    const times = withOccurrences(there(id).times, [patch]);
    if (times === undefined) throw new RangeError(`No occurrence ${patch.original} of meeting ${id}`);
    store.change(id, { times });
  };
  let editions = 1;
  return {
    make: (meeting) => store.add({ ...meeting, times: tidy(meeting.times) }).id,
    makeInstant: (topic) =>
      store.add({
        topic,
        kind: 'instant',
        times: {
          kind: 'single',
          start: new Date(clock.now()).toISOString().replace(/\.\d+Z$/, 'Z'),
          durationMinutes: 60,
          timeZone: 'UTC',
        },
      }).id,
    rename: (id, topic) => void store.change(there(id).id, { topic }),
    reschedule: (id, times) => void store.change(there(id).id, { times: tidy(times) }),
    moveOccurrence: (id, original, start, durationMinutes) =>
      deviate(id, { kind: 'moved', original, start, durationMinutes }),
    cancelOccurrence: (id, original) => deviate(id, { kind: 'cancelled', original }),
    restoreOccurrence: (id, original) => deviate(id, { kind: 'as-series', original }),
    changePasscode(id) {
      editions += 1;
      store.change(there(id).id, { details: detailsFor(id, editions) });
    },
    changeOptions: (id, options) => void store.change(there(id).id, { options }),
    touch: (id) => void store.change(there(id).id, {}),
    delete: (id) => void store.change(there(id).id, { deleted: true }),
    recover(id) {
      const meeting = store.stored(id);
      if (meeting?.deleted !== true || endOf(meeting.times) < clock.now()) {
        throw new RangeError(`Nothing to recover: ${id}`);
      }
      store.change(id, { deleted: false });
    },
  };
}
