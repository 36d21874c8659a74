/**
 * The person says which occurrence of the series in Zoom it is that is open in Outlook, where it was moved to another
 * day while nobody looked: Office.js does not tell.
 *
 * The link keeps it, with the times that Zoom has, so that afterwards the two differ in time like any other occurrence
 * that was moved. Nothing is sent to Zoom.
 *
 * Host calls: snapshot 9 (7 to 9 by client); property 1.
 */
import { ProductError } from '../domain/errors';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { claimFor } from './claim';
import { whatIsOn } from './contents';
import { findExisting, meetingOf } from './existing';
import { asOccurrence, placedOn } from './placed';
import { lookAt, nowCarries } from './saved';
import type { Done, SchedulingDependencies } from './types';

/** Rejects with `occurrence-gone` for one that it cannot be (any more), `meeting-gone` and the like without meeting. */
export function chooseOccurrence(
  item: ComposeAppointment,
  occurrenceId: string,
  deps: SchedulingDependencies,
): Promise<Done> {
  return deps.exclusively(async () => {
    const snapshot = await lookAt(item);
    const on = whatIsOn(snapshot);
    const meeting = meetingOf(await findExisting(on, snapshot, deps));
    const { lost } = await placedOn(item, snapshot, on.link, meeting, deps.now());
    const chosen = lost?.find(({ id }) => id === occurrenceId);
    if (!chosen) throw new ProductError('occurrence-gone');
    const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
    const link = linkFor(asOccurrence(meeting, chosen), claim, { ...on.link, occurrenceId });
    await item.writeLinkProperty(link);
    nowCarries(item, link, deps);
    return { meeting, occurrence: chosen, link, notes: [] };
  });
}
