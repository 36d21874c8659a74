/**
 * Signing in by leaving for Zoom in the same window: authorization code with PKCE, as in the pane.
 *
 * The verifier waits in this window's own storage; what comes back behind `#` is worth nothing without it. It is used
 * once, whatever comes back.
 */
import type { Session, SessionRequest } from '../api/backend';
import { ProductError } from '../domain/errors';
import { fingerprint, randomToken } from '../scheduling/secrets';
import { codeFrom, signInAnswerFrom } from '../scheduling/signInAnswer';
import type { Address, Notes } from './services';

/** What waits while the window is at Zoom. */
const VERIFIER = 'verifier';
const WHERE = 'where';

export interface RedirectOptions {
  readonly notes: Notes;
  readonly address: Address;
  /** This page's path, as the backend's list of pages to come back to has it. */
  readonly path: string;
  readonly signInUrl: (challenge: string, returnPath: string) => string;
  readonly openSession: (request: SessionRequest) => Promise<Session>;
  readonly leaveFor: (url: string) => void;
}

/** Leaves for Zoom. */
export async function leaveToSignIn(options: RedirectOptions): Promise<void> {
  const verifier = randomToken();
  options.notes.write(VERIFIER, verifier);
  options.notes.write(WHERE, options.address.read());
  options.leaveFor(options.signInUrl(await fingerprint(verifier), options.path));
}

/**
 * The session that the person came back with; undefined where they did not come from a sign-in.
 *
 * Rejects as the sign-in ended: `sign-in-cancelled`, `sign-in-refused`, `sign-in-expired`.
 */
export async function cameBack(options: RedirectOptions): Promise<Session | undefined> {
  const { notes, address } = options;
  const hash = address.read();
  if (!/^#(code|error)=/.test(hash)) return undefined;
  const verifier = notes.read(VERIFIER);
  notes.write(VERIFIER, undefined);
  // The code stands neither in the address nor in the history of this window any longer.
  address.write(notes.read(WHERE) ?? '', 'replace');
  notes.write(WHERE, undefined);
  const code = codeFrom(JSON.stringify(signInAnswerFrom(hash)));
  // Somebody else began this sign-in, or this window forgot that it did.
  if (verifier === undefined) throw new ProductError('sign-in-expired');
  return options.openSession({ code, verifier });
}
