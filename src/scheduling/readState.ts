/**
 * What is on an appointment now, for the pane's first screen.
 *
 * Host calls: one snapshot (8, or 7 without item ids), nothing written.
 */
import { differences } from '../domain/meetingRequest';
import type { AppointmentSnapshot } from '../domain/appointment';
import type { Link } from '../domain/link';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { missingParts, whatIsOn } from './contents';
import { findExisting } from './existing';
import type { AppointmentState, SchedulingDependencies } from './types';
import { isAgreed } from './writing';

export async function readState(
  item: ComposeAppointment,
  deps: Pick<SchedulingDependencies, 'meetings' | 'now'>,
): Promise<AppointmentState> {
  const snapshot = await item.snapshot();
  const on = whatIsOn(snapshot);
  const existing = await findExisting(on, deps.meetings);
  switch (existing.kind) {
    case 'gone':
      return { kind: 'gone', link: existing.link };
    case 'foreign':
      return { kind: 'foreign', meetingId: existing.meetingId, joinUrl: existing.joinUrl };
    case 'none':
      return on.claim === undefined
        ? { kind: 'empty' }
        : {
            kind: 'incomplete',
            meeting: undefined,
            missing: ['meeting', 'invitation', 'location', 'property'],
          };
    case 'meeting': {
      const { meeting } = existing;
      const missing = missingParts(snapshot, meeting);
      if (on.link && missing.length === 0 && isOutdated(on.link, meeting, snapshot, deps.now())) {
        return { kind: 'incomplete', meeting, missing: ['invitation'] };
      }
      return on.link && missing.length === 0
        ? { kind: 'linked', link: on.link, meeting }
        : { kind: 'incomplete', meeting, missing };
    }
  }
}

/**
 * Whether an update reached Zoom and not the appointment's text: meeting and appointment agree with each other and
 * not with what was agreed last. A meeting that was changed in Zoom disagrees with the appointment instead.
 */
function isOutdated(link: Link, meeting: Meeting, snapshot: AppointmentSnapshot, now: number): boolean {
  return !isAgreed(link, meeting) && differences(snapshot, meeting, now).length === 0;
}
