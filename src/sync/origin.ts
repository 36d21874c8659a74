/** Whose an appointment is. One that we made is the person's own as soon as anything of it changed without us. */
import type { AppointmentItem, Link, Origin } from './model';
import { isSame } from './same';

/**
 * Of a link whose appointment is now this one: itself as it was last agreed, itself changed, or another one.
 * @param row what a list without versions says of it, where that is known
 */
export function originNow(link: Link | undefined, appointment: AppointmentItem, row?: string): Origin {
  if (link === undefined) return 'adopted';
  return link.origin === 'appointment-made' && !isAsAgreed(link, appointment, row) ? 'adopted' : link.origin;
}

/** A version that is not known, in which nothing moved that is read here, may be an agenda that somebody wrote. */
const isAsAgreed = (link: Link, { id, version, facts }: AppointmentItem, row: string | undefined): boolean =>
  id === link.appointmentId &&
  isSame(facts, link.appointment) &&
  (version === null
    ? row === undefined || link.appointmentVersion === null || row === link.appointmentVersion
    : version === link.appointmentVersion);
