/**
 * How the pane comes to an access token of Entra's: by Outlook itself where that can (nested app authentication), else
 * by a window. What fails in Outlook's own way is tried in the window, unless the person said no or nothing answers:
 * an administrator may have registered the one and not the other.
 *
 * All promises reject with a `ProductError`.
 */
import type { MicrosoftApplication } from '../../api/microsoftClient';
import { ProductError, type ErrorCode } from '../../domain/errors';
import { tokenFrom } from './answer';
import { failureOf, needsPerson } from './failures';
import type { Nested } from './msal';

/** How long Outlook may take to say whether it can, and over a token that nobody is asked for. */
export const HOST_LIMIT_MS = 8_000;

export interface TokenWorld {
  /** Whether Outlook says that it fetches tokens itself. */
  readonly claimsNested: () => boolean;
  /** Fetches MSAL and asks for the bridge; undefined: there is none. */
  readonly nested: (application: MicrosoftApplication) => Promise<Nested | undefined>;
  /** Opens our page that goes to Entra, and waits for what it says. */
  readonly openWindow: (how: { readonly chooses: boolean }) => Promise<string>;
  /** Rejects with this error when the promise takes longer. */
  readonly within: <T>(limitMs: number, promise: Promise<T>, error: ProductError) => Promise<T>;
}

/** What the last token met. */
export interface Asked {
  /** The backend did not take the last one for what it is: a kept one would meet the same. */
  readonly fresh: boolean;
  /** The last one was another account's than wanted: only the window lets the person choose. */
  readonly chooses: boolean;
}

export interface Tokens {
  /** By whatever way there is; the person may be asked. */
  ask(application: MicrosoftApplication, how: Asked): Promise<string>;
  /** From Outlook alone, without the person seeing anything of it. */
  unseen(application: MicrosoftApplication): Promise<string>;
}

/** Where Outlook's own way ends so, the window would end the same. */
const final: ReadonlySet<ErrorCode> = new Set(['microsoft-cancelled', 'microsoft-unreachable', 'offline']);

export function createTokens(world: TokenWorld): Tokens {
  const silent = () => new ProductError('microsoft-unreachable', { reason: 'Outlook does not answer' });

  async function bridge(application: MicrosoftApplication): Promise<Nested | undefined> {
    if (!world.claimsNested()) return undefined;
    return world.within(HOST_LIMIT_MS, world.nested(application), silent()).catch(() => undefined);
  }

  /** Undefined: another way has to be gone. */
  async function byOutlook(own: Nested, fresh: boolean): Promise<string | undefined> {
    try {
      const token = world.within(HOST_LIMIT_MS, own.silent(fresh), silent());
      return await token.catch((thrown: unknown) => {
        if (needsPerson(thrown)) return own.withPerson();
        throw thrown;
      });
    } catch (thrown) {
      const failure = failureOf(thrown);
      if (final.has(failure.code)) throw failure;
      return undefined;
    }
  }

  async function byWindow(chooses: boolean): Promise<string> {
    try {
      return tokenFrom(await world.openWindow({ chooses }));
    } catch (thrown) {
      const failure = failureOf(thrown);
      throw failure.code === 'sign-in-cancelled'
        ? new ProductError('microsoft-cancelled', {}, { cause: thrown })
        : failure;
    }
  }

  return {
    async ask(application, { fresh, chooses }) {
      const own = chooses ? undefined : await bridge(application);
      return (own && (await byOutlook(own, fresh))) ?? byWindow(chooses);
    },
    async unseen(application) {
      const own = await bridge(application);
      if (!own) throw new ProductError('microsoft-not-allowed', { reason: 'Outlook has no bridge' });
      return world.within(HOST_LIMIT_MS, own.silent(false), silent()).catch((thrown: unknown) => {
        throw failureOf(thrown);
      });
    },
  };
}
