/** Which of the marks in an HTML body delimit a block that may be trusted. */
import type { Element } from './htmlTree';
import { anchorOf, blockOf, delimiterOf } from './marks';
import type { Line, Region } from './page';

interface Mark {
  readonly kind: 'block' | 'start' | 'end';
  readonly meetingId: string;
  readonly element: Element;
  readonly rewritten: boolean;
}

/** The mark that an element carries. */
export function markOf(element: Element): Mark | undefined {
  const { id = '', class: classes = '', name = '' } = element.attributes;
  if (element.tag === 'a') {
    const anchor = anchorOf(name) ?? anchorOf(id);
    return anchor && { kind: anchor.edge, meetingId: anchor.meetingId, element, rewritten: true };
  }
  const byId = blockOf(id);
  const byClass = classes === '' ? undefined : classes.split(/\s+/).map(blockOf).find(Boolean);
  const meetingId = byId ?? byClass;
  if (meetingId === undefined) return undefined;
  return { kind: 'block', meetingId, element, rewritten: byId === undefined || id.startsWith('x_') };
}

/**
 * The regions that marks, in document order, delimit: an element that was closed by its own end tag and has no mark
 * inside but its own anchors; otherwise a start anchor whose next mark is the end anchor of the same meeting. A mark
 * that does not pair up delimits nothing: somebody cut the block in two, or put a mark where none belongs.
 */
export function regionsOf(marks: readonly Mark[]): Region[] {
  const regions: Region[] = [];
  let index = 0;
  while (index < marks.length) {
    const mark = marks[index];
    if (!mark) break;
    const last = mark.kind === 'block' ? lastAnchorOf(marks, index, mark) : pairedEnd(marks, index, mark);
    if (last === undefined) {
      index += 1;
      continue;
    }
    const { meetingId, element, rewritten } = mark;
    const end = mark.kind === 'block' ? element.end : (marks[last]?.element.end ?? element.end);
    const selfContained = mark.kind === 'block';
    regions.push({ meetingId, start: element.start, end, selfContained, framed: false, rewritten });
    index = last + 1;
  }
  return regions;
}

/** The last of the marks inside the block, itself where there is none; undefined where it is no sound block. */
function lastAnchorOf(marks: readonly Mark[], index: number, block: Mark): number | undefined {
  if (!block.element.closed) return undefined;
  for (let next = index + 1; ; next++) {
    const inner = marks[next];
    if (!inner || inner.element.start >= block.element.end) return next - 1;
    if (inner.kind === 'block' || inner.meetingId !== block.meetingId) return undefined;
  }
}

function pairedEnd(marks: readonly Mark[], index: number, start: Mark): number | undefined {
  const next = marks[index + 1];
  return start.kind === 'start' && next?.kind === 'end' && next.meetingId === start.meetingId
    ? index + 1
    : undefined;
}

/**
 * The stretches between the delimiters of text, outside the regions that are known: text that became HTML. All of
 * them by start.
 */
export function withFrames(regions: readonly Region[], lines: readonly Line[]): Region[] {
  const frames: Region[] = [];
  let open: Line | undefined;
  let next = 0;
  for (const line of lines) {
    while ((regions[next]?.end ?? Infinity) <= line.start) next += 1;
    if ((regions[next]?.start ?? Infinity) < line.end) {
      open = undefined;
      continue;
    }
    const delimiter = delimiterOf(line.text);
    if (delimiter === 'first') open = line;
    if (delimiter === 'last' && open) {
      const { start } = open;
      frames.push({
        meetingId: undefined,
        start,
        end: line.end,
        selfContained: false,
        framed: true,
        rewritten: true,
      });
      open = undefined;
    }
  }
  return [...regions, ...frames].sort((a, b) => a.start - b.start);
}
