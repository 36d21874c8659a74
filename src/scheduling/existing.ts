/**
 * The meeting that is on an appointment already, as Zoom knows it.
 *
 * Without a link the invitation tells only the number that people join with. For the host's personal meeting id that
 * is not the meeting's own id, and Zoom answers for it with the personal room, which must be neither changed nor
 * deleted: the meeting is then looked for among the member's own that have this number and start with the appointment.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import { parseJoinUrl } from '../domain/joinUrl';
import { joinNumberOf, type Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { Named, OnAppointment } from './contents';
import type { MeetingsService, SchedulingDependencies } from './types';

export type Existing =
  | { readonly kind: 'none' }
  /** A meeting of this person. */
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  /** The link names a meeting that this person made here and Zoom no longer has. */
  | { readonly kind: 'gone'; readonly link: Link }
  /** An invitation by this person's personal meeting id, whose meeting is not to be found. */
  | { readonly kind: 'personal'; readonly named: Named }
  /**
   * One that Zoom does not show to this person: somebody else's, or deleted; Zoom says the same of both. `link` where
   * the appointment has it by one, and not by its text alone.
   */
  | {
      readonly kind: 'foreign';
      readonly link?: Link;
      /** The number that people join with. */
      readonly meetingId: string;
      readonly joinUrl: string;
    };

/** The meeting on an appointment that is to be changed by it. Throws what is in the way of that. */
export function meetingOf(existing: Existing): Meeting {
  switch (existing.kind) {
    case 'meeting':
      return existing.meeting;
    case 'gone':
      throw new ProductError('meeting-gone');
    case 'foreign':
      throw new ProductError('meeting-of-another');
    default:
      throw new ProductError('no-meeting');
  }
}

type Times = Pick<AppointmentSnapshot, 'start'>;
type Needs = Pick<SchedulingDependencies, 'meetings' | 'personalMeetingId'>;

export async function findExisting(
  { link, invitation }: OnAppointment,
  appointment: Times,
  deps: Needs,
): Promise<Existing> {
  if (link) return byLink(link, deps.meetings);
  if (!invitation) return { kind: 'none' };
  const { meetingId: number, joinUrl } = invitation;
  const [named, personal] = await Promise.all([
    getOrNothing(number, deps.meetings),
    deps.personalMeetingId?.().catch(() => null),
  ]);
  const isRoom = number === personal || (named?.options.personalId === true && named.joinNumber === number);
  if (named && !isRoom) {
    return named.hostedByMe
      ? { kind: 'meeting', meeting: named }
      : { kind: 'foreign', meetingId: number, joinUrl };
  }
  if (!isRoom) return { kind: 'foreign', meetingId: number, joinUrl };
  const meeting = await byJoinNumber(number, appointment, deps.meetings);
  return meeting
    ? { kind: 'meeting', meeting }
    : { kind: 'personal', named: { id: number, joinNumber: number } };
}

/** A link is ours even where the host is someone else for whom this person schedules. */
async function byLink(link: Link, meetings: MeetingsService): Promise<Existing> {
  try {
    return { kind: 'meeting', meeting: await meetings.get(link.meetingId) };
  } catch (thrown) {
    const code = thrown instanceof ProductError ? thrown.code : undefined;
    if (code === 'meeting-gone') return { kind: 'gone', link };
    if (code !== 'meeting-of-another') throw thrown;
    return { kind: 'foreign', link, meetingId: joinNumberOf(link), joinUrl: link.joinUrl };
  }
}

async function getOrNothing(id: string, meetings: MeetingsService): Promise<Meeting | undefined> {
  try {
    return await meetings.get(id);
  } catch (thrown) {
    const code = thrown instanceof ProductError ? thrown.code : undefined;
    if (code !== 'meeting-gone' && code !== 'meeting-of-another') throw thrown;
    return undefined;
  }
}

/** Among the first page of the member's meetings, which Zoom lists in the order of their starts. */
async function byJoinNumber(
  number: string,
  { start }: Times,
  meetings: MeetingsService,
): Promise<Meeting | undefined> {
  const page = await meetings.list?.();
  const row = page?.meetings.find(
    (each) =>
      each.id !== number &&
      parseJoinUrl(each.joinUrl)?.meetingId === number &&
      each.start !== null &&
      Math.abs(Date.parse(each.start) - start) < 1_000,
  );
  return row && getOrNothing(row.id, meetings);
}
