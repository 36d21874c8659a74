/**
 * Undo of a removal: recovers the meeting in Zoom and puts everything back where it was.
 *
 * A text that was changed between formatted and plain since, or from which the place is gone, gets the invitation
 * anew. Host calls: snapshot 9 (7 to 9 by client); reading again 4; writing at most 3, together.
 */
import { ProductError } from '../domain/errors';
import { restoreInvitation } from '../domain/invitation';
import type { Link } from '../domain/link';
import { addJoinLink } from '../domain/location';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { blockOf, type Contents, readContents, whatIsOn } from './contents';
import { findExisting } from './existing';
import { bringOn, complete, discard } from './onAppointment';
import { lookAt } from './saved';
import type { Done, Progress, Removed, SchedulingDependencies } from './types';
import { checkLength, lengthAfter, type NotedPlan, planFor } from './writing';

/** Rejects with `occurrence-gone` for a removal that cannot be undone (`canUndo`). */
export function undoRemove(
  item: ComposeAppointment,
  removed: Removed,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => undo(item, removed, deps, onProgress));
}

async function undo(
  item: ComposeAppointment,
  removed: Removed,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  if (removed.occurrence) throw new ProductError('occurrence-gone');
  onProgress('reading');
  const snapshot = await lookAt(item);
  const on = whatIsOn(snapshot);
  const existing = await findExisting(on, snapshot, deps);
  if (existing.kind === 'meeting') {
    // Restored already, or another meeting was put on since: one appointment, one meeting.
    const done = await complete(item, snapshot, existing.meeting, on.link?.claim ?? removed.link.claim, deps);
    return { ...done, notes: [...done.notes, 'already-there'] };
  }

  onProgress('changing');
  const meeting = await deps.meetings.recover(removed.link.meetingId);
  const link = linkFor(meeting, removed.link.claim, removed.link);
  let restoration: NotedPlan;
  try {
    const contents = await readContents(item);
    restoration = planRestoration(contents, removed, meeting, link, deps.language);
    checkLength(lengthAfter(contents, restoration.plan));
  } catch (thrown) {
    await discard(item, meeting.id, link.claim, deps);
    throw thrown;
  }

  onProgress('writing');
  await bringOn(item, restoration.plan, meeting, link, deps);
  return { meeting, link, notes: restoration.notes };
}

/** What puts back what was there, and no more than that. */
function planRestoration(
  contents: Contents,
  { bodyBlock, bodyFormat, locationHadLink }: Removed,
  meeting: Meeting,
  link: Link,
  language: string,
): NotedPlan {
  const { format, content } = contents.body;
  const anew = planFor(contents, meeting, link, language);
  const property = { property: { value: link } };
  const put = locationHadLink
    ? addJoinLink(contents.location, meeting.joinUrl)
    : { location: contents.location, full: false };
  const location = put.location === contents.location ? {} : { location: put.location };
  const notes = put.full ? (['location-full'] as const) : [];
  if (!bodyBlock || blockOf(contents.body, meeting)) return { plan: { ...location, ...property }, notes };
  if (format === bodyFormat && anew.plan.body?.how !== 'prepend') {
    const restored = restoreInvitation(format, content, bodyBlock);
    if (blockOf({ format, content: restored }, meeting)) {
      return {
        plan: { body: { how: 'replace', format, content: restored }, ...location, ...property },
        notes,
      };
    }
  }
  return { plan: { ...anew.plan, ...location, ...property }, notes: [...anew.notes, ...notes] };
}
