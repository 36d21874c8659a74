/**
 * Which layer decides a setting. Pure.
 *
 * A lock of the account wins over everything. Otherwise the first of the member's groups, in the order that the
 * administrator gave them, that says something about the setting decides it, its lock included; then the account;
 * then the product. So a group can never change what the account has locked, and a later group never what an
 * earlier one said of the same setting. What a lock means for the other settings below it is in `heard.ts`.
 */
import * as z from 'zod/mini';
import type { KnownDefaults, MeetingPolicy } from '../meetingDefaults';
import { LockableOption } from '../meetingOptions';
import {
  productSettings,
  type GroupLayer,
  type Setting,
  type SettingName,
  type SettingsLayer,
  type SettingValues,
} from './settings';

/** Where a value came from; `platform`: from what the place cannot do, whoever wants it. */
export const Level = z.enum(['product', 'account', 'group', 'member', 'platform']);
export type Level = z.infer<typeof Level>;

/** Who decided something, and whether those below are left a choice. */
export const Origin = z.object({
  level: Level,
  /** The group's name where the level is `group`. */
  group: z.nullable(z.string()),
  locked: z.boolean(),
});
export type Origin = z.infer<typeof Origin>;

export interface Held<T> {
  readonly value: T;
  readonly origin: Origin;
}

/** The administrator's side: the account, and the member's groups in their order. */
export interface PolicyLayers {
  readonly account: SettingsLayer;
  readonly groups: readonly GroupLayer[];
}

export const byProduct: Origin = { level: 'product', group: null, locked: false };

/** A layer as what it says of each setting. */
type Said = { readonly [Name in SettingName]?: Setting<SettingValues[Name]> | undefined };

/** The layers in the order in which they are asked as long as nothing above has locked. */
const inOrder = ({ account, groups }: PolicyLayers) => [
  ...groups.map(({ name, settings }) => ({ level: 'group' as const, group: name, settings })),
  { level: 'account' as const, group: null, settings: account },
];

/** The setting as the administrator's side has it. */
export function held<Name extends SettingName>(layers: PolicyLayers, name: Name): Held<SettingValues[Name]> {
  const of = (settings: Said): Setting<SettingValues[Name]> | undefined => settings[name];
  const ofAccount = of(layers.account);
  if (ofAccount?.locked === true)
    return { value: ofAccount.value, origin: { level: 'account', group: null, locked: true } };
  for (const { level, group, settings } of inOrder(layers)) {
    const said = of(settings);
    if (said !== undefined) return { value: said.value, origin: { level, group, locked: said.locked } };
  }
  return { value: productSettings[name], origin: byProduct };
}

/** The options of new meetings, each with who decided it. */
export interface HeldMeetingPolicy {
  readonly policy: MeetingPolicy;
  readonly origins: Readonly<Partial<Record<keyof KnownDefaults, Origin>>>;
}

/** The options for new meetings, each decided as a setting of its own. */
export function heldMeeting(layers: PolicyLayers): HeldMeetingPolicy {
  let defaults: KnownDefaults = {};
  const locked: LockableOption[] = [];
  const origins: Partial<Record<keyof KnownDefaults, Origin>> = {};
  const decide = (
    policy: MeetingPolicy | undefined,
    of: Omit<Origin, 'locked'>,
    onlyLocked = false,
  ): void => {
    if (policy === undefined) return;
    for (const option of optionNames) {
      const field = fieldOf(option);
      const isLocked = policy.locked.includes(option);
      if (policy.defaults[field] === undefined || origins[field] !== undefined) continue;
      if (onlyLocked && !isLocked) continue;
      defaults = { ...defaults, [field]: policy.defaults[field] };
      origins[field] = { ...of, locked: isLocked };
      if (isLocked) locked.push(option);
    }
  };
  decide(layers.account.meeting, { level: 'account', group: null }, true);
  for (const { level, group, settings } of inOrder(layers)) decide(settings.meeting, { level, group });
  return { policy: { defaults, locked }, origins };
}

const optionNames = LockableOption.options;

const fieldOf = (option: LockableOption): keyof KnownDefaults =>
  option === 'passcode' ? 'passcodeRequired' : option;
