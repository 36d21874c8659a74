/**
 * Which lines of a body are an invitation of ours, by marks and by wording.
 *
 * Marks say where to look, the wording says what is ours there: text that a person typed inside the marked block,
 * before its first or behind its last line of ours, is left to them. What they changed between those lines belongs to
 * the invitation. Without marks, only an unbroken run of our lines in our order counts.
 */
import { delimiterOf } from './marks';
import type { Line, Page, Region } from './page';
import type { Invitation } from './types';
import { words } from './words';

type Kind = 'headline' | 'topic' | 'time' | 'join' | 'meetingId' | 'passcode';

interface Recognised {
  readonly kind: Kind;
  readonly meetingId?: string;
}

/** Longer lines are never ours: topics have at most 200 characters, join links some hundred. */
const LINE_LIMIT = 2_000;

const languages = Object.values(words).map((row) => {
  const [before = '', after = ''] = row.headline.split('{host}');
  return { ...row, before: before.trimStart(), after: after.trimEnd() };
});

/** What a line says, in any language that we write; undefined when it is not one of ours. */
function recognise({ text, links }: Line): Recognised | undefined {
  if (text.length > LINE_LIMIT) return undefined;
  for (const row of languages) {
    if (text === row.headlineWithoutHost || (text.startsWith(row.before) && text.endsWith(row.after))) {
      return { kind: 'headline' };
    }
    if (text.startsWith(`${row.topic}:`)) return { kind: 'topic' };
    if (text.startsWith(`${row.time}:`)) return { kind: 'time' };
    if (text.startsWith(`${row.passcode}:`)) {
      // A passcode is one word: whatever is written behind it is the person's.
      return /^ ?\S{1,40}$/.test(text.slice(row.passcode.length + 1)) ? { kind: 'passcode' } : undefined;
    }
    if (text.startsWith(`${row.meetingId}:`)) {
      const meetingId = text.slice(row.meetingId.length + 1).replace(/ /g, '');
      return /^\d{8,19}$/.test(meetingId) ? { kind: 'meetingId', meetingId } : undefined;
    }
    const beside = text.startsWith(row.join) ? text.slice(row.join.length) : text;
    const nothingElse = /^:? ?(?:<?https?:\/\/[^\s<>]+>?)?$/.test(beside);
    const link = links[0];
    if (nothingElse && (link || text.startsWith(row.join))) {
      return link ? { kind: 'join', meetingId: link.meetingId } : { kind: 'join' };
    }
  }
  return undefined;
}

/** Everything in the page that invites to a Zoom meeting, in reading order. */
export function invitationsOf(page: Page): Invitation[] {
  const recognised = page.lines.map(recognise);
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
  const inside = recognised.slice(from, to);
  const meetingId = region.meetingId ?? onlyOne(inside.flatMap((line) => line?.meetingId ?? []));
  if (meetingId === undefined || !inside.some((line) => line?.meetingId === meetingId)) return undefined;

  const ours = (line: Recognised | undefined): boolean =>
    line !== undefined && (line.meetingId === undefined || line.meetingId === meetingId);
  const headline = inside.findLastIndex((line) => line?.kind === 'headline');
  const first = from + (headline === -1 ? inside.findIndex(ours) : headline);
  const last = from + inside.findLastIndex(ours);
  // Delimiters of text are lines themselves, and not of the person's.
  const edges = region.meetingId === undefined ? 1 : 0;
  const onlyOurs = first === from + edges && last === to - 1 - edges;
  const range = onlyOurs && region.selfContained ? region : page.whole(first, last);
  const links = page.lines.slice(from, to).flatMap((line) => line.links);
  return {
    start: range?.start ?? region.start,
    end: range?.end ?? region.end,
    meetingId,
    joinUrl: links.find((link) => link.meetingId === meetingId)?.url,
    passcode: passcodeAmong(page.lines.slice(first, last + 1)),
    foundBy: region.rewritten ? 'rewritten-marker' : 'marker',
    certain: range !== undefined,
    quoted: page.lines[first]?.quoted ?? false,
  };
}

const onlyOne = (values: readonly string[]): string | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

const order: readonly Kind[] = ['headline', 'topic', 'time', 'join', 'meetingId', 'passcode'];

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
      return [{ start, end, meetingId, joinUrl: url, passcode, foundBy: 'join-url', certain: false, quoted }];
    });
  });
}

/** Our wording and Zoom's, in the languages that we write. */
function passcodeAmong(lines: readonly Line[]): string | undefined {
  const labels = ['Password', ...languages.map((row) => row.passcode)];
  for (const { text } of lines) {
    const label = labels.find((candidate) => text.startsWith(`${candidate}:`));
    const passcode = label === undefined ? undefined : text.slice(label.length + 1).trim();
    if (passcode !== undefined && /^\S{1,40}$/.test(passcode)) return passcode;
  }
  return undefined;
}
