/**
 * The effective policy: what holds for one member on one platform, and for every value who decided it and why.
 * Pure and total: every combination of settings, choice and platform has an answer.
 *
 * Rules, first that fits, of what locks further up leave to say (`heard.ts`):
 *   1. Integration off: nothing is integrated. Nobody below a lock of MAPI or of a forced service turns it off.
 *   2. MAPI on and locked: members on classic Outlook for Windows are integrated by themselves; everywhere else
 *      there is no integration, and no choice. Below a locked forced service, or a lock that none is forced, it is
 *      not.
 *   3. A forced service: that one and no other; not below a lock of MAPI, nor outside the services that are locked
 *      above. Exchange forced while MAPI is on means MAPI, as in 5; below a locked force MAPI is neither turned on
 *      nor off.
 *   4. The member's choice, where it is allowed and possible here.
 *   5. What may be chosen here. While MAPI is on it takes Exchange's place: where Zoom is to have no way to the
 *      Exchange server, the desktop is the only one.
 */
import * as z from 'zod/mini';
import { MeetingPolicy } from '../meetingDefaults';
import { MeetingDefaults } from '../meetingOptions';
import { heardOf } from './heard';
import { byProduct, held, heldMeeting, Origin, type Held, type PolicyLayers } from './layers';
import { ExchangeServer, Permissions, Platform, Provider, type ServerProvider } from './terms';

/** What a member chose and connected. */
export const MemberChoice = z.object({
  provider: Provider,
  /** Absent: as the administrator has them. */
  permissions: z.optional(Permissions),
});
export type MemberChoice = z.infer<typeof MemberChoice>;

/** Why a service is what it is; `ui/languages` has the sentence of each. */
export const ServiceReason = z.enum([
  'integration-off',
  'mapi-locked',
  'mapi-locked-elsewhere',
  'mapi-locked-new-outlook',
  'provider-forced',
  'member-chose',
  'nothing-chosen',
  'force-not-allowed',
  'choice-no-longer-allowed',
  'choice-not-here',
  'nothing-allowed',
  'nothing-allowed-here',
]);
export type ServiceReason = z.infer<typeof ServiceReason>;

/**
 * `automatic`: integrated without anybody doing anything; `connected`: the member's own or the forced service;
 * `connect`: the one forced service waits for the member; `choose`: the member chooses; `none`: no integration.
 */
export const ServiceState = z.enum(['automatic', 'connected', 'connect', 'choose', 'none']);
export type ServiceState = z.infer<typeof ServiceState>;

export const EffectiveService = z.object({
  state: ServiceState,
  /** The service that holds; null while there is none. */
  provider: z.nullable(Provider),
  /** What the member may choose here, also in place of what is connected. */
  choices: z.array(Provider),
  reason: ServiceReason,
  origin: Origin,
});
export type EffectiveService = z.infer<typeof EffectiveService>;

const heldOf = <Schema extends z.ZodMiniType>(value: Schema) => z.object({ value, origin: Origin });

export const EffectivePolicy = z.object({
  platform: Platform,
  integration: heldOf(z.boolean()),
  service: EffectiveService,
  permissions: heldOf(Permissions),
  exchange: heldOf(ExchangeServer),
  scheduleForOthers: heldOf(z.boolean()),
  meeting: z.object({ policy: MeetingPolicy, origins: z.partialRecord(z.keyof(MeetingDefaults), Origin) }),
});
export type EffectivePolicy = z.infer<typeof EffectivePolicy>;

export interface PolicyInputs extends PolicyLayers {
  /** Null: the member chose nothing yet. */
  readonly choice: MemberChoice | null;
  readonly platform: Platform;
}

/** @returns what holds, with its reasons; see the head of this file */
export function effectivePolicy(all: PolicyInputs): EffectivePolicy {
  const inputs: PolicyInputs = { ...all, ...heardOf(all) };
  const isForced = held(all, 'forcedProvider').value !== null;
  const meeting = heldMeeting(inputs);
  return {
    platform: inputs.platform,
    integration: held(inputs, 'integration'),
    service: serviceOf(inputs, isForced),
    permissions: permissionsOf(inputs),
    exchange: held(inputs, 'exchange'),
    scheduleForOthers: held(inputs, 'scheduleForOthers'),
    meeting: { policy: meeting.policy, origins: { ...meeting.origins } },
  };
}

