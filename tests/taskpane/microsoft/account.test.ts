/** Signing in with Microsoft as the pane does it: presses, what waits for Zoom, and sessions that are opened unseen. */
import type { Session } from '../../../src/api/backend';
import type { MicrosoftApplication } from '../../../src/api/microsoftClient';
import { ProductError, type ErrorCode } from '../../../src/domain/errors';
import { IN_HAND_MS, MicrosoftAccount } from '../../../src/taskpane/microsoft/account';
import { rememberedMember } from '../../../src/taskpane/microsoft/remembered';
import type { Asked } from '../../../src/taskpane/microsoft/tokens';
import { keptText, session, settled } from '../support/world';

const NAME = 'organizer@example.test';
const other: Session = { ...session, token: 'other', member: { ...session.member, id: 'other' } };

class Place {
  application: MicrosoftApplication | null = {
    clientId: 'c',
    authority: 'https://login.example.test',
    scope: 's',
  };
  session: Session | undefined;
  /** The member for whom the token's identity is tied. */
  tied: Session | undefined;
  refusal: ErrorCode | undefined;
  gate: Promise<unknown> = Promise.resolve();
  clock = 1_000_000;
  signingInToZoom = false;
  readonly asked: (Asked | 'unseen')[] = [];
  readonly acts: string[] = [];
  readonly remembered = rememberedMember(keptText());
  private heard: () => void = () => undefined;

  readonly account = new MicrosoftAccount({
    backend: {
      application: () => Promise.resolve(this.application),
      openSession: async () => {
        this.refuse();
        if (!this.tied) throw new ProductError('microsoft-not-tied');
        return Promise.resolve(this.tied);
      },
      tie: () => Promise.resolve(this.tied ? { name: NAME } : null),
      changeTie: async () => {
        this.acts.push(`tie to ${this.session?.member.id ?? 'nobody'}`);
        this.refuse();
        this.tied = this.session;
        return Promise.resolve({ name: NAME });
      },
      removeTie: () => {
        this.tied = undefined;
        return Promise.resolve();
      },
    },
    tokens: {
      ask: async (_, how) => {
        this.asked.push(how);
        await this.gate;
        return 'token';
      },
      unseen: async () => {
        this.asked.push('unseen');
        await this.gate;
        return 'token';
      },
    },
    remembered: this.remembered,
    session: () => this.session,
    keepSession: (kept) => this.enter(kept),
    onSessionChanged: (listener) => {
      this.heard = listener;
      return () => undefined;
    },
    signedIn: (work) => work(),
    now: () => this.clock,
  });

  constructor() {
    this.account.attach({
      enter: async (open) => {
        this.acts.push('enter');
        await open();
      },
      tiedByItself: (name) => this.acts.push(`say that ${name} is tied`),
      tell: ({ code }) => this.acts.push(`tell ${code}`),
      isSigningIn: () => this.signingInToZoom,
    });
  }

  private refuse(): void {
    if (this.refusal) throw new ProductError(this.refusal);
  }

  /** Somebody signs in or out, in whatever way. */
  enter(kept: Session | undefined): void {
    this.session = kept;
    this.heard();
  }

  state = () => this.account.snapshot();
}

let place: Place;
beforeEach(() => {
  place = new Place();
});

