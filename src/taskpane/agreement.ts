/**
 * Whether the appointment that is open and its meeting still agree, which side moved, and when the pane may update
 * the meeting by itself. Loaded when there is a meeting to compare.
 */
import { differences, meetingOfOccurrence, type SharedField } from '../domain/agreement';
import { isAgreedByNow } from '../scheduling/agreed';
import { isAgreedOccurrence } from '../scheduling/placed';
import type { Disagreement, Facts, Form, LinkedScreen } from './state';

/**
 * Undefined as long as they agree, or where the appointment only shares the meeting of another one.
 * @param now UTC milliseconds: what is past is not compared
 * @param isLastSent whether Zoom still has what was last sent from here; asked where the link does not know it
 */
export function disagreementOf(
  { meeting, link, occurrence }: LinkedScreen,
  facts: Facts,
  form: Pick<Form, 'topic'>,
  now: number,
  isLastSent: () => boolean = () => false,
): Disagreement | undefined {
  if (link.shares) return undefined;
  const ownTopic = typeof form.topic === 'string' || (link.ownTopic === true && form.topic !== null);
  // The topic belongs to the series: an occurrence cannot differ in it.
  const subject = ownTopic || occurrence ? meeting.topic : facts.subject;
  const compared = occurrence ? meetingOfOccurrence(meeting, occurrence) : meeting;
  const fields = differences({ ...facts, subject }, compared, now);
  if (fields.length === 0) return undefined;
  const agreed = occurrence ? isAgreedOccurrence(link, meeting, occurrence) : isAgreedByNow(link, meeting);
  const moved = agreed ? 'appointment' : isLastSent() ? 'unsaved' : 'meeting';
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
  /** A discarded change was put back: once an item, since the form that it was made in may still be open elsewhere. */
  private putBack = false;

  /** Asked at each look; a change that may not be acted on now waits until it may. */
  isDue(disagreement: Disagreement | undefined, mayAct: boolean): boolean {
    const isUnsaved = disagreement?.moved === 'unsaved';
    const key = disagreement && disagreement.moved !== 'meeting' ? disagreement.key : undefined;
    const stands = key !== undefined && key === this.seen;
    this.seen = key;
    // The same change may come again once both agreed.
    if (!disagreement) this.done = undefined;
    if (!stands || !mayAct || key === this.done || (isUnsaved && this.putBack)) return false;
    this.done = key;
    this.putBack ||= isUnsaved;
    return true;
  }
}
