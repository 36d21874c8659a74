/**
 * Zoom's rate limits as counters: per second by weight for the account, per UTC day for a host's creations and a
 * meeting's updates. Decides only; the server writes the headers.
 *
 * Headers as in Zoom's rate limit guide: `X-RateLimit-Category`, `-Type` (QPS or Daily-limit), `-Limit`, `-Remaining`;
 * a daily limit adds `Retry-After` as a UTC date and time, not as seconds.
 */
import type { Limits } from './config';
import { zoomErrors, type ZoomError } from './errors';
import type { Weight } from './operations';
import { utcText } from './time';

const DAY = 24 * 60 * 60 * 1000;

/** What became of one request: its headers, and the error when it is one too many. */
export interface Verdict {
  headers: Record<string, string>;
  error?: ZoomError;
}

/** Requests counted so far within the current second or day. */
interface Counter {
  window: number;
  count: number;
}

const category: Record<Weight, string> = { light: 'Light', medium: 'Medium', heavy: 'Heavy' };

/** All the counters. They start at zero with the process. */
export class Limiter {
  private readonly counters = new Map<string, Counter>();

  /** The limits in force; replace it to change them. */
  constructor(public limits: Limits) {}

  /** Counts a request of some weight in the current second. */
  perSecond(weight: Weight, now: number): Verdict {
    const limit = this.limits[`${weight}PerSecond`];
    const count = this.countIn(weight, Math.floor(now / 1000));
    const headers = {
      'X-RateLimit-Category': category[weight],
      'X-RateLimit-Type': 'QPS',
      'X-RateLimit-Limit': String(limit),
      'X-RateLimit-Remaining': String(Math.max(0, limit - count)),
    };
    return count > limit ? { headers, error: zoomErrors.tooManyPerSecond() } : { headers };
  }

  /** Counts a creation for a host today. */
  creation(hostId: string, now: number): Verdict {
    return this.perDay(`create ${hostId}`, this.limits.createsPerDayPerHost, now);
  }

  /** Counts an update of a meeting today. */
  update(meetingId: number, now: number): Verdict {
    return this.perDay(`update ${meetingId}`, this.limits.updatesPerDayPerMeeting, now);
  }

  reset(): void {
    this.counters.clear();
  }

  private perDay(key: string, limit: number, now: number): Verdict {
    const day = Math.floor(now / DAY);
    if (this.countIn(key, day) <= limit) return { headers: {} };
    return {
      headers: {
        'X-RateLimit-Category': 'Light',
        'X-RateLimit-Type': 'Daily-limit',
        'X-RateLimit-Limit': String(limit),
        'X-RateLimit-Remaining': '0',
        'Retry-After': utcText((day + 1) * DAY),
      },
      error: zoomErrors.tooManyPerDay(limit),
    };
  }

  private countIn(key: string, window: number): number {
    const counter = this.counters.get(key);
    const count = counter !== undefined && counter.window === window ? counter.count + 1 : 1;
    this.counters.set(key, { window, count });
    return count;
  }
}
