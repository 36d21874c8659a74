/**
 * What an account's people are read from in Zoom: everybody, their roles, and groups with whoever is in them. Needs
 * an administrator's scope; the client of Zoom's REST API fills it.
 */
import { ProductError } from '../../domain/errors';
import type { ZoomPerson, ZoomRole } from '../database/people';

export type { ZoomPerson };

export interface ZoomGroup {
  /** Zoom's id of the group. */
  readonly id: string;
  readonly name: string;
  /** Zoom user ids. */
  readonly memberIds: readonly string[];
}

export interface ZoomPeople {
  /** Everybody of the account, page after page. @throws ProductError `zoom-forbidden` without the scope */
  people(): Promise<readonly ZoomPerson[]>;
  /** @throws ProductError `zoom-forbidden` without the scope */
  groups(): Promise<readonly ZoomGroup[]>;
}

const roles: Readonly<Record<string, ZoomRole>> = { '0': 'owner', '1': 'admin', '2': 'member' };

/** Zoom's `role_id` as a role; ids of the account's own making are `custom`, and so is none. */
export const zoomRoleOf = (roleId: string): ZoomRole =>
  Object.hasOwn(roles, roleId) ? (roles[roleId] ?? 'custom') : 'custom';

/** Where Zoom cannot be asked for people. */
export const noZoomPeople = (): ZoomPeople => {
  const refuse = async () => {
    throw new ProductError('zoom-forbidden', { reason: 'the app may not read the people of the account' });
  };
  return { people: refuse, groups: refuse };
};
