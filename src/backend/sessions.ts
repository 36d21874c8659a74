/**
 * Sessions: what a pane shows instead of a Zoom token. Opaque and random; ended by 12 hours without use, by 30 days
 * since the person signed in (renewing does not move that), or by signing out.
 */
import { randomUUID } from 'node:crypto';
import type { Member, Session } from '../api/backend';
import { ProductError } from '../domain/errors';
import type { SessionRow, SessionRows } from './database/sessions';
import type { MemberKey } from './member';
import { hashToken, newToken } from './tokens';

const HOUR_MS = 3_600_000;
export const IDLE_MS = 12 * HOUR_MS;
export const LIFETIME_MS = 30 * 24 * HOUR_MS;
/** How long a renewed token still works: for calls on their way, other frames, and a lost answer of the renewal. */
export const GRACE_MS = 60_000;
/** Use is written down at most this often, so that reading does not mean writing. */
const TOUCH_MS = 60_000;

/** Who is calling, and with which session. */
export interface Caller {
  readonly key: MemberKey;
  readonly member: Member;
  readonly tokenHash: string;
}

export interface Sessions {
  /** A new session for somebody who has just signed in. */
  open(member: Member): Promise<Session>;
  /** @throws ProductError `signed-out` without a token, `session-expired` with one that is not (or no longer) good */
  authenticate(authorization: string | undefined): Promise<Caller>;
  /** Whether the session is still good; asking is no use of it. */
  isLive(tokenHash: string): Promise<boolean>;
  renew(caller: Caller): Promise<Session>;
  /** Ends the session and those it was renewed from. True when it was the member's last. */
  close(caller: Caller): Promise<boolean>;
  /** Removes the rows of ended sessions. */
  purge(): Promise<void>;
}

export interface SessionsOptions {
  readonly rows: SessionRows;
  readonly findMember: (key: MemberKey) => Promise<Member | undefined>;
  readonly now: () => number;
}

export function createSessions({ rows, findMember, now }: SessionsOptions): Sessions {
  async function start(member: Member, signInId: string, startedAt: Date): Promise<Session> {
    const token = newToken();
    const row: SessionRow = {
      member: keyOf(member),
      signInId,
      startedAt,
      usedAt: new Date(now()),
      endsAt: new Date(startedAt.getTime() + LIFETIME_MS),
    };
    await rows.add(hashToken(token), row);
    return { token, expiresAt: new Date(endOf(row)).toISOString(), member };
  }

  async function live(tokenHash: string): Promise<SessionRow> {
    const row = await rows.find(tokenHash);
    if (row === undefined) throw new ProductError('session-expired');
    if (endOf(row) > now()) return row;
    await rows.remove(tokenHash);
    throw new ProductError('session-expired');
  }

  return {
    open: (member) => start(member, randomUUID(), new Date(now())),

    async authenticate(authorization) {
      const token = bearerOf(authorization);
      if (token === undefined) throw new ProductError('signed-out');
      const tokenHash = hashToken(token);
      const row = await live(tokenHash);
      const member = await findMember(row.member);
      if (member === undefined) throw new ProductError('session-expired');
      if (now() - row.usedAt.getTime() >= TOUCH_MS) await rows.touch(tokenHash, new Date(now()));
      return { key: row.member, member, tokenHash };
    },

    async isLive(tokenHash) {
      const row = await rows.find(tokenHash);
      return row !== undefined && endOf(row) > now();
    },

    async renew(caller) {
      const row = await live(caller.tokenHash);
      const session = await start(caller.member, row.signInId, row.startedAt);
      await rows.endBy(caller.tokenHash, new Date(now() + GRACE_MS));
      return session;
    },

    async close(caller) {
      const row = await live(caller.tokenHash);
      await rows.removeSignIn(row.signInId);
      return (await rows.countLive(row.member, new Date(now() - IDLE_MS), new Date(now()))) === 0;
    },

    purge: () => rows.purge(new Date(now() - IDLE_MS), new Date(now())),
  };
}

export const keyOf = (member: Member): MemberKey => ({ accountId: member.accountId, userId: member.id });

/** When a session ends if nobody uses it again, in UTC milliseconds. */
const endOf = (row: SessionRow): number => Math.min(row.usedAt.getTime() + IDLE_MS, row.endsAt.getTime());

/** The token of an `Authorization` header; undefined when there is none. Only what we could have issued is one. */
function bearerOf(header: string | undefined): string | undefined {
  const [, token] = /^Bearer ([\w-]{43})$/i.exec(header ?? '') ?? [];
  if (token === undefined && header !== undefined && header !== '') throw new ProductError('session-expired');
  return token;
}
