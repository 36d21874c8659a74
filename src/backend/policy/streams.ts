/**
 * The change stream: server-sent events that say which revision the account has since now. It ends with the session
 * that opened it, and when the service stops. At its beginning it tells the revision, unless the reader has it already
 * (`Last-Event-ID`): so nothing is missed between asking and listening.
 */
import { PassThrough, type Readable } from 'node:stream';
import type { ChangeEvent } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import type { MemberKey } from '../member';
import type { News, NewsDesk } from './news';

/** Keeps proxies from ending the connection, and finds out what this backend was not told. */
export const HEARTBEAT_MS = 15_000;
/** A browser that was cut off comes back after so long. */
const RETRY_MS = 1_000;
/** Panes, pages and bridges that one person has open. */
const MOST_OF_ONE = 20;

/** Calls again and again until it is ended. */
export type Every = (work: () => void, milliseconds: number) => () => void;

export const systemEvery: Every = (work, milliseconds) => {
  const timer = setInterval(work, milliseconds);
  timer.unref();
  return () => clearInterval(timer);
};

export interface StreamOptions {
  readonly news: NewsDesk;
  /** The member's revision as the database has it. */
  readonly revisionOf: (member: MemberKey) => Promise<number>;
  readonly every: Every;
}

export interface StreamRequest {
  readonly member: MemberKey;
  /** The revision that the reader knows. */
  readonly lastSeen: number | undefined;
  /** Whether the session is still good. */
  readonly isLive: () => Promise<boolean>;
  /** Told of what went wrong later, when nobody waits for an answer. */
  readonly onError: (error: unknown) => void;
}

export interface Streams {
  /** @throws ProductError `too-many-requests` when the person has very many open */
  open(request: StreamRequest): Promise<Readable>;
  /** Ends all of them. */
  end(): void;
}

export function createStreams({ news, revisionOf, every }: StreamOptions): Streams {
  const open = new Map<PassThrough, string>();

  return {
    async open({ member, lastSeen, isLive, onError }) {
      const { accountId, userId } = member;
      const whose = JSON.stringify([accountId, userId]);
      if ([...open.values()].filter((each) => each === whose).length >= MOST_OF_ONE)
        throw new ProductError('too-many-requests', { seconds: RETRY_MS / 1000 });
      const stream = new PassThrough();
      open.set(stream, whose);
      let known = -1;

      const tell = (revision: number): void => {
        if (stream.writableEnded || revision <= known) return;
        known = revision;
        const event: ChangeEvent = { kind: 'policy', revision };
        stream.write(`id: ${revision}\ndata: ${JSON.stringify(event)}\n\n`);
      };
      /** Whatever happened: nobody hears anything whose session has ended. */
      const look = async (revision: () => Promise<number>): Promise<void> => {
        if (await isLive()) tell(await revision());
        else stream.end();
      };
      const looking = (revision: () => Promise<number>): void => {
        look(revision).catch((error: unknown) => {
          onError(error);
          // The reader comes back by itself, and then learns what it missed.
          stream.end();
        });
      };
      const leave = [
        news.follow(accountId, (told: News) => {
          if (told.personId === null || told.personId === userId) looking(async () => told.revision);
        }),
        every(() => {
          stream.write(': still here\n\n');
          looking(() => revisionOf(member));
        }, HEARTBEAT_MS),
      ];
      stream.once('close', () => {
        open.delete(stream);
        for (const each of leave) each();
      });

      try {
        stream.write(`retry: ${RETRY_MS}\n\n`);
        const revision = await revisionOf(member);
        if (lastSeen === revision) known = Math.max(known, revision);
        else tell(revision);
      } catch (error) {
        stream.destroy();
        throw error;
      }
      return stream;
    },

    end() {
      for (const stream of [...open.keys()]) stream.end();
    },
  };
}
