/** Finding invitations in a body. */
import type { BodyFormat } from '../appointment';
import { readHtml } from './htmlPage';
import type { HtmlPage } from './htmlPage';
import { invitationsOf } from './recognise';
import { readText } from './textPage';
import type { Invitation, OwnMeeting } from './types';

/**
 * Every invitation in the body, in reading order, with offsets into the string as given.
 *
 * Blocks of ours come with `certain` when their extent is known; a Zoom meeting that is only linked to (Zoom's own
 * invitation texts, a link in a sentence) is reported once, as its link, and never `certain`. In text, lines quoted
 * with `>` are not ours; in HTML, copies in a `blockquote` are, marked `quoted`. Linear in the body's length.
 */
export function findInvitations(format: BodyFormat, body: string): Invitation[] {
  return readPage(format, body).invitations;
}

/** The invitations, and what splicing needs beside them, from one reading of the body. */
export interface ReadPage extends Pick<HtmlPage, 'insertionPoints' | 'spaces'> {
  readonly invitations: Invitation[];
}

export function readPage(format: BodyFormat, body: string, topics: readonly string[] = []): ReadPage {
  if (format === 'text') {
    return { invitations: invitationsOf(readText(body), topics), insertionPoints: [body.length], spaces: [] };
  }
  const page = readHtml(body);
  return {
    invitations: invitationsOf(page, topics),
    insertionPoints: page.insertionPoints,
    spaces: page.spaces,
  };
}

/** The meeting that a caller names, whichever way. */
export const ownMeeting = (meeting: string | OwnMeeting): OwnMeeting =>
  typeof meeting === 'string' ? { id: meeting } : meeting;

/**
 * The block that stands for this meeting: the first whose extent is certain, outside quotations where there is one.
 * A mark with the meeting's id comes first; blocks that no mark names go by the number that people join with.
 */
export function ownBlock(
  invitations: readonly Invitation[],
  meeting: string | OwnMeeting,
): Invitation | undefined {
  return ownBlocks(invitations, meeting)[0];
}

/**
 * That block, and behind it the older ones that a body with pictures was left with, in reading order: those that tell
 * the meeting in the same way and are not quoted.
 */
export function ownBlocks(invitations: readonly Invitation[], meeting: string | OwnMeeting): Invitation[] {
  const { id, joinNumber } = ownMeeting(meeting);
  const those = (of: (invitation: Invitation) => boolean): Invitation[] => {
    const own = invitations.filter((invitation) => invitation.certain && of(invitation));
    const unquoted = own.filter((invitation) => !invitation.quoted);
    return unquoted.length > 0 ? unquoted : own.slice(0, 1);
  };
  const marked = those(({ meetingId }) => meetingId === id);
  if (marked.length > 0 || joinNumber === undefined) return marked;
  // Where a mark names another meeting it is that one's, though people join both with the same number.
  return those((found) => found.meetingId === joinNumber && found.joinNumber === joinNumber);
}
