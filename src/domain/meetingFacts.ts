/** The facts of an appointment as a Zoom meeting has them: its topic, and its length in whole minutes. */
import type { AppointmentSnapshot } from './appointment';
import { DURATION_LIMIT_MINUTES, TOPIC_LIMIT } from './meeting';
import { cutAt, isVisible, oneLine } from './outsideText';

/** The topic where neither the person nor the appointment has one. */
const DEFAULT_TOPIC = 'Zoom meeting';

/** The length of a meeting on an appointment that has none: what both Outlook and Zoom's client propose. */
export const DEFAULT_DURATION_MINUTES = 30;

const MINUTE = 60_000;

/** The part of an appointment that a Zoom meeting follows. Instants in UTC milliseconds. */
export type AppointmentFacts = Pick<AppointmentSnapshot, 'subject' | 'start' | 'end' | 'repetition'>;

/** The topic that a subject becomes: on one line, harmless, within Zoom's limit, never empty. */
export function topicFor(subject: string): { text: string; shortened: boolean } {
  const line = oneLine(subject);
  if (!isVisible(line)) return { text: DEFAULT_TOPIC, shortened: false };
  // Counted in UTF-16 units: whatever Zoom counts, it is not more than these.
  return { text: cutAt(line, TOPIC_LIMIT).trim(), shortened: line.length > TOPIC_LIMIT };
}

/** Whole minutes, begun ones counted, within what Zoom takes; an appointment without length gets the default. */
export function durationOf(start: number, end: number): number {
  if (end === start) return DEFAULT_DURATION_MINUTES;
  return Math.min(Math.ceil((end - start) / MINUTE), DURATION_LIMIT_MINUTES);
}
