/**
 * Helpers for tests of the Zoom stand-in: one started with a clock that stands still, a browser with cookies, the way
 * through sign-in and consent, and calls of the REST API. Everything goes over real HTTP.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { ZoomCloudConfig } from '../../../src/sandbox/zoom/config';
import { startZoomCloud, type RunningZoomCloud } from '../../../src/sandbox/zoom/server';

export const CLIENT = { clientId: 'test-client', clientSecret: 'test-secret' };
export const REDIRECT = 'https://localhost:3999/auth/callback';
export const VERIFIER = 'a-verifier-of-at-least-forty-three-characters-in-length';
/** A Monday morning. */
export const START = Date.UTC(2026, 10, 23, 8, 0, 0);

export type RunningTestCloud = RunningZoomCloud & { clock: { now: number } };

/** A stand-in whose time is `clock.now` and changes only when a test says so. */
export async function startTestCloud(config: Partial<ZoomCloudConfig> = {}): Promise<RunningTestCloud> {
  const clock = { now: START };
  const running = await startZoomCloud({
    ...CLIENT,
    redirectUris: [REDIRECT],
    now: () => clock.now,
    ...config,
  });
  return { ...running, clock };
}

/** A browser: keeps cookies, does not follow redirects. */
export class TestBrowser {
  private cookie = '';

  constructor(private readonly base: string) {}

  async get(path: string): Promise<Response> {
    return this.keep(
      await fetch(new URL(path, this.base), { redirect: 'manual', headers: { cookie: this.cookie } }),
    );
  }

  async post(path: string, fields: Record<string, string>): Promise<Response> {
    return this.keep(
      await fetch(new URL(path, this.base), {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie: this.cookie },
        body: new URLSearchParams(fields),
      }),
    );
  }

  /** The token that the page at a path puts into its forms. */
  async formToken(path: string): Promise<string> {
    return formTokenIn(await (await this.get(path)).text());
  }

  async signIn(email = 'organizer@example.test'): Promise<void> {
    const token = await this.formToken('/');
    await this.post('/signin', { token, person: email, return: '/' });
  }

  private keep(answer: Response): Response {
    const given = answer.headers.get('set-cookie')?.split(';')[0];
    if (given !== undefined) this.cookie = given;
    return answer;
  }
}

/** The first form token in a page. */
export function formTokenIn(page: string): string {
  const token = /name="token" value="([^"]+)"/.exec(page)?.[1];
  if (token === undefined) throw new Error('the page has no form');
  return token;
}

/** The address of an authorization request; `changes` replace its parameters. */
export function authorizePath(changes: Record<string, string> = {}): string {
  const query = new URLSearchParams({
    response_type: 'code',
    client_id: CLIENT.clientId,
    redirect_uri: REDIRECT,
    state: 'the-state',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    code_challenge_method: 'S256',
    ...changes,
  });
  return `/oauth/authorize?${query.toString()}`;
}

/** Signs in and answers the consent page; returns where the app is sent back to. */
export async function authorize(
  url: string,
  email?: string,
  decision = 'allow',
  browser = new TestBrowser(url),
) {
  await browser.signIn(email);
  const path = authorizePath();
  const token = await browser.formToken(path);
  const answer = await browser.post(path, { token, decision });
  return new URL(answer.headers.get('location') ?? 'missing:');
}

export const Tokens = z.object({
  access_token: z.string(),
  refresh_token: z.string(),
  token_type: z.literal('bearer'),
  expires_in: z.number(),
  scope: z.string(),
});

/** Posts to a token endpoint with the app's credentials. */
export async function postOAuth(
  url: string,
  endpoint: string,
  fields: Record<string, string>,
  client = CLIENT,
) {
  const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  return fetch(`${url}/oauth/${endpoint}`, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams(fields),
  });
}

export async function exchange(url: string, code: string, changes: Record<string, string> = {}) {
  const grant = { grant_type: 'authorization_code', code, redirect_uri: REDIRECT, code_verifier: VERIFIER };
  return postOAuth(url, 'token', { ...grant, ...changes });
}

export async function refresh(url: string, token: string) {
  return postOAuth(url, 'token', { grant_type: 'refresh_token', refresh_token: token });
}

/** Tokens of one person, by the whole way. */
export async function signedIn(url: string, email?: string) {
  const back = await authorize(url, email);
  return Tokens.parse(await (await exchange(url, back.searchParams.get('code') ?? '')).json());
}

/** What an API call answered; `body` is undefined when there was none. */
export interface Answer {
  status: number;
  headers: Headers;
  body: unknown;
}

export type Call = (method: string, path: string, body?: unknown) => Promise<Answer>;

/** Calls of the REST API under /v2 with an access token. */
export function caller(
  url: string,
  accessToken: string,
  fetchWith: (url: string, init?: RequestInit) => Promise<Response> = fetch,
): Call {
  return async (method, path, body) => {
    const headers = new Headers({ authorization: `Bearer ${accessToken}` });
    if (body !== undefined) headers.set('content-type', 'application/json');
    const init = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) };
    const answer = await fetchWith(`${url}/v2${path}`, { method, headers, ...init });
    const text = await answer.text();
    return {
      status: answer.status,
      headers: answer.headers,
      body: text === '' ? undefined : JSON.parse(text),
    };
  };
}

/** A request to the control endpoint; fails the test when it is refused. */
export async function control(url: string, method: string, path: string, body?: unknown): Promise<unknown> {
  const json =
    body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
  const answer = await fetch(`${url}/control${path}`, { method, ...json });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? undefined : answer.json();
}

const MeetingAnswer = z.looseObject({
  id: z.number(),
  topic: z.string(),
  start_time: z.string().optional(),
  occurrences: z
    .array(
      z.object({
        occurrence_id: z.string(),
        start_time: z.string(),
        duration: z.number(),
        status: z.enum(['available', 'deleted']),
      }),
    )
    .optional(),
  join_url: z.string(),
  password: z.string().optional(),
  settings: z.looseObject({ waiting_room: z.boolean().optional(), join_before_host: z.boolean().optional() }),
});

/** Creates a scheduled meeting of tomorrow; fails the test when that is refused. */
export async function createMeeting(call: Call, changes: Record<string, unknown> = {}) {
  const answer = await call('POST', '/users/me/meetings', {
    topic: 'Planning',
    type: 2,
    start_time: '2026-11-24T09:00:00',
    timezone: 'Europe/Berlin',
    duration: 30,
    ...changes,
  });
  if (answer.status !== 201) throw new Error(`not created: ${JSON.stringify(answer.body)}`);
  return MeetingAnswer.parse(answer.body);
}

/** A meeting as GET answers it; fails the test when it is not there. */
export async function getMeeting(call: Call, id: number, query = '') {
  const answer = await call('GET', `/meetings/${id}${query}`);
  if (answer.status !== 200) throw new Error(`not there: ${JSON.stringify(answer.body)}`);
  return MeetingAnswer.parse(answer.body);
}

/** The occurrences in an answer; none in one about a single meeting. */
export const occurrencesOf = (meeting: z.infer<typeof MeetingAnswer>) => meeting.occurrences ?? [];

/** A series on Tuesdays at nine in Berlin, five times from tomorrow on. */
export const tuesdays = {
  type: 8,
  recurrence: { type: 2, repeat_interval: 1, weekly_days: '3', end_times: 5 },
};

/** Zoom's answer to fields that it refuses. */
export const invalid = (...fields: string[]) => ({
  code: 300,
  message: 'Validation Failed.',
  errors: fields.map((field) => ({ field, message: 'Invalid field.' })),
});
