/** The routes of the account and of its own settings. For admins and the owner. */
import * as z from 'zod';
import { Account, policyPaths, Preview, VersionedSettings } from '../../api/policy';
import { SettingsLayer } from '../../domain/policy/settings';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { AccountSettings } from './accountSettings';
import { accountOf, actingFor, adminRoleOf } from './roles';
import { expectedOf, withVersion } from './versions';

export interface SettingsRoutes {
  readonly settings: AccountSettings;
  readonly countPeople: (accountId: string) => Promise<number>;
}

/** For `headers`: what `expectedOf` reads. */
export const ifMatch = z.looseObject({
  'if-match': z.string().optional().describe('the ETag of what is changed; 428 without it'),
});

export function registerSettings(app: TypedApp, { settings, countPeople }: SettingsRoutes): void {
  const shared = { tags: ['Account'], security: SESSION_SECURITY };
  const answer = { 200: VersionedSettings, ...anyProblem };

  app.get(
    policyPaths.account,
    {
      schema: {
        ...shared,
        summary: 'The account, one’s role in it, and where its people come from',
        response: { 200: Account, ...anyProblem },
      },
    },
    async (request) => {
      const account = await settings.account(accountOf(request));
      return {
        id: account.id,
        role: adminRoleOf(request),
        // What an import has to match.
        revision: account.decidedRevision,
        members: await countPeople(account.id),
        people: account.people,
        peopleAt: account.peopleAt?.toISOString() ?? null,
      };
    },
  );

  app.get(
    policyPaths.settings,
    {
      schema: {
        ...shared,
        summary: 'The settings of the account, who locked what, and when',
        response: answer,
      },
    },
    async (request, reply) => {
      const now = await settings.get(accountOf(request));
      return withVersion(reply, now.version, now);
    },
  );

  app.put(
    policyPaths.settings,
    {
      schema: {
        ...shared,
        summary: 'Saves the settings of the account',
        description:
          'As a whole: what is left out is no longer said by the account. With an older version than the present ' +
          'one it is refused (412), and `meanwhile` tells what was changed since.',
        headers: ifMatch,
        body: SettingsLayer,
        response: answer,
      },
    },
    async (request, reply) => {
      const saved = await settings.put(actingFor(request), expectedOf(request), request.body);
      return withVersion(reply, saved.version, saved);
    },
  );
}

/** Counting what a change does looks at everybody of the account; limited apart from the others. */
export function registerSettingsPreview(app: TypedApp, settings: AccountSettings): void {
  app.post(
    policyPaths.previewSettings,
    {
      schema: {
        tags: ['Account'],
        security: SESSION_SECURITY,
        summary: 'What saving these settings would do; saves nothing',
        body: SettingsLayer,
        response: { 200: Preview, ...anyProblem },
      },
    },
    async (request) => settings.preview(accountOf(request), request.body),
  );
}
