/**
 * All settings of an account as a file, and such a file brought in: looked at as a whole first, with everything that
 * is wrong told at once, and applied in one step or not at all.
 */
import type { HistoryEntry, ImportCheck, SettingsFile as File, ShownChange } from '../../api/policy';
import { fileProblem, problemsOf, type FileProblem } from '../../api/fileProblem';
import { SettingsFile } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { findAccount } from '../database/accounts';
import { addGroup, groupsOf, putGroupOrder } from '../database/groups';
import type { Database } from '../database/schema';
import { writeAccount } from './accountSettings';
import type { Acting, Decide, Deciding } from './deciding';
import { writeGroupLayer } from './groupSettings';
import { createImpacts, type Arrangement, type Impacts } from './impacts';
import { arrangedBy, planImport, planInWords, type ImportPlan } from './importPlan';
import { readJson } from './jsonText';
import { refuseAfterDecisions } from './lateness';
import { shown, toEntry } from './shownSteps';
import { TellingError } from '../tellingError';
import type { Expected } from './versions';

/** More are counted, not listed. */
const MOST_LISTED = 100;

export interface Transfer {
  export(accountId: string): Promise<File>;
  /** @param text the file as it is, whatever it is; undefined: larger than any that is taken */
  check(accountId: string, text: string | undefined): Promise<ImportCheck>;
  /** @throws ProductError `file-refused` with all problems, `changed-meanwhile` */
  import(acting: Acting, expected: Expected, text: string | undefined): Promise<HistoryEntry>;
}

export interface TransferOptions {
  readonly database: Database;
  readonly decide: Decide;
  readonly impacts: Impacts;
}

export function createTransfer({ database, decide, impacts }: TransferOptions): Transfer {
  return {
    async export(accountId) {
      const { account, groups } = await impacts.present(accountId);
      return {
        format: 'zoom-calendar-settings',
        version: 1,
        account,
        groups: groups.map(({ name, settings }) => ({ name, settings })),
      };
    },

    async check(accountId, text) {
      const read = readFile(text);
      const revision = (await findAccount(database, accountId))?.decidedRevision ?? 0;
      if ('problems' in read) return { problems: [...read.problems], preview: null, revision };
      const before = await impacts.present(accountId);
      const plan = planImport(before, read.file);
      const impact = await impacts.between(accountId, before, arrangedBy(plan, read.file));
      return { problems: [], preview: { changes: planInWords(plan), impact }, revision };
    },

    async import(acting, expected, text) {
      const read = readFile(text);
      if ('problems' in read) {
        const { problems } = read;
        const reason = problems
          .map(({ where, line, message }) =>
            [line === undefined ? where : `line ${line}:`, message].join(' ').trim(),
          )
          .join('; ');
        throw new TellingError('file-refused', { reason: reason.slice(0, 1000) }, { problems });
      }
      const { recorded } = await decide(acting, 'account', async (deciding) => {
        // What others decided after the file was looked at is not written over.
        await refuseAfterDecisions(deciding, expected);
        const before = await createImpacts(deciding.database).present(acting.accountId);
        const changes = await apply(deciding, before, planImport(before, read.file), read.file);
        return {
          step: { scope: 'account', subject: null, name: null, action: 'imported', changes },
          result: undefined,
        };
      });
      if (recorded === undefined) throw new ProductError('internal');
      return toEntry(recorded);
    },
  };
}

/** The file, or everything that is wrong with it. */
function readFile(
  text: string | undefined,
): { readonly file: File } | { readonly problems: readonly FileProblem[] } {
  if (text === undefined) return { problems: [fileProblem('too-large')] };
  if (text.trim() === '') return { problems: [fileProblem('empty')] };
  const read = readJson(text);
  if ('problems' in read) return { problems: limited(read.problems) };
  const parsed = SettingsFile.safeParse(read.value);
  if (parsed.success) return { file: parsed.data };
  return { problems: limited(problemsOf(read.value, parsed.error)) };
}

const limited = (problems: readonly FileProblem[]): readonly FileProblem[] =>
  problems.length <= MOST_LISTED
    ? problems
    : [
        ...problems.slice(0, MOST_LISTED),
        fileProblem('more', { others: String(problems.length - MOST_LISTED) }),
      ];

/** @returns what was changed, as the history keeps it */
async function apply(
  deciding: Deciding,
  before: Arrangement,
  plan: ImportPlan,
  file: File,
): Promise<ShownChange[]> {
  const { database, acting, revision } = deciding;
  const changes: ShownChange[] = shown(plan.account);
  if (plan.account.length > 0) await writeAccount(deciding, file.account);
  const order: string[] = [];
  for (const group of plan.groups) {
    const { name } = group;
    const id = group.id ?? (await addGroup(database, acting.accountId, { name, source: 'here' }, revision));
    order.push(id);
    if (group.id !== undefined && group.changes.length === 0) continue;
    await writeGroupLayer(deciding, id, group.to);
    changes.push({
      what: 'group',
      from: group.id === undefined ? null : { id, name, settings: group.from },
      to: { id, name, settings: group.to },
    });
  }
  if (plan.reorders) {
    await putGroupOrder(database, acting.accountId, order, revision);
    const present = (await groupsOf(database, acting.accountId)).map(({ id }) => id);
    changes.push({ what: 'order', from: before.groups.map(({ id }) => id), to: present });
  }
  return changes;
}
