/**
 * Signing in with Microsoft: what the pane has to know, tying an identity to a member, and opening a session with it.
 *
 * A tie says who is who, nothing more; what may be done at Zoom hangs on Zoom's consent. Signing out of the last
 * session gives that back, tied or not: otherwise an Outlook that is always signed in to Microsoft would undo every
 * signing out without a word. The tie stays, so signing in to Zoom once more is all that is needed. A session that
 * merely ended (12 hours without use) leaves the consent here, and Microsoft opens the next one.
 */
import type { Member, Session } from '../../api/backend';
import type { MicrosoftSignIn, MicrosoftTie } from '../../api/microsoft';
import { ProductError } from '../../domain/errors';
import type { MicrosoftTies } from '../database/microsoftTies';
import type { MemberKey } from '../member';
import type { Sessions } from '../sessions';
import type { TokenKeeper } from '../zoomTokens';
import type { Fetch, Timer } from '../../zoom/http';
import { systemTimer } from '../../zoom/system';
import { issuerOf, signInWith, type MicrosoftApplication } from './application';
import { createMicrosoftIdentities, type MicrosoftIdentities } from './identities';
import { createSigningKeys } from './keys';
import { fetchKeys } from './metadata';

export interface MicrosoftRoom {
  /** What the pane has to know. */
  readonly signIn: MicrosoftSignIn;
  /** @throws ProductError as `MicrosoftIdentities.of`; `microsoft-not-tied`, `zoom-consent-lost`, `microsoft-off` */
  open(accessToken: string): Promise<Session>;
  tieOf(member: MemberKey): Promise<MicrosoftTie>;
  /** @throws ProductError as `MicrosoftIdentities.of`; `microsoft-taken`, `microsoft-off` */
  tie(member: MemberKey, accessToken: string): Promise<MicrosoftTie>;
  /** Fine where there was none. */
  untie(member: MemberKey): Promise<void>;
}

export interface MicrosoftRoomOptions {
  /** Undefined: not set up here. */
  readonly setUp:
    { readonly application: MicrosoftApplication; readonly identities: MicrosoftIdentities } | undefined;
  readonly ties: MicrosoftTies;
  readonly sessions: Pick<Sessions, 'open'>;
  readonly keeper: Pick<TokenKeeper, 'holds'>;
  readonly findMember: (key: MemberKey) => Promise<Member | undefined>;
  /** UTC milliseconds. */
  readonly now: () => number;
}

export function createMicrosoftRoom(options: MicrosoftRoomOptions): MicrosoftRoom {
  const { setUp, ties, sessions, keeper, findMember, now } = options;
  const identityOf = (accessToken: string) => on().identities.of(accessToken);
  function on() {
    if (setUp === undefined) throw new ProductError('microsoft-off');
    return setUp;
  }

  return {
    signIn: signInWith(setUp?.application),

    async open(accessToken) {
      const key = await ties.memberOf(await identityOf(accessToken));
      const member = key && (await findMember(key));
      if (key === undefined || member === undefined) throw new ProductError('microsoft-not-tied');
      if (!(await keeper.holds(key))) throw new ProductError('zoom-consent-lost');
      return sessions.open(member);
    },

    async tieOf(member) {
      on();
      const name = await ties.nameFor(member);
      return { tied: name === undefined ? null : { name } };
    },

    async tie(member, accessToken) {
      const identity = await identityOf(accessToken);
      if (!(await ties.tie(member, identity, new Date(now())))) throw new ProductError('microsoft-taken');
      return { tied: { name: identity.name } };
    },

    async untie(member) {
      on();
      await ties.untie(member);
    },
  };
}

export interface AskingMicrosoft {
  readonly fetch: Fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly timer?: Timer;
  /** Told of what went wrong while keys were asked for. */
  readonly onFailed: (error: unknown) => void;
}

/** Proves tokens by the keys that the application's authority publishes. */
export function microsoftIdentities(
  application: MicrosoftApplication,
  { fetch, now, timer = systemTimer, onFailed }: AskingMicrosoft,
): MicrosoftIdentities {
  const keys = createSigningKeys({
    fetchKeys: (tenantId) => fetchKeys({ fetch, timer }, issuerOf(application, tenantId)),
    now,
    onFailed,
  });
  return createMicrosoftIdentities({ application, keys, now });
}
