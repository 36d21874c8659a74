/**
 * Which lines of a body are an invitation of ours, by marks and by wording.
 *
 * Marks say where to look, the wording says what is ours there: lines that a person typed inside the marked block, or
 * wrote on behind our words, are theirs (but not behind topic and host's name, which may be anything). Without marks,
 * only an unbroken run of our lines in our order counts.
 */
import { delimiterOf } from './marks';
import type { Page, Region } from './page';
import type { Invitation } from './types';
import { ourLines, recogniseAll } from './ourLines';
import { order, passcodeAmong } from './recogniseLine';
import type { Recognised } from './recogniseLine';

/** Everything in the page that invites to a Zoom meeting, in reading order. */
export function invitationsOf(page: Page): Invitation[] {
  const recognised = recogniseAll(page.lines);
  const found: Invitation[] = [];
  const taken = new Set<number>();

  let next = 0;
  for (const region of page.regions) {
    while ((page.lines[next]?.start ?? Infinity) < region.start) next += 1;
    const from = next;
    while ((page.lines[next]?.end ?? Infinity) <= region.end) next += 1;
    const invitation = inRegion(page, recognised, region, from, next);
    if (!invitation) continue;
    found.push(invitation);
    for (let index = from; index < next; index++) taken.add(index);
  }

  for (let index = 0; index < page.lines.length; index++) {
    if (taken.has(index) || recognised[index]?.kind !== 'headline') continue;
    const run = unbrokenRun(page, recognised, index);
    if (!run || taken.has(run.last)) continue;
    found.push(run.invitation);
    for (; index < run.last; index++) taken.add(index);
    taken.add(run.last);
  }

  found.push(...linksAlone(page, taken, new Set(found.map(({ meetingId }) => meetingId))));
  return found.sort((a, b) => a.start - b.start);
}

/** The invitation among the lines `from` to before `to`, which marks declare to be one. */
function inRegion(
  page: Page,
  recognised: readonly (Recognised | undefined)[],
  region: Region,
  from: number,
  to: number,
): Invitation | undefined {
  const meetingId = region.meetingId ?? meetingNamedIn(recognised, from, to);
  if (meetingId === undefined) return undefined;
  const ours = ourLines(recognised, from, to, meetingId);
  const [first, last] = [ours[0], ours.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (!ours.some((index) => recognised[index]?.meetingId === meetingId)) return undefined;

  // Delimiters of text are lines themselves, and not of the person's.
  const edge = region.meetingId === undefined ? 1 : 0;
  const [begin, end] = region.selfContained ? [from + edge, to - edge] : [first, last + 1];
  const range = region.selfContained ? region : page.whole(first, last);
  const links = page.lines.slice(from, to).flatMap((line) => line.links);
  return {
    start: range?.start ?? region.start,
    end: range?.end ?? region.end,
    meetingId,
    joinUrl: links.find((link) => link.meetingId === meetingId)?.url,
    passcode: passcodeAmong(ours.flatMap((index) => page.lines[index] ?? [])),
    foundBy: region.rewritten ? 'rewritten-marker' : 'marker',
    certain: range !== undefined,
    quoted: page.lines[first]?.quoted ?? false,
    typed: range ? between(ours, begin, end).flatMap((gap) => page.typed(gap.first, gap.last, range)) : [],
  };
}

/** A person adds a link to another meeting or two; where more are named, it is no block of ours. */
const MEETINGS_NAMED = 4;

/** The meeting that more lines in our order go with than with any other that is named among them. */
function meetingNamedIn(
  recognised: readonly (Recognised | undefined)[],
  from: number,
  to: number,
): string | undefined {
  const named = [...new Set(recognised.slice(from, to).flatMap((line) => line?.meetingId ?? []))];
  if (named.length > MEETINGS_NAMED) return undefined;
  const [most, second] = named
    .map((meetingId) => ({ meetingId, lines: ourLines(recognised, from, to, meetingId).length }))
    .sort((a, b) => b.lines - a.lines);
  return most?.lines === second?.lines ? undefined : most?.meetingId;
}

/** The stretches of lines from `begin` to before `end` that are not among ours. */
function between(ours: readonly number[], begin: number, end: number): { first: number; last: number }[] {
  const starts = [begin, ...ours.map((index) => index + 1)];
  const ends = [...ours, end];
  return starts
    .map((first, index) => ({ first, last: (ends[index] ?? end) - 1 }))
    .filter(({ first, last }) => first <= last);
}

const onlyOne = (values: readonly string[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

/** A headline with a link alone is what anybody could write. */
const LEAST_KINDS = 3;

/**
 * Our lines from the headline at `first` on, in our order, nothing else between them, with the meeting's id or its
 * join link or both: what is left of a block when the body's format is changed.
 */
function unbrokenRun(
  page: Page,
  recognised: readonly (Recognised | undefined)[],
  first: number,
): { last: number; invitation: Invitation } | undefined {
  let last = first;
  for (let index = first + 1; ; index++) {
    const kind = recognised[index]?.kind;
    const before = recognised[last]?.kind;
    if (kind === undefined || before === undefined) break;
    // Only the join link may take two lines, label and address.
    const step = order.indexOf(kind) - order.indexOf(before);
    if (step < 0 || (step === 0 && kind !== 'join')) break;
    last = index;
  }
  const run = recognised.slice(first, last + 1);
  const meetingId = onlyOne(run.flatMap((line) => line?.meetingId ?? []));
  const kinds = new Set(run.map((line) => line?.kind));
  if (meetingId === undefined || kinds.size < LEAST_KINDS) return undefined;

  // The ruled lines of text that became HTML go with what stands between them.
  const framed =
    delimiterOf(page.lines[first - 1]?.text ?? '') === 'first' &&
    delimiterOf(page.lines[last + 1]?.text ?? '') === 'last';
  const range = framed ? page.whole(first - 1, last + 1) : page.whole(first, last);
  const lines = { start: page.lines[first]?.start ?? 0, end: page.lines[last]?.end ?? 0 };
  const links = page.lines.slice(first, last + 1).flatMap((line) => line.links);
  return {
    last,
    invitation: {
      ...(range ?? lines),
      meetingId,
      joinUrl: links.find((link) => link.meetingId === meetingId)?.url,
      passcode: passcodeAmong(page.lines.slice(first, last + 1)),
      foundBy: 'join-url',
      certain: range !== undefined,
      quoted: page.lines[first]?.quoted ?? false,
      typed: [],
    },
  };
}

/**
 * How many lines behind a link its passcode may stand (Zoom's own texts have the meeting id between), unless a link to
 * another meeting comes first.
 */
const PASSCODE_WITHIN = 5;

/** Join links outside any invitation of ours: one entry a meeting, its first link, for reading only. */
function linksAlone(page: Page, taken: ReadonlySet<number>, known: Set<string>): Invitation[] {
  return page.lines.flatMap((line, index) => {
    if (taken.has(index)) return [];
    return line.links.flatMap(({ meetingId, url, start, end }): Invitation[] => {
      if (known.has(meetingId)) return [];
      known.add(meetingId);
      const near = page.lines.slice(index, index + PASSCODE_WITHIN);
      const other = near.findIndex(({ links }) => links.some((link) => link.meetingId !== meetingId));
      const passcode = passcodeAmong(other === -1 ? near : near.slice(0, other));
      const { quoted } = line;
      return [
        {
          start,
          end,
          meetingId,
          joinUrl: url,
          passcode,
          foundBy: 'join-url',
          certain: false,
          quoted,
          typed: [],
        },
      ];
    });
  });
}
