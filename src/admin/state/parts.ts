/**
 * The parts of a layer of settings that an administrator changes by themselves, each with a value and a lock: every
 * setting, and every default for new meetings. Pure.
 */
import { changesBetween } from '../../domain/policy/changes';
import { productSettings, SettingName, type Setting, type SettingsLayer } from '../../domain/policy/settings';
import { defaultsOf, type KnownDefaults, type MeetingPolicy } from '../../domain/meetingDefaults';
import { LockableOption } from '../../domain/meetingOptions';

/** What can be locked about new meetings, as a part of a layer. */
export type MeetingPart = `meeting.${LockableOption}`;
export type Part = SettingName | MeetingPart;

const meetingPart = (option: LockableOption): MeetingPart => `meeting.${option}`;

/** All parts in the order of the page. */
export const parts: readonly Part[] = [...SettingName.options, ...LockableOption.options.map(meetingPart)];

const optionsByPart = new Map<Part, LockableOption>(
  LockableOption.options.map((option) => [meetingPart(option), option]),
);

export const optionOf = (part: Part): LockableOption | undefined => optionsByPart.get(part);

const isSettingName = (part: Part): part is SettingName => !optionsByPart.has(part);

/** Under which name the value of an option stands among the defaults. */
export const fieldOf = (option: LockableOption): keyof KnownDefaults =>
  option === 'passcode' ? 'passcodeRequired' : option;

const noMeeting: MeetingPolicy = { defaults: {}, locked: [] };

/** What the layer says of a part; undefined: nothing. */
export function said(layer: SettingsLayer, part: Part): Setting<unknown> | undefined {
  if (isSettingName(part)) return layer[part];
  const option = optionOf(part);
  const { defaults, locked } = layer.meeting ?? noMeeting;
  const value = option && defaults[fieldOf(option)];
  return option === undefined || value === undefined ? undefined : { value, locked: locked.includes(option) };
}

/** `to` with what `from` says of the part, or without the part where it says nothing. */
export function copied(from: SettingsLayer, to: SettingsLayer, part: Part): SettingsLayer {
  if (isSettingName(part)) return clean({ ...to, [part]: from[part] });
  const option = optionOf(part);
  if (option === undefined) return to;
  const source = from.meeting ?? noMeeting;
  return withOption(to, option, source.defaults, source.locked.includes(option));
}

/** The layer with this option's value and lock; a value of undefined takes the option out. */
export function withOption(
  layer: SettingsLayer,
  option: LockableOption,
  values: KnownDefaults,
  locked: boolean,
): SettingsLayer {
  const before = layer.meeting ?? noMeeting;
  const field = fieldOf(option);
  const isSaid = values[field] !== undefined;
  const others = before.locked.filter((one) => one !== option);
  const meeting: MeetingPolicy = {
    defaults: { ...before.defaults, [field]: values[field] },
    locked: isSaid && locked ? [...others, option] : others,
  };
  const isEmpty = Object.values(meeting.defaults).every((value) => value === undefined);
  return clean({ ...layer, meeting: isEmpty ? undefined : meeting });
}

/** The layer without the part: the layer above decides it. */
export const without = (layer: SettingsLayer, part: Part): SettingsLayer => copied({}, layer, part);

/** Whether two layers say the same of a part. */
export const agree = (one: SettingsLayer, other: SettingsLayer, part: Part): boolean =>
  changesBetween(copied(one, {}, part), copied(other, {}, part)).length === 0;

/**
 * The layer with what it says of the part in its shortest form: where that is what holds anyway and `base` says
 * nothing of it, it says nothing either.
 */
export function shortest(layer: SettingsLayer, base: SettingsLayer, part: Part): SettingsLayer {
  if (!isSettingName(part) || said(base, part) !== undefined) return layer;
  const asProduct = clean({ [part]: { value: productSettings[part], locked: false } });
  return agree(layer, asProduct, part) ? without(layer, part) : layer;
}

/** Without what is undefined: as it goes over HTTP. */
function clean(layer: SettingsLayer): SettingsLayer {
  const { meeting, ...rest } = layer;
  const entries = Object.entries(rest).filter(([, value]) => value !== undefined);
  return { ...Object.fromEntries(entries), ...(meeting === undefined ? {} : { meeting: known(meeting) }) };
}

const known = ({ defaults, locked }: MeetingPolicy): MeetingPolicy => ({
  defaults: Object.fromEntries(Object.entries(defaults).filter(([, value]) => value !== undefined)),
  locked,
});

/** A layer that says everything: what the account has, and for the rest what the product has. */
export function saidAnyway(account: SettingsLayer = {}): SettingsLayer {
  const product: SettingsLayer = Object.fromEntries(
    SettingName.options.map((name) => [name, { value: productSettings[name], locked: false }]),
  );
  const defaults = defaultsOf({
    zoom: { defaults: {}, locked: [] },
    policy: noMeeting,
    own: {},
  });
  const whole: SettingsLayer = { ...product, meeting: { defaults, locked: [] } };
  return parts.reduce((layer, part) => (said(account, part) ? copied(account, layer, part) : layer), whole);
}

/**
 * The layer with the part locked or not. A part of which it says nothing is said as `anyway` has it; a passcode can
 * only be locked as required.
 */
export function withLock(
  layer: SettingsLayer,
  part: Part,
  locked: boolean,
  anyway: SettingsLayer,
): SettingsLayer {
  const speaking = said(layer, part) ? layer : copied(anyway, layer, part);
  const option = optionOf(part);
  if (option === undefined) {
    const setting = said(speaking, part);
    return clean({ ...speaking, [part]: { ...setting, locked } });
  }
  const defaults = speaking.meeting?.defaults ?? {};
  const values = option === 'passcode' && locked ? { ...defaults, passcodeRequired: true } : defaults;
  return withOption(speaking, option, values, locked);
}
