/**
 * The one way in which anything of an account's settings is written: a transaction that has the account to itself,
 * in which the rows change, the revision grows, the history is added to and the other backends are told. All of it
 * or nothing.
 */
import { sql } from 'kysely';
import type { Person } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { addStep, type RecordedStep, type Step } from '../database/policyHistory';
import type { Database } from '../database/schema';
import { withNames } from './changeNames';
import type { News, NewsDesk } from './news';

/** PostgreSQL's channel between the backends. */
export const NEWS_CHANNEL = 'policy_news';

/** Who does it, in which account, and by which request. */
export interface Acting {
  readonly accountId: string;
  readonly person: Person;
  readonly requestId: string;
}

/** The account as the transaction has it to itself. */
export interface Deciding {
  /** Every query of the work goes through it. */
  readonly database: Database;
  readonly acting: Acting;
  readonly at: Date;
  /** The revision that this step will have, and the version of all that it changes. */
  readonly revision: number;
}

/** What the work came to; without step nothing was changed, and nothing is recorded. */
export interface Decided<T> {
  readonly step: Step | undefined;
  readonly result: T;
}

export interface Recorded<T> {
  readonly result: T;
  readonly recorded: RecordedStep | undefined;
}

export type Decide = <T>(
  acting: Acting,
  whose: 'account' | 'member',
  work: (deciding: Deciding) => Promise<Decided<T>>,
) => Promise<Recorded<T>>;

export interface DecidingOptions {
  readonly database: Database;
  readonly news: NewsDesk;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** @returns `whose` says whether an administrator decides, or a member for themselves alone */
export function createDecide({ database, news, now }: DecidingOptions): Decide {
  return async <T>(
    acting: Acting,
    whose: 'account' | 'member',
    work: (deciding: Deciding) => Promise<Decided<T>>,
  ): Promise<Recorded<T>> => {
    const { accountId, person, requestId } = acting;
    const at = new Date(now());
    let undone: { readonly result: T } | undefined;
    try {
      const { told, ...answer } = await database.transaction().execute(async (transaction) => {
        const revision = await next(transaction, accountId, whose);
        const { step, result } = await work({ database: transaction, acting, at, revision });
        if (step === undefined) {
          undone = { result };
          throw new NothingDone();
        }
        const changes = await withNames(transaction, accountId, step.changes);
        const recorded = { ...step, changes, revision, at, by: person, requestId };
        await addStep(transaction, accountId, recorded);
        const told: News = { accountId, revision, personId: whose === 'member' ? person.id : null };
        await sql`select pg_notify(${NEWS_CHANNEL}, ${JSON.stringify(told)})`.execute(transaction);
        return { result, recorded, told };
      });
      news.tell(told);
      return answer;
    } catch (thrown) {
      if (thrown instanceof NothingDone && undone !== undefined) return { ...undone, recorded: undefined };
      throw thrown;
    }
  };
}

/** Takes the transaction back: the revision grows only with the history. */
class NothingDone extends Error {}

/** Takes the account: whoever comes second waits here, and sees what the first one did. */
async function next(database: Database, accountId: string, whose: 'account' | 'member'): Promise<number> {
  const row = await database
    .updateTable('accounts')
    .set((is) => ({
      revision: is('revision', '+', 1),
      ...(whose === 'account' ? { decided_revision: is('revision', '+', 1) } : {}),
    }))
    .where('account_id', '=', accountId)
    .returning('revision')
    .executeTakeFirst();
  if (row === undefined) throw new ProductError('not-found');
  return row.revision;
}
