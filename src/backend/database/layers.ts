/** The columns that account and group have alike (`LayerColumns`), as values and back. Pure. */
import * as z from 'zod';
import { Person, type VersionedSettings } from '../../api/policy';
import { SettingKey } from '../../domain/policy/changes';
import { SettingsLayer } from '../../domain/policy/settings';

/** Who locked a setting, and when. */
const Locks = z.partialRecord(SettingKey, z.object({ by: Person, at: z.string() }));
type Locks = z.infer<typeof Locks>;

/** The columns as they are read. */
export interface LayerRow {
  readonly settings: unknown;
  readonly locks: unknown;
  readonly version: number;
  readonly saved_at: Date | null;
  readonly saved_by: unknown;
}

export const layerColumns = ['settings', 'locks', 'version', 'saved_at', 'saved_by'] as const;

/** A layer's row as the interface shows it; the locks in the order of the settings. */
export function toVersioned(row: LayerRow): VersionedSettings {
  const locks = Locks.parse(row.locks);
  return {
    version: row.version,
    settings: SettingsLayer.parse(row.settings),
    locks: SettingKey.options.flatMap((setting) => {
      const note = locks[setting];
      return note === undefined ? [] : [{ setting, ...note }];
    }),
    savedAt: row.saved_at?.toISOString() ?? null,
    savedBy: row.saved_by === null ? null : Person.parse(row.saved_by),
  };
}

/** The columns for new settings in place of those of `before`. What was locked already stays locked by whom it was. */
export function layerValues(
  before: Pick<LayerRow, 'settings' | 'locks'>,
  settings: SettingsLayer,
  saved: { readonly by: Person; readonly at: Date; readonly version: number },
) {
  const [was, notes] = [SettingsLayer.parse(before.settings), Locks.parse(before.locks)];
  const fresh = { by: saved.by, at: saved.at.toISOString() };
  const locks: Locks = {};
  for (const setting of SettingKey.options) {
    const lock = lockIn(settings, setting);
    if (lock !== undefined)
      locks[setting] = lock === lockIn(was, setting) ? (notes[setting] ?? fresh) : fresh;
  }
  return {
    settings: JSON.stringify(settings),
    locks: JSON.stringify(locks),
    version: saved.version,
    saved_at: saved.at,
    saved_by: JSON.stringify(saved.by),
  };
}

/** What is locked of a setting, as one text; of the options for new meetings it is which. */
function lockIn(layer: SettingsLayer, setting: SettingKey): string | undefined {
  if (setting !== 'meeting') return layer[setting]?.locked === true ? setting : undefined;
  const locked = layer.meeting?.locked ?? [];
  return locked.length === 0 ? undefined : [...locked].sort().join();
}
