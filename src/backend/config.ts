/**
 * The backend's settings, read from environment variables once at start. Every mistake is named in a sentence
 * that says which variable it is and what it should hold. `.env.example` lists them for people.
 */
import * as z from 'zod';
import type { MicrosoftApplication } from './microsoft/application';

/** Zoom's own addresses; only a stand-in needs others. */
export const ZOOM_API_URL = 'https://api.zoom.us/v2';
export const ZOOM_OAUTH_URL = 'https://zoom.us/oauth';
/** Microsoft's sign-in for everybody but the national clouds. */
export const ENTRA_AUTHORITY = 'https://login.microsoftonline.com';

const httpUrl = z
  .url({ protocol: /^https?$/, error: 'must be an http or https address' })
  .transform((url) => url.replace(/\/+$/, ''));

/** Pages and interface are found from the root, so there is no place for a path. */
const origin = httpUrl.refine(
  (url) => new URL(url).origin === new URL(url).href.replace(/\/$/, ''),
  'must be an origin such as https://meetings.example.com, without user name, path or query',
);

/** `/prefix/=folder` pairs, separated by commas. */
const extraStatic = z.string().transform((text, context): readonly StaticFolder[] =>
  text
    .split(',')
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '')
    .map((pair) => {
      const match = /^(\/(?:[\w.-]+\/)*)=(.+)$/.exec(pair);
      const [prefix, directory] = [match?.[1], match?.[2]];
      if (prefix !== undefined && directory !== undefined) return { prefix, directory };
      context.addIssue(`must hold pairs like /prefix/=folder, not "${pair}"`);
      return z.NEVER;
    }),
);

/** `0` lets the system choose. */
const port = z.coerce.number('must be a number').int().min(0).max(65_535);

const list = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ''));

const guid = z
  .string()
  .regex(
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
    'must be an id such as 0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21',
  )
  .transform((text) => text.toLowerCase());

/** Words like `common` would let anybody in who has a Microsoft account. */
const tenants = list.transform((words, context): readonly string[] =>
  words.flatMap((word) => {
    const parsed = guid.safeParse(word);
    if (parsed.success) return [parsed.data];
    context.addIssue(
      `must hold the ids of tenants, such as 0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21, not "${word}"`,
    );
    return [];
  }),
);

const Environment = z
  .object({
    ZOOM_CLIENT_ID: z.string('is missing: the client ID of your Zoom app').min(1),
    ZOOM_CLIENT_SECRET: z.string('is missing: the client secret of your Zoom app').min(1),
    ENTRA_CLIENT_ID: guid.optional(),
    ENTRA_TENANTS: tenants.optional(),
    ENTRA_SIGN_IN_TENANT: z.literal('organizations').or(guid).optional(),
    ENTRA_AUTHORITY: origin
      .refine((url) => url.startsWith('https://'), 'must be an https address')
      .default(ENTRA_AUTHORITY),
    BASE_URL: origin.optional(),
    ZOOM_API_URL: httpUrl.default(ZOOM_API_URL),
    ZOOM_OAUTH_URL: httpUrl.default(ZOOM_OAUTH_URL),
    PORT: port.default(8443),
    HOST: z.string().default('localhost'),
    TLS_KEY: z.string().optional(),
    TLS_CERT: z.string().optional(),
    TRUST_PROXY: z.stringbool('must be true or false').default(false),
    DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/, error: 'must begin with postgres://' }).optional(),
    DATABASE_DIR: z.string().default('.data/backend'),
    SECRETS_KEY: z.string().optional(),
    NODE_ENV: z.string().default('development'),
    WEB_DIR: z.string().default('build/web'),
    EXTRA_STATIC: extraStatic.default([]),
    FRAME_ANCESTORS: list.default([]),
    LOG_LEVEL: z
      .enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'], 'must be a level such as info')
      .default('info'),
  })
  .superRefine((env, context) => {
    const complain = (name: string, message: string) =>
      context.addIssue({ code: 'custom', path: [name], message });
    if ((env.TLS_KEY === undefined) !== (env.TLS_CERT === undefined))
      complain(
        env.TLS_KEY === undefined ? 'TLS_KEY' : 'TLS_CERT',
        'is missing: TLS_KEY and TLS_CERT belong together',
      );
    if (env.ENTRA_CLIENT_ID !== undefined && (env.ENTRA_TENANTS ?? []).length === 0)
      complain('ENTRA_TENANTS', 'is missing: the ids of the tenants whose people may sign in with Microsoft');
    if (env.ENTRA_CLIENT_ID === undefined && env.ENTRA_TENANTS !== undefined)
      complain(
        'ENTRA_CLIENT_ID',
        'is missing: the client ID of the application that you registered in Entra',
      );
    if (
      env.ENTRA_SIGN_IN_TENANT !== undefined &&
      env.ENTRA_SIGN_IN_TENANT !== 'organizations' &&
      !(env.ENTRA_TENANTS ?? []).includes(env.ENTRA_SIGN_IN_TENANT)
    )
      complain('ENTRA_SIGN_IN_TENANT', 'must be one of ENTRA_TENANTS, or organizations');
    if (env.NODE_ENV === 'production' && env.SECRETS_KEY === undefined)
      complain(
        'SECRETS_KEY',
        'is missing: in production the key of the stored Zoom tokens must be given (32 bytes in base64)',
      );
    if (env.NODE_ENV === 'production' && env.BASE_URL === undefined)
      complain('BASE_URL', 'is missing: in production the public address of this service must be given');
  });

