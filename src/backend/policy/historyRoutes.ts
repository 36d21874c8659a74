/** The routes of the history. For admins and the owner. */
import * as z from 'zod';
import { HistoryEntry, HistoryPage, policyPaths } from '../../api/policy';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import type { History } from './history';
import { accountOf, actingFor } from './roles';

export function registerHistory(app: TypedApp, history: History): void {
  const shared = { tags: ['History'], security: SESSION_SECURITY };

  app.get(
    policyPaths.history,
    {
      schema: {
        ...shared,
        summary: 'Who changed what and when, the newest first',
        querystring: z.object({ pageToken: z.string().max(20).optional() }),
        response: { 200: HistoryPage, ...anyProblem },
      },
    },
    async (request) => history.page(accountOf(request), request.query.pageToken),
  );

  app.post(
    `${policyPaths.history}/:id/undo`,
    {
      schema: {
        ...shared,
        summary: 'Takes a step back',
        description:
          'Refused with `changed-since` where something that it changed was changed again afterwards.',
        params: z.object({ id: z.string().max(20) }),
        response: { 200: HistoryEntry, ...anyProblem },
      },
    },
    async (request) => history.undo(actingFor(request), request.params.id),
  );
}
