/**
 * A double of Zoom within the test's process, as a `fetch`: OAuth with rotating refresh tokens and PKCE, and the few
 * meeting operations, strict about tokens. A test can make any call fail before or after its effect.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Fetch } from '../../src/zoom/http';
import { ZoomDirectory } from './zoomDirectory';

export const API_URL = 'https://zoom.test/v2';
export const OAUTH_URL = 'https://zoom.test/oauth';
export const CLIENT_ID = 'client-id-of-the-test';
export const CLIENT_SECRET = 'client-secret-of-the-test';

export interface Person {
  readonly id: string;
  readonly account_id: string;
  readonly display_name: string;
  readonly email: string;
  readonly timezone: string;
  readonly pmi: number;
  /** `0` owner, `1` admin, `2` member. */
  readonly role_id: string;
}

const person = (id: string, name: string, role = '2', account = 'account-one'): Person => ({
  id,
  account_id: account,
  display_name: name,
  email: `${id}@example.test`,
  timezone: 'Europe/Vienna',
  pmi: 9_123_456_789,
  role_id: role,
});
export const ORGANIZER = person('organizer', 'Sandbox Organizer');
export const COLLEAGUE = person('colleague', 'Sandbox Colleague');
export const OWNER = person('owner', 'Sandbox Owner', '0');
export const ADMIN = person('admin', 'Sandbox Administrator', '1');
export const SECOND_ADMIN = person('second-admin', 'Sandbox Second Administrator', '1');
/** Owner of another account. */
export const STRANGER = person('stranger', 'Sandbox Stranger', '0', 'account-two');

/** What happens to a call: nothing arrives, it arrives and the answer is lost, or this answer instead. */
export type Mishap = 'lost-before' | 'lost-after' | Response;

export interface ZoomCall {
  /** Such as `POST /v2/users/me/meetings`. */
  readonly name: string;
  readonly query: URLSearchParams;
  readonly authorization: string;
  readonly body: string;
}

interface StoredMeeting {
  id: string;
  host: Person;
  deleted: boolean;
  created_at: string;
  fields: z.infer<typeof Fields>;
  /** Of a series. */
  occurrences: { occurrence_id: string; start_time: string; duration: number; status: string }[];
}

const Fields = z.object({
  topic: z.string(),
  type: z.int(),
  recurrence: z.looseObject({}).optional(),
  schedule_for: z.string().optional(),
  start_time: z.string(),
  timezone: z.string(),
  duration: z.number(),
  password: z.string().default('secret42'),
  settings: z.record(z.string(), z.unknown()).default({}),
});
const Changes = Fields.extend({ password: z.string().optional() }).partial();

interface Grant {
  readonly person: Person;
  access: { token: string; expiresAt: number };
  refresh: string;
}

export class ZoomDouble {
  readonly calls: ZoomCall[] = [];
  readonly meetings = new Map<string, StoredMeeting>();
  private readonly codes = new Map<string, { person: Person; challenge: string }>();
  private readonly grants: Grant[] = [];
  private readonly mishaps: { matches: RegExp; mishap: Mishap }[] = [];
  private serial = 0;
  /** What the person set in Zoom, and what the account has locked. */
  settings: Record<string, unknown> = {
    schedule_meeting: { host_video: true },
    in_meeting: { waiting_room: true },
  };
  locks: Record<string, unknown> = {};
  /** Whether only signed-in people may join by default; undefined: Zoom refuses to tell. */
  authentication: boolean | undefined = false;
  /** Granted at every sign-in and refresh. */
  scope = 'meeting:write:meeting';
  /** Roles that are others than at first, by user id. */
  readonly roles = new Map<string, string>();
  /** Who is in the accounts, and in which groups; read with an administrator's scopes only. */
  readonly directory = new ZoomDirectory();
  /** Everybody may schedule for this person; their list can be read only if it is shared. */
  scheduler: Person | undefined;
  sharesList = false;
  /** Runs before a call is answered; a test may hold it back here. */
  before: (call: ZoomCall) => Promise<void> = async () => undefined;

  constructor(private readonly now: () => number) {}

  /** The person agrees on Zoom's page: what Zoom would append to the redirect. */
  consent(authorizeUrl: string, who: Person): { code: string; state: string } {
    const query = new URL(authorizeUrl).searchParams;
    const code = `zoom-code-${(this.serial += 1)}-${'c'.repeat(40)}`;
    this.codes.set(code, { person: who, challenge: query.get('code_challenge') ?? '' });
    return { code, state: query.get('state') ?? '' };
  }

  /** The next call that matches has this mishap. */
  fail(matches: RegExp, mishap: Mishap): void {
    this.mishaps.push({ matches, mishap });
  }

  count(matches: RegExp): number {
    return this.calls.filter((call) => matches.test(call.name)).length;
  }

  living(): StoredMeeting[] {
    return [...this.meetings.values()].filter((meeting) => !meeting.deleted);
  }

