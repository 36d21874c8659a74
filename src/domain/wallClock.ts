/** Points in time as text: on a clock on the wall, and as an instant. */
import * as z from 'zod/mini';

/** Wall-clock time without zone, `2026-11-23T09:00:00`; always beside a `timeZone`. */
export const WallClock = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/));

/** An instant, ISO 8601 in UTC, `2026-11-23T08:00:00Z`. */
export const Instant = z.string().check(z.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/));

/** An instant (UTC milliseconds) as text, to the second: parts of one are dropped. */
export const toInstant = (instantMs: number): string =>
  `${new Date(instantMs).toISOString().slice(0, 'YYYY-MM-DDTHH:mm:ss'.length)}Z`;
