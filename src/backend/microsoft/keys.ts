/**
 * The signing keys of the tenants, kept in this process. Entra exchanges its keys without notice: a token with a key
 * that is not known makes this look again, but not more often than once in a while, whoever makes keys up. A key that
 * is no longer published is forgotten with the next look, at the latest an hour later. While the authority does not
 * answer, the known keys go on, for a day.
 */
import { ProductError } from '../../domain/errors';
import type { SigningKey } from './token';

/** Keys older than this are asked for again before they are used. */
export const FRESH_MS = 60 * 60_000;
/** Keys older than this are not used, even if the authority does not answer. */
export const FORGOTTEN_MS = 24 * 60 * 60_000;
/** After an answer, the next question comes no sooner. */
export const LOOK_AGAIN_MS = 60_000;
/** After none, likewise. */
export const TRY_AGAIN_MS = 5000;

export interface SigningKeys {
  /**
   * The tenant's key of this name; undefined: the tenant has none of this name.
   *
   * @throws ProductError `microsoft-unreachable` when that cannot be known at present
   */
  find(tenantId: string, kid: string): Promise<SigningKey | undefined>;
}

export interface SigningKeysOptions {
  readonly fetchKeys: (tenantId: string) => Promise<readonly SigningKey[]>;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly onFailed: (error: unknown) => void;
}

interface Known {
  keys: readonly SigningKey[];
  /** When they were published, as far as is known; undefined: never yet. */
  at: number | undefined;
  /** The last question. */
  asked: { at: number; answered: boolean } | undefined;
  /** The question that is under way; whoever comes meanwhile waits for the same answer. */
  asking: Promise<void> | undefined;
}

export function createSigningKeys({ fetchKeys, now, onFailed }: SigningKeysOptions): SigningKeys {
  const tenants = new Map<string, Known>();
  const knownOf = (tenantId: string): Known => {
    const known = tenants.get(tenantId) ?? { keys: [], at: undefined, asked: undefined, asking: undefined };
    tenants.set(tenantId, known);
    return known;
  };
  const isOlder = (at: number | undefined, than: number) => at === undefined || now() - at >= than;
  const named = ({ keys }: Known, kid: string) => keys.find((key) => key.kid === kid);

  const mayAsk = ({ asked }: Known) =>
    asked === undefined || isOlder(asked.at, asked.answered ? LOOK_AGAIN_MS : TRY_AGAIN_MS);

  async function ask(known: Known, tenantId: string): Promise<void> {
    const at = now();
    try {
      known.keys = await fetchKeys(tenantId);
      known.at = at;
      known.asked = { at, answered: true };
    } catch (error) {
      known.asked = { at: now(), answered: false };
      onFailed(error);
    }
  }

  return {
    async find(tenantId, kid) {
      const known = knownOf(tenantId);
      if (isOlder(known.at, FRESH_MS) || named(known, kid) === undefined) {
        if (known.asking === undefined && mayAsk(known))
          known.asking = ask(known, tenantId).finally(() => (known.asking = undefined));
        await known.asking;
      }
      if (isOlder(known.at, FORGOTTEN_MS)) throw new ProductError('microsoft-unreachable');
      const key = named(known, kid);
      // It may be a new one: only the authority could tell.
      if (key === undefined && known.asked?.answered === false)
        throw new ProductError('microsoft-unreachable');
      return key;
    },
  };
}
