/**
 * What an appointment carries that concerns a meeting: reading it, and recognising the meeting in it.
 *
 * Custom properties get lost on some clients, so the body and the location are looked at too. A meeting is
 * recognised by the link property first, then by a marked invitation, and by a bare join link only where body and
 * location both carry it: a join link somewhere in a text may be anybody's.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { findInvitations, ownBlock } from '../domain/invitation';
import { addJoinLink, removeJoinLink } from '../domain/location';
import { readLinkProperty, type Link } from '../domain/link';
import type { ComposeAppointment } from '../outlook/item';

/** The parts of an appointment that are written. */
export type Contents = Pick<AppointmentSnapshot, 'body' | 'location' | 'linkProperty'>;

export interface OnAppointment {
  /** The link property, when it names a meeting. */
  readonly link: Link | undefined;
  /** The claim of an add that was begun and not finished. */
  readonly claim: string | undefined;
  /** The meeting that body (and location) tell of when the property does not. */
  readonly invitation: { readonly meetingId: string; readonly joinUrl: string } | undefined;
}

/** Reads them anew, all at once. */
export async function readContents(item: ComposeAppointment): Promise<Contents> {
  const [body, location, linkProperty] = await Promise.all([
    item.readBody(),
    item.readLocation(),
    item.readLinkProperty(),
  ]);
  return { body, location, linkProperty };
}

export function whatIsOn(contents: Contents): OnAppointment {
  const property = readLinkProperty(contents.linkProperty);
  const link = property?.state === 'linked' ? property : undefined;
  return {
    link,
    claim: property?.state === 'adding' ? property.claim : undefined,
    invitation: link ? undefined : recognised(contents),
  };
}

function recognised({ body, location }: Contents): OnAppointment['invitation'] {
  const candidates = findInvitations(body.format, body.content).filter((found) => !found.quoted);
  const found =
    candidates.find(({ foundBy }) => foundBy !== 'join-url') ??
    candidates.find(({ meetingId }) => namesMeeting(location, meetingId));
  return found?.joinUrl === undefined ? undefined : { meetingId: found.meetingId, joinUrl: found.joinUrl };
}

/** Whether the location carries a join link of this meeting. */
export const namesMeeting = (location: string, meetingId: string): boolean =>
  removeJoinLink(location, meetingId) !== location;

/** Which parts the appointment lacks of a meeting that should be on it. A location without room lacks nothing. */
export function missingParts(
  contents: Contents,
  meeting: { readonly id: string; readonly joinUrl: string },
): ('invitation' | 'location' | 'property')[] {
  const { link } = whatIsOn(contents);
  const wanted = addJoinLink(contents.location, meeting.joinUrl);
  return [
    ...(invites(contents, meeting.id) ? [] : (['invitation'] as const)),
    ...(wanted.full || wanted.location === contents.location ? [] : (['location'] as const)),
    ...(link?.meetingId === meeting.id ? [] : (['property'] as const)),
  ];
}

/** Whether the body carries an invitation to this meeting that is surely ours; a join link alone is not one. */
export const invites = ({ body }: Pick<Contents, 'body'>, meetingId: string): boolean =>
  findInvitations(body.format, body.content).some((found) => found.meetingId === meetingId && found.certain);

/** The same, and whether that invitation tells the present passcode, which can change while the join link stays. */
export function invitesWithPasscode(
  { body }: Pick<Contents, 'body'>,
  meeting: { readonly id: string; readonly passcode: string },
): boolean {
  const own = ownBlock(findInvitations(body.format, body.content), meeting.id);
  return own !== undefined && (own.passcode ?? '') === meeting.passcode;
}
