/**
 * The elements of an HTML body with their places in the string: as much of a tree as splicing needs, no more.
 *
 * Built in one pass, in linear time whatever the input. Markup that does not match up is taken the way browsers
 * roughly take it: an end tag closes the nearest open element of its name within the same table cell, elements in
 * between end there, and an end tag without a partner is nothing.
 */
import { parseJoinUrl } from '../joinUrl';
import type { JoinUrl } from '../joinUrl';

export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly parent: Element | undefined;
  readonly depth: number;
  readonly start: number;
  /** Behind its end tag, or where something else ended it. */
  end: number;
  /** Whether an end tag of its own closed it. */
  closed: boolean;
  /** Nearest block element around it. */
  readonly outerBlock: Element | undefined;
  /** Nearest table part around it, which end tags inside do not reach out of. */
  readonly outerCell: Element | undefined;
  /** What is inside is not shown. */
  readonly hidden: boolean;
  /** In or of a `blockquote`. */
  readonly quoted: boolean;
  /** The join link that it is. */
  readonly joinUrl: JoinUrl | undefined;
  /** Nearest join link around it. */
  readonly outerLink: Element | undefined;
}

const tags = (list: string): ReadonlySet<string> => new Set(list.split(' '));

const voidTags = tags(
  'area base basefont bgsound br col embed frame hr img input keygen link meta param source track wbr',
);
const cellTags = tags('caption marquee object table td template th');
const hiddenTags = tags('script style template title');
const blockTags = tags(
  'address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure ' +
    'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table ' +
    'tbody td tfoot th thead title tr ul',
);
/** Shown, though no text. */
const pictureTags = tags('audio canvas embed hr iframe img input object svg video');

/** What a start tag ends when it is the nearest block; any block ends a paragraph. */
const ends: Readonly<Record<string, ReadonlySet<string>>> = {
  li: tags('li p'),
  dt: tags('dt dd p'),
  dd: tags('dt dd p'),
  tr: tags('tr p'),
};
const paragraphOnly = tags('p');

export const isBlock = (tag: string): boolean => blockTags.has(tag);
export const isPicture = (tag: string): boolean => pictureTags.has(tag);

/** The stack of open elements, with the nearest open one of each name at hand. */
export class OpenElements {
  private top: Element | undefined;
  private readonly byTag = new Map<string, Element[]>();

  get current(): Element | undefined {
    return this.top;
  }

  /** Takes a start tag; undefined for an element that has no content. */
  open(
    tag: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    closing: boolean,
  ): Element | undefined {
    if (isBlock(tag)) {
      const block = this.top && (isBlock(this.top.tag) ? this.top : this.top.outerBlock);
      const within = block?.outerCell === cellAround(this.top);
      if (block && within && (ends[tag] ?? paragraphOnly).has(block.tag)) this.endThrough(block, start);
    }
    // `<o:p/>` and its like are closed; `<div/>` is not, to any browser.
    if (voidTags.has(tag) || (closing && tag.includes(':'))) return undefined;
    const element = childOf(this.top, tag, attributes, start);
    this.top = element;
    const open = this.byTag.get(tag);
    if (open) open.push(element);
    else this.byTag.set(tag, [element]);
    return element;
  }

  /** Takes an end tag that stands at `start` and ends at `end`. */
  close(tag: string, start: number, end: number): void {
    const element = this.byTag.get(tag)?.at(-1);
    if (!element) return;
    if (!cellTags.has(tag) && element.outerCell !== cellAround(this.top)) return;
    this.endThrough(element, start);
    element.end = end;
    element.closed = true;
  }

  /** The end of the document ends everything. */
  finish(end: number): void {
    while (this.top) this.pop(end);
  }

  private endThrough(element: Element, at: number): void {
    while (this.top && this.top !== element) this.pop(at);
    this.pop(at);
  }

  private pop(at: number): void {
    const element = this.top;
    if (!element) return;
    element.end = at;
    this.byTag.get(element.tag)?.pop();
    this.top = element.parent;
  }
}

function childOf(
  parent: Element | undefined,
  tag: string,
  attributes: Readonly<Record<string, string>>,
  start: number,
): Element {
  const { href } = attributes;
  const joinUrl = tag === 'a' && href !== undefined ? parseJoinUrl(href) : undefined;
  return {
    tag,
    attributes,
    parent,
    depth: (parent?.depth ?? 0) + 1,
    start,
    end: start,
    closed: false,
    outerBlock: parent && isBlock(parent.tag) ? parent : parent?.outerBlock,
    outerCell: cellAround(parent),
    hidden: (parent?.hidden ?? false) || hiddenTags.has(tag),
    quoted: (parent?.quoted ?? false) || tag === 'blockquote',
    joinUrl,
    outerLink: parent?.joinUrl ? parent : parent?.outerLink,
  };
}

/** The table part that something opened inside `parent` would stand in. */
const cellAround = (parent: Element | undefined): Element | undefined =>
  parent && cellTags.has(parent.tag) ? parent : parent?.outerCell;
