/** Steps of the history as the interface shows them. Pure. */
import type { HistoryEntry, Meanwhile, ShownChange } from '../../api/policy';
import { SettingKey, type SettingChange } from '../../domain/policy/changes';
import type { RecordedStep } from '../database/policyHistory';
import { TellingError } from '../tellingError';

/** Who is of the account comes from elsewhere, and what a member chose is theirs. */
const LASTING: ReadonlySet<HistoryEntry['action']> = new Set(['people', 'connected', 'disconnected']);

/** Whether a step says enough to be taken back. */
export const isUndoable = ({ action, changes }: RecordedStep): boolean =>
  !LASTING.has(action) && changes.length > 0;

export function toEntry(step: RecordedStep): HistoryEntry {
  return {
    id: String(step.revision),
    at: step.at.toISOString(),
    by: step.by,
    requestId: step.requestId,
    scope: step.scope,
    name: step.name,
    action: step.action,
    changes: [...step.changes],
    undoable: isUndoable(step),
    ...(step.undoes === undefined ? {} : { undoes: String(step.undoes) }),
  };
}

/** Changes of settings as the history keeps them. */
export const shown = (changes: readonly SettingChange[]): ShownChange[] =>
  changes.map(({ setting, from, to }) => ({ what: setting, from, to }));

/** Those changes of a step that are settings of its layer. */
export const settingChangesIn = (changes: readonly ShownChange[]): SettingChange[] =>
  changes.flatMap(({ what, from, to }) => {
    const setting = SettingKey.safeParse(what);
    return setting.success ? [{ setting: setting.data, from, to }] : [];
  });

/** The refusal of a write that was made for an older version. */
export function changedMeanwhile(version: number, steps: readonly RecordedStep[]): TellingError {
  const meanwhile: Meanwhile = { version, entries: steps.map(toEntry) };
  return new TellingError('changed-meanwhile', {}, { meanwhile });
}
