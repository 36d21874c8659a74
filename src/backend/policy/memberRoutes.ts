/** The routes of one's own policy: what holds here, the service of one's choice, and the stream of changes. */
import * as z from 'zod';
import { MemberPolicy, policyPaths } from '../../api/policy';
import { MemberChoice } from '../../domain/policy/effective';
import { Platform } from '../../domain/policy/terms';
import { callerOf } from '../caller';
import { EVENT_STREAM } from '../openApi';
import type { Sessions } from '../sessions';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { MemberPolicies } from './memberPolicies';
import { actingFor } from './roles';
import type { Streams } from './streams';

export interface MemberPolicyRoutes {
  readonly policies: MemberPolicies;
  readonly streams: Streams;
  readonly sessions: Pick<Sessions, 'isLive'>;
}

const JSON_TYPE = 'application/json; charset=utf-8';

const onPlatform = z.object({ platform: Platform });

export function registerMemberPolicy(
  app: TypedApp,
  { policies, streams, sessions }: MemberPolicyRoutes,
): void {
  const shared = { tags: ['Policy'], security: SESSION_SECURITY };
  const answer = { 200: MemberPolicy, ...anyProblem };

  app.get(
    policyPaths.myPolicy,
    {
      schema: {
        ...shared,
        summary: 'What holds for oneself on this platform, and why',
        querystring: onPlatform,
        response: answer,
      },
    },
    async (request, reply) => {
      const answer = await policies.own(callerOf(request).key, request.query.platform);
      return reply
        .type(JSON_TYPE)
        .serializer(() => answer.text)
        .send(answer.policy);
    },
  );

  app.put(
    policyPaths.myCalendar,
    {
      schema: {
        ...shared,
        summary: 'Connects a service',
        description:
          'Refused with `choice-refused` where the policy does not allow the service or its permissions.',
        querystring: onPlatform,
        body: MemberChoice,
        response: answer,
      },
    },
    async (request) => policies.connect(actingFor(request), request.query.platform, request.body),
  );

  app.delete(
    policyPaths.myCalendar,
    {
      schema: { ...shared, summary: 'Disconnects the service', querystring: onPlatform, response: answer },
    },
    async (request) => policies.disconnect(actingFor(request), request.query.platform),
  );

  app.get(
    policyPaths.changes,
    {
      schema: {
        ...shared,
        summary: 'Changes of what one’s own policy depends on, as they happen',
        description:
          'Server-sent events: `data` is a `ChangeEvent`, `id` the revision. The first one comes at once, unless ' +
          '`Last-Event-ID` names the present revision. Ends with the session.',
        headers: z.looseObject({ 'last-event-id': z.string().optional() }),
        response: { 200: z.unknown().describe(EVENT_STREAM), ...anyProblem },
      },
    },
    async (request, reply) => {
      const { key, tokenHash } = callerOf(request);
      const stream = await streams.open({
        member: key,
        lastSeen: revisionIn(request.headers['last-event-id']),
        isLive: () => sessions.isLive(tokenHash),
        onError: (err) => request.log.warn({ err }, 'a stream of changes broke off'),
      });
      return reply.type(EVENT_STREAM).header('x-accel-buffering', 'no').send(stream);
    },
  );
}

const revisionIn = (text: string | undefined): number | undefined =>
  text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
