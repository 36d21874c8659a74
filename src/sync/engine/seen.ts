/**
 * What was seen in one look, and what it means for each meeting: pure, no reading in here.
 */
import type { Copy, Link, AppointmentItem, MeetingItem } from '../model';
import type { Sighting } from '../situation';
import { originNow } from '../origin';
import { isSame } from '../same';

/** One item as it was seen last. */
export interface Seen<Item> {
  readonly item: Item | 'gone';
  /** UTC milliseconds. */
  readonly at: number;
}

export interface SeenAll {
  readonly meetings: ReadonlyMap<string, Seen<MeetingItem>>;
  readonly appointments: ReadonlyMap<string, Seen<AppointmentItem>>;
  /** Ids of seen appointments by the meeting that they carry. */
  readonly carriers: ReadonlyMap<string, ReadonlySet<string>>;
  /** What the lists said in this look, where they have rows. */
  readonly rows: {
    readonly meeting: ReadonlyMap<string, string>;
    readonly appointment: ReadonlyMap<string, string>;
  };
}

/** What a sighting does not tell, and settling it needs. */
export interface Observed {
  readonly link: Link | undefined;
  readonly meetingRow: string | undefined;
  /** By appointment. */
  readonly appointmentRows: ReadonlyMap<string, string>;
  /** When the meeting was read, UTC milliseconds; undefined where nothing said that it moved. */
  readonly meetingReadAt: number | undefined;
  /** When the oldest of it was seen, UTC milliseconds. */
  readonly at: number;
}

export function sightingOf(
  meetingId: string,
  link: Link | undefined,
  copies: readonly Copy[],
  seen: SeenAll,
): Sighting {
  const appointments = [...(seen.carriers.get(meetingId) ?? [])].sort().flatMap((id) => {
    const item = seen.appointments.get(id)?.item;
    return item === undefined || item === 'gone' ? [] : [item];
  });
  const copiesGone = copies.flatMap(({ appointmentId }) => {
    const item = seen.appointments.get(appointmentId)?.item;
    if (item === undefined) return [];
    return item === 'gone' || item.meetingId !== meetingId ? [appointmentId] : [];
  });
  return {
    meetingId,
    link,
    meeting: seen.meetings.get(meetingId)?.item ?? 'unread',
    appointments,
    linked: linkedOf(meetingId, link, seen),
    copies,
    copiesGone,
  };
}

/** An appointment that was given another meeting is none of this meeting's any more. */
function linkedOf(meetingId: string, link: Link | undefined, seen: SeenAll): Sighting['linked'] {
  if (!link || link.appointmentId === null) return 'none';
  const item = seen.appointments.get(link.appointmentId)?.item;
  if (item === undefined) return 'unread';
  return item === 'gone' || item.meetingId !== meetingId ? 'gone' : 'seen';
}

/** Whether a meeting is as its link has it. */
export const isAsLinked = (item: MeetingItem, link: Link): boolean =>
  item.kind === link.kind &&
  item.hostedByMe === link.hostedByMe &&
  item.madeHere === link.madeHere &&
  isSame(item.facts, link.meeting);

export const isAppointmentAsLinked = (item: AppointmentItem, link: Link): boolean =>
  item.id === link.appointmentId && item.meetingId === link.meetingId && isSame(item.facts, link.appointment);

/** Whether there is nothing in it that the link does not know: an echo, or something saved without a change. */
export function isNothingNew({ link, meeting, linked, appointments, copies, copiesGone }: Sighting): boolean {
  if (!link || meeting === 'gone' || linked === 'gone' || copiesGone.length > 0) return false;
  if (meeting !== 'unread' && !isAsLinked(meeting, link)) return false;
  const known = new Set(copies.map((copy) => copy.appointmentId));
  return appointments.every((each) =>
    each.id === link.appointmentId ? isAppointmentAsLinked(each, link) : known.has(each.id),
  );
}

/** The link with what the lists say now; the agreed state stays as it is. */
export function remarked(
  { link, meeting, appointments }: Sighting,
  { meetingRow, appointmentRows, meetingReadAt }: Observed,
): Link | undefined {
  if (!link) return undefined;
  const appointment = appointments.find(({ id }) => id === link.appointmentId);
  const read = typeof meeting === 'string' ? undefined : meeting;
  const next: Link = {
    ...link,
    ...(read ? { meetingVersion: read.version, readAt: meetingReadAt ?? link.readAt } : {}),
    ...(read && meetingRow !== undefined ? { meetingRow } : {}),
    ...(appointment
      ? {
          origin: originNow(link, appointment, appointmentRows.get(appointment.id)),
          appointmentVersion:
            appointment.version ?? appointmentRows.get(appointment.id) ?? link.appointmentVersion,
        }
      : {}),
  };
  return isSame(next, link) ? undefined : next;
}
