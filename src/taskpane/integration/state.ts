/** What the integration shows, as data: the policy that holds, the page of the wizard, what was done and said. */
import type { MemberPolicy } from '../../api/ownPolicy';
import type { ProductError } from '../../domain/errors';
import type { MemberChoice } from '../../domain/policy/effective';
import type { Permissions, Provider } from '../../domain/policy/terms';
import { stepsOf, type StepName } from './registry';

/** A page of the wizard. */
export type Page =
  | { readonly name: 'services' }
  /** A service that may be chosen, but not connected in this version. */
  | { readonly name: 'later'; readonly provider: Provider }
  | StepPage;

export interface StepPage {
  readonly name: 'step';
  readonly provider: Provider;
  readonly step: StepName;
  /** Whether the next thing is Done. */
  readonly isLast: boolean;
  /** What was chosen on the page; undefined while nobody touched it. */
  readonly permissions: Permissions | undefined;
  /** The service is connected already, and only its permissions change. */
  readonly changes: boolean;
}

export type NewsName = 'changed' | 'connected' | 'disconnected' | 'permissions' | 'refused';

/** What happened last, for the line that is also heard; `id` tells two of the same apart. */
export interface News {
  readonly name: NewsName;
  readonly id: number;
}

export interface IntegrationState {
  /** Undefined until it is known. */
  readonly own: MemberPolicy | undefined;
  readonly error: ProductError | undefined;
  readonly working: 'connecting' | 'disconnecting' | undefined;
  /** Changes have not arrived for long. */
  readonly stale: boolean;
  /** Undefined: the wizard is not open. */
  readonly page: Page | undefined;
  /** The service that the person is asked about before it is disconnected. */
  readonly asksDisconnect: boolean;
  readonly news: News | undefined;
  /** The focus belongs to the section's heading now. */
  readonly arrives: boolean;
}

export const beginning: IntegrationState = {
  own: undefined,
  error: undefined,
  working: undefined,
  stale: false,
  page: undefined,
  asksDisconnect: false,
  news: undefined,
  arrives: false,
};

/** The page that comes after the choice of a service. */
export function firstPage(provider: Provider, changes = false): Page {
  const steps = stepsOf(provider);
  const [step] = steps;
  if (step === undefined) return { name: 'later', provider };
  return { name: 'step', provider, step, isLast: steps.length === 1, permissions: undefined, changes };
}

/** The page after this one, or before it; undefined where there is none. */
export function pageBeside(page: StepPage, way: 1 | -1): StepPage | undefined {
  const steps = stepsOf(page.provider);
  const at = steps.indexOf(page.step) + way;
  const step = steps[at];
  return step === undefined ? undefined : { ...page, step, isLast: at === steps.length - 1 };
}

/** Whether the page can stay open under what holds now. */
export function stillFits(page: Page, { policy: { service } }: MemberPolicy): boolean {
  if (page.name === 'services') return service.choices.length > 0;
  return service.choices.includes(page.provider);
}

/** The permissions that the page shows: those chosen on it, where they are left to the member. */
export const permissionsOn = ({ permissions }: StepPage, { policy }: MemberPolicy): Permissions =>
  permissions === undefined || policy.permissions.origin.locked ? policy.permissions.value : permissions;

/** What Done connects. Permissions that nobody chose stay as the administrator has them, also when those change. */
export function choiceOf(page: StepPage, { policy, choice }: MemberPolicy): MemberChoice {
  const chosen = page.permissions ?? choice?.permissions;
  if (chosen === undefined || policy.permissions.origin.locked) return { provider: page.provider };
  return { provider: page.provider, permissions: chosen };
}
