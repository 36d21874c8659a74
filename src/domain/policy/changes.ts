/**
 * What differs between two states of a layer, setting by setting: for the history, for undo, and for telling
 * somebody what was changed meanwhile. Pure.
 */
import * as z from 'zod/mini';
import { SettingName, SettingsLayer } from './settings';

/** The parts of a layer that change by themselves: settings, and the options of new meetings as one. */
export const SettingKey = z.enum([...SettingName.options, 'meeting']);
export type SettingKey = z.infer<typeof SettingKey>;

/** One change; null: the layer says nothing of it. */
export const SettingChange = z.object({ setting: SettingKey, from: z.unknown(), to: z.unknown() });
export interface SettingChange {
  readonly setting: SettingKey;
  readonly from: unknown;
  readonly to: unknown;
}

/** The changes that lead from one state to the other, in the order of the settings. */
export function changesBetween(before: SettingsLayer, after: SettingsLayer): SettingChange[] {
  return SettingKey.options
    .map((setting) => ({ setting, from: before[setting] ?? null, to: after[setting] ?? null }))
    .filter(({ from, to }) => canonical(from) !== canonical(to));
}

/**
 * The layer with these changes taken back.
 *
 * @returns `changed` names the settings that are no longer as the changes left them, so that what came after would be
 *   lost; or those that came after and do not go together with what was before
 */
export function undone(
  layer: SettingsLayer,
  changes: readonly SettingChange[],
): { layer: SettingsLayer } | { changed: readonly SettingKey[] } {
  const changed = changes
    .filter(({ setting, to }) => canonical(layer[setting] ?? null) !== canonical(to))
    .map(({ setting }) => setting);
  if (changed.length > 0) return { changed };
  const entries = new Map<string, unknown>(Object.entries(layer));
  for (const { setting, from } of changes) {
    if (from === null) entries.delete(setting);
    else entries.set(setting, from);
  }
  const back = SettingsLayer.safeParse(Object.fromEntries(entries));
  return back.success ? { layer: back.data } : { changed: inTheWay(entries, changes) };
}

/** The settings beside the changes without which the layer could be saved; otherwise it is the changes' own values. */
function inTheWay(entries: ReadonlyMap<string, unknown>, changes: readonly SettingChange[]): SettingKey[] {
  const own = changes.map(({ setting }) => setting);
  const others = SettingKey.options.filter((setting) => {
    if (own.includes(setting)) return false;
    const without = [...entries].filter(([name]) => name !== setting);
    return SettingsLayer.safeParse(Object.fromEntries(without)).success;
  });
  return others.length > 0 ? others : own;
}

/** One text for equal values: keys in order, lists that are sets in order, nothing undefined. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) => {
    if (Array.isArray(part)) return [...part].sort();
    if (typeof part !== 'object' || part === null) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, each]) => each !== undefined)
        .sort(([one], [other]) => (one < other ? -1 : 1)),
    );
  });
}
