/**
 * Invitations without marks: our lines one after the other, which is what is left of a block when the body's format
 * is changed or a client takes every name away.
 */
import { ourLines } from './ourLines';
import type { Page } from './page';
import { order, passcodeAmong } from './recogniseLine';
import type { Recognised } from './recogniseLine';
import type { Invitation } from './types';

interface Run {
  /** Index of its last line. */
  readonly last: number;
  readonly invitation: Invitation;
}

/** The invitation that begins with the headline at `first`; `taken` lines are another's. */
export function runFrom(
  page: Page,
  recognised: readonly (Recognised | undefined)[],
  first: number,
  taken: ReadonlySet<number>,
): Run | undefined {
  const unbroken = unbrokenRun(recognised, first, taken);
  const broken = brokenRun(recognised, first, taken);
  const ours = (broken?.indexes.length ?? 0) > (unbroken?.indexes.length ?? 0) ? broken : unbroken;
  const last = ours?.indexes.at(-1);
  if (!ours || last === undefined) return undefined;

  const { joinNumber, indexes } = ours;
  const range = page.whole(first, last);
  const lines = { start: page.lines[first]?.start ?? 0, end: page.lines[last]?.end ?? 0 };
  const links = page.lines.slice(first, last + 1).flatMap((line) => line.links);
  return {
    last,
    invitation: {
      ...(range ?? lines),
      meetingId: joinNumber,
      joinNumber,
      joinUrl: links.find((link) => link.meetingId === joinNumber)?.url,
      passcode: passcodeAmong(indexes.flatMap((index) => page.lines[index] ?? [])),
      foundBy: 'join-url',
      certain: range !== undefined,
      quoted: page.lines[first]?.quoted ?? false,
      typed: range
        ? between(indexes, first, last + 1).flatMap((gap) => page.typed(gap.first, gap.last, range))
        : [],
    },
  };
}

/** The stretches of lines from `begin` to before `end` that are not among ours. */
export function between(
  ours: readonly number[],
  begin: number,
  end: number,
): { first: number; last: number }[] {
  const starts = [begin, ...ours.map((index) => index + 1)];
  const ends = [...ours, end];
  return starts
    .map((first, index) => ({ first, last: (ends[index] ?? end) - 1 }))
    .filter(({ first, last }) => first <= last);
}

const onlyOne = (values: readonly string[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

interface OurRun {
  readonly joinNumber: string;
  readonly indexes: readonly number[];
}

/** A headline with a link alone is what anybody could write. */
const LEAST_KINDS = 3;

/** Our lines from the headline at `first` on, in our order, nothing else between them, and of one meeting. */
function unbrokenRun(
  recognised: readonly (Recognised | undefined)[],
  first: number,
  taken: ReadonlySet<number>,
): OurRun | undefined {
  const run: Recognised[] = [];
  const indexes: number[] = [];
  for (let index = first; !taken.has(index);) {
    const line = recognised[index];
    if (!line) break;
    // Only the join link may take two lines, label and address.
    const step = order.indexOf(line.kind) - order.indexOf(run.at(-1)?.kind ?? 'headline');
    if (index > first && (step < 0 || (step === 0 && line.kind !== 'join'))) break;
    run.push(line);
    const behind = index + (line.lines ?? 1);
    for (; index < behind; index++) indexes.push(index);
  }
  const joinNumber = onlyOne(run.flatMap((line) => line.joinNumber ?? []));
  const kinds = new Set(run.map(({ kind }) => kind));
  return joinNumber === undefined || kinds.size < LEAST_KINDS ? undefined : { joinNumber, indexes };
}

/** With other lines between them, the more of ours: neither Zoom's own text nor a few words of ours are enough. */
const LEAST_KINDS_BROKEN = 4;

/**
 * Our lines from the headline at `first` on, with lines that a person typed between them. All in one language, with
 * wording that Zoom's own text does not have, and all that name a meeting the same.
 */
function brokenRun(
  recognised: readonly (Recognised | undefined)[],
  first: number,
  taken: ReadonlySet<number>,
): OurRun | undefined {
  const language = recognised[first]?.language;
  const to = endOfRun(recognised, first, taken);
  const candidates = recognised
    .slice(first, to)
    .map((line) => (line?.language === undefined || line.language === language ? line : undefined));
  const joinNumber = onlyOne(
    candidates.flatMap((line) =>
      line?.language !== undefined && line.joinNumber !== undefined ? line.joinNumber : [],
    ),
  );
  if (joinNumber === undefined) return undefined;

  const ours = ourLines(candidates, 0, candidates.length, joinNumber);
  const kinds = new Set(ours.map((index) => candidates[index]?.kind));
  kinds.delete(undefined);
  const wordedByUs = ours.some((index) => {
    const line = candidates[index];
    return line?.kind === 'time' || (line?.kind === 'join' && line.language !== undefined);
  });
  if (ours[0] !== 0 || !wordedByUs || kinds.size < LEAST_KINDS_BROKEN) return undefined;
  return { joinNumber, indexes: ours.map((index) => first + index) };
}

/** Before which line a run from the headline at `first` ends at the latest: where something else begins. */
function endOfRun(
  recognised: readonly (Recognised | undefined)[],
  first: number,
  taken: ReadonlySet<number>,
): number {
  let id: string | undefined;
  let to = first + 1;
  for (; to < recognised.length && !taken.has(to); to++) {
    const line = recognised[to];
    if (line?.kind === 'headline') break;
    // Behind our own id, another's means that the passcode below is that one's, too.
    const other = line?.joinNumber !== undefined && line.joinNumber !== id;
    if (id !== undefined && other && line.language !== undefined) break;
    if (line?.kind === 'meetingId') id ??= line.joinNumber;
  }
  return to;
}