/** A folder whose files are served below a path. */
export interface StaticFolder {
  /** Begins and ends with a slash. */
  readonly prefix: string;
  readonly directory: string;
}

export interface Config {
  readonly zoom: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly apiUrl: string;
    readonly oauthUrl: string;
  };
  /** Signing in with Microsoft; undefined: not set up. */
  readonly microsoft: MicrosoftApplication | undefined;
  /** Public address without a slash at its end; undefined: the address that the process listens on. */
  readonly baseUrl: string | undefined;
  readonly port: number;
  readonly host: string;
  /** Paths of the PEM files; undefined: plain HTTP, behind a proxy that speaks HTTPS. */
  readonly tls: { readonly key: string; readonly cert: string } | undefined;
  /** Whether a proxy in front names the caller (`X-Forwarded-For`). */
  readonly trustProxy: boolean;
  readonly databaseUrl: string | undefined;
  /** Folder of the embedded database and of a generated secrets key, or `memory://`. */
  readonly databaseDir: string;
  readonly secretsKey: string | undefined;
  readonly production: boolean;
  /** Folder of the built add-in pages. */
  readonly webDir: string;
  readonly extraStatic: readonly StaticFolder[];
  /** Origins beside Outlook's that may show the add-in's pages in a frame. */
  readonly frameAncestors: readonly string[];
  readonly logLevel: string;
}

/** Something in the environment is missing or wrong; `message` lists it, one line a variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/**
 * Reads the settings. An empty variable counts as absent, as lines like `DATABASE_URL=` in an env file mean it.
 *
 * @throws ConfigError naming every variable that is wrong
 */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`).join('\n'),
    );
  }
  const env = parsed.data;
  return {
    zoom: {
      clientId: env.ZOOM_CLIENT_ID,
      clientSecret: env.ZOOM_CLIENT_SECRET,
      apiUrl: env.ZOOM_API_URL,
      oauthUrl: env.ZOOM_OAUTH_URL,
    },
    microsoft: microsoftIn(env),
    baseUrl: env.BASE_URL,
    port: env.PORT,
    host: env.HOST,
    tls:
      env.TLS_KEY === undefined || env.TLS_CERT === undefined
        ? undefined
        : { key: env.TLS_KEY, cert: env.TLS_CERT },
    trustProxy: env.TRUST_PROXY,
    databaseUrl: env.DATABASE_URL,
    databaseDir: env.DATABASE_DIR,
    secretsKey: env.SECRETS_KEY,
    production: env.NODE_ENV === 'production',
    webDir: env.WEB_DIR,
    extraStatic: env.EXTRA_STATIC,
    frameAncestors: env.FRAME_ANCESTORS,
    logLevel: env.LOG_LEVEL,
  };
}

function microsoftIn(env: z.infer<typeof Environment>): MicrosoftApplication | undefined {
  const [first] = env.ENTRA_TENANTS ?? [];
  if (env.ENTRA_CLIENT_ID === undefined || first === undefined) return undefined;
  return {
    clientId: env.ENTRA_CLIENT_ID,
    authority: env.ENTRA_AUTHORITY,
    tenants: [...new Set(env.ENTRA_TENANTS)],
    signInTenant: env.ENTRA_SIGN_IN_TENANT ?? first,
  };
}
