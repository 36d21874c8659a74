/** The history of an account's settings: one row a step, named by the account's revision, only ever added. */
import * as z from 'zod';
import type { Person } from '../../api/policy';
import { ShownChange, type HistoryEntry } from '../../api/policy';
import type { Database } from './schema';

/** What a step was; who did it and when is added by whoever records it. */
export interface Step {
  readonly scope: HistoryEntry['scope'];
  /** The group's or person's id; null of the account. */
  readonly subject: string | null;
  /** Their name; null of the account. */
  readonly name: string | null;
  readonly action: HistoryEntry['action'];
  readonly changes: readonly ShownChange[];
}

export interface RecordedStep extends Step {
  readonly revision: number;
  readonly at: Date;
  readonly by: Person;
  readonly requestId: string;
}

export async function addStep(database: Database, accountId: string, step: RecordedStep): Promise<void> {
  await database
    .insertInto('policy_history')
    .values({
      account_id: accountId,
      revision: step.revision,
      at: step.at,
      by_id: step.by.id,
      by_name: step.by.name,
      by_email: step.by.email,
      request_id: step.requestId,
      scope: step.scope,
      subject: step.subject,
      name: step.name,
      action: step.action,
      changes: JSON.stringify(step.changes),
    })
    .execute();
}

export async function findStep(
  database: Database,
  accountId: string,
  revision: number,
): Promise<RecordedStep | undefined> {
  const row = await rowsOf(database, accountId).where('revision', '=', revision).executeTakeFirst();
  return row && toStep(row);
}

/** The newest first; `before` begins the page after that revision, `after` leaves out it and what is older. */
export async function steps(
  database: Database,
  accountId: string,
  page: { readonly before?: number | undefined; readonly after?: number | undefined; readonly most: number },
): Promise<RecordedStep[]> {
  let rows = rowsOf(database, accountId).orderBy('revision', 'desc').limit(page.most);
  if (page.before !== undefined) rows = rows.where('revision', '<', page.before);
  if (page.after !== undefined) rows = rows.where('revision', '>', page.after);
  return (await rows.execute()).map(toStep);
}

const rowsOf = (database: Database, accountId: string) =>
  database.selectFrom('policy_history').selectAll().where('account_id', '=', accountId);

type Row = Awaited<ReturnType<ReturnType<typeof rowsOf>['execute']>>[number];

const Changes = z.array(ShownChange);

const toStep = (row: Row): RecordedStep => ({
  revision: row.revision,
  at: row.at,
  by: { id: row.by_id, name: row.by_name, email: row.by_email },
  requestId: row.request_id,
  scope: row.scope,
  subject: row.subject,
  name: row.name,
  action: row.action,
  changes: Changes.parse(row.changes),
});
