/** Starts the backend from its settings: opens what it needs, listens, and stops it all again in order. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyBaseLogger } from 'fastify';
import type { Fetch, Sleep } from '../zoom/http';
import type { Config } from './config';
import { DamagedDataError } from './database/damaged';
import { IN_MEMORY, openDatabase } from './database/open';
import { createSecrets, generateKey, keyFromFile, type Secrets } from './secrets';
import { buildServer } from './server';
import type { TypedApp } from './typedApp';

const TIDY_EVERY_MS = 3_600_000;
/** Requests on their way get this long to finish when the process is asked to stop. */
const DRAIN_MS = 10_000;

/** What the process has from its surroundings. */
export interface Surroundings {
  readonly logger: FastifyBaseLogger;
  readonly version: string;
  readonly fetch: Fetch;
  readonly now: () => number;
  readonly sleep: Sleep;
}

export interface RunningBackend {
  /** Its public address: BASE_URL, or the address that it listens on. */
  readonly url: string;
  /** Where it listens. */
  readonly ownUrl: string;
  /** Takes no new requests, lets the present ones finish, closes and unlocks the database. */
  stop(): Promise<void>;
}

/** @throws FolderInUseError, DamagedDataError, SecretsError, and what the system says about the port or the files */
export async function startBackend(config: Config, around: Surroundings): Promise<RunningBackend> {
  const { logger } = around;
  const tls = config.tls && {
    key: await readFile(config.tls.key, 'utf8'),
    cert: await readFile(config.tls.cert, 'utf8'),
  };
  const secrets = await secretsOf(config);
  const open = await openDatabase({
    url: config.databaseUrl,
    directory: config.databaseDir,
    onIdleError: (err) => logger.warn({ err }, 'an idle database connection broke'),
  });
  try {
    let ownUrl = '';
    const { app, tidy } = await buildServer({
      ...around,
      // One of its own, to be quieted without the rest.
      logger: logger.child({}),
      open,
      secrets,
      zoom: config.zoom,
      microsoft: config.microsoft,
      baseUrl: () => config.baseUrl ?? ownUrl,
      publicHttps: isPublicHttps(config.baseUrl),
      tls,
      trustProxy: config.trustProxy,
      webDir: config.webDir,
      extraStatic: config.extraStatic,
      frameAncestors: config.frameAncestors,
    });
    await tidy();
    await listenQuietly(app, config);
    const address = app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : config.port;
    ownUrl = `${tls === undefined ? 'http' : 'https'}://localhost:${port}`;
    logger.info({ url: config.baseUrl ?? ownUrl, ownUrl }, 'listening');

    const tidying = setInterval(() => {
      tidy().catch((err: unknown) => logger.warn({ err }, 'tidying up failed'));
    }, TIDY_EVERY_MS);
    tidying.unref();
    return {
      url: config.baseUrl ?? ownUrl,
      ownUrl,
      async stop() {
        clearInterval(tidying);
        await withinTime(app.close(), DRAIN_MS, () => logger.warn('requests did not finish in time'));
        await open.close();
      },
    };
  } catch (error) {
    await open.close();
    throw error;
  }
}

/** Fastify would log each address that it listens on, and as http: the TLS is not of its making. */
async function listenQuietly(app: TypedApp, { port, host }: Config): Promise<void> {
  const { level } = app.log;
  app.log.level = 'silent';
  try {
    await app.listen({ port, host });
  } finally {
    app.log.level = level;
  }
}

async function withinTime(work: Promise<unknown>, milliseconds: number, onLate: () => void): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => {
      onLate();
      resolve();
    }, milliseconds);
    work.then(() => resolve(), reject).finally(() => clearTimeout(timer));
  });
}

async function secretsOf({ secretsKey, databaseDir }: Config): Promise<Secrets> {
  if (secretsKey !== undefined) return createSecrets(secretsKey);
  if (databaseDir === IN_MEMORY) return createSecrets(generateKey());
  const path = join(databaseDir, 'secrets.key');
  const key = await keyFromFile(path);
  try {
    return createSecrets(key);
  } catch (error) {
    // Another key would open nothing of what the folder keeps: both begin anew.
    const because = 'it does not hold 32 bytes in base64';
    throw new DamagedDataError({ what: 'The key in', path, because, remove: databaseDir }, error);
  }
}

function isPublicHttps(baseUrl: string | undefined): boolean {
  if (baseUrl === undefined) return false;
  const { protocol, hostname } = new URL(baseUrl);
  return protocol === 'https:' && hostname !== 'localhost' && !hostname.endsWith('.localhost');
}
