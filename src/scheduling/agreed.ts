/** The link that an appointment with a meeting carries, and whether it tells the meeting's present state. Pure. */
import { agreedStateOf } from '../domain/agreement';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { Repetition } from '../domain/recurrence';
import { toIanaTimeZone, toWallClock } from '../domain/timeZone';

/** What the link keeps beside the meeting. */
export type LinkMore = Pick<Link, 'ownTopic' | 'language' | 'occurrenceId' | 'shares'>;

/** The link to this meeting; for one occurrence, `meeting` is as that occurrence has it (see `placed.ts`). */
export const linkFor = (meeting: Meeting, claim: string, more: LinkMore = {}): Link => ({
  v: 1,
  state: 'linked',
  meetingId: meeting.id,
  joinUrl: meeting.joinUrl,
  claim,
  agreed: agreedStateOf(meeting),
  ...(more.occurrenceId === undefined ? {} : { occurrenceId: more.occurrenceId }),
  ...(more.language === undefined ? {} : { language: more.language }),
  ...(more.ownTopic ? { ownTopic: true } : {}),
  ...(more.shares ? { shares: true } : {}),
});

/**
 * Whether a single appointment carries what a series or an occurrence of one was given: it is a copy of an occurrence,
 * or what became of the series.
 */
export const isOutOfSeries = (link: Link | undefined, { kind }: Pick<Repetition, 'kind'>): boolean =>
  kind === 'single' && link !== undefined && isOfSeries(link);

/** Whether the link was made for a series or an occurrence of one. */
export const isOfSeries = ({ agreed, occurrenceId, shares }: Link): boolean =>
  shares !== true && (agreed.repeats !== undefined || occurrenceId !== undefined);

/** Whether the link records this very state of the meeting. */
export function isAgreed(link: Link, meeting: Meeting): boolean {
  const present = agreedStateOf(meeting);
  return (
    link.joinUrl === meeting.joinUrl &&
    link.agreed.topic === present.topic &&
    sameInstant(link.agreed.start, present.start) &&
    link.agreed.durationMinutes === present.durationMinutes &&
    link.agreed.repeats === present.repeats
  );
}

/** The same, where the first occurrences of a series may have gone by since: Zoom then tells the next one's start. */
export function isAgreedByNow(link: Link, meeting: Meeting): boolean {
  const { start } = link.agreed;
  const begins = beginningOf(meeting, start) === beginningOf(meeting, meeting.start);
  return isAgreed(begins ? { ...link, agreed: { ...link.agreed, start: meeting.start } } : link, meeting);
}

/** What of this start of the meeting does not go by: of a series the time of day, of any other all of it. */
export function beginningOf({ repeats, timeZone }: Meeting, start: string | null): string | null {
  if (start === null) return null;
  const instant = Date.parse(start);
  if (repeats?.kind !== 'series') return new Date(instant).toISOString();
  return toWallClock(instant, toIanaTimeZone(timeZone) ?? 'UTC').slice('2026-11-23T'.length);
}

/** Whether two links of one meeting say the same of everything that is chosen here and not known to Zoom. */
export const sameChoices = (a: LinkMore, b: LinkMore): boolean =>
  Boolean(a.ownTopic) === Boolean(b.ownTopic) &&
  a.language === b.language &&
  a.occurrenceId === b.occurrenceId &&
  Boolean(a.shares) === Boolean(b.shares);

const sameInstant = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));
