/**
 * What an account's people are read from in Zoom: everybody, their roles, and groups with whoever is in them. Needs
 * an administrator's scope; the client of Zoom's REST API fills it.
 */
import type { ZoomClient } from '../../zoom/client';
import type { ZoomUserRow } from '../../zoom/directorySchemas';
import type { ZoomPerson, ZoomRole } from '../database/people';
import { shownText } from './groupPlan';

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

/**
 * People and groups by this client, in an administrator's name. Whoever has no id or address in Zoom yet is left out, and
 * groups hold active people only.
 */
export function zoomPeopleBy(client: Pick<ZoomClient, 'users' | 'groups' | 'groupMembers'>): ZoomPeople {
  let asked: Promise<readonly ZoomPerson[]> | undefined;
  const people = () => (asked ??= client.users().then(peopleIn));
  return {
    people,
    async groups() {
      const active = new Set((await people()).map(({ id }) => id));
      const all: ZoomGroup[] = [];
      // One after another: the account's rate limit is everybody's.
      for (const { id, name } of await client.groups()) {
        const memberIds = [...new Set(await client.groupMembers(id))].filter((member) => active.has(member));
        all.push({ id, name: name || id, memberIds });
      }
      return all;
    },
  };
}

/** Each once: a list that changes while it is read may name somebody on two pages. */
function peopleIn(rows: readonly ZoomUserRow[]): readonly ZoomPerson[] {
  const people = rows
    .filter(({ id, email }) => id !== '' && email !== '')
    .map((row) => ({ id: row.id, name: nameOf(row), email: row.email, role: zoomRoleOf(row.role_id) }));
  return [...new Map(people.map((person) => [person.id, person])).values()];
}

const nameOf = ({ display_name, first_name, last_name, email }: ZoomUserRow): string =>
  shownText(display_name) || shownText(`${first_name} ${last_name}`) || email;
