/**
 * Whether an appointment surely carries nothing of ours, told without the invitations' parser, so that the pane can
 * offer its button before that is fetched. Pure.
 */
import type { AppointmentSnapshot } from '../domain/appointment';

/** Every invitation and every join link holds one of these, also in an address that a mail filter has wrapped. */
const HINT = /zoom|\/j\/|%2fj%2f|&#(?:47|x2f);j/i;

/** False where somebody has to look closer, which is no promise that anything is there. */
export const isPlainlyEmpty = ({
  linkProperty,
  location,
  body,
}: Pick<AppointmentSnapshot, 'linkProperty' | 'location' | 'body'>): boolean =>
  linkProperty === undefined && !HINT.test(location) && !HINT.test(body.content);
