/** The routes of groups and of their order. For admins and the owner. */
import * as z from 'zod';
import { Group, GroupChange, GroupOrder, Groups, NewGroup, policyPaths, Preview } from '../../api/policy';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { GroupSettings } from './groupSettings';
import { accountOf, actingFor } from './roles';
import { ifMatch } from './settingsRoutes';
import { expectedOf, withVersion } from './versions';

const shared = { tags: ['Groups'], security: SESSION_SECURITY };
const byId = z.object({ id: z.uuid() });
/** The ids of 10,000 members, or of all groups. */
const LIMIT_BYTES = 1024 * 1024;
const route = (suffix = '') => `${policyPaths.groups}/:id${suffix}`;

export function registerGroups(app: TypedApp, groups: GroupSettings): void {
  const all = { 200: Groups, ...anyProblem };
  const one = { 200: Group, ...anyProblem };

  app.get(
    policyPaths.groups,
    {
      schema: {
        ...shared,
        summary: 'The groups, in the order that decides',
        description: 'Of a member’s groups the first one that says something about a setting decides it.',
        response: all,
      },
    },
    async (request, reply) => {
      const now = await groups.all(accountOf(request));
      return withVersion(reply, now.version, now);
    },
  );

  app.post(
    policyPaths.groups,
    {
      schema: {
        ...shared,
        summary: 'Makes a group, at the end of the order',
        body: NewGroup,
        response: { 201: Group, ...anyProblem },
      },
    },
    async (request, reply) => {
      const group = await groups.create(actingFor(request), request.body.name);
      return reply.code(201).send(withVersion(reply, group.settings.version, group));
    },
  );

  app.put(
    policyPaths.groupOrder,
    {
      bodyLimit: LIMIT_BYTES,
      schema: {
        ...shared,
        summary: 'Puts the groups in another order',
        headers: ifMatch,
        body: GroupOrder,
        response: all,
      },
    },
    async (request, reply) => {
      const now = await groups.order(actingFor(request), expectedOf(request), request.body.ids);
      return withVersion(reply, now.version, now);
    },
  );

  app.get(
    route(),
    { schema: { ...shared, summary: 'One group', params: byId, response: one } },
    async (request, reply) => {
      const group = await groups.get(accountOf(request), request.params.id);
      return withVersion(reply, group.settings.version, group);
    },
  );

  app.put(
    route(),
    {
      bodyLimit: LIMIT_BYTES,
      schema: {
        ...shared,
        summary: 'Changes a group: its name, its settings, who is in it',
        description: 'What is left out stays. Who is in a group of Zoom’s or of a list is not changed here.',
        params: byId,
        headers: ifMatch,
        body: GroupChange,
        response: one,
      },
    },
    async (request, reply) => {
      const { id } = request.params;
      const group = await groups.change(actingFor(request), id, expectedOf(request), request.body);
      return withVersion(reply, group.settings.version, group);
    },
  );

  app.delete(
    route(),
    {
      schema: {
        ...shared,
        summary: 'Deletes a group and its settings',
        params: byId,
        headers: ifMatch,
        response: { 204: z.undefined(), ...anyProblem },
      },
    },
    async (request, reply) => {
      await groups.remove(actingFor(request), request.params.id, expectedOf(request));
      return reply.code(204).send();
    },
  );
}

export function registerGroupPreview(app: TypedApp, groups: GroupSettings): void {
  app.post(
    route('/preview'),
    {
      bodyLimit: LIMIT_BYTES,
      schema: {
        ...shared,
        summary: 'What changing the group so would do; saves nothing',
        params: byId,
        body: GroupChange,
        response: { 200: Preview, ...anyProblem },
      },
    },
    async (request) => groups.preview(accountOf(request), request.params.id, request.body),
  );
}
