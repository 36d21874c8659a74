/**
 * What holds for a new meeting when the person chooses nothing, and what cannot be chosen at all.
 *
 * Layers from the ground: Zoom's settings of the member, the account's policy, the person's own usual choices. A
 * lock wins over them all: the policy's, and above it Zoom's, because Zoom would not do otherwise anyway.
 */
import * as z from 'zod/mini';
import {
  fallbackOptions,
  LastingOptions,
  LockableOption,
  MeetingDefaults,
  MeetingOptions,
  type OptionLock,
  type OptionLocks,
} from './meetingOptions';

/** Values of a new meeting as far as somebody has said them. */
export const KnownDefaults = z.partial(MeetingDefaults);
export type KnownDefaults = z.infer<typeof KnownDefaults>;

/** The account's own policy for options. A locked option needs its value among the defaults. */
export const MeetingPolicy = z
  .strictObject({
    defaults: z._default(z.partial(z.strictObject(MeetingDefaults.shape)), {}),
    locked: z._default(z.array(LockableOption), []),
  })
  .check((context) => {
    for (const option of context.value.locked) {
      const valued =
        option === 'passcode'
          ? context.value.defaults.passcodeRequired === true
          : context.value.defaults[option] !== undefined;
      if (valued) continue;
      const needs = option === 'passcode' ? 'passcodeRequired: true' : `a value for ${option}`;
      context.issues.push({
        code: 'custom',
        input: option,
        path: ['locked'],
        message: `${option} is locked, so defaults must hold ${needs}`,
      });
    }
  });
export type MeetingPolicy = z.infer<typeof MeetingPolicy>;

/** What Zoom says about a member: settings that it does not tell are absent. */
export const ZoomSide = z.object({
  defaults: KnownDefaults,
  /** Settings that the Zoom account has locked, as far as the app may know them. */
  locked: z.array(LockableOption),
});
export type ZoomSide = z.infer<typeof ZoomSide>;

/** Everything that decides, see the head of this file. */
export interface DefaultLayers {
  readonly zoom: ZoomSide;
  readonly policy: MeetingPolicy;
  /** The person's own usual choices. */
  readonly own: MeetingOptions;
}

/** The defaults with a value each. Pure. */
export function defaultsOf(layers: DefaultLayers): MeetingDefaults {
  return { ...fallbackOptions, passcodeRequired: false, ...known(layers) };
}

/** Who locked what. A lock of Zoom's whose value Zoom does not tell cannot be shown, and is none here. */
export function locksOf({ zoom, policy }: DefaultLayers): OptionLocks {
  const locks: Partial<Record<LockableOption, OptionLock>> = {};
  for (const option of policy.locked) locks[option] = 'policy';
  for (const option of zoom.locked) if (isTold(zoom.defaults, option)) locks[option] = 'zoom';
  return locks;
}

/**
 * The first locked option that somebody wants otherwise; undefined when there is none. Asking for what holds anyway
 * is fine.
 */
export function lockedOptionIn(options: MeetingOptions, layers: DefaultLayers): LockableOption | undefined {
  const held = defaultsOf(layers);
  return lockedNames(layers).find((option) =>
    option === 'passcode'
      ? options.passcode === ''
      : options[option] !== undefined && options[option] !== held[option],
  );
}

/** The choices without those that are locked: these hold without being chosen. */
export function withoutLocked(options: MeetingOptions, layers: DefaultLayers): MeetingOptions {
  const locked: ReadonlySet<string> = new Set(lockedNames(layers));
  return MeetingOptions.parse(
    Object.fromEntries(Object.entries(options).filter(([name]) => !locked.has(name))),
  );
}

/**
 * What to ask Zoom for a new meeting: what was chosen, and what holds for the rest as far as anybody said it. A
 * template brings its own settings and another person's meeting follows their settings in Zoom, so there only the
 * policy counts beside the choice.
 */
export function withDefaults(options: MeetingOptions, layers: DefaultLayers): MeetingOptions {
  const { policy } = layers;
  if (options.template !== undefined) return { ...lasting(only(policy.defaults, policy.locked)), ...options };
  if (options.scheduleFor !== undefined) return { ...lasting(policy.defaults), ...options };
  const alternativeHosts = options.alternativeHosts ?? layers.own.alternativeHosts;
  return {
    ...lasting(known(layers)),
    ...options,
    ...(alternativeHosts === undefined ? {} : { alternativeHosts }),
  };
}

/**
 * Whether the policy wants a passcode where Zoom itself would make none, or may: what it does for another person, and
 * with a template's settings, it does not tell.
 */
export function needsPasscode(options: MeetingOptions, { zoom, policy }: DefaultLayers): boolean {
  if (options.passcode !== undefined || policy.defaults.passcodeRequired !== true) return false;
  const isUntold = options.scheduleFor !== undefined || options.template !== undefined;
  return isUntold || zoom.defaults.passcodeRequired !== true;
}

function known({ zoom, policy, own }: DefaultLayers): KnownDefaults {
  return {
    ...zoom.defaults,
    ...policy.defaults,
    ...lasting(own),
    ...only(policy.defaults, policy.locked),
    ...only(zoom.defaults, zoom.locked),
  };
}

const lockedNames = (layers: DefaultLayers): LockableOption[] =>
  LockableOption.options.filter((option) => locksOf(layers)[option] !== undefined);

const fieldOf = (option: LockableOption) => (option === 'passcode' ? 'passcodeRequired' : option);

const isTold = (defaults: KnownDefaults, option: LockableOption): boolean =>
  option === 'passcode' ? defaults.passcodeRequired === true : defaults[option] !== undefined;

/** The values of these options alone. */
function only(defaults: KnownDefaults, options: readonly LockableOption[]): KnownDefaults {
  const names: ReadonlySet<string> = new Set(options.filter((each) => isTold(defaults, each)).map(fieldOf));
  return KnownDefaults.parse(
    Object.fromEntries(Object.entries(defaults).filter(([name]) => names.has(name))),
  );
}

const Lasting = z.partial(LastingOptions);

/** The options that every meeting has, without what is absent. */
const lasting = (options: MeetingOptions | KnownDefaults): z.infer<typeof Lasting> =>
  Lasting.parse(Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)));
