/**
 * Cutting lines of HTML out of a body as pieces that are well-formed by themselves: the block as a whole, and what a
 * person typed inside it.
 */
import { escapeHtml } from './escapeHtml';
import { isBlock } from './htmlTree';
import type { Element } from './htmlTree';
import { isFrame } from './marks';
import type { Line, Range, Typed } from './page';

/** A line with the innermost elements that its first and last character stand in. */
export interface HtmlLine extends Line {
  readonly first: Element | undefined;
  readonly last: Element | undefined;
}

/** Stands in a line's text for a picture, so that the line is neither empty nor ours. */
export const PICTURE = '\ufffc';

/** How far up the tree it is looked for a common parent; no client nests the lines of one block deeper. */
const CLIMB = 64;

/**
 * The range of the lines `first` to `last`, with the frame around them where one is left of the block's element;
 * undefined when other visible text would go with it.
 */
export function wholeElements(lines: readonly HtmlLine[], first: number, last: number): Range | undefined {
  const range = commonRange(lines[first], lines[last]);
  if (!range) return undefined;
  const limits = { start: lines[first - 1]?.end ?? 0, end: lines[last + 1]?.start ?? Infinity };
  const fits = ({ start, end }: Range): boolean => start >= limits.start && end <= limits.end;
  if (!fits(range)) return undefined;
  const { parent } = range;
  const whole = parent?.closed && isFrame(parent.attributes['style'] ?? '') && fits(parent) ? parent : range;
  return { start: whole.start, end: whole.end };
}

/** The least range with both lines in it that no element sticks out of, and the element around that. */
function commonRange(
  from: HtmlLine | undefined,
  to: HtmlLine | undefined,
): (Range & { readonly parent: Element | undefined }) | undefined {
  if (!from || !to) return undefined;
  let [a, b] = [from.first, to.last];
  let { start } = from;
  let { end } = to;
  for (let step = 0; a !== b; step++) {
    if (step > CLIMB) return undefined;
    const [up, down] = [a?.depth ?? 0, b?.depth ?? 0];
    if (a && up >= down) [start, a] = [a.start, a.parent];
    if (b && down >= up) [end, b] = [b.end, b.parent];
  }
  return { start, end, parent: a };
}

interface Piece extends Range {
  readonly parent: Element | undefined;
  /** Whether it can stand between any two elements without joining with them. */
  readonly standsAlone: boolean;
}

/**
 * The lines `first` to `last`, which are a person's, out of the block `within`: the largest elements that hold nothing
 * else, and what stands between them. Text without an element of its own gets one. Where markup is so entangled that
 * nothing can be cut out, only the words are kept.
 */
export function typedElements(
  body: string,
  lines: readonly HtmlLine[],
  first: number,
  last: number,
  within: Range,
): Typed[] {
  const limits = {
    start: Math.max(within.start, lines[first - 1]?.end ?? 0),
    end: Math.min(within.end, lines[last + 1]?.start ?? body.length),
  };
  const typed: Typed[] = [];
  let open: Piece | undefined;
  const close = (): void => {
    if (!open) return;
    const { start, end, standsAlone } = open;
    const text = body.slice(start, end);
    typed.push({ start, end, text: standsAlone ? text : `<div>${text}</div>` });
    open = undefined;
  };
  for (const line of lines.slice(first, last + 1)) {
    const behind: number = open?.end ?? typed.at(-1)?.end ?? limits.start;
    // In a piece already, with the line before it.
    if (line.end <= behind) continue;
    const piece = pieceOf(line, { start: behind, end: limits.end });
    if (piece && open && open.parent === piece.parent) {
      open = { ...piece, start: open.start, standsAlone: open.standsAlone && piece.standsAlone };
      continue;
    }
    close();
    if (piece) open = piece;
    else {
      const words = escapeHtml(line.text.replaceAll(PICTURE, '').trim());
      typed.push({ start: line.end, end: line.end, text: `<div>${words}</div>` });
    }
  }
  close();
  return typed;
}

/** Parts of lists and tables mean nothing by themselves. */
const partsOfOthers = new Set(
  'caption col colgroup dd dt legend li optgroup option summary tbody td tfoot th thead tr'.split(' '),
);

function pieceOf(line: HtmlLine, limits: Range): Piece | undefined {
  const range = commonRange(line, line);
  if (!range || range.start < limits.start || range.end > limits.end) return undefined;
  let piece: Piece = { ...range, standsAlone: false };
  let element = range.parent;
  for (let step = 0; element && step < CLIMB; step++) {
    const { start, end, parent, tag, closed } = element;
    if (start < limits.start || end > limits.end) break;
    if (!partsOfOthers.has(tag)) piece = { start, end, parent, standsAlone: isBlock(tag) && closed };
    element = parent;
  }
  return piece;
}
