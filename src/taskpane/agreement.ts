/**
 * Whether the appointment that is open and its meeting still agree, which side moved, and when the pane may update
 * the meeting by itself. Loaded when there is a meeting to compare.
 */
import { differences, meetingOfOccurrence, type SharedField } from '../domain/agreement';
import { isAgreed } from '../scheduling/agreed';
import { isAgreedOccurrence } from '../scheduling/placed';
import type { Disagreement, Facts, Form, LinkedScreen } from './state';

/**
 * Undefined as long as they agree, or where the appointment only shares the meeting of another one.
 * @param now UTC milliseconds: what is past is not compared
 */
export function disagreementOf(
  { meeting, link, occurrence }: LinkedScreen,
  facts: Facts,
  form: Pick<Form, 'topic'>,
  now: number,
): Disagreement | undefined {
  if (link.shares) return undefined;
  const ownTopic = typeof form.topic === 'string' || (link.ownTopic === true && form.topic !== null);
  // The topic belongs to the series: an occurrence cannot differ in it.
  const subject = ownTopic || occurrence ? meeting.topic : facts.subject;
  const compared = occurrence ? meetingOfOccurrence(meeting, occurrence) : meeting;
  const fields = differences({ ...facts, subject }, compared, now);
  if (fields.length === 0) return undefined;
  const agreed = occurrence ? isAgreedOccurrence(link, meeting, occurrence) : isAgreed(link, meeting);
  const moved = agreed ? 'appointment' : 'meeting';
  return { fields, moved, key: keyOf(fields, { ...facts, subject }) };
}

/** Names a change, so that the same one is not acted on twice. */
const keyOf = (fields: readonly SharedField[], { subject, start, end, repetition }: Facts): string =>
  JSON.stringify([fields, subject, start, end, repetition]);

/**
 * Decides for one item about updating without being asked: once a change, and only when the appointment has stood still for one
 * look, so that nobody's typing is sent to Zoom letter by letter.
 */
export class ByItself {
  private seen: string | undefined;
  private done: string | undefined;

  /** Asked at each look; a change that may not be acted on now waits until it may. */
  isDue(disagreement: Disagreement | undefined, mayAct: boolean): boolean {
    const key = disagreement?.moved === 'appointment' ? disagreement.key : undefined;
    const stands = key !== undefined && key === this.seen;
    this.seen = key;
    // The same change may come again once both agreed.
    if (!disagreement) this.done = undefined;
    if (!stands || !mayAct || key === this.done) return false;
    this.done = key;
    return true;
  }
}
