/** The routes of the account's people: look at them, see what holds for one, bring them. For admins and the owner. */
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import { MemberPage, MemberPolicy, PeopleList, PeopleReport, policyPaths } from '../../api/policy';
import { Platform } from '../../domain/policy/terms';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { MemberPolicies } from './memberPolicies';
import type { People } from './people';
import { accountOf, actingFor } from './roles';
import { expectedOf, type Expected } from './versions';
import type { ZoomPeople } from './zoomPeople';

/** 20,000 people with some groups each. */
const LIST_LIMIT_BYTES = 8 * 1024 * 1024;

const revisionIfWanted = z.looseObject({
  'if-match': z.string().optional().describe('the account’s revision as an ETag; may be left out'),
});

/** A list comes as a whole from where the truth about people is: it may replace whatever is there. */
const expectedIfTold = (request: FastifyRequest): Expected =>
  request.headers['if-match'] === undefined ? undefined : expectedOf(request);

const shared = { tags: ['People'], security: SESSION_SECURITY };

export function registerPeople(app: TypedApp, people: People, policies: MemberPolicies): void {
  app.get(
    policyPaths.members,
    {
      schema: {
        ...shared,
        summary: 'The members by name, page by page',
        querystring: z.object({
          search: z.string().max(200).optional().describe('part of a name or an address'),
          group: z.uuid().optional(),
          pageToken: z.string().max(1000).optional(),
        }),
        response: { 200: MemberPage, ...anyProblem },
      },
    },
    async (request) => people.page(accountOf(request), request.query),
  );

  app.get(
    `${policyPaths.members}/:id/policy`,
    {
      schema: {
        ...shared,
        summary: 'What holds for a member on a platform: “see as”',
        params: z.object({ id: z.string().min(1).max(300) }),
        querystring: z.object({ platform: Platform }),
        response: { 200: MemberPolicy, ...anyProblem },
      },
    },
    async (request) =>
      policies.of({ accountId: accountOf(request), userId: request.params.id }, request.query.platform),
  );
}

export function registerPeopleSources(
  app: TypedApp,
  people: People,
  zoomPeopleFor: (request: FastifyRequest) => ZoomPeople,
): void {
  app.post(
    policyPaths.refreshPeople,
    {
      schema: {
        ...shared,
        summary: 'Brings people, roles and groups from Zoom',
        description: 'Needs an administrator’s scope: `zoom-forbidden` without it.',
        response: { 200: PeopleReport, ...anyProblem },
      },
    },
    async (request) => people.refresh(actingFor(request), zoomPeopleFor(request)),
  );

  app.put(
    policyPaths.people,
    {
      bodyLimit: LIST_LIMIT_BYTES,
      schema: {
        ...shared,
        summary: 'Brings people and groups from a list',
        description:
          'Whoever is absent from it is no longer a member, but for the owner and whoever brings it. With the ' +
          'account’s revision as If-Match it is refused (412) where an administrator decided anything since; ' +
          'without, it replaces whatever is there.',
        headers: revisionIfWanted,
        body: PeopleList,
        response: { 200: PeopleReport, ...anyProblem },
      },
    },
    async (request) => people.import(actingFor(request), expectedIfTold(request), request.body),
  );
}
