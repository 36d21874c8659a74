/**
 * Which pages connect which service: after the service was chosen, these come one after the other, and the last one
 * has Done. A new provider's pages: a name in `stepNames` for each that is new, its component in `pages.tsx`, and its
 * line here. Neither compiles without the other.
 */
import type { Provider } from '../../domain/policy/terms';

/** Every page that a service can have. */
export const stepNames = ['permissions'] as const;
export type StepName = (typeof stepNames)[number];

/** The pages of each service; `later`: this version cannot connect to it yet, and says so. */
export const providerSteps: Readonly<Record<Provider, readonly StepName[] | 'later'>> = {
  mapi: ['permissions'],
  exchange: 'later',
  office365: 'later',
  google: 'later',
};

/** Whether this version can connect to the service. */
export const isOffered = (provider: Provider): boolean => providerSteps[provider] !== 'later';

/** The pages of the service; none where it cannot be connected yet. */
export function stepsOf(provider: Provider): readonly StepName[] {
  const steps = providerSteps[provider];
  return steps === 'later' ? [] : steps;
}
