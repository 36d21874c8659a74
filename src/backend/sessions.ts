/**
 * Sessions: what a pane shows instead of a Zoom token. Opaque and random; ended by 12 hours without use, by 30 days
 * since the person signed in (renewing does not move that), or by signing out.
 *
 * Who calls is kept for a moment (`recent.ts`): an end by this process holds at once, one by another process a second
 * later.
 */
import { randomUUID } from 'node:crypto';
import type { Member, Session } from '../api/backend';
import { ProductError } from '../domain/errors';
import type { SessionOfMember, SessionRow, SessionRows } from './database/sessions';
import type { MemberKey } from './member';
import { createRecent } from './recent';
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
  readonly now: () => number;
}

export function createSessions({ rows, now }: SessionsOptions): Sessions {
  const recent = createRecent<SessionOfMember>({ now });

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

  async function read(tokenHash: string): Promise<SessionOfMember> {
    const found = await rows.findWithMember(tokenHash);
    if (found === undefined) throw new ProductError('session-expired');
    return found;
  }

  async function live(tokenHash: string): Promise<SessionRow> {
    const row = await rows.find(tokenHash);
    if (row === undefined) throw new ProductError('session-expired');
    if (endOf(row) > now()) return row;
    recent.forget(tokenHash);
    await rows.remove(tokenHash);
    throw new ProductError('session-expired');
  }

  return {
    open: (member) => start(member, randomUUID(), new Date(now())),

    async authenticate(authorization) {
      const token = bearerOf(authorization);
      if (token === undefined) throw new ProductError('signed-out');
      const tokenHash = hashToken(token);
      const { session, person } = await recent.get(tokenHash, () => read(tokenHash));
      const at = now();
      // Asked again: it may have been used elsewhere just now.
      if (endOf(session) <= at) await live(tokenHash);
      if (at - session.usedAt.getTime() >= TOUCH_MS) {
        await rows.touch(tokenHash, new Date(at));
        recent.forget(tokenHash);
      }
      return { key: session.member, member: person, tokenHash };
    },

    async isLive(tokenHash) {
      const row = await rows.find(tokenHash);
      return row !== undefined && endOf(row) > now();
    },

    async renew(caller) {
      const row = await live(caller.tokenHash);
      const session = await start(caller.member, row.signInId, row.startedAt);
      await rows.endBy(caller.tokenHash, new Date(now() + GRACE_MS));
      recent.forget(caller.tokenHash);
      return session;
    },

    async close(caller) {
      const row = await live(caller.tokenHash);
      await rows.removeSignIn(row.signInId);
      recent.forgetWhere(({ session }) => session.signInId === row.signInId);
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
