/**
 * Which lines of a body are an invitation of ours, by marks and by wording.
 *
 * Marks say where to look, the wording says what is ours there: lines that a person typed inside the marked block, or
 * wrote on behind our words, are theirs. Without marks, our lines have to follow each other in our order from the
 * headline on; where others stand between them, more of ours have to be there (see `run.ts`).
 */
import type { Page, Region } from './page';
import type { Invitation } from './types';
import { ourLines, recogniseAll } from './ourLines';
import { passcodeAmong } from './recogniseLine';
import type { Recognised } from './recogniseLine';
import { between, runFrom } from './run';

/**
 * Everything in the page that invites to a Zoom meeting, in reading order. `topics`: those that the invitation looked
 * for can tell.
 */
export function invitationsOf(page: Page, topics: readonly string[] = []): Invitation[] {
  const recognised = recogniseAll(page.lines, topics);
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
    const run = runFrom(page, recognised, index, taken);
    if (!run) continue;
    found.push(run.invitation);
    for (; index < run.last; index++) taken.add(index);
    taken.add(run.last);
  }

  found.push(...linksAlone(page, taken, new Set(found.flatMap((one) => [one.meetingId, one.joinNumber]))));
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
  const joinNumber = numberNamedIn(recognised, from, to, region.meetingId);
  if (joinNumber === undefined) return undefined;
  const ours = ourLines(recognised, from, to, joinNumber);
  const [first, last] = [ours[0], ours.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  if (!ours.some((index) => recognised[index]?.joinNumber === joinNumber)) return undefined;
  const meetingId = region.meetingId ?? joinNumber;
  // Lines of another number are a personal meeting id, or were pasted over ours.
  if (meetingId !== joinNumber && !ours.some((index) => isSurelyOurs(recognised[index]))) return undefined;

  // Delimiters of text are lines themselves, and not of the person's.
  const edge = region.framed ? 1 : 0;
  const [begin, end] = region.selfContained || region.framed ? [from + edge, to - edge] : [first, last + 1];
  const range = region.selfContained
    ? region
    : region.framed
      ? page.whole(from, to - 1)
      : page.whole(first, last);
  const links = page.lines.slice(from, to).flatMap((line) => line.links);
  return {
    start: range?.start ?? region.start,
    end: range?.end ?? region.end,
    meetingId,
    joinNumber,
    joinUrl: links.find((link) => link.meetingId === joinNumber)?.url,
    passcode: passcodeAmong(ours.flatMap((index) => page.lines[index] ?? [])),
    foundBy: region.rewritten ? 'rewritten-marker' : 'marker',
    certain: range !== undefined,
    quoted: page.lines[first]?.quoted ?? false,
    typed: range ? between(ours, begin, end).flatMap((gap) => page.typed(gap.first, gap.last, range)) : [],
  };
}

/** Wording that Zoom's own invitations do not have. */
const isSurelyOurs = (line: Recognised | undefined): boolean =>
  line?.kind === 'headline' ||
  line?.kind === 'time' ||
  (line?.kind === 'join' && line.language !== undefined);

/** A person adds a link to another meeting or two; where more are named, it is no block of ours. */
const MEETINGS_NAMED = 4;

/**
 * The number that the lines invite to: the mark's own where they name it, otherwise that which more lines in our order
 * go with than with any other.
 */
function numberNamedIn(
  recognised: readonly (Recognised | undefined)[],
  from: number,
  to: number,
  marked: string | undefined,
): string | undefined {
  const named = [...new Set(recognised.slice(from, to).flatMap((line) => line?.joinNumber ?? []))];
  if (marked !== undefined && named.includes(marked)) return marked;
  if (named.length > MEETINGS_NAMED) return undefined;
  const [most, second] = named
    .map((joinNumber) => ({ joinNumber, lines: ourLines(recognised, from, to, joinNumber).length }))
    .sort((a, b) => b.lines - a.lines);
  return most?.lines === second?.lines ? undefined : most?.joinNumber;
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
          joinNumber: meetingId,
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
