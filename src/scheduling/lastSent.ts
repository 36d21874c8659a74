/**
 * What was last sent to Zoom for each meeting from this browser. A form in which a meeting was updated may be discarded:
 * then Zoom has a state that the saved appointment never had, and nobody changed anything in Zoom. It is told from a
 * change that was made there by being the state that was last sent from here.
 *
 * Kept is `<meeting id>=<digest>`, for one occurrence `<meeting id>/<occurrence id>=<digest>`, separated by spaces, the
 * last sent at the end. No topic and no time can be read from it. Pure but for the storage.
 */
import { agreedStateOf } from '../domain/agreement';
import type { Meeting, Occurrence } from '../domain/meeting';
import { beginningOf } from './agreed';
import { asOccurrence } from './placed';

/** Kept text, shared by the frames of this browser. */
export interface KeptText {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

const KEY = 'sent';

/** Meetings with a discarded change are few, and the one that was sent first is the least likely to be opened. */
const MOST = 50;

/**
 * Zoom has been brought to this state from here.
 * @param meeting as Zoom answered; of one occurrence the whole series
 */
export function rememberSent(
  storage: KeptText | undefined,
  meeting: Meeting,
  occurrence: Occurrence | undefined,
): void {
  if (!storage) return;
  const name = nameOf(meeting, occurrence);
  const entries = [...others(storage, name), `${name}=${digestOf(meeting, occurrence)}`];
  storage.write(KEY, entries.slice(-MOST).join(' '));
}

/** Whether Zoom still has what was last sent from here; once it has not, that is forgotten. */
export function isLastSent(
  storage: KeptText | undefined,
  meeting: Meeting,
  occurrence: Occurrence | undefined,
): boolean {
  if (!storage) return false;
  const name = nameOf(meeting, occurrence);
  const known = entriesOf(storage).find((entry) => entry.startsWith(`${name}=`));
  if (known === undefined) return false;
  if (known === `${name}=${digestOf(meeting, occurrence)}`) return true;
  storage.write(KEY, others(storage, name).join(' ') || undefined);
  return false;
}

const entriesOf = (storage: KeptText): string[] => (storage.read(KEY) ?? '').split(' ').filter(Boolean);

const others = (storage: KeptText, name: string): string[] =>
  entriesOf(storage).filter((entry) => !entry.startsWith(`${name}=`));

const nameOf = ({ id }: Meeting, occurrence: Occurrence | undefined): string =>
  occurrence ? `${id}/${occurrence.id}` : id;

/** FNV-1a, 32 bits: enough to know one's own words again, and done at once. */
function digestOf(meeting: Meeting, occurrence: Occurrence | undefined): string {
  const view = occurrence ? asOccurrence(meeting, occurrence) : meeting;
  const state = { ...agreedStateOf(view), start: beginningOf(view, view.start) };
  let digest = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(JSON.stringify(state))) {
    digest = Math.imul(digest ^ byte, 0x01000193);
  }
  return (digest >>> 0).toString(36);
}
