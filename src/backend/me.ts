/** The routes of the signed-in person: who they are, what holds for their meetings, their own usual choices. */
import type { FastifyRequest } from 'fastify';
import { Me, paths, Preferences } from '../api/backend';
import type { ZoomClient } from '../zoom/client';
import { callerOf } from './caller';
import type { MemberKey } from './member';
import type { MemberOptions, OfMember } from './memberOptions';
import { anyProblem, SESSION_SECURITY, type TypedApp } from './typedApp';

export interface MeOptions {
  readonly zoomFor: (member: MemberKey) => ZoomClient;
  readonly memberOptions: MemberOptions;
}

export function registerMe(app: TypedApp, { zoomFor, memberOptions }: MeOptions): void {
  const shared = { tags: ['Member'], security: SESSION_SECURITY };
  const behalf = (request: FastifyRequest): OfMember => {
    const { key } = callerOf(request);
    return { key, zoom: zoomFor(key) };
  };

  app.get(
    paths.me,
    {
      schema: {
        ...shared,
        summary: 'Who is signed in, their defaults, locks and preferences',
        response: { 200: Me, ...anyProblem },
      },
    },
    async (request) => memberOptions.describe(behalf(request)),
  );

  app.get(
    paths.preferences,
    {
      schema: {
        ...shared,
        summary: 'What the person keeps as their own, without asking Zoom',
        response: { 200: Preferences, ...anyProblem },
      },
    },
    async (request) => memberOptions.preferences(callerOf(request).key),
  );

  app.put(
    paths.preferences,
    {
      schema: {
        ...shared,
        summary: "Keeps the person's own usual choices",
        description: 'A choice that an administrator has locked otherwise is refused with `option-locked`.',
        body: Preferences,
        response: { 200: Me, ...anyProblem },
      },
    },
    async (request) => memberOptions.savePreferences(behalf(request), callerOf(request).member, request.body),
  );
}
