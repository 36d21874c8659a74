/** From an access token to the person at Microsoft that it stands for, or to the error that says why to none. */
import { ProductError } from '../../domain/errors';
import type { MicrosoftApplication } from './application';
import type { SigningKeys } from './keys';
import { identityIn, isRefused, outlineOf, type MicrosoftIdentity, type Refusal } from './token';

export interface MicrosoftIdentities {
  /** @throws ProductError `microsoft-refused`, `microsoft-elsewhere`, `microsoft-unreachable` */
  of(accessToken: string): Promise<MicrosoftIdentity>;
}

export interface MicrosoftIdentitiesOptions {
  readonly application: MicrosoftApplication;
  readonly keys: SigningKeys;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export function createMicrosoftIdentities(options: MicrosoftIdentitiesOptions): MicrosoftIdentities {
  const { application, keys, now } = options;
  return {
    async of(accessToken) {
      const outline = outlineOf(accessToken, application);
      if (isRefused(outline)) throw errorFor(outline.refused);
      const key = await keys.find(outline.tenantId, outline.kid);
      if (key === undefined) throw errorFor('key');
      const outcome = await identityIn(accessToken, outline, key, application, now());
      if (isRefused(outcome)) throw errorFor(outcome.refused);
      return outcome;
    },
  };
}

const errorFor = (why: Refusal): ProductError =>
  why === 'tenant'
    ? new ProductError('microsoft-elsewhere')
    : new ProductError('microsoft-refused', { reason: why });