  /** Meetings that a person made in Zoom itself. */
  addMeetings(host: Person, count: number): void {
    for (let index = 0; index < count; index += 1) {
      const topic = `Meeting ${index}`;
      this.add(
        host,
        Fields.parse({
          topic,
          type: 2,
          start_time: '2026-12-01T09:00:00',
          timezone: host.timezone,
          duration: 30,
        }),
      );
    }
  }

  private add(host: Person, fields: StoredMeeting['fields']): string {
    const id = String(80_000_000_000 + (this.serial += 1));
    const start = this.startOf(fields.start_time);
    // Every series here is one of three days.
    const occurrences = [0, 1, 2].map((day) => ({
      occurrence_id: String(start + day * 86_400_000),
      start_time: this.instant(start + day * 86_400_000),
      duration: fields.duration,
      status: 'available',
    }));
    this.meetings.set(id, {
      id,
      host,
      deleted: false,
      created_at: this.instant(this.now()),
      fields,
      occurrences: fields.type === 8 ? occurrences : [],
    });
    return id;
  }

  /** Access tokens end before their time; refresh tokens stay good. */
  expireAccessTokens(): void {
    for (const grant of this.grants) grant.access = { ...grant.access, expiresAt: 0 };
  }

  /** Zoom forgets every grant: the admin removed the app. */
  revokeAll(): void {
    this.grants.length = 0;
  }

  /** Every secret that this Zoom ever gave out. */
  readonly secrets: string[] = [CLIENT_SECRET];

  readonly fetch: Fetch = async (url, init) => {
    const { pathname, searchParams } = new URL(url);
    const method = init.method ?? 'GET';
    const call: ZoomCall = {
      name: `${method} ${pathname}`,
      query: searchParams,
      authorization: new Headers(init.headers).get('authorization') ?? '',
      body: typeof init.body === 'string' ? init.body : '',
    };
    this.calls.push(call);
    await this.before(call);
    const index = this.mishaps.findIndex(({ matches }) => matches.test(call.name));
    const [struck] = index < 0 ? [] : this.mishaps.splice(index, 1);
    if (struck?.mishap === 'lost-before') throw lost();
    if (struck !== undefined && struck.mishap !== 'lost-after') return struck.mishap;
    const answer = pathname.startsWith('/oauth/')
      ? this.oauth(pathname, new URLSearchParams(call.body))
      : this.api(method, pathname.slice('/v2'.length), searchParams, call);
    if (struck !== undefined) throw lost();
    return answer;
  };

  private oauth(path: string, form: URLSearchParams): Response {
    if (path === '/oauth/revoke') return json(200, { status: 'success' });
    const found =
      form.get('grant_type') === 'refresh_token'
        ? this.grants.find((grant) => grant.refresh === form.get('refresh_token'))
        : this.redeem(form);
    if (found === undefined) return json(400, { error: 'invalid_grant', reason: 'Invalid Token!' });
    this.serial += 1;
    found.access = {
      token: `zoom-access-${this.serial}-${'a'.repeat(40)}`,
      expiresAt: this.now() + 3_600_000,
    };
    found.refresh = `zoom-refresh-${this.serial}-${'r'.repeat(40)}`;
    this.secrets.push(found.access.token, found.refresh);
    return json(200, {
      access_token: found.access.token,
      refresh_token: found.refresh,
      expires_in: 3600,
      token_type: 'bearer',
      scope: this.scope,
    });
  }

  private redeem(form: URLSearchParams): Grant | undefined {
    const code = this.codes.get(form.get('code') ?? '');
    this.codes.delete(form.get('code') ?? '');
    const proof = createHash('sha256')
      .update(form.get('code_verifier') ?? '')
      .digest('base64url');
    if (code === undefined || proof !== code.challenge) return undefined;
    const grant: Grant = { person: code.person, access: { token: '', expiresAt: 0 }, refresh: '' };
    this.grants.push(grant);
    return grant;
  }

