/** The history of an account's settings, page by page, and a step of it taken back. */
import * as z from 'zod';
import type { HistoryEntry, HistoryPage, ShownChange } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { undone } from '../../domain/policy/changes';
import { accountLayer } from '../database/accounts';
import { findGroup, groupMemberIds, groupsOf, putGroupOrder } from '../database/groups';
import { toVersioned } from '../database/layers';
import { findStep, steps, type RecordedStep } from '../database/policyHistory';
import type { Database } from '../database/schema';
import { writeAccount } from './accountSettings';
import type { Acting, Decide, Deciding } from './deciding';
import { isSame, writeGroup } from './groupSettings';
import { become, GroupState, isAs, withPeopleNow } from './groupStates';
import { isUndoable, settingChangesIn, toEntry } from './shownSteps';

const PAGE = 50;

export interface History {
  page(accountId: string, pageToken: string | undefined): Promise<HistoryPage>;
  /** @throws ProductError `changed-since`, `not-found`, `not-undoable` for a step that leaves nothing to go back to */
  undo(acting: Acting, id: string): Promise<HistoryEntry>;
}

export interface HistoryOptions {
  readonly database: Database;
  readonly decide: Decide;
}

export function createHistory({ database, decide }: HistoryOptions): History {
  return {
    async page(accountId, pageToken) {
      const before = pageToken === undefined ? undefined : revisionIn(pageToken, 'querystring/pageToken');
      const found = await steps(database, accountId, { before, most: PAGE + 1 });
      const shown = found.slice(0, PAGE);
      const last = shown.at(-1);
      return {
        entries: shown.map(toEntry),
        ...(found.length > PAGE && last !== undefined ? { nextPageToken: String(last.revision) } : {}),
      };
    },

    async undo(acting, id) {
      const revision = /^\d{1,9}$/.test(id) ? Number(id) : 0;
      const { recorded } = await decide(acting, 'account', async (deciding) => {
        const found = await findStep(deciding.database, acting.accountId, revision);
        if (found === undefined) throw new ProductError('not-found');
        if (!isUndoable(found)) throw new ProductError('not-undoable');
        const step = { ...found, changes: await withPeopleNow(deciding, found.changes) };
        await (step.scope === 'group' && step.subject !== null && !isAboutWholeGroup(step)
          ? undoInGroup(deciding, step, step.subject)
          : undoInAccount(deciding, step));
        const changes = step.changes.map(({ what, from, to }) => ({ what, from: to, to: from }));
        const name = await nameNow(deciding, step);
        return {
          step: { ...step, name, action: 'undone' as const, changes, undoes: revision },
          result: undefined,
        };
      });
      if (recorded === undefined) throw new ProductError('not-found');
      return toEntry(recorded);
    },
  };
}

/** @throws ProductError `invalid-request` */
function revisionIn(text: string, where: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new ProductError('invalid-request', { reason: `${where}: is none of ours` });
}

/** The group's name as it is after the step; as it was where the group is gone. */
async function nameNow(
  { database, acting }: Deciding,
  { subject, name }: RecordedStep,
): Promise<string | null> {
  const group = subject === null ? undefined : await findGroup(database, acting.accountId, subject);
  return group?.name ?? name;
}

const isAboutWholeGroup = ({ changes }: RecordedStep): boolean =>
  changes.some(({ what }) => what === 'group');

const changed = (settings: readonly string[]): ProductError =>
  new ProductError('changed-since', { settings: settings.join(', ') });

/** The settings of the account, groups that came or went, and their order. */
async function undoInAccount(deciding: Deciding, { changes }: RecordedStep): Promise<void> {
  const { database, acting } = deciding;
  const settings = settingChangesIn(changes);
  if (settings.length > 0) {
    const back = undone(toVersioned(await accountLayer(database, acting.accountId)).settings, settings);
    if ('changed' in back) throw changed(back.changed);
    await writeAccount(deciding, back.layer);
  }
  const order = changes.find(({ what }) => what === 'order');
  if (order !== undefined && !isSame(await orderOf(deciding), Ids.parse(order.to))) throw changed(['order']);
  for (const change of changes.filter(({ what }) => what === 'group')) await undoGroup(deciding, change);
  if (order === undefined) return;
  const ids = Ids.parse(order.from);
  if (!isSame([...(await orderOf(deciding))].sort(), [...ids].sort())) throw changed(['order']);
  await putGroupOrder(database, acting.accountId, ids, deciding.revision);
}

async function undoGroup(deciding: Deciding, change: ShownChange): Promise<void> {
  const [from, to] = [MaybeGroup.parse(change.from), MaybeGroup.parse(change.to)];
  const group = from ?? to;
  if (group === null) return;
  if (!(await isAs(deciding, group.id, to))) throw changed([group.name]);
  const { database, acting } = deciding;
  // Whoever was put in there since would fall out of it, where the step does not say who was.
  const saysWho = to?.members !== undefined;
  if (from === null && !saysWho && (await groupMemberIds(database, acting.accountId, group.id)).length > 0)
    throw changed([group.name]);
  await become(deciding, group.id, from);
}

/** The name of one group, its settings, and who is in it. */
async function undoInGroup(deciding: Deciding, step: RecordedStep, id: string): Promise<void> {
  const { database, acting } = deciding;
  const group = await findGroup(database, acting.accountId, id);
  if (group === undefined) throw changed([step.name ?? 'group']);
  const back = undone(group.settings.settings, settingChangesIn(step.changes));
  if ('changed' in back) throw changed(back.changed);
  const name = step.changes.find(({ what }) => what === 'name');
  if (name !== undefined && name.to !== group.name) throw changed(['name']);
  const members = step.changes.find(({ what }) => what === 'members');
  if (members !== undefined) {
    const present = await groupMemberIds(database, acting.accountId, id);
    if (group.source !== 'here' || !isSame(present, Ids.parse(members.to))) throw changed(['members']);
  }
  await writeGroup(deciding, group, {
    settings: back.layer,
    ...(members === undefined ? {} : { members: Ids.parse(members.from) }),
    ...(name === undefined ? {} : { name: z.string().parse(name.from) }),
  });
}

const Ids = z.array(z.string());
const MaybeGroup = z.nullable(GroupState);

const orderOf = async ({ database, acting }: Deciding): Promise<string[]> =>
  (await groupsOf(database, acting.accountId)).map(({ id }) => id);
