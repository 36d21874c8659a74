/**
 * Putting an invitation into a body, taking it out and putting it back, by splicing the string: outside the block
 * and the empty line before it, the string stays byte for byte.
 *
 * HTML: the empty line is an element with an id of its own, and an anchor in it, so that it is known again. Text: it is two line ends of
 * the kind that the block itself has, always, also at the top of an empty body (which leaves room to type); the body's
 * own kind is used, CRLF wherever it has one.
 */
import type { BodyFormat } from '../appointment';
import { findInvitations, ownBlock, ownBlocks, ownMeeting, readPage } from './find';
import type { ReadPage } from './find';
import { anchorName, spaceId } from './marks';
import type { Invitation, OwnMeeting, RemovedInvitation } from './types';

/** What Outlook takes as a body, in characters (`Body.setAsync`). */
export const BODY_LIMIT = 1_000_000;

/** How much of the surroundings a removal remembers. */
const CONTEXT = 64;

/**
 * Puts the rendered `block` in the place of this meeting's own invitation, followed by what a person had typed inside
 * that, or else at the end of the content. Older invitations of it further down go.
 * The result may be longer than `BODY_LIMIT`: that is for the caller to refuse.
 */
export function putInvitation(
  format: BodyFormat,
  body: string,
  block: string,
  meeting: string | OwnMeeting,
): { body: string; how: 'inserted' | 'replaced' } {
  const { id: meetingId, topics } = ownMeeting(meeting);
  const page = readPage(format, body, topics);
  const own = ownBlock(page.invitations, meeting);
  const lineEnd = lineEndOf(own ? body.slice(own.start, own.end) : body);
  const placed = format === 'text' ? block.replace(/\r\n|\r|\n/g, lineEnd) : bare(block, meetingId);
  if (own) {
    const typed = typedIn(format, body, own);
    const both = typed === '' ? placed : placed + (format === 'text' ? lineEnd : '') + typed;
    const { start, end } = own;
    return {
      body: body.slice(0, start) + both + behind(format, page, body, own, meeting).slice(end),
      how: 'replaced',
    };
  }
  const text = separator(format, placed, meetingId) + placed;
  return { body: insert(format, page, body, text, meetingId), how: 'inserted' };
}

/**
 * The HTML block as it is handed to a host that adds it to the top of a body by itself: below an empty line, so that
 * what a person types at the very top stands outside the block. Removing takes that line away too.
 */
export function prependBlock(block: string, meetingId: string): string {
  return separator('html', block, meetingId) + block;
}

/** Without the line that `prependBlock` put above it. */
function bare(block: string, meetingId: string): string {
  const line = separator('html', block, meetingId);
  return block.startsWith(line) ? block.slice(line.length) : block;
}

/**
 * Takes this meeting's invitation out, with the empty line that insertion put before it; what a person had typed
 * inside stays in its place (and that line before it). Older ones further down go as well, and are not remembered.
 */
export function removeInvitation(
  format: BodyFormat,
  body: string,
  meeting: string | OwnMeeting,
): { body: string; removed: RemovedInvitation | undefined } {
  const { id: meetingId, topics } = ownMeeting(meeting);
  const page = readPage(format, body, topics);
  const own = ownBlock(page.invitations, meeting);
  if (!own) return { body, removed: undefined };
  const kept = typedIn(format, body, own);
  const offset = kept === '' ? own.start - separatorBefore(format, page, body, own, meetingId) : own.start;
  const rest = behind(format, page, body, own, meeting).slice(own.end);
  const removed = {
    meetingId,
    format,
    text: body.slice(offset, own.end),
    kept,
    offset,
    before: body.slice(Math.max(0, offset - CONTEXT), offset),
    after: rest.slice(0, CONTEXT),
  };
  return { body: body.slice(0, offset) + kept + rest, removed };
}

/** The body without the meeting's invitations behind its `own`, from the last to the first, so that places hold. */
function behind(
  format: BodyFormat,
  page: ReadPage,
  body: string,
  own: Invitation,
  meeting: string | OwnMeeting,
): string {
  let rest = body;
  let limit = body.length;
  for (const older of ownBlocks(page.invitations, meeting).reverse()) {
    if (older.start < own.end || older.end > limit) continue;
    const kept = typedIn(format, body, older);
    const space = kept === '' ? separatorBefore(format, page, body, older, ownMeeting(meeting).id) : 0;
    limit = Math.max(own.end, older.start - space);
    rest = rest.slice(0, limit) + kept + rest.slice(older.end);
  }
  return rest;
}