  private api(method: string, path: string, query: URLSearchParams, call: ZoomCall): Response {
    const token = call.authorization.replace('Bearer ', '');
    const me = this.grants.find(
      (each) => each.access.token === token && each.access.expiresAt > this.now(),
    )?.person;
    if (me === undefined) return json(401, { code: 124, message: 'Access token is expired.' });
    if (path === '/users/me') return json(200, { ...me, role_id: this.roles.get(me.id) ?? me.role_id });
    if (path === '/users/me/settings') {
      if (!query.has('option')) return json(200, this.settings);
      const only = this.authentication;
      return only === undefined ? missingScope() : json(200, { meeting_authentication: only });
    }
    if (path === '/accounts/me/lock_settings') return json(200, this.locks);
    if (path === '/users/me/schedulers') return this.schedulers();
    if (path === '/users/me/meeting_templates') {
      return json(200, {
        templates: [
          { id: 'template-1', name: 'Workshop', type: 2 },
          { id: 'own', type: 1 },
        ],
      });
    }
    if (path === '/users/me/meetings' && method === 'POST') {
      const fields = Fields.parse(JSON.parse(call.body));
      return json(201, this.view(this.add(this.hostFor(fields.schedule_for, me), fields)));
    }
    if (path.endsWith('/meetings')) {
      const of = path.startsWith('/users/me/') ? me : this.scheduler;
      if (of === undefined || (of !== me && !this.sharesList)) return missingScope();
      const all = this.living().filter((meeting) => meeting.host.id === of.id);
      const from = Number(query.get('next_page_token') ?? 0);
      const size = Number(query.get('page_size') ?? 30);
      const next = from + size < all.length ? String(from + size) : '';
      return json(200, {
        meetings: all.slice(from, from + size).map(({ id }) => this.view(id)),
        next_page_token: next,
      });
    }
    const told = method === 'GET' ? this.directory.answer(path, query, me, this.scope) : undefined;
    if (told !== undefined) return json(told.status, told.body);
    const occurrence = query.get('occurrence_id');
    if (occurrence !== null) return this.oneOccurrence(method, path, me, occurrence, call);
    return this.oneMeeting(method, path, me, call);
  }

  private schedulers(): Response {
    if (!this.scope.includes('list_schedulers')) return missingScope();
    const { scheduler } = this;
    return json(200, { schedulers: scheduler ? [{ id: scheduler.id, email: scheduler.email }] : [] });
  }

  private hostFor(address: string | undefined, me: Person): Person {
    return address !== undefined && address === this.scheduler?.email ? this.scheduler : me;
  }

  private oneOccurrence(method: string, path: string, me: Person, id: string, call: ZoomCall): Response {
    const meeting = this.meetings.get(path.slice('/meetings/'.length));
    if (meeting?.host.id !== me.id) return json(404, { code: 3001, message: 'Meeting does not exist.' });
    const occurrence = meeting?.occurrences.find((each) => each.occurrence_id === id);
    if (occurrence === undefined) {
      return json(400, { code: 300, message: 'Invalid parameter: occurrence_id.' });
    }
    if (occurrence.status === 'deleted') {
      return json(404, { code: 3001, message: `Meeting does not exist: ${meeting.id}.` });
    }
    if (method === 'DELETE') {
      occurrence.status = 'deleted';
      meeting.deleted = meeting.occurrences.every(({ status }) => status === 'deleted');
    } else Object.assign(occurrence, JSON.parse(call.body));
    return new Response(null, { status: 204 });
  }

  private oneMeeting(method: string, path: string, me: Person, call: ZoomCall): Response {
    const [, id = '', rest = ''] = /^\/meetings\/(\d+)(\/\w+)?$/.exec(path) ?? [];
    const meeting = this.meetings.get(id);
    const recovering = method === 'PUT' && rest === '/status';
    const foreign = meeting?.host.id !== me.id && meeting?.host !== this.scheduler;
    if (meeting === undefined || foreign || (meeting.deleted && !recovering)) {
      return json(404, { code: 3001, message: `Meeting does not exist: ${id}.` });
    }
    if (recovering) meeting.deleted = false;
    else if (method === 'DELETE') meeting.deleted = true;
    else if (method === 'PATCH') {
      const { settings, ...changes } = Changes.parse(JSON.parse(call.body));
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
      meeting.fields = { ...meeting.fields, ...given, settings: { ...meeting.fields.settings, ...settings } };
    } else return json(200, this.view(id));
    return new Response(null, { status: 204 });
  }

  private view(id: string): Record<string, unknown> {
    const meeting = this.meetings.get(id);
    if (meeting === undefined) throw new Error(`no meeting ${id}`);
    const { host, created_at, fields, occurrences } = meeting;
    const secret = createHash('sha256').update(id).digest('base64url').slice(0, 30);
    this.secrets.push(secret);
    return {
      id: Number(id),
      uuid: `uuid-${id}`,
      host_id: host.id,
      host_email: host.email,
      created_at,
      join_url: `https://zoom.test/j/${id}?pwd=${secret}`,
      pmi: String(host.pmi),
      occurrences,
      ...fields,
      start_time: this.instant(this.startOf(fields.start_time)),
    };
  }

  /** The tests' appointments are in Vienna in winter: one hour ahead of UTC. */
  private startOf(local: string): number {
    return Date.parse(local.endsWith('Z') ? local : `${local}+01:00`);
  }

  private instant(time: number): string {
    return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
  }
}

const missingScope = (): Response =>
  json(400, { code: 4711, message: 'Invalid access token, does not contain scopes.' });

const json = (status: number, body: unknown): Response => Response.json(body, { status });

/** The connection ends without an answer, after the request was sent. */
const lost = (): Error =>
  new TypeError('fetch failed', { cause: Object.assign(new Error('reset'), { code: 'ECONNRESET' }) });
