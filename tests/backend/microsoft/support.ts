/** What the tests of signing in with Microsoft share: a backend that trusts a running Entra stand-in. */
import { Session } from '../../../src/api/backend';
import { MicrosoftTie } from '../../../src/api/microsoft';
import type { MicrosoftApplication } from '../../../src/backend/microsoft/application';
import type { BackendDependencies } from '../../../src/backend/server';
import type { RunningEntra } from '../../../src/sandbox/entra/server';
import type { Fetch } from '../../../src/zoom/http';
import { CLIENT_ID, TENANT, tokensOf } from '../../sandbox/entra/harness';
import type { Place } from '../policy/places';
import type { Caller } from '../policy/support';
import { Installation, ok } from '../policy/support';
import { Clock, type TestBackend } from '../support';
import type { Person } from '../zoomDouble';

/** Entra's longest: tokens that outlive a session with Zoom. */
export const TOKEN_LIFE_MS = 28 * 3_600_000;

/** Runs with the stand-in's time, and stands still unless it is moved. */
class EntraClock extends Clock {
  constructor() {
    super();
    this.advance(Math.ceil(Date.now() / 1000) * 1000 - this.now());
  }
}

/** Backends with the stand-in for their authority; every question to it is counted, and may go unanswered. */
export class MicrosoftInstallation {
  readonly questions: string[] = [];
  entraAnswers = true;

  private constructor(
    readonly people: Installation,
    readonly entra: RunningEntra,
    readonly clock: EntraClock,
  ) {}

  static async at(place: Place, entra: RunningEntra, changes: Partial<BackendDependencies> = {}) {
    const clock = new EntraClock();
    const made: { installation?: MicrosoftInstallation } = {};
    const people = await Installation.at(place, {
      microsoft: applicationOf(entra),
      now: clock.now,
      // Only the backend's way out: the double of Zoom stays for Zoom.
      fetch: (url, init) => made.installation?.ask(url, init) ?? Promise.reject(new Error('not yet')),
      ...changes,
    });
    const installation = new MicrosoftInstallation(people, entra, clock);
    made.installation = installation;
    return installation;
  }

  private readonly ask: Fetch = async (url, init) => {
    if (!url.startsWith(this.entra.url)) return this.people.world.zoom.fetch(url, init);
    this.questions.push(new URL(url).pathname);
    if (!this.entraAnswers) throw new TypeError('fetch failed');
    return fetch(url, init);
  };

  get backend(): TestBackend {
    return this.people.backends[0];
  }

  signedIn = (who: Person, backend: 0 | 1 = 0): Promise<Caller> => this.people.signedIn(who, backend);

  /** An access token of somebody at the stand-in. */
  tokenOf = async (person: string, tenant = TENANT): Promise<string> =>
    (await tokensOf(this.entra, person, { tenant })).access_token;

  /** Asks for a session with a token of Microsoft. */
  open = (accessToken: string, backend: 0 | 1 = 0) =>
    this.people.backends[backend].send({
      method: 'POST',
      url: '/api/session/microsoft',
      payload: { accessToken },
    });

  sessionWith = async (accessToken: string): Promise<Session> =>
    Session.parse(ok(await this.open(accessToken)).json());

  close = (): Promise<void> => this.people.close();
}

export const applicationOf = ({ url }: RunningEntra): MicrosoftApplication => ({
  clientId: CLIENT_ID,
  authority: url,
  tenants: [TENANT],
  signInTenant: TENANT,
});

export const tie = (caller: Caller, accessToken: string) =>
  caller.send('PUT', '/api/me/microsoft', { accessToken });

/** The name of the identity that is tied to a member; null: none. */
export const tiedTo = async (caller: Caller): Promise<string | null> =>
  MicrosoftTie.parse(ok(await caller.send('GET', '/api/me/microsoft')).json()).tied?.name ?? null;

/** A suite runs on every database; it makes an installation for each of its tests. */
export type Suite = (
  installation: (changes?: Partial<BackendDependencies>) => Promise<MicrosoftInstallation>,
) => void;