/**
 * Puts back what was removed: where it was when its surroundings are still the same, else at the end of the content.
 * A body that has an invitation of that meeting again is left as it is.
 *
 * What was removed from a body of another format cannot be put back: then `block`, the invitation rendered anew in
 * this format, is put at the end, or nothing where there is none.
 */
export function restoreInvitation(
  format: BodyFormat,
  body: string,
  removed: RemovedInvitation,
  block?: string,
): string {
  const { meetingId, text, kept, offset, before, after } = removed;
  if (format !== removed.format) {
    return block === undefined ? body : putUnlessThere(format, body, block, meetingId);
  }
  const found = findInvitations(format, text).find((invitation) => invitation.certain);
  const page = readPage(format, body);
  const own = { id: meetingId, ...(found ? { joinNumber: found.joinNumber } : {}) };
  if (ownBlock(page.invitations, own)) return body;
  const unchanged =
    offset <= body.length && body.slice(0, offset).endsWith(before) && body.startsWith(kept + after, offset);
  if (unchanged) return body.slice(0, offset) + text + body.slice(offset + kept.length);
  if (!found) return block === undefined ? body : putUnlessThere(format, body, block, meetingId);
  const alone = kept === '' ? text : separator(format, text, meetingId) + withoutTyped(format, text, found);
  return insert(format, page, body, alone, meetingId);
}

const putUnlessThere = (format: BodyFormat, body: string, block: string, meetingId: string): string =>
  ownBlock(findInvitations(format, body), meetingId)
    ? body
    : putInvitation(format, body, block, meetingId).body;

/**
 * At the end of the content. HTML that is broken there (an unclosed comment, a tag cut short) would swallow the
 * block, so the best place is taken from which it can be removed again.
 */
function insert(format: BodyFormat, page: ReadPage, body: string, text: string, meetingId: string): string {
  if (format === 'text') return body + text;
  const candidates = page.insertionPoints.map(
    (point) => () => body.slice(0, point) + text + body.slice(point),
  );
  const sound = candidates.find(
    (candidate) => removeInvitation('html', candidate(), meetingId).body === body,
  );
  return (sound ?? candidates[0])?.() ?? body + text;
}

/** What a person typed inside the block, in one. */
const typedIn = (format: BodyFormat, body: string, block: Invitation): string =>
  block.typed
    .map(({ text }) => text)
    .join(format === 'text' ? lineEndOf(body.slice(block.start, block.end)) : '');

/** The body without what a person typed inside the block. */
function withoutTyped(format: BodyFormat, body: string, { typed }: Invitation): string {
  let rest = '';
  let at = 0;
  for (const { start, end } of typed) {
    rest += body.slice(at, start);
    const lineEnd = format === 'text' ? /^(?:\r\n|\r|\n)/.exec(body.slice(end, end + 2)) : null;
    at = end + (lineEnd?.[0].length ?? 0);
  }
  return rest + body.slice(at);
}

const lineEndOf = (body: string): string => (body.includes('\r\n') ? '\r\n' : '\n');

const separator = (format: BodyFormat, block: string, meetingId: string): string =>
  format === 'html'
    ? `<div id="${spaceId(meetingId)}"><a name="${anchorName('space', meetingId)}"></a><br></div>\n`
    : lineEndOf(block).repeat(2);

/** The length of the separator that stands right before the block; 0 when it is not there as it was put. */
function separatorBefore(
  format: BodyFormat,
  page: ReadPage,
  body: string,
  { start, end }: Invitation,
  meetingId: string,
): number {
  if (format === 'text') {
    const own = separator('text', body.slice(start, end), meetingId);
    // What was typed right behind the block would go on the line before it.
    if (/^[^\r\n]/.test(body.slice(end, end + 1))) return 0;
    return body.slice(0, start).endsWith(own) ? own.length : 0;
  }
  const space = page.spaces.findLast((candidate) => candidate.end <= start);
  return space?.meetingId === meetingId && body.slice(space.end, start).trim() === ''
    ? start - space.start
    : 0;
}