describe('signing in', () => {
  test('is offered only where it is set up', async () => {
    await place.account.look();
    expect(place.state().offered).toBe(true);
    const without = new Place();
    without.application = null;
    await without.account.look();
    expect(without.state().offered).toBe(false);
  });

  test('opens the session of the member to whom the account is tied, and remembers that', async () => {
    place.tied = session;
    await place.account.signIn();
    expect(place.session).toBe(session);
    expect(place.acts).toEqual(['enter']);
    expect(place.remembered.read()).toBe(session.member.id);
    expect(place.state()).toMatchObject({ working: undefined, error: undefined });
  });

  test('with an account that is not tied waits for Zoom, then ties it by itself and says so', async () => {
    await place.account.signIn();
    expect(place.state()).toMatchObject({ needsZoom: 'not-tied', error: undefined, working: undefined });
    place.enter(session);
    await settled();
    expect(place.acts).toEqual(['tie to u', `say that ${NAME} is tied`]);
    expect(place.tied).toBe(session);
    expect(place.remembered.read()).toBe('u');
    expect(place.state().needsZoom).toBeUndefined();
  });

  test('does not tie an account that was waiting for too long', async () => {
    await place.account.signIn();
    place.clock += IN_HAND_MS;
    place.enter(session);
    await settled();
    expect(place.acts).toEqual([]);
  });

  test('after Zoom took its consent back waits for Zoom, and has nothing to tie then', async () => {
    place.tied = session;
    place.refusal = 'zoom-consent-lost';
    await place.account.signIn();
    expect(place.state()).toMatchObject({ needsZoom: 'consent-lost', error: undefined });
    place.enter(session);
    await settled();
    expect(place.acts).toEqual([]);
    expect(place.remembered.read()).toBe('u');
  });

  test('tells when the account turns out to be tied to another member', async () => {
    await place.account.signIn();
    place.refusal = 'microsoft-taken';
    place.enter(session);
    await settled();
    expect(place.acts).toEqual(['tie to u', 'tell microsoft-taken']);
  });

  test.each<[ErrorCode, Asked]>([
    ['microsoft-refused', { fresh: true, chooses: false }],
    ['microsoft-elsewhere', { fresh: false, chooses: true }],
    ['microsoft-unreachable', { fresh: false, chooses: false }],
  ])('after %s says so, and asks accordingly at the next press', async (code, how) => {
    place.tied = session;
    place.refusal = code;
    await place.account.signIn();
    expect(place.state().error?.code).toBe(code);
    place.refusal = undefined;
    await place.account.signIn();
    expect(place.asked.at(-1)).toEqual(how);
    expect(place.session).toBe(session);
  });

  test('pressed twice at once opens one window; pressed again later another one, whose answer counts', async () => {
    let release: () => void = () => undefined;
    place.gate = new Promise<void>((resolve) => (release = resolve));
    place.tied = session;
    const first = place.account.signIn();
    await place.account.signIn();
    await settled();
    expect(place.asked).toHaveLength(1);
    place.clock += 3_001;
    const second = place.account.signIn();
    await settled();
    expect(place.asked).toHaveLength(2);
    release();
    await Promise.all([first, second]);
    expect(place.acts).toEqual(['enter']);
  });

  test('whose window gave way to one of Zoom is no error', async () => {
    place.gate = Promise.reject(new ProductError('microsoft-cancelled'));
    place.signingInToZoom = true;
    await place.account.signIn();
    expect(place.state()).toMatchObject({ error: undefined, working: undefined });
    place.signingInToZoom = false;
    await place.account.signIn();
    expect(place.state().error?.code).toBe('microsoft-cancelled');
  });
});

describe('the settings', () => {
  beforeEach(() => {
    place.enter(session);
    place.acts.length = 0;
  });

  test('tell whose account is tied, tie one and take it away', async () => {
    await place.account.lookAtTie();
    expect(place.state().tied).toBeNull();
    await place.account.tie();
    expect(place.state().tied).toEqual({ name: NAME });
    expect(place.remembered.read()).toBe('u');
    await place.account.untie();
    expect(place.state().tied).toBeNull();
    expect(place.remembered.read()).toBeUndefined();
  });

  test('say what went wrong, and let another account be chosen', async () => {
    place.refusal = 'microsoft-taken';
    await place.account.tie();
    expect(place.state().error?.code).toBe('microsoft-taken');
    await place.account.tie();
    expect(place.asked.at(-1)).toMatchObject({ chooses: true });
  });

  test('forget whose it was when another person signs in', async () => {
    await place.account.tie();
    place.enter(other);
    expect(place.state().tied).toBeUndefined();
    expect(place.remembered.read()).toBeUndefined();
  });
});

describe('a session that has ended', () => {
  const wanted = () => true;

  test('is opened again unseen for whom Microsoft opened one here before', async () => {
    place.tied = session;
    place.remembered.write('u');
    expect(await place.account.renew(wanted)).toBe(true);
    expect(place.session).toBe(session);
    expect(place.asked).toEqual(['unseen']);
  });

  test('is left alone where nobody used Microsoft here', async () => {
    place.tied = session;
    expect(await place.account.renew(wanted)).toBe(false);
    expect(place.asked).toEqual([]);
  });

  test('is not opened for another person, nor where it comes too late', async () => {
    place.tied = other;
    place.remembered.write('u');
    expect(await place.account.renew(wanted)).toBe(false);
    const late = new Place();
    late.tied = session;
    late.remembered.write('u');
    expect(await late.account.renew(() => false)).toBe(false);
    expect([place.session, late.session]).toEqual([undefined, undefined]);
  });

  test('is tried once, for all who ask at that time; after it failed only when somebody has signed in again', async () => {
    place.remembered.write('u');
    place.refusal = 'microsoft-unreachable';
    await Promise.all([place.account.renew(wanted), place.account.renew(wanted)]);
    expect(await place.account.renew(wanted)).toBe(false);
    expect(place.asked).toEqual(['unseen']);
    place.refusal = undefined;
    place.tied = session;
    place.enter(session);
    place.enter(undefined);
    expect(await place.account.renew(wanted)).toBe(true);
  });
});
