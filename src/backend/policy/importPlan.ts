/**
 * What importing a settings file comes to: the account says what the file says; groups are told apart by name, get
 * their settings and the file's order; a group that the file does not name keeps its people and says nothing. Pure.
 */
import type { SettingsFile, ShownChange } from '../../api/policy';
import { changesBetween, type SettingChange } from '../../domain/policy/changes';
import { foldedName } from '../../domain/policy/names';
import type { SettingsLayer } from '../../domain/policy/settings';
import type { Arrangement } from './impacts';

export interface PlannedGroup {
  /** Undefined: it is to be made. */
  readonly id: string | undefined;
  readonly name: string;
  readonly from: SettingsLayer;
  readonly to: SettingsLayer;
  readonly changes: readonly SettingChange[];
}

export interface ImportPlan {
  readonly account: readonly SettingChange[];
  /** In their new order. */
  readonly groups: readonly PlannedGroup[];
  readonly reorders: boolean;
}

export function planImport(present: Arrangement, file: SettingsFile): ImportPlan {
  const byName = new Map(present.groups.map((group) => [foldedName(group.name), group]));
  const named = file.groups.map(({ name, settings }): PlannedGroup => {
    const group = byName.get(foldedName(name));
    const from = group?.settings ?? {};
    return {
      id: group?.id,
      name: group?.name ?? name,
      from,
      to: settings,
      changes: changesBetween(from, settings),
    };
  });
  const inFile = new Set(file.groups.map(({ name }) => foldedName(name)));
  const others = present.groups
    .filter(({ name }) => !inFile.has(foldedName(name)))
    .map(({ id, name, settings }): PlannedGroup => {
      return { id, name, from: settings, to: {}, changes: changesBetween(settings, {}) };
    });
  const groups = [...named, ...others];
  const kept = groups.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const isMade = groups.some(({ id }) => id === undefined);
  return {
    account: changesBetween(present.account, file.account),
    groups,
    reorders: isMade || kept.some((id, index) => id !== present.groups[index]?.id),
  };
}

/** The arrangement that it comes to; groups that are to be made have nobody in them. */
export const arrangedBy = (plan: ImportPlan, file: SettingsFile): Arrangement => ({
  account: file.account,
  groups: plan.groups.map(({ id, name, to }) => ({ id: id ?? `new:${name}`, name, settings: to })),
});

/** The changes as a preview shows them; ids are not known before it is done. */
export function planInWords(plan: ImportPlan): ShownChange[] {
  const group = ({ name }: PlannedGroup, settings: SettingsLayer) => ({ name, settings });
  return [
    ...plan.account.map(({ setting, from, to }) => ({ what: setting, from, to })),
    ...plan.groups
      .filter(({ id, changes }) => id === undefined || changes.length > 0)
      .map((each) => ({
        what: 'group',
        from: each.id === undefined ? null : group(each, each.from),
        to: group(each, each.to),
      })),
    ...(plan.reorders ? [{ what: 'order', from: null, to: plan.groups.map(({ name }) => name) }] : []),
  ];
}
