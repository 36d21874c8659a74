/** What the Entra stand-in is started with, and the application and tenant that it has unless told otherwise. */
import * as z from 'zod';
import { guidOf } from './people';

/** The application that is registered in the sandbox. */
export const SANDBOX_CLIENT_ID = guidOf('the application of the sandbox');
export const SANDBOX_TENANT = guidOf('the tenant of the sandbox');

export interface EntraConfig {
  /** 0 or absent: any free port. */
  readonly port?: number;
  /** PEM texts; plain HTTP when absent (tests). */
  readonly tls?: { readonly key: string; readonly cert: string };
  readonly clientId: string;
  /** GUIDs in lower case. */
  readonly tenants: readonly string[];
  /** Origins whose pages may sign in and fetch tokens. */
  readonly origins: readonly [string, ...string[]];
  /** Life of an access token; Entra's is an hour or somewhat more. */
  readonly accessTokenSeconds?: number;
  /** Where pino writes its lines; nothing is logged when absent. */
  readonly logTo?: { write(line: string): void };
}

const text = z.string().min(1);
const words = z.string().transform((list) => list.split(/[\s,]+/).filter(Boolean));

/** The process's environment (see main.ts). Key and certificate are paths of PEM files. */
export const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(0),
  TLS_KEY: text.optional(),
  TLS_CERT: text.optional(),
  ENTRA_CLIENT_ID: text.default(SANDBOX_CLIENT_ID),
  ENTRA_TENANTS: words.default([SANDBOX_TENANT]),
  /** Separated by commas. */
  ENTRA_ORIGINS: words.pipe(z.tuple([z.url()], z.url())),
  ACCESS_TOKEN_SECONDS: z.coerce.number().int().min(1).default(3600),
});
