/**
 * The operations about people: GET /users/{userId} and /users/{userId}/settings.
 */
import * as z from 'zod';
import type { AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { zoomErrors } from './errors';
import { readFields, SettingsQuery } from './meetingBodies';
import type { Person } from './people';
import { settingsView, userDetails } from './userViews';

const Params = z.object({ userId: z.string() });

/**
 * The person that a path's `userId` means: `me`, an id or an email. Only oneself: somebody else needs the scope that
 * `adminScope` names, which a person's own app is not given.
 */
export function namedPerson(cloud: Cloud, params: unknown, person: Person, adminScope: string): Person {
  const { userId } = Params.parse(params);
  const named = userId === 'me' ? person : cloud.person(userId);
  if (named === undefined) throw zoomErrors.userNotFound(userId);
  if (named.id !== person.id) throw zoomErrors.missingScope(adminScope);
  return named;
}

export function userRoutes(add: AddOperation, cloud: Cloud): void {
  add({ operation: 'users.get', method: 'GET', url: '/users/:userId' }, (request, _reply, person) =>
    userDetails(namedPerson(cloud, request.params, person, 'user:read:user:admin'), cloud.joinOrigin),
  );
  add(
    { operation: 'users.settings', method: 'GET', url: '/users/:userId/settings' },
    (request, _reply, person) => {
      const { option } = readFields(SettingsQuery, request.query);
      return settingsView(namedPerson(cloud, request.params, person, 'user:read:settings:admin'), option);
    },
  );
}
