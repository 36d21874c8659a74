/**
 * A body as the recogniser reads it, the same for HTML and text: lines with their places, and the regions that marks
 * delimit.
 */
import { findJoinUrls } from '../joinUrl';
import type { FoundJoinUrl } from '../joinUrl';

export interface Range {
  readonly start: number;
  readonly end: number;
}

/** What a person typed inside a block: where it is, and the same as content that stands by itself. */
export interface Typed extends Range {
  readonly text: string;
}

/** A line that shows something; empty ones are left out. */
export interface Line {
  /** From the first to behind the last character that is seen. */
  readonly start: number;
  readonly end: number;
  /** What a person reads, as `folded` makes it. */
  readonly text: string;
  readonly links: readonly FoundJoinUrl[];
  readonly quoted: boolean;
  /** May be the rest of the line before, which a client broke where it got too long. */
  readonly continues?: boolean;
}

/** A stretch that marks declare to be a block of ours. */
export interface Region {
  /** Undefined where the marks do not say (text); then the content does. */
  readonly meetingId: string | undefined;
  /** Including the marks. */
  readonly start: number;
  readonly end: number;
  /** Whether the region as it is may be cut out, once nothing else is in it. */
  readonly selfContained: boolean;
  /** Its first and last line are delimiters. */
  readonly framed: boolean;
  readonly rewritten: boolean;
}

export interface Page {
  /** In reading order. */
  readonly lines: readonly Line[];
  /** By start, never overlapping. */
  readonly regions: readonly Region[];
  /**
   * The range of the lines `first` to `last` (indexes), widened to whole elements so that cutting it out leaves the
   * rest well-formed. Undefined when other visible text would go with it.
   */
  whole(first: number, last: number): Range | undefined;
  /** The lines `first` to `last`, none of them ours, out of the block `within`. */
  typed(first: number, last: number, within: Range): Typed[];
}

/** Text as it is compared: one kind of space, nothing invisible. */
export const folded = (text: string): string =>
  text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The join links of a stretch of the body, with offsets into the body. */
export const linksIn = (body: string, start: number, end: number): FoundJoinUrl[] =>
  findJoinUrls(body.slice(start, end)).map((link) => ({
    ...link,
    start: link.start + start,
    end: link.end + start,
  }));

/** Where clients break lines of text, in characters. */
const BREAK = { least: 60, most: 80 };

/** Whether a line of this length can have been broken before `next`, whose first word did not fit in any more. */
export function wasBroken(length: number, next: string): boolean {
  const word = /^\S+/.exec(next)?.[0].length ?? 0;
  return length <= BREAK.most && length + 1 + word > BREAK.least;
}