const byPlatform: Origin = { ...byProduct, level: 'platform' };

/** @param isForced whether a service was forced, by somebody who may or may not */
function serviceOf(inputs: PolicyInputs, isForced: boolean): EffectiveService {
  const { platform, choice } = inputs;
  const integration = held(inputs, 'integration');
  const nothing = { provider: null, choices: [] };
  if (!integration.value)
    return { ...nothing, state: 'none', reason: 'integration-off', origin: integration.origin };

  const mapi = held(inputs, 'mapi');
  const forced = held(inputs, 'forcedProvider');
  if (mapi.value && mapi.origin.locked) {
    if (platform === 'windows-classic')
      return {
        state: 'automatic',
        provider: 'mapi',
        choices: [],
        reason: 'mapi-locked',
        origin: mapi.origin,
      };
    const reason = platform === 'windows-new' ? 'mapi-locked-new-outlook' : 'mapi-locked-elsewhere';
    return { ...nothing, state: 'none', reason, origin: mapi.origin };
  }

  if (forced.value !== null) {
    const provider = forcedOn(platform, mapi.value, forced.value);
    // Whoever turned MAPI on decided that Exchange is nowhere else.
    if (provider === undefined)
      return { ...nothing, state: 'none', reason: 'nothing-allowed-here', origin: mapi.origin };
    const state = choice?.provider === provider ? 'connected' : 'connect';
    const origin = { ...forced.origin, locked: true };
    return { state, provider, choices: [provider], reason: 'provider-forced', origin };
  }

  return freely(inputs, mapi, isForced);
}

/** What holds where nobody took the choice away, or nobody who may. */
function freely(inputs: PolicyInputs, mapi: Held<boolean>, isForced: boolean): EffectiveService {
  const { platform, choice } = inputs;
  const allowed = held(inputs, 'providers');
  const choices = choicesOn(platform, mapi.value, allowed.value);
  if (choice !== null && choices.includes(choice.provider)) {
    const origin = { level: 'member' as const, group: null, locked: false };
    return { state: 'connected', provider: choice.provider, choices, reason: 'member-chose', origin };
  }
  const isAllowed = (provider: Provider): boolean => allowed.value.some((each) => each === provider);
  if (choices.length === 0) {
    const reason = mapi.value ? 'nothing-allowed-here' : 'nothing-allowed';
    const { origin } = mapi.value && isAllowed('exchange') ? mapi : allowed;
    return { state: 'none', provider: null, choices, reason, origin };
  }
  const open = { state: 'choose', provider: null, choices } as const;
  if (choice === null)
    return { ...open, reason: isForced ? 'force-not-allowed' : 'nothing-chosen', origin: allowed.origin };
  if (choice.provider === 'mapi' && mapi.value)
    return { ...open, reason: 'choice-not-here', origin: byPlatform };
  const { origin } = choice.provider === 'mapi' || isAllowed(choice.provider) ? mapi : allowed;
  return { ...open, reason: 'choice-no-longer-allowed', origin };
}

/** MAPI stands in Exchange's place, and only where classic Outlook is. */
function choicesOn(platform: Platform, mapi: boolean, allowed: readonly ServerProvider[]): Provider[] {
  const servers = mapi ? allowed.filter((provider) => provider !== 'exchange') : [...allowed];
  return mapi && platform === 'windows-classic' ? ['mapi', ...servers] : servers;
}

const forcedOn = (platform: Platform, mapi: boolean, forced: ServerProvider): Provider | undefined =>
  forced === 'exchange' && mapi ? (platform === 'windows-classic' ? 'mapi' : undefined) : forced;

function permissionsOf(inputs: PolicyInputs): Held<Permissions> {
  const set = held(inputs, 'permissions');
  const own = inputs.choice?.permissions;
  if (set.origin.locked || own === undefined) return set;
  return { value: own, origin: { level: 'member', group: null, locked: false } };
}
