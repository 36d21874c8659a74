/**
 * The names of whoever a step's changes are about, as they are called at that moment: ids stay true for ever, and say
 * nothing to a person once the group is deleted or the member is gone.
 */
import * as z from 'zod';
import type { ShownChange } from '../../api/policy';
import { groupKeys } from '../database/groups';
import { namesOf } from '../database/people';
import type { Database } from '../database/schema';

/** Of a change of more people these are named: nobody reads more. */
const MOST = 50;

const Ids = z.array(z.string()).catch([]);

export async function withNames(
  database: Database,
  accountId: string,
  changes: readonly ShownChange[],
): Promise<ShownChange[]> {
  const named: ShownChange[] = [];
  for (const change of changes) {
    const names = await namesIn(database, accountId, change);
    named.push(Object.keys(names).length === 0 ? change : { ...change, names });
  }
  return named;
}

async function namesIn(
  database: Database,
  accountId: string,
  { what, from, to }: ShownChange,
): Promise<Record<string, string>> {
  const [before, after] = [new Set(Ids.parse(from)), new Set(Ids.parse(to))];
  if (what === 'order') {
    const groups = await groupKeys(database, accountId);
    return Object.fromEntries(
      groups.filter(({ id }) => before.has(id) || after.has(id)).map(({ id, name }) => [id, name]),
    );
  }
  if (what !== 'members') return {};
  const joined = [...after].filter((id) => !before.has(id));
  const left = [...before].filter((id) => !after.has(id));
  return namesOf(database, accountId, [...joined.slice(0, MOST), ...left.slice(0, MOST)]);
}
