/**
 * What is said of an effective policy, as names of sentences (`ui/languages/…/integration.ts`): what holds, why, what
 * the place has to do with it, what to do next, who decided. Pure and total: every reason, state and platform has its
 * sentences, and a new reason does not compile until it has them in every language.
 */
import type {
  EffectivePolicy,
  EffectiveService,
  MemberChoice,
  ServiceReason,
} from '../../domain/policy/effective';
import type { Origin } from '../../domain/policy/layers';
import type { Platform, Provider } from '../../domain/policy/terms';

/** The reasons as a person is told them apart: a forced service is connected, or waits for them. */
export type Case = Exclude<ServiceReason, 'provider-forced'> | 'forced-connected' | 'forced-connect';

export function caseOf({ reason, state }: Pick<EffectiveService, 'reason' | 'state'>): Case {
  if (reason !== 'provider-forced') return reason;
  return state === 'connected' ? 'forced-connected' : 'forced-connect';
}

/** Where the Outlook that is used is a part of the reason. */
const dependsOnPlace: Readonly<Record<Case, boolean>> = {
  'integration-off': false,
  'mapi-locked': false,
  'mapi-locked-elsewhere': true,
  'mapi-locked-new-outlook': true,
  'forced-connected': false,
  'forced-connect': false,
  'member-chose': false,
  'nothing-chosen': false,
  'force-not-allowed': false,
  'choice-no-longer-allowed': false,
  'choice-not-here': true,
  'nothing-allowed': false,
  'nothing-allowed-here': true,
};

/** Who decided; of the account and of a group, whether it is locked. */
export type Who = 'product' | 'account' | 'accountLocked' | 'group' | 'groupLocked' | 'member' | 'platform';

export function whoOf({ level, locked }: Origin): Who {
  if (level === 'account') return locked ? 'accountLocked' : 'account';
  if (level === 'group') return locked ? 'groupLocked' : 'group';
  return level;
}

/** What the administrator took out of the member's hands: the service, its permissions, or both. */
export type Forced = 'both' | 'service' | 'permissions';

export interface Statement {
  readonly case: Case;
  /** The platform where it is a part of the reason. */
  readonly place: Platform | undefined;
  readonly who: Who;
  readonly forced: Forced | undefined;
  /** What the connected service does now, or that this version cannot connect to what may be chosen. */
  readonly does: 'mapi' | 'later' | 'notYet' | 'noneYet' | undefined;
}

/** @param isOffered whether this version can connect to a service */
export function statementOf(
  { service, permissions, platform }: Pick<EffectivePolicy, 'service' | 'permissions' | 'platform'>,
  isOffered: (provider: Provider) => boolean,
): Statement {
  const name = caseOf(service);
  const isForced = service.reason === 'provider-forced';
  const isFixed = permissions.origin.locked && service.state !== 'none' && service.state !== 'automatic';
  return {
    case: name,
    place: dependsOnPlace[name] ? platform : undefined,
    who: whoOf(service.origin),
    forced: isForced ? (isFixed ? 'both' : 'service') : isFixed ? 'permissions' : undefined,
    does: doesOf(service, isOffered),
  };
}

function doesOf(
  { state, provider, choices }: EffectiveService,
  isOffered: (provider: Provider) => boolean,
): Statement['does'] {
  if (state === 'choose') return choices.some(isOffered) ? undefined : 'noneYet';
  if (provider === null || state === 'automatic') return undefined;
  if (!isOffered(provider)) return state === 'connected' ? 'later' : 'notYet';
  return state === 'connected' && provider === 'mapi' ? 'mapi' : undefined;
}

/** Whether there is anything to choose or to connect. */
export const canConnect = ({ state }: Pick<EffectiveService, 'state'>): boolean =>
  state === 'choose' || state === 'connect';

/** Whether another service can be chosen in place of the one that is connected. */
export const canChange = ({ state, choices }: Pick<EffectiveService, 'state' | 'choices'>): boolean =>
  state === 'connected' && choices.length > 1;

/** What may be disconnected: what the member chose, wherever it works; nothing that is integrated by itself. */
export const toDisconnect = (
  { state }: Pick<EffectiveService, 'state'>,
  choice: MemberChoice | null,
): Provider | undefined => (state === 'automatic' || state === 'none' ? undefined : choice?.provider);

/** Whether the service's permissions are worth telling: where one is connected, integrated, or waits. */
export const showsPermissions = ({ state }: Pick<EffectiveService, 'state'>): boolean =>
  state === 'automatic' || state === 'connected' || state === 'connect';

/** A line of the list of services: one that may be chosen, or why it may not be. */
export type Offer =
  | { readonly name: Shown; readonly provider: Provider }
  | { readonly name: Shown; readonly refused: 'another' | 'exchangeNotHere' | 'notHere' };

/** The services as a person knows them; MAPI stands in the place of Exchange and has its name. */
export type Shown = 'exchange' | 'office365' | 'google';
const shown: readonly Shown[] = ['exchange', 'office365', 'google'];

export function offersOf({ service, platform }: Pick<EffectivePolicy, 'service' | 'platform'>): Offer[] {
  return shown.map((name): Offer => {
    const may = service.choices.find(
      (choice) => choice === name || (name === 'exchange' && choice === 'mapi'),
    );
    if (may !== undefined) return { name, provider: may };
    if (service.reason === 'provider-forced') return { name, refused: 'another' };
    const perhapsMapi = name === 'exchange' && platform !== 'windows-classic';
    return { name, refused: perhapsMapi ? 'exchangeNotHere' : 'notHere' };
  });
}
