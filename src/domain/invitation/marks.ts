/**
 * The marks by which an invitation is found again, and what clients make of them.
 *
 * HTML: the block is an element with the id (and class) `zoom-meeting-<id>`; before it stands an empty line with
 * the id `zoom-meeting-<id>-space`; named anchors mark that line, and the block's first and last. Outlook on the web keeps ids
 * and prefixes them with `x_`, once more at every round, and drops classes when the body is read; classic Outlook
 * (Word) may drop or merge the element and keeps the anchors as bookmarks. Bookmark names: at most 40 characters,
 * letters, digits and underscores.
 *
 * Text: a line of box-drawing characters before and after. The corners tell first from last, so that half a block
 * left behind can never pair up with the next one.
 */
const prefix = String.raw`^(?:x_)*`;

const block = new RegExp(`${prefix}zoom-meeting-(\\d{8,19})$`);
const space = new RegExp(`${prefix}zoom-meeting-(\\d{8,19})-space$`);
const spaceAnchor = new RegExp(`${prefix}zoom_space_(\\d{8,19})$`);
const anchor = new RegExp(`${prefix}zoom_(start|end)_(\\d{8,19})$`);

export const blockId = (meetingId: string): string => `zoom-meeting-${meetingId}`;
export const spaceId = (meetingId: string): string => `zoom-meeting-${meetingId}-space`;
export const anchorName = (edge: 'start' | 'end' | 'space', meetingId: string): string =>
  `zoom_${edge}_${meetingId}`;

/** The colour of the two lines around the block, by which the frame is known that Word makes of them. */
export const FRAME_COLOUR = '#8a8a8a';
const frame =
  /border-top:[^;]*(?:#8a8a8a|rgb\(138, ?138, ?138\))[^;]*;.*border-bottom:[^;]*(?:#8a8a8a|rgb\(138)/is;
/** Whether an element of this style is what is left of the block's own. */
export const isFrame = (style: string): boolean => style.length < 1_000 && frame.test(style);

/** The meeting that an id or class value marks the block of. */
export const blockOf = (value: string): string | undefined => block.exec(value)?.[1];
/** The meeting whose empty line before the block has this id. */
export const spaceOf = (value: string): string | undefined => space.exec(value)?.[1];
/** The same by the anchor in that line. */
export const spaceNamed = (name: string): string | undefined => spaceAnchor.exec(name)?.[1];
/** What an anchor's name or id marks. */
export function anchorOf(value: string): { edge: 'start' | 'end'; meetingId: string } | undefined {
  const match = anchor.exec(value);
  const meetingId = match?.[2];
  return meetingId === undefined ? undefined : { edge: match?.[1] === 'end' ? 'end' : 'start', meetingId };
}

const rule = '─'.repeat(43);
export const FIRST_LINE = `┌${rule}`;
export const LAST_LINE = `└${rule}`;

/** Which delimiter a line of text is, spaces around it aside. */
export function delimiterOf(line: string): 'first' | 'last' | undefined {
  const match = /^([┌└])─{20,}$/.exec(line);
  return match ? (match[1] === '┌' ? 'first' : 'last') : undefined;
}

/** Of full length, in a line with other text; what goes on with such characters is a drawing of somebody's. */
const delimiterInside = /(?<![\u2500-\u257f])[┌└]─{43}(?![\u2500-\u257f])/;

/** A line of text before, at and behind the first delimiter in it; quoted lines and all others stay whole. In one they are the line. */
export function cutAtDelimiters(line: string): string[] {
  const found = line.includes('─') && !line.trimStart().startsWith('>') ? delimiterInside.exec(line) : null;
  if (!found || found[0] === line.trim()) return [line];
  const end = found.index + found[0].length;
  return [line.slice(0, found.index), found[0], line.slice(end)];
}
