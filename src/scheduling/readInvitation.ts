/**
 * What an attendee can know of the meeting from the appointment alone: join link, meeting id, passcode.
 *
 * Anybody can write a body, so a link counts only where it is a join link of Zoom's. Host calls: 1, and 1 more for
 * the property where body and location name no meeting.
 */
import { findInvitations } from '../domain/invitation';
import { findJoinUrls } from '../domain/joinUrl';
import { joinNumberOf, readLinkProperty } from '../domain/link';
import type { ReadAppointment } from '../outlook/item';

export interface ReadableInvitation {
  readonly joinUrl: string;
  /** Decimal digits: the number to join with. */
  readonly meetingId: string;
  readonly passcode: string | undefined;
}

export async function readInvitation(item: ReadAppointment): Promise<ReadableInvitation | undefined> {
  const { format, content } = await item.readBody();
  const found = findInvitations(format, content);
  const best = found.find(({ quoted }) => !quoted) ?? found[0];
  if (best?.joinUrl !== undefined) {
    const { meetingId, joinUrl, passcode } = best;
    return { meetingId: joinNumberOf({ meetingId, joinUrl }), joinUrl, passcode };
  }
  const inLocation = findJoinUrls(item.location)[0];
  if (inLocation) return { meetingId: inLocation.meetingId, joinUrl: inLocation.url, passcode: undefined };
  // An attendee's copy rarely has properties; an organizer's own does.
  const property = readLinkProperty(await item.readLinkProperty().catch(() => undefined));
  return property?.state === 'linked'
    ? { meetingId: joinNumberOf(property), joinUrl: property.joinUrl, passcode: undefined }
    : undefined;
}
