/** What people do in their calendar, with Outlook's habits: a copy takes body and property along. */
import type { JoinDetails, Times } from '../../../src/sync/model';
import { toWallClock } from '../../../src/domain/timeZone';
import { carried } from './appointmentStore';
import type { AppointmentStore, StoredAppointment } from './appointmentStore';
import { ownText, rewriteOwnText, writeInvitation } from './appointmentText';
import { ianaZoneOf, originalsOf, tidy, withOccurrences } from './series';

/** How an appointment carries a meeting. */
export interface Carries {
  readonly meetingId: string;
  /** In the property, with an invitation in the body where there are `details`; or only in one of the others. */
  readonly by: 'property' | 'location' | 'body';
  readonly details?: JoinDetails;
  /** Of the property: by default it was written for this appointment. */
  readonly madeFor?: 'this' | 'untold';
}

export interface MadeInCalendar {
  readonly subject: string;
  readonly times: Times;
  /** The person's own words. */
  readonly text?: string;
  readonly location?: string;
  /** Absent: an appointment without any meeting. */
  readonly carries?: Carries;
}

/** Each throws a `RangeError` for an appointment that is not there. */
export interface AppointmentPeople {
  /** @returns its id, like all that makes an appointment */
  make(appointment: MadeInCalendar): string;
  rename(id: string, subject: string): void;
  /** Moves, resizes, makes a series of it, or a single one again. */
  reschedule(id: string, times: Times): void;
  /** @throws RangeError where it is no series, or `original` none of its occurrences */
  moveOccurrence(id: string, original: string, start: string, durationMinutes: number): void;
  cancelOccurrence(id: string, original: string): void;
  restoreOccurrence(id: string, original: string): void;
  /** Words before the invitation, and behind it. */
  writeText(id: string, before: string, after?: string): void;
  /** Also '' takes away what stood there. */
  setLocation(id: string, location: string): void;
  /** Somebody saved it without having changed anything. */
  touch(id: string): void;
  /** The pane puts a meeting on it, or another one. */
  schedule(id: string, meetingId: string, details: JoinDetails): void;
  /** The text of the invitation alone; the property stays. */
  removeInvitation(id: string): void;
  /** The pane takes the meeting off: an appointment without any meeting is left. */
  takeOff(id: string): void;
  copy(id: string, change?: Pick<Partial<MadeInCalendar>, 'subject' | 'times'>): string;
  /** Another calendar of the same person: there it is another item. */
  moveToCalendar(id: string): string;
  /**
   * "This and all following": the series ends before this occurrence, a copy goes on with it.
   * @throws RangeError where nothing would be left of the first
   */
  split(id: string, original: string): string;
  delete(id: string): void;
}

/** More occurrences than this no series of a test has that is split. */
const MOST_OCCURRENCES = 400;

export function createAppointmentPeople(store: AppointmentStore): AppointmentPeople {
  const there = (id: string): StoredAppointment => {
    const appointment = store.get(id);
    if (appointment === undefined) throw new RangeError(`No appointment ${id}`);
    return appointment;
  };
  const change = (id: string, changed: Partial<StoredAppointment>): void =>
    void store.change(there(id).id, changed, 'person');
  const deviate = (id: string, patch: Parameters<typeof withOccurrences>[1][number]): void => {
    const times = withOccurrences(there(id).times, [patch]);
    if (times === undefined) throw new RangeError(`No occurrence ${patch.original} of ${id}`);
    change(id, { times });
  };
  const duplicate = (id: string, changed: Partial<StoredAppointment>): string =>
    store.add({ ...there(id), ...changed }, 'person').id;

  return {
    make: ({ subject, times, text = '', location = '', carries }) =>
      store.add({ subject, times: tidy(times), ...carrying(text, location, carries) }, 'person').id,
    rename: (id, subject) => change(id, { subject }),
    reschedule: (id, times) => change(id, { times: tidy(times) }),
    moveOccurrence: (id, original, start, durationMinutes) =>
      deviate(id, { kind: 'moved', original, start, durationMinutes }),
    cancelOccurrence: (id, original) => deviate(id, { kind: 'cancelled', original }),
    restoreOccurrence: (id, original) => deviate(id, { kind: 'as-series', original }),
    writeText: (id, before, after = '') =>
      change(id, { body: rewriteOwnText(there(id).body, before, after) }),
    setLocation: (id, location) => change(id, { location }),
    touch: (id) => change(id, {}),
    schedule(id, meetingId, details) {
      const { body, location } = there(id);
      change(id, {
        body: writeInvitation(body, { meetingId, details }),
        property: { meetingId, madeFor: id },
        location: location === '' || isJoin(there(id)) ? details.joinUrl : location,
      });
    },
    removeInvitation: (id) => change(id, { body: ownText(there(id).body) }),
    takeOff(id) {
      const appointment = there(id);
      change(id, {
        body: ownText(appointment.body),
        property: null,
        location: isJoin(appointment) ? '' : appointment.location,
      });
    },
    copy: (id, changed = {}) => duplicate(id, changed),
    moveToCalendar(id) {
      const moved = duplicate(id, {});
      store.remove(id, 'person');
      return moved;
    },
    split(id, original) {
      const { times } = there(id);
      const originals = originalsOf(times, MOST_OCCURRENCES);
      const at = originals.indexOf(original);
      if (times.kind !== 'series' || at < 1) throw new RangeError(`Nothing to split at ${original}`);
      const { recurrence, deviations } = times;
      const { end } = recurrence;
      const start = toWallClock(Date.parse(original), ianaZoneOf(recurrence.timeZone));
      const rest = end.kind === 'count' ? { ...end, count: end.count - at } : end;
      const second = duplicate(id, {
        times: tidy({ kind: 'series', recurrence: { ...recurrence, start, end: rest }, deviations }),
      });
      const first = { ...recurrence, end: { kind: 'count', count: at } as const };
      change(id, { times: tidy({ kind: 'series', recurrence: first, deviations }) });
      return second;
    },
    delete: (id) => store.remove(there(id).id, 'person'),
  };
}

const isJoin = (appointment: StoredAppointment): boolean =>
  carried({ ...appointment, property: null, body: '' })?.foundBy === 'location';

function carrying(
  text: string,
  location: string,
  carries: Carries | undefined,
): Pick<StoredAppointment, 'body' | 'location' | 'property'> {
  if (carries === undefined) return { body: text, location, property: null };
  const { meetingId, by, details, madeFor = 'this' } = carries;
  const body = details && by !== 'location' ? writeInvitation(text, { meetingId, details }) : text;
  const isOurs = location === '' && details !== undefined && by !== 'body';
  return {
    body,
    location: isOurs ? details.joinUrl : location,
    property: by === 'property' ? { meetingId, madeFor: madeFor === 'this' ? 'this' : null } : null,
  };
}
