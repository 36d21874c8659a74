/**
 * Signing in with Microsoft as the pane does it, without its looks: what is offered, what a press does, what waits for
 * a sign-in to Zoom, and which session is opened again without asking.
 *
 * A token that the backend knows nobody for is kept in memory for ten minutes: whoever signs in to Zoom meanwhile is
 * signed in as both, so the identity is tied by itself and the pane says whose it is.
 */
import type { Session } from '../../api/backend';
import type { MicrosoftApplication, MicrosoftClient } from '../../api/microsoftClient';
import { ProductError, toProductError, type ErrorCode } from '../../domain/errors';
import type { Remembered } from './remembered';
import type { Asked, Tokens } from './tokens';

/** As long as a sign-in window may be open. */
export const IN_HAND_MS = 10 * 60_000;
/** A press that comes this soon after another one is meant for the window that is on its way. */
const SAME_PRESS_MS = 3_000;

export interface MicrosoftWorld {
  readonly backend: MicrosoftClient;
  readonly tokens: Tokens;
  readonly remembered: Remembered;
  session(): Session | undefined;
  keepSession(session: Session): void;
  onSessionChanged(listener: () => void): () => void;
  /** Runs what needs the member's session. */
  signedIn<T>(work: () => Promise<T>): Promise<T>;
  /** UTC milliseconds. */
  now(): number;
}

/** What of the pane it needs; the controller has it. */
export interface MicrosoftPane {
  /** Opens a session as a piece of the pane's work, then goes on with what its end had interrupted. */
  enter(open: () => unknown): Promise<void>;
  /** The identity with this name was tied by itself. */
  tiedByItself(name: string): void;
  tell(error: ProductError): void;
  /** Whether a window of Zoom is waited for, which takes the place of any other. */
  isSigningIn(): boolean;
}

export interface MicrosoftState {
  /** Undefined until it is known whether this is set up. */
  readonly offered: boolean | undefined;
  readonly working: 'signing-in' | 'tying' | 'untying' | undefined;
  readonly error: ProductError | undefined;
  /** Why a sign-in to Zoom has to come first; the rest happens by itself. */
  readonly needsZoom: 'not-tied' | 'consent-lost' | undefined;
  /** The identity that is tied to this member; null: none; undefined until it is known. */
  readonly tied: { readonly name: string } | null | undefined;
}

const usual: Asked = { fresh: false, chooses: false };

/** What to ask for after the backend said this of a token. */
const next: Partial<Record<ErrorCode, Asked>> = {
  'microsoft-refused': { fresh: true, chooses: false },
  'microsoft-elsewhere': { fresh: false, chooses: true },
  'microsoft-taken': { fresh: false, chooses: true },
};

const zoomFirst: Partial<Record<ErrorCode, MicrosoftState['needsZoom']>> = {
  'microsoft-not-tied': 'not-tied',
  'zoom-consent-lost': 'consent-lost',
};

export class MicrosoftAccount {
  private state: MicrosoftState = {
    offered: undefined,
    working: undefined,
    error: undefined,
    needsZoom: undefined,
    tied: undefined,
  };
  private readonly listeners = new Set<() => void>();
  private asking: Promise<MicrosoftApplication | null> | undefined;
  private how = usual;
  private inHand: { readonly accessToken: string; readonly until: number } | undefined;
  /** The press that counts; what an earlier one comes to is nobody's. */
  private press: { readonly at: number } | undefined;
  private memberId: string | undefined;
  private renewing: Promise<boolean> | undefined;
  /** Renewing failed: it is not tried again before somebody has signed in. */
  private gaveUp = false;
  private pane: MicrosoftPane | undefined;

  constructor(private readonly world: MicrosoftWorld) {
    this.memberId = world.session()?.member.id;
    world.onSessionChanged(() => void this.sessionChanged());
  }

  readonly snapshot = (): MicrosoftState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** The pane that shows it. */
  attach(pane: MicrosoftPane): void {
    this.pane = pane;
  }

  /** Finds out whether it is set up here. What cannot be known is not offered. */
  readonly look = async (): Promise<void> => {
    const application = await this.application().catch(() => null);
    this.set({ offered: application !== null });
  };

  /** Finds out what is tied, too; for somebody who is signed in. */
  readonly lookAtTie = async (): Promise<void> => {
    await this.look();
    if (!this.state.offered) return;
    if (!this.state.working) this.set({ error: undefined });
    try {
      this.set({ tied: await this.world.signedIn(() => this.world.backend.tie()) });
    } catch (thrown) {
      this.set({ error: toProductError(thrown) });
    }
  };

  /** Pressed again while a window is waited for, opens another one: not every client tells that a person closed it. */
  readonly signIn = (): Promise<void> =>
    this.run('signing-in', async (isLatest) => {
      const accessToken = await this.token();
      if (!isLatest()) return;
      const session = await this.opened(accessToken);
      if (!session || !isLatest()) return;
      this.world.remembered.write(session.member.id);
      this.set({ working: undefined });
      const keep = () => this.world.keepSession(session);
      await (this.pane ? this.pane.enter(keep) : keep());
    });

