/** Finding invitations in a body. */
import type { BodyFormat } from '../appointment';
import { readHtml } from './htmlPage';
import type { HtmlPage } from './htmlPage';
import { invitationsOf } from './recognise';
import { readText } from './textPage';
import type { Invitation } from './types';

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

export function readPage(format: BodyFormat, body: string): ReadPage {
  if (format === 'text') {
    return { invitations: invitationsOf(readText(body)), insertionPoints: [body.length], spaces: [] };
  }
  const page = readHtml(body);
  return { invitations: invitationsOf(page), insertionPoints: page.insertionPoints, spaces: page.spaces };
}

/**
 * The block that stands for this meeting: the first whose extent is certain, outside quotations where there is one.
 * Further copies are left alone.
 */
export function ownBlock(invitations: readonly Invitation[], meetingId: string): Invitation | undefined {
  const own = invitations.filter((invitation) => invitation.certain && invitation.meetingId === meetingId);
  return own.find((invitation) => !invitation.quoted) ?? own[0];
}
