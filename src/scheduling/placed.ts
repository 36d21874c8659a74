/**
 * What of a meeting stands on the appointment that is open: the whole, or one occurrence of its series.
 *
 * Office.js does not tell which occurrence is open. It is found by what the link remembers, else by which one it was
 * when this frame looked at the item before, else by an equal start, else by the same local day in the meeting's zone
 * (Outlook never lets two occurrences share a day). So one that is moved to another day while the pane is open is still
 * known. One that was moved before is lost: the person says which one it is (`chooseOccurrence.ts`).
 */
import { meetingOfOccurrence } from '../domain/agreement';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Meeting, Occurrence } from '../domain/meeting';
import { isException, possibleOccurrences } from '../domain/occurrences';
import { localDay } from '../domain/timeZone';
import type { ComposeAppointment } from '../outlook/item';
import { isAgreed } from './agreed';
import { itemClaim } from './claim';

export interface Placed {
  /** The meeting as this appointment has it: of an occurrence its times, and nothing of the series. */
  readonly view: Meeting;
  /** Absent where the whole meeting stands on the appointment. */
  readonly occurrence?: Occurrence;
  /** One occurrence is open, and none of the meeting fits: those that it may be, the nearest first. */
  readonly lost?: readonly Occurrence[];
}

type Opened = Pick<AppointmentSnapshot, 'start' | 'end' | 'repetition' | 'savedId'>;

/** Which occurrence of which meeting each item turned out to be. */
const found = new WeakMap<
  ComposeAppointment,
  { readonly meetingId: string; readonly occurrenceId: string }
>();

export async function placedOn(
  item: ComposeAppointment,
  appointment: Opened,
  link: Link | undefined,
  meeting: Meeting,
  now: number,
): Promise<Placed> {
  // Who shares the meeting has the whole of it, whatever it is in its own series.
  if (link?.shares || appointment.repetition.kind !== 'occurrence') return { view: meeting };
  switch (meeting.repeats?.kind) {
    case 'series': {
      const before = found.get(item);
      const known = before?.meetingId === meeting.id ? before.occurrenceId : undefined;
      const remembered = link?.occurrenceId ?? known;
      const occurrence = findOccurrence(meeting, remembered, appointment.start);
      if (occurrence) {
        found.set(item, { meetingId: meeting.id, occurrenceId: occurrence.id });
        return { view: asOccurrence(meeting, occurrence), occurrence };
      }
      // The one that it is known to be was cancelled.
      const isKnown = meeting.occurrences.some(({ id }) => id === remembered);
      return { view: meeting, lost: isKnown ? [] : possibleOccurrences(meeting, appointment, now) };
    }
    case 'no-fixed-time':
      return { view: meeting };
    default:
      return (await isItsOwn(appointment, link, meeting)) ? { view: meeting } : { view: meeting, lost: [] };
  }
}

/** Why nothing can be done with an occurrence that is lost, and what the person can do. */
export const lostError = ({ repeats }: Meeting, lost: readonly Occurrence[]): ProductError =>
  new ProductError(
    repeats === null ? 'occurrence-only' : lost.length > 0 ? 'occurrence-moved' : 'occurrence-gone',
  );

/** The meeting as one occurrence of it has it. */
export const asOccurrence = (meeting: Meeting, occurrence: Occurrence): Meeting => ({
  ...meeting,
  ...meetingOfOccurrence(meeting, occurrence),
});

/**
 * Whether the link records this very state of the occurrence; one that inherits its series' link is as the series has
 * it. The topic is that of the series, whatever the occurrence is called.
 */
export const isAgreedOccurrence = (link: Link, series: Meeting, occurrence: Occurrence): boolean =>
  link.occurrenceId === undefined
    ? !isException(occurrence, series)
    : isAgreed(link, { ...asOccurrence(series, occurrence), topic: link.agreed.topic });

/** The occurrence of the series; undefined when there is none, or it was cancelled. */
function findOccurrence(
  { occurrences, timeZone }: Meeting,
  remembered: string | undefined,
  start: number,
): Occurrence | undefined {
  const known = occurrences.find(({ id }) => id === remembered);
  if (known) return known.cancelled ? undefined : known;
  const left = occurrences.filter(({ cancelled }) => !cancelled);
  const day = localDay(start, timeZone);
  return (
    left.find((occurrence) => Date.parse(occurrence.start) === start) ??
    left.find((occurrence) => localDay(Date.parse(occurrence.start), timeZone) === day)
  );
}

/**
 * Whether a single meeting was made for the occurrence that is open, and not for the series before that repeated. The
 * claim tells it; where that was random, the day.
 */
async function isItsOwn(
  { start, savedId }: Opened,
  link: Link | undefined,
  meeting: Meeting,
): Promise<boolean> {
  if (savedId !== undefined && link?.claim === (await itemClaim(savedId))) return true;
  const days = [link?.agreed.start, meeting.start].flatMap((instant) =>
    instant ? [localDay(Date.parse(instant), meeting.timeZone)] : [],
  );
  return days.includes(localDay(start, meeting.timeZone));
}
