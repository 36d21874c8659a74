/**
 * Repair: finishes what an add or update left undone, or puts back what was lost from an appointment.
 *
 * Errors: `no-meeting` where there is nothing to finish, `meeting-gone` where Zoom no longer has the meeting.
 */
import { ProductError } from '../domain/errors';
import type { ComposeAppointment } from '../outlook/item';
import { add, YIELD_LIMIT } from './addMeeting';
import { claimFor } from './claim';
import { whatIsOn } from './contents';
import { findExisting } from './existing';
import { complete } from './onAppointment';
import { lookAt } from './saved';
import type { Done, SchedulingDependencies } from './types';

export function repairMeeting(item: ComposeAppointment, deps: SchedulingDependencies): Promise<Done> {
  return deps.exclusively(async () => {
    const snapshot = await lookAt(item);
    const on = whatIsOn(snapshot);
    const existing = await findExisting(on, snapshot, deps);
    switch (existing.kind) {
      case 'meeting': {
        const claim = on.link?.claim ?? (await claimFor(item, snapshot.savedId, on.claim, deps.newClaim));
        return complete(item, snapshot, existing.meeting, claim, deps);
      }
      case 'gone':
        throw new ProductError('meeting-gone');
      case 'foreign':
        throw new ProductError('meeting-of-another');
      case 'personal':
        // What is lost of it is made anew, by the personal meeting id again.
        return add(item, { options: { personalId: true } }, deps, () => undefined, YIELD_LIMIT);
      case 'none':
        if (on.claim === undefined) throw new ProductError('no-meeting');
        // The claim answers the meeting that was made under it, or makes it now.
        return add(item, { options: {} }, deps, () => undefined, YIELD_LIMIT);
    }
  });
}
