/**
 * What the Zoom stand-in is started with, and Zoom's published limits as its defaults.
 *
 * Limits are those of a Pro account (developers.zoom.us, "Rate limits"): per second and by weight for the whole
 * account, plus the daily rules of single operations (POST /users/{id}/meetings, PATCH /meetings/{id}).
 */
import * as z from 'zod';

const count = z.int().min(0);

/** Every limit; days are UTC days, which is when Zoom's counters start again. */
export const Limits = z.object({
  /** Requests a second for the whole account, by the weight that Zoom's reference gives an operation. */
  lightPerSecond: count.default(30),
  mediumPerSecond: count.default(20),
  heavyPerSecond: count.default(10),
  /** Meetings that may be created a day for one host. */
  createsPerDayPerHost: count.default(100),
  /** Updates a day of one meeting. */
  updatesPerDayPerMeeting: count.default(100),
});
export type Limits = z.infer<typeof Limits>;

/** How the stand-in is started. */
export interface ZoomCloudConfig {
  /** 0 or absent: any free port. */
  port?: number;
  /** PEM texts; plain HTTP when absent (tests). */
  tls?: { key: string; cert: string };
  /** A SQLite file that survives a restart; in memory when absent. */
  stateFile?: string;
  clientId: string;
  clientSecret: string;
  /** Compared whole with an authorization's `redirect_uri`. */
  redirectUris: readonly string[];
  /** Life of an access token; Zoom's is one hour. */
  accessTokenSeconds?: number;
  /** Where join links point, `https://host`; this process itself when absent. */
  joinOrigin?: string;
  /** Milliseconds since 1970; the control endpoint's offset is added to it. */
  now?: () => number;
  limits?: Partial<Limits>;
  /** Where pino writes its lines; nothing is logged when absent. */
  logTo?: { write(line: string): void };
}

const text = z.string().min(1);

/** The process's environment (see main.ts). Key and certificate are paths of PEM files. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  TLS_KEY: text.optional(),
  TLS_CERT: text.optional(),
  ZOOM_STATE_FILE: text.optional(),
  ZOOM_CLIENT_ID: text,
  ZOOM_CLIENT_SECRET: text,
  /** Separated by commas. */
  ZOOM_REDIRECT_URIS: z.string().transform((list) =>
    list
      .split(',')
      .map((uri) => uri.trim())
      .filter(Boolean),
  ),
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(1).default(3600),
  ZOOM_JOIN_ORIGIN: z.url().optional(),
});