  /** Ties the person's Microsoft identity to the member who is signed in. */
  readonly tie = (): Promise<void> =>
    this.run('tying', async (isLatest) => {
      const accessToken = await this.token();
      if (isLatest()) await this.tieWith(accessToken);
    });

  readonly untie = (): Promise<void> =>
    this.run('untying', async () => {
      await this.world.signedIn(() => this.world.backend.removeTie());
      this.world.remembered.write(undefined);
      this.set({ tied: null });
    });

  /**
   * Opens a session in the place of one that has ended, without anybody seeing it: only for whom Microsoft opened one
   * here before, and only by Outlook itself. Never rejects.
   *
   * @param isWanted asked last: nobody wants a session that comes too late
   * @returns whether there is one now
   */
  readonly renew = (isWanted: () => boolean): Promise<boolean> => {
    this.renewing ??= this.renewed(isWanted)
      .catch(() => false)
      .then((isThere) => {
        this.renewing = undefined;
        this.gaveUp = !isThere;
        return isThere;
      });
    return this.renewing;
  };

  private async renewed(isWanted: () => boolean): Promise<boolean> {
    const memberId = this.world.remembered.read();
    if (this.gaveUp || memberId === undefined) return false;
    const application = await this.application();
    if (!application) return false;
    const session = await this.world.backend.openSession(await this.world.tokens.unseen(application));
    // Outlook may be signed in as somebody else by now.
    if (session.member.id !== memberId || !isWanted() || this.world.session()) return false;
    this.world.keepSession(session);
    return true;
  }

  private async token(): Promise<string> {
    const application = await this.application();
    if (!application) throw new ProductError('microsoft-off');
    const how = this.how;
    this.how = usual;
    return this.world.tokens.ask(application, how);
  }

  /** The session for this token; undefined where Zoom has to come first, which is kept and shown. */
  private async opened(accessToken: string): Promise<Session | undefined> {
    try {
      return await this.world.backend.openSession(accessToken);
    } catch (thrown) {
      const { code } = toProductError(thrown);
      const needsZoom = zoomFirst[code];
      if (needsZoom === undefined) throw thrown;
      this.inHand = { accessToken, until: this.world.now() + IN_HAND_MS };
      this.set({ needsZoom });
      return undefined;
    }
  }

  private async tieWith(accessToken: string): Promise<string> {
    const tied = await this.world.signedIn(() => this.world.backend.changeTie(accessToken));
    this.world.remembered.write(this.world.session()?.member.id);
    this.set({ tied });
    return tied?.name ?? '';
  }

  /** Somebody signed in or out, in any frame. */
  private async sessionChanged(): Promise<void> {
    const memberId = this.world.session()?.member.id;
    if (memberId === this.memberId) return;
    this.memberId = memberId;
    this.set({ tied: undefined });
    if (memberId === undefined) return;
    this.gaveUp = false;
    if (this.world.remembered.read() !== memberId) this.world.remembered.write(undefined);
    const { needsZoom } = this.state;
    const held = this.inHand;
    this.press = undefined;
    this.inHand = undefined;
    this.set({ working: undefined, error: undefined, needsZoom: undefined });
    if (held && needsZoom && held.until > this.world.now()) await this.settle(held.accessToken, needsZoom);
  }

  /** The person is signed in as both now. */
  private async settle(accessToken: string, waited: MicrosoftState['needsZoom']): Promise<void> {
    try {
      if (waited === 'not-tied') this.pane?.tiedByItself(await this.tieWith(accessToken));
      // It is tied already; to whom the backend knows.
      else if (await this.world.signedIn(() => this.world.backend.tie())) {
        this.world.remembered.write(this.world.session()?.member.id);
      }
    } catch (thrown) {
      const error = toProductError(thrown);
      this.how = next[error.code] ?? usual;
      this.pane?.tell(error);
    }
  }

  /** Asked once; what failed is asked again. */
  private application(): Promise<MicrosoftApplication | null> {
    this.asking ??= this.world.backend.application().catch((thrown: unknown) => {
      this.asking = undefined;
      throw thrown;
    });
    return this.asking;
  }

  private async run(
    working: NonNullable<MicrosoftState['working']>,
    task: (isLatest: () => boolean) => Promise<void>,
  ): Promise<void> {
    const at = this.world.now();
    if (this.press && (this.state.working !== working || at - this.press.at < SAME_PRESS_MS)) return;
    const press = { at };
    this.press = press;
    this.inHand = undefined;
    const isLatest = () => this.press === press;
    this.set({ working, error: undefined, needsZoom: undefined });
    try {
      await task(isLatest);
    } catch (thrown) {
      if (!isLatest()) return;
      const error = toProductError(thrown);
      this.how = next[error.code] ?? usual;
      const gaveWay = error.code === 'microsoft-cancelled' && this.pane?.isSigningIn() === true;
      if (!gaveWay) this.set({ error });
    }
    if (!isLatest()) return;
    this.press = undefined;
    this.set({ working: undefined });
  }

  private set(change: Partial<MicrosoftState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}
