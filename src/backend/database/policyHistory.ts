/** The history of an account's settings: one row a step, named by the account's revision, only ever added. */
import { sql, type RawBuilder } from 'kysely';
import * as z from 'zod';
import type { Person } from '../../api/policy';
import { ShownChange, type HistoryEntry } from '../../api/policy';
import { SettingKey } from '../../domain/policy/changes';
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
  /** The revision of the step that it took back. */
  readonly undoes?: number | undefined;
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
      undoes: step.undoes ?? null,
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

/** What a step is about, for telling somebody what happened to just that. */
export type About =
  /** Whatever administrators decide. */
  | { readonly what: 'decisions' }
  /** The account's own settings. */
  | { readonly what: 'account' }
  /** Which groups there are, and in which order. */
  | { readonly what: 'order' }
  /** A group, also as far as it follows from who is of the account. */
  | { readonly what: 'group'; readonly id: string }
  /** A group by name: made, changed, deleted, brought back. */
  | { readonly what: 'group-itself'; readonly id: string };

export interface StepsWanted {
  /** Begins after this revision: only older ones. */
  readonly before?: number | undefined;
  /** Leaves out this revision and what is older. */
  readonly after?: number | undefined;
  readonly about?: About | undefined;
  readonly most: number;
}

/** The newest first. */
export async function steps(
  database: Database,
  accountId: string,
  page: StepsWanted,
): Promise<RecordedStep[]> {
  let rows = rowsOf(database, accountId).orderBy('revision', 'desc').limit(page.most);
  if (page.before !== undefined) rows = rows.where('revision', '<', page.before);
  if (page.after !== undefined) rows = rows.where('revision', '>', page.after);
  if (page.about !== undefined) rows = rows.where(isAbout(page.about));
  return (await rows.execute()).map(toStep);
}

/** The revision of the newest step that an administrator decided; 0: there is none. */
export async function decidedRevision(database: Database, accountId: string): Promise<number> {
  const [newest] = await steps(database, accountId, { about: { what: 'decisions' }, most: 1 });
  return newest?.revision ?? 0;
}

// In the database and not here: members choose as often as they like, and would fill whatever is read.
function isAbout(about: About): RawBuilder<boolean> {
  switch (about.what) {
    case 'decisions':
      return sql`scope <> 'member'`;
    case 'account':
      return sql`scope = 'account' and ${changing(sql`change ->> 'what' in (${sql.join(SettingKey.options)})`)}`;
    case 'order':
      return changing(sql`change ->> 'what' in ('order', 'group', 'people')`);
    case 'group':
      return sql`(${isAbout({ what: 'group-itself', id: about.id })} or ${changing(sql`change ->> 'what' = 'people'`)})`;
    case 'group-itself': {
      const id = about.id.toLowerCase();
      const isIt = sql`change ->> 'what' = 'group' and ${id} in (change #>> '{from,id}', change #>> '{to,id}')`;
      return sql`(subject = ${id} or ${changing(isIt)})`;
    }
  }
}

/** Whether one of the step's changes is such. */
const changing = (such: RawBuilder<unknown>): RawBuilder<boolean> =>
  sql`exists (select from jsonb_array_elements(changes) as change where ${such})`;

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
  undoes: row.undoes ?? undefined,
});
