/** Times and repetition of a meeting and of an appointment, in words. */
import type { Meeting, MeetingRepeats, Occurrence } from '../../domain/meeting';
import type { Repetition } from '../../domain/recurrence';
import { toIanaTimeZone } from '../../domain/timeZone';
import { formatInstant, formatRange } from '../../ui/format';
import { recurrenceInWords } from '../../ui/recurrenceWords';
import type { Words } from '../../ui/words';
import type { Facts, PaneState, UnusedMeeting } from '../state';

const MINUTE = 60_000;

/** When the meeting, or this occurrence of it, takes place: in the zone that Zoom shows it in. */
export function meetingTime(
  { timeZone, ...meeting }: Pick<Meeting, 'start' | 'durationMinutes' | 'timeZone'>,
  { t, locale }: Words,
  occurrence?: Occurrence,
): string {
  const { start, durationMinutes } = occurrence ?? meeting;
  if (start === null) return t('meeting.noFixedTime');
  const from = Date.parse(start);
  return formatRange(from, from + durationMinutes * MINUTE, locale, timeZone);
}

/** When the appointment takes place, on the same clock. */
export const appointmentTime = ({ start, end }: Facts, timeZone: string, { locale }: Words): string =>
  formatRange(start, end, locale, timeZone);

/** When an unused meeting begins and when it was made: in Outlook's zone, as the calendar shows its appointment. */
export function unusedTimes(
  { start, madeAt }: Pick<UnusedMeeting, 'start' | 'madeAt'>,
  { facts, me }: Pick<PaneState, 'facts' | 'me'>,
  { t, locale }: Words,
): { readonly start: string; readonly madeAt: string } {
  // Outlook may have a zone of its own making, or tell none: Zoom's then.
  const timeZone = toIanaTimeZone(facts?.timeZone ?? '') ?? me?.member.timeZone;
  const show = (instant: string) => formatInstant(Date.parse(instant), locale, timeZone);
  return {
    start: start === null ? t('meeting.noFixedTime') : show(start),
    madeAt: t('unused.madeAt', { when: show(madeAt) }),
  };
}

export function meetingRepeats(repeats: MeetingRepeats | null, words: Words): string {
  if (!repeats) return words.t('differs.once');
  return repeats.kind === 'series' ? recurrenceInWords(repeats, words) : words.t('meeting.noFixedTime');
}

export const appointmentRepeats = (repetition: Repetition, words: Words): string =>
  repetition.kind === 'series' ? recurrenceInWords(repetition.recurrence, words) : words.t('differs.once');
