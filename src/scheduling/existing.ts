/**
 * The meeting that is on an appointment already, as Zoom knows it.
 */
import { ProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { OnAppointment } from './contents';
import type { MeetingsService } from './types';

export type Existing =
  | { readonly kind: 'none' }
  /** A meeting of this person. */
  | { readonly kind: 'meeting'; readonly meeting: Meeting }
  /** The link names a meeting that Zoom no longer has. */
  | { readonly kind: 'gone'; readonly link: Link }
  /** Somebody else's: by the invitation alone we cannot tell a deleted one from another person's. */
  | { readonly kind: 'foreign'; readonly meetingId: string; readonly joinUrl: string };

export async function findExisting(on: OnAppointment, meetings: MeetingsService): Promise<Existing> {
  const { link, invitation } = on;
  const named = link ?? invitation;
  if (!named) return { kind: 'none' };
  const { meetingId, joinUrl } = named;
  try {
    const meeting = await meetings.get(meetingId);
    // A link is ours even where the host is someone else for whom this person schedules.
    if (link || meeting.hostedByMe) return { kind: 'meeting', meeting };
  } catch (thrown) {
    const code = thrown instanceof ProductError ? thrown.code : undefined;
    if (code === 'meeting-gone' && link) return { kind: 'gone', link };
    if (code !== 'meeting-gone' && code !== 'meeting-of-another') throw thrown;
  }
  return { kind: 'foreign', meetingId, joinUrl };
}
