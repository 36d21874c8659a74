/**
 * What of a meeting stands on the appointment that is open: the whole, or one occurrence of its series.
 *
 * Office.js does not tell which occurrence is open. It is found by what the link remembers, else by which one it was
 * when this frame looked at the item before, else by an equal start, else by the same local day in the meeting's zone
 * (Outlook never lets two occurrences share a day). So one that is moved to another day while the pane is open is still
 * known.
 */
import { meetingOfOccurrence } from '../domain/agreement';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { Link } from '../domain/link';
import type { Meeting, Occurrence } from '../domain/meeting';
import { toIanaTimeZone, toWallClock } from '../domain/timeZone';
import type { ComposeAppointment } from '../outlook/item';
import { isAgreed } from './agreed';
import { itemClaim } from './claim';

export interface Placed {
  /** The meeting as this appointment has it: of an occurrence its times, and nothing of the series. */
  readonly view: Meeting;
  /** Absent where the whole meeting stands on the appointment; `lost` where no occurrence of it fits. */
  readonly occurrence?: Occurrence | 'lost';
}

type Opened = Pick<AppointmentSnapshot, 'start' | 'repetition' | 'savedId'>;

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
): Promise<Placed> {
  if (appointment.repetition.kind !== 'occurrence') return { view: meeting };
  switch (meeting.repeats?.kind) {
    case 'series': {
      const before = found.get(item);
      const known = before?.meetingId === meeting.id ? before.occurrenceId : undefined;
      const occurrence = findOccurrence(meeting, link?.occurrenceId ?? known, appointment.start);
      if (occurrence) found.set(item, { meetingId: meeting.id, occurrenceId: occurrence.id });
      return occurrence
        ? { view: asOccurrence(meeting, occurrence), occurrence }
        : { view: meeting, occurrence: 'lost' };
    }
    case 'no-fixed-time':
      return { view: meeting };
    default:
      return (await isItsOwn(appointment, link, meeting))
        ? { view: meeting }
        : { view: meeting, occurrence: 'lost' };
  }
}

/** The meeting as one occurrence of it has it. */
export const asOccurrence = (meeting: Meeting, occurrence: Occurrence): Meeting => ({
  ...meeting,
  ...meetingOfOccurrence(meeting, occurrence),
});

/** Whether Zoom has other times for it than the series gives. */
export const isException = (occurrence: Occurrence, series: Meeting): boolean =>
  occurrence.cancelled ||
  Number(occurrence.id) !== Date.parse(occurrence.start) ||
  occurrence.durationMinutes !== series.durationMinutes;

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

const localDay = (instant: number, timeZone: string): string =>
  toWallClock(instant, toIanaTimeZone(timeZone) ?? 'UTC').slice(0, 10);
