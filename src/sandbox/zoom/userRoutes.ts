/**
 * The operations about people and the account: a person, their settings, for whom they schedule and who for them, the
 * templates, the account's locks.
 */
import * as z from 'zod';
import type { AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { zoomErrors } from './errors';
import { LockSettingsQuery, readFields, SettingsQuery } from './meetingBodies';
import type { Person } from './people';
import { privilege } from './privileges';
import {
  assistantsView,
  lockSettingsView,
  schedulersView,
  settingsView,
  templatesView,
  userDetails,
} from './userViews';

const Params = z.object({ userId: z.string() });
const AccountParams = z.object({ accountId: z.string() });

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
  add(
    { operation: 'users.schedulers', method: 'GET', url: '/users/:userId/schedulers' },
    (request, _reply, person) => {
      const named = namedPerson(cloud, request.params, person, 'user:read:list_schedulers:admin');
      return schedulersView(cloud.store.people.all().filter((host) => privilege(host, named) !== undefined));
    },
  );
  add(
    { operation: 'users.assistants', method: 'GET', url: '/users/:userId/assistants' },
    (request, _reply, person) => {
      const { assistants } = namedPerson(cloud, request.params, person, 'user:read:list_assistants:admin');
      return assistantsView(assistants, (id) => cloud.person(id));
    },
  );
  add(
    { operation: 'meetings.templates', method: 'GET', url: '/users/:userId/meeting_templates' },
    (request, _reply, person) => {
      namedPerson(cloud, request.params, person, 'meeting:read:list_templates:admin');
      return templatesView(cloud.store.account.templates);
    },
  );
  add(
    { operation: 'accounts.lockSettings', method: 'GET', url: '/accounts/:accountId/lock_settings' },
    (request, _reply, person) => {
      const { accountId } = AccountParams.parse(request.params);
      const { option } = readFields(LockSettingsQuery, request.query);
      if (!person.admin) throw zoomErrors.missingScope('account:read:lock_settings:master');
      if (accountId !== 'me' && accountId !== person.account) throw zoomErrors.accountNotFound(accountId);
      return lockSettingsView(cloud.store.account.locks, option);
    },
  );
}
