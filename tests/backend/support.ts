/** What the backend's tests share: a backend on a database in memory, a clock that stands, Zoom's double, a log. */
import { sql } from 'kysely';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { IDEMPOTENCY_HEADER, Problem, Session } from '../../src/api/backend';
import { openDatabase, IN_MEMORY, type OpenDatabase } from '../../src/backend/database/open';
import { createLogger } from '../../src/backend/logging';
import { createSecrets, generateKey } from '../../src/backend/secrets';
import { buildServer, type Backend, type BackendDependencies } from '../../src/backend/server';
import { challengeOf, newToken } from '../../src/backend/tokens';
import type { MeetingRequest } from '../../src/domain/meeting';
import {
  API_URL,
  CLIENT_ID,
  CLIENT_SECRET,
  OAUTH_URL,
  ORGANIZER,
  ZoomDouble,
  type Person,
} from './zoomDouble';

// The embedded database takes seconds to begin with, and more on a busy machine.
jest.setTimeout(60_000);

export const BASE_URL = 'https://backend.test';

/** Time that moves only by `advance` and by sleeping. */
export class Clock {
  private time = Date.parse('2026-11-20T08:00:00Z');
  readonly now = (): number => this.time;
  readonly sleep = async (milliseconds: number): Promise<void> => {
    this.time += milliseconds;
    // Others get to work meanwhile: nobody's patience ends only because this clock is fast.
    for (let turn = 0; turn < 5; turn += 1) await nextTurn();
  };
  advance(milliseconds: number): void {
    this.time += milliseconds;
  }
}

/** Lets everything that is ready to run do so. */
export const nextTurn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** For `ZoomDouble.before`: Zoom takes its time, so that whatever else is to happen meanwhile does. */
export async function slowly(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1) await nextTurn();
}

export const openInMemory = (): Promise<OpenDatabase> => openDatabase({ directory: IN_MEMORY });

export async function emptyDatabase({ database }: OpenDatabase): Promise<void> {
  // The history cannot be emptied, as long as its trigger watches.
  await sql`alter table policy_history disable trigger all`.execute(database);
  await sql`truncate members, zoom_tokens, sign_in_states, sign_in_codes, sessions, made_meetings, shared_appointments,
    member_settings, accounts, people, policy_groups, group_members, calendar_choices, platforms_seen, policy_history,
    microsoft_ties`.execute(database);
  await sql`alter table policy_history enable trigger all`.execute(database);
}

/** One key for all backends of a test file, as several processes of one installation share it. */
const KEY = generateKey();

export class World {
  readonly clock = new Clock();
  readonly zoom = new ZoomDouble(this.clock.now);
  readonly log: string[] = [];

  constructor(readonly open: OpenDatabase) {}

  /** A backend in this world; several stand for several processes on the same database. */
  async backend(changes: Partial<BackendDependencies> = {}): Promise<TestBackend> {
    const built = await buildServer({
      open: this.open,
      secrets: createSecrets(KEY),
      zoom: { clientId: CLIENT_ID, clientSecret: CLIENT_SECRET, apiUrl: API_URL, oauthUrl: OAUTH_URL },
      baseUrl: () => BASE_URL,
      publicHttps: false,
      logger: createLogger('trace', { write: (line) => void this.log.push(line) }),
      version: '1.2.3',
      fetch: this.zoom.fetch,
      now: this.clock.now,
      sleep: this.clock.sleep,
      // Time stands here, so nothing takes too long.
      timer: () => () => undefined,
      rateLimits: {
        perSession: 10_000,
        costlyPerSession: 10_000,
        perAddress: 10_000,
        failuresPerAddress: 10_000,
        renewalsPerMember: 10_000,
      },
      ...changes,
    });
    return new TestBackend(built, this);
  }
}

export class TestBackend {
  constructor(
    readonly built: Backend,
    readonly world: World,
  ) {}

  /** A request as it is; no session unless its headers have one. */
  send(options: InjectOptions): Promise<LightMyRequestResponse> {
    return this.built.app.inject(options);
  }

  /** A request with a session. */
  as(
    token: string,
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    payload?: object,
    headers = {},
  ) {
    return this.send({
      method,
      url,
      headers: { authorization: `Bearer ${token}`, ...headers },
      ...(payload === undefined ? {} : { payload }),
    });
  }

  create(token: string, claim: string, request: MeetingRequest = REQUEST) {
    return this.as(token, 'POST', '/api/meetings', request, { [IDEMPOTENCY_HEADER]: claim });
  }

  /** The first half of a sign-in: the dialog goes to Zoom. */
  async begin(challenge: string, returnPath = '/dialog.html'): Promise<string> {
    const query = new URLSearchParams({ challenge, return: returnPath });
    const started = await this.send({ method: 'GET', url: `/auth/zoom/start?${query.toString()}` });
    return locationOf(started);
  }

  /** The way back: the fragment that the dialog's page gets. */
  async comeBack(answer: Record<string, string>): Promise<{ path: string; fragment: URLSearchParams }> {
    const query = new URLSearchParams(answer);
    const back = await this.send({ method: 'GET', url: `/auth/zoom/callback?${query.toString()}` });
    const [path = '', fragment = ''] = locationOf(back).split('#');
    return { path, fragment: new URLSearchParams(fragment) };
  }

  /** The whole sign-in. */
  async signIn(who: Person = ORGANIZER): Promise<Session> {
    const verifier = newToken();
    const consented = this.world.zoom.consent(await this.begin(challengeOf(verifier)), who);
    const { fragment } = await this.comeBack({ ...consented });
    const opened = await this.send({
      method: 'POST',
      url: '/api/session',
      payload: { code: fragment.get('code'), verifier },
    });
    return Session.parse(opened.json());
  }
}

export const REQUEST: MeetingRequest = {
  topic: 'Quarterly planning',
  start: '2026-11-23T09:00:00',
  timeZone: 'Europe/Vienna',
  durationMinutes: 45,
  options: { waitingRoom: true },
};

export const CLAIM = 'claim-of-an-appointment';

export const locationOf = (response: LightMyRequestResponse): string => String(response.headers.location);

/** The problem's code, after checking that the answer is one in every respect. */
export function problemCode(response: LightMyRequestResponse): string {
  expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
  const problem = Problem.parse(response.json());
  expect(problem.status).toBe(response.statusCode);
  return problem.code;
}
