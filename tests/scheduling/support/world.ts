/** A form, a backend and the use cases' dependencies, for tests of the use cases. */
import { exclusiveOver } from '../../../src/scheduling/exclusive';
import type { SchedulingDependencies } from '../../../src/scheduling/types';
import { FakeBackend } from './backend';
import { type FormFields, newForm, NOW, windowOn } from './appointment';

export function newWorld(fields: Partial<FormFields> = {}) {
  const form = newForm(fields);
  const backend = new FakeBackend();
  let claims = 0;
  const deps: SchedulingDependencies = {
    meetings: backend,
    now: () => NOW,
    newClaim: () => `claim-${String(++claims).padStart(6, '0')}`,
    exclusively: exclusiveOver(undefined, 'test'),
    language: 'en-US',
  };
  return { form, item: windowOn(form), backend, deps };
}

/** Lets everything that waits for nothing but promises run. */
export const settle = () => new Promise<void>((resolve) => setImmediate(resolve));
