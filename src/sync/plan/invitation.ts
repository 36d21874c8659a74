/** What the invitation says of how one joins. Zoom wins; an invitation that the person removed stays removed. */
import { isSame } from '../same';
import { unchanged } from './pair';
import type { Field, Pair } from './pair';

export function invitationField({ meeting, appointment, base }: Pair): Field {
  const { details } = meeting.facts;
  const { shown } = appointment.facts;
  if (shown !== null) {
    if (isSame(shown, details)) return unchanged;
    return { reasons: [{ rule: 'details-from-zoom' }], toAppointment: { details } };
  }
  const wasThere = base !== undefined && base.appointment.shown !== null;
  const moved = base !== undefined && !isSame(base.meeting.details, details);
  return wasThere || moved ? { reasons: [{ rule: 'invitation-was-removed' }] } : unchanged;
}
