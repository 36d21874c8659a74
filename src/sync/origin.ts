/** Whose an appointment is. One that we made is the person's own as soon as anything of it changed without us. */
import type { AppointmentItem, Link, Origin } from './model';
import { isSame } from './same';

/** Of a link whose appointment is now this one: itself as it was last agreed, itself changed, or another one. */
export function originNow(link: Link | undefined, appointment: AppointmentItem): Origin {
  if (link === undefined) return 'adopted';
  return link.origin === 'appointment-made' && !isAsAgreed(link, appointment) ? 'adopted' : link.origin;
}

/** A version that is not known, in which nothing moved that is read here, may be an agenda that somebody wrote. */
const isAsAgreed = (link: Link, { id, version, facts }: AppointmentItem): boolean =>
  id === link.appointmentId &&
  isSame(facts, link.appointment) &&
  (version === null || version === link.appointmentVersion);
