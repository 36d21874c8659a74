/** An HTML body as lines and regions. Comments, attributes, scripts and styles are never taken for text or marks. */
import { findJoinUrls } from '../joinUrl';
import type { FoundJoinUrl } from '../joinUrl';
import { PICTURE, typedElements, wholeElements } from './htmlPieces';
import type { HtmlLine } from './htmlPieces';
import { decoded, readTokens } from './htmlTokens';
import { isBlock, isPicture, OpenElements } from './htmlTree';
import type { Element } from './htmlTree';
import { spaceNamed, spaceOf } from './marks';
import { folded, wasBroken } from './page';
import type { Line, Page } from './page';
import { markOf, regionsOf, withFrames } from './regions';

/** What splicing HTML needs beside what is read. */
export interface HtmlPage extends Page {
  /** Where new content can go, best place first. */
  readonly insertionPoints: readonly number[];
  /** The empty lines that insertion put before blocks, as far as they are still empty. */
  readonly spaces: readonly { readonly meetingId: string; readonly start: number; readonly end: number }[];
}

const wanted = new Set(['id', 'class', 'name', 'href', 'style']);
const blanks = /&(?:nbsp|#160|#xa0);|[\u200b\u2060\ufeff]/gi;

export function readHtml(body: string): HtmlPage {
  const open = new OpenElements();
  const lines = new LineBuilder();
  const marks: NonNullable<ReturnType<typeof markOf>>[] = [];
  const spaces: { meetingId: string; element: Element }[] = [];
  let bodyContent = 0;
  let bodyEnd: number | undefined;
  let documentEnd: number | undefined;

  const unfinished = readTokens(body, wanted, {
    startTag(tag, attributes, start, end, closing) {
      if (isBlock(tag) || tag === 'br') lines.end(tag);
      if (isPicture(tag)) lines.add(PICTURE, start, end, open.current);
      if (tag === 'body') bodyContent = end;
      const element = open.open(tag, attributes, start, closing);
      if (!element) return;
      const mark = markOf(element);
      if (mark) marks.push(mark);
      const space = spaceMarkedBy(element);
      if (space) spaces.push(space);
    },
    endTag(tag, start, end) {
      if (isBlock(tag) || tag === 'br') lines.end(tag);
      // Browsers take what follows these into the body all the same.
      if (tag === 'body') bodyEnd = start;
      else if (tag === 'html') documentEnd = start;
      else open.close(tag, start, end);
    },
    text(content, start) {
      // Blanks of any writing become as many spaces, so that the offsets hold.
      const visible = content.replace(blanks, (blank) => ' '.repeat(blank.length));
      if (visible.trim() === '') return lines.space();
      const from = start + visible.length - visible.trimStart().length;
      const to = start + visible.trimEnd().length;
      lines.add(decoded(content), from, to, open.current);
    },
  });
  lines.end();
  open.finish(body.length);

  const finished = lines.finish();
  return {
    lines: finished,
    regions: withFrames(regionsOf(marks), finished),
    whole: (first, last) => wholeElements(finished, first, last),
    typed: (first, last, within) => typedElements(body, finished, first, last, within),
    insertionPoints: [bodyEnd ?? documentEnd ?? body.length, unfinished ?? body.length, bodyContent, 0],
    spaces: stillEmpty(spaces, finished),
  };
}

/** The empty line that an element is, or the paragraph that an anchor says to be one. */
function spaceMarkedBy(element: Element): { meetingId: string; element: Element } | undefined {
  const { id = '', name = '' } = element.attributes;
  const own = spaceOf(id);
  if (own !== undefined) return { meetingId: own, element };
  const meetingId = element.tag === 'a' ? (spaceNamed(name) ?? spaceNamed(id)) : undefined;
  const block = element.outerBlock;
  const isLine = block !== undefined && (block.tag === 'p' || block.tag === 'div');
  return meetingId !== undefined && isLine && spaceOf(block.attributes['id'] ?? '') === undefined
    ? { meetingId, element: block }
    : undefined;
}

/** Collects what is shown between two line breaks. */
class LineBuilder {
  private readonly finished: (() => HtmlLine)[] = [];
  private pieces: string[] = [];
  private links = new Set<Element>();
  private first: { at: number; inside: Element | undefined } | undefined;
  private last: { at: number; inside: Element | undefined } | undefined;
  /** Length of the line before, as long as one line break alone has followed it. */
  private before: number | undefined;

  add(text: string, start: number, end: number, inside: Element | undefined): void {
    if (inside?.hidden) return;
    this.first ??= { at: start, inside };
    this.last = { at: end, inside };
    this.pieces.push(text);
    const link = inside?.joinUrl ? inside : inside?.outerLink;
    if (link) this.links.add(link);
  }

  space(): void {
    if (this.first) this.pieces.push(' ');
  }

  /** `by`: the tag that ends the line. */
  end(by = ''): void {
    const { first, last, pieces, links, before } = this;
    this.before = undefined;
    if (first && last) {
      const text = folded(pieces.join(''));
      const [start, end] = [first.at, last.at];
      const continues = before !== undefined && wasBroken(before, text);
      if (by === 'br') this.before = text.length;
      // Elements end later than the lines in them: their places are read when all is known.
      this.finished.push(() => ({
        start,
        end,
        text,
        first: first.inside,
        last: last.inside,
        quoted: first.inside?.quoted ?? false,
        links: linksOf([...links], text, start, end),
        continues,
      }));
    }
    this.pieces = [];
    this.links = new Set();
    this.first = undefined;
    this.last = undefined;
  }

  finish(): HtmlLine[] {
    return this.finished.map((line) => line());
  }
}

/** Links that can be pressed, then those that are only written out (the whole line stands for their place). */
function linksOf(elements: readonly Element[], text: string, start: number, end: number): FoundJoinUrl[] {
  const pressable = elements.flatMap(({ joinUrl, start, end }) =>
    joinUrl ? [{ ...joinUrl, start, end }] : [],
  );
  const known = new Set(pressable.map((link) => link.meetingId));
  const written = findJoinUrls(text).filter((link) => !known.has(link.meetingId));
  return [...pressable, ...written.map((link) => ({ ...link, start, end }))];
}

function stillEmpty(
  spaces: readonly { meetingId: string; element: Element }[],
  lines: readonly Line[],
): { meetingId: string; start: number; end: number }[] {
  let next = 0;
  const inOrder = [...spaces].sort((a, b) => a.element.start - b.element.start);
  return inOrder.flatMap(({ meetingId, element: { start, end, closed } }) => {
    while ((lines[next]?.end ?? Infinity) <= start) next += 1;
    const empty = (lines[next]?.start ?? Infinity) >= end;
    return closed && empty ? [{ meetingId, start, end }] : [];
  });
}
