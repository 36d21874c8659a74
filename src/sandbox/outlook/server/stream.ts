/**
 * The change log as server-sent events: each change once, with its sequence as the event's id, so that a browser
 * that lost the connection goes on where it was. `start-again` tells a client that is too far behind to read anew.
 */
import type { ServerResponse } from 'node:http';
import type { Profile } from '../../../helper/embedded/profile';
import type { Impulses, WatchEvent } from '../../../helper/embedded/watch';

/** Keeps proxies and browsers from taking a quiet connection for a dead one, in ms. */
const heartbeatMilliseconds = 15_000;
/** A client that lets this much pile up unread is cut off and may resume, in bytes. */
const backlogLimit = 1_000_000;

/** One event as text. Pure. */
export function eventText(event: Exclude<WatchEvent, { kind: 'failed' }>): string {
  if (event.kind === 'change')
    return `id: ${event.change.sequence}\ndata: ${JSON.stringify(event.change)}\n\n`;
  const { sequence } = event;
  return `id: ${sequence}\nevent: start-again\ndata: ${JSON.stringify({ sequence })}\n\n`;
}

/** Where a client goes on: after the last event it saw, else after what it asked for, else from now. Pure. */
export function resumeFrom(
  lastEventId: string | undefined,
  since: number | undefined,
  latest: number,
): number {
  return lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId)
    ? Number(lastEventId)
    : (since ?? latest);
}

/** All open streams of one server. */
export class ChangeStreams {
  private readonly ends = new Set<() => void>();

  constructor(
    private readonly profile: Profile,
    private readonly impulses: Impulses,
    private readonly onFailure: (error: unknown) => void,
  ) {}

  /** Takes over a response and tells it every change after `cursor` until either side ends it. */
  open(response: ServerResponse, cursor: number): void {
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      connection: 'keep-alive',
      'x-content-type-options': 'nosniff',
    });
    // The id alone is no event, but a browser remembers it for the case that the connection breaks right away.
    response.write(`retry: 1000\nid: ${cursor}\n\n`);

    const write = (text: string): void => {
      response.write(text);
      if (response.writableLength > backlogLimit) response.destroy();
    };
    const stopHeartbeat = this.impulses.every(heartbeatMilliseconds, () => write(': still here\n\n'));
    const stopWatch = this.profile.watch((event) => {
      if (event.kind === 'failed') this.onFailure(event.error);
      else write(eventText(event));
    }, cursor);
    const end = (): void => {
      this.ends.delete(end);
      stopHeartbeat();
      stopWatch();
      response.end();
    };
    this.ends.add(end);
    response.on('close', end);
    response.on('error', end);
  }

  /** How many clients are listening. */
  get count(): number {
    return this.ends.size;
  }

  /** Ends every stream. */
  close(): void {
    for (const end of [...this.ends]) end();
  }
}
