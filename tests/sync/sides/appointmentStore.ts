/**
 * All of a person's appointments, with or without a meeting, and what of each the port may tell.
 *
 * Beside each appointment it keeps what the person wrote, so that a test can ask afterwards whether it is still there.
 */
import { parseJoinUrl } from '../../../src/domain/joinUrl';
import type { AppointmentItem, Times } from '../../../src/sync/model';
import { findInvitation, ownText } from './appointmentText';
import { createFeed } from './feed';
import type { Feed } from './feed';

export interface StoredAppointment {
  readonly id: string;
  readonly subject: string;
  readonly times: Times;
  /** The person's text, and perhaps an invitation. */
  readonly body: string;
  readonly location: string;
  /** What the product keeps on it; `madeFor`: the appointment for which it was written, null where it does not say. */
  readonly property: { readonly meetingId: string; readonly madeFor: string | null } | null;
  readonly version: number;
}

/** What the person wrote on an appointment, and last did to it. */
export interface Written {
  readonly text: string;
  /** Null: none of the person's own. */
  readonly location: string | null;
  /** The version that the person's last edit made. */
  readonly version: number;
}

type Change = Partial<Omit<StoredAppointment, 'id' | 'version'>>;

export interface AppointmentStore {
  readonly feed: Feed;
  readonly all: () => Iterable<StoredAppointment>;
  readonly get: (id: string) => StoredAppointment | undefined;
  /** `by`: whether what it then says is the person's own. */
  add(made: Omit<StoredAppointment, 'id' | 'version'>, by: 'person' | 'port'): StoredAppointment;
  change(id: string, change: Change, by: 'person' | 'port'): StoredAppointment;
  remove(id: string, by: 'person' | 'port'): void;
  /** Whether it was an appointment with a meeting at any time; also of what is gone. */
  readonly everCarried: (id: string) => boolean;
  /** What was done through the port to what is not its own, in words. */
  readonly violations: () => string[];
}

export function createAppointmentStore(): AppointmentStore {
  const appointments = new Map<string, StoredAppointment>();
  const written = new Map<string, Written>();
  const carriers = new Set<string>();
  const harm: string[] = [];
  const feed = createFeed();
  let made = 0;

  function put(appointment: Omit<StoredAppointment, 'version'>, by: 'person' | 'port'): StoredAppointment {
    const stored = { ...appointment, version: feed.touch(appointment.id) };
    appointments.set(stored.id, stored);
    if (carried(stored)) carriers.add(stored.id);
    if (by === 'person' || !written.has(stored.id)) {
      const { body, location, version } = stored;
      written.set(stored.id, {
        text: ownText(body),
        location: location !== '' && parseJoinUrl(location) === undefined ? location : null,
        version,
      });
    }
    return stored;
  }

  function present(id: string): StoredAppointment {
    const stored = appointments.get(id);
    if (stored === undefined) throw new RangeError(`No appointment ${id}`);
    return stored;
  }

  return {
    feed,
    all: () => appointments.values(),
    get: (id) => appointments.get(id),
    add(appointment, by) {
      made += 1;
      const id = `appointment-${made}`;
      const { property } = appointment;
      const isOwn = property?.madeFor === 'this';
      return put({ ...appointment, id, property: isOwn ? { ...property, madeFor: id } : property }, by);
    },
    change(id, change, by) {
      const before = present(id);
      if (by === 'port' && !carried(before)) harm.push(`${id} carries no meeting, and was changed`);
      return put({ ...before, ...change, id }, by);
    },
    remove(id, by) {
      if (by === 'port' && !carried(present(id))) harm.push(`${id} carries no meeting, and was removed`);
      appointments.delete(id);
      written.delete(id);
      feed.touch(id);
    },
    everCarried: (id) => carriers.has(id),
    violations() {
      const lost = [...written].flatMap(([id, own]) => {
        const { body, location } = present(id);
        return [
          ...(ownText(body) === own.text ? [] : [`${id} lost text of the person's: ${JSON.stringify(body)}`]),
          ...(own.location === null || location === own.location
            ? []
            : [`${id} lost the location ${own.location}`]),
        ];
      });
      return [...harm, ...lost];
    },
  };
}

/** The meeting that it carries: by the property, the location or the body, in this order. */
export function carried(
  stored: Omit<StoredAppointment, 'version'>,
): Pick<AppointmentItem, 'meetingId' | 'foundBy'> | undefined {
  const { property, location, body } = stored;
  if (property) return { meetingId: property.meetingId, foundBy: 'property' };
  const inLocation = location === '' ? undefined : parseJoinUrl(location)?.meetingId;
  if (inLocation !== undefined) return { meetingId: inLocation, foundBy: 'location' };
  const invited = findInvitation(body);
  return invited && { meetingId: invited.meetingId, foundBy: 'body' };
}

/** As the port tells it; undefined where it carries no meeting, and then nobody is told anything. */
export function appointmentItem(
  stored: StoredAppointment,
  knows: { readonly versions: boolean; readonly occurrences: boolean },
): AppointmentItem | undefined {
  const carries = carried(stored);
  return carries && itemCarrying(stored, carries, knows);
}

/** The same, where it is known what it carries or, until now, carried. */
export function itemCarrying(
  { id, version, subject, times, body, location, property }: StoredAppointment,
  carries: Pick<AppointmentItem, 'meetingId' | 'foundBy'>,
  knows: { readonly versions: boolean; readonly occurrences: boolean },
): AppointmentItem {
  return {
    id,
    version: knows.versions ? `v${version}` : null,
    ...carries,
    madeFor: !property?.madeFor ? 'untold' : property.madeFor === id ? 'this' : 'another',
    facts: {
      subject,
      times: times.kind === 'series' && !knows.occurrences ? { ...times, deviations: [] } : times,
      shown: findInvitation(body)?.details ?? null,
      location: location === '' ? 'none' : parseJoinUrl(location) ? 'join' : 'own',
    },
  };
}
