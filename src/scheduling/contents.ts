/**
 * What an appointment carries that concerns a meeting: reading it, and recognising the meeting in it.
 *
 * Custom properties get lost on some clients, so the body and the location are looked at too. A meeting is
 * recognised by the link property first, then by a marked invitation, and by a bare join link only where body and
 * location both carry it: a join link somewhere in a text may be anybody's.
 */
import type { AppointmentSnapshot } from '../domain/appointment';
import { findInvitations, type Invitation, ownBlock } from '../domain/invitation';
import { parseJoinUrl } from '../domain/joinUrl';
import { addJoinLink, removeJoinLink } from '../domain/location';
import { joinNumberOf, readLinkProperty, type Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
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
    candidates.find(({ meetingId }) => removeJoinLink(location, meetingId) !== location);
  return found?.joinUrl === undefined ? undefined : { meetingId: found.meetingId, joinUrl: found.joinUrl };
}

/**
 * How body and location know a meeting: marks carry its id, everything else the number that people join with. The two
 * differ where the host's personal meeting id is used.
 */
export interface Named {
  readonly id: string;
  readonly joinNumber: string;
  /** The topics that its invitation may tell: what a person wrote beside one of them outlives the invitation. */
  readonly topics?: readonly string[];
}

export const namedBy = (link: Pick<Link, 'meetingId' | 'joinUrl' | 'agreed'>): Named => ({
  id: link.meetingId,
  joinNumber: joinNumberOf(link),
  topics: [link.agreed.topic],
});

/** The same of a meeting that Zoom has. */
export const namedAs = ({ id, joinNumber, topic }: Meeting): Required<Named> => ({
  id,
  joinNumber,
  topics: [topic],
});

/** Whether the location carries a join link of this meeting. */
export const namesMeeting = (location: string, { joinNumber }: Named): boolean =>
  removeJoinLink(location, joinNumber) !== location;

/** This meeting's own block in the body. */
export const blockOf = ({ format, content }: Contents['body'], meeting: Named): Invitation | undefined =>
  ownBlock(findInvitations(format, content), meeting);

/**
 * Which parts the appointment lacks of a meeting that should be on it. A location without room lacks nothing; an
 * invitation out of which the join link was taken is as good as none.
 */
export function missingParts(
  contents: Contents,
  meeting: Named & { readonly joinUrl: string },
): ('invitation' | 'location' | 'property')[] {
  const { link } = whatIsOn(contents);
  const wanted = addJoinLink(contents.location, meeting.joinUrl);
  return [
    ...(tellsJoinLink(contents, meeting) ? [] : (['invitation'] as const)),
    ...(wanted.full || wanted.location === contents.location ? [] : (['location'] as const)),
    ...(link?.meetingId === meeting.id ? [] : (['property'] as const)),
  ];
}

/** Whether the body invites to this meeting, with its join link (where that is one that can be known again). */
function tellsJoinLink({ body }: Contents, meeting: Named & { readonly joinUrl: string }): boolean {
  const own = blockOf(body, meeting);
  return own !== undefined && (own.joinUrl !== undefined || parseJoinUrl(meeting.joinUrl) === undefined);
}

/** The same, and whether that invitation tells the present passcode, which can change while the join link stays. */
export function tellsHowToJoin(
  contents: Contents,
  meeting: Named & { readonly joinUrl: string; readonly passcode: string },
): boolean {
  const own = blockOf(contents.body, meeting);
  return tellsJoinLink(contents, meeting) && (own?.passcode ?? '') === meeting.passcode;
}

/**
 * Whether all of the meeting is on the appointment as the link knows it, and Zoom has another join link or passcode by
 * now. A passcode that cannot be read from the text says nothing.
 */
export function tellsFormerJoin(
  contents: Contents,
  link: Link,
  meeting: { readonly joinUrl: string; readonly passcode: string },
): boolean {
  const named = namedBy(link);
  if (missingParts(contents, { ...named, joinUrl: link.joinUrl }).length > 0) return false;
  if (link.joinUrl !== meeting.joinUrl) return true;
  const told = blockOf(contents.body, named)?.passcode;
  return told !== undefined && told !== meeting.passcode;
}
