/**
 * The Zoom stand-in as a process.
 *
 * Environment: PORT (0: any), TLS_KEY and TLS_CERT (paths of PEM files; plain HTTP without), ZOOM_STATE_FILE,
 * ZOOM_CLIENT_ID, ZOOM_CLIENT_SECRET, ZOOM_REDIRECT_URIS (by commas), ACCESS_TOKEN_SECONDS, ZOOM_JOIN_ORIGIN.
 * Writes `{"ready":"sandbox-zoom","url":"…"}` to standard output when it listens and its log to standard error
 * (the reason why it cannot start as a line of level `fatal`);
 * ends on SIGTERM and SIGINT.
 */
import { readFileSync } from 'node:fs';
import pino from 'pino';
import { DamagedDataError } from '../../backend/database/damaged';
import { Environment } from './config';
import { startZoomCloud } from './server';

async function run(): Promise<void> {
  const env = Environment.parse(process.env);
  const cloud = await startZoomCloud({
    port: env.PORT,
    ...(env.TLS_KEY !== undefined && env.TLS_CERT !== undefined
      ? { tls: { key: readFileSync(env.TLS_KEY, 'utf8'), cert: readFileSync(env.TLS_CERT, 'utf8') } }
      : {}),
    ...(env.ZOOM_STATE_FILE === undefined ? {} : { stateFile: env.ZOOM_STATE_FILE }),
    ...(env.ZOOM_JOIN_ORIGIN === undefined ? {} : { joinOrigin: env.ZOOM_JOIN_ORIGIN }),
    clientId: env.ZOOM_CLIENT_ID,
    clientSecret: env.ZOOM_CLIENT_SECRET,
    redirectUris: env.ZOOM_REDIRECT_URIS,
    accessTokenSeconds: env.ACCESS_TOKEN_SECONDS,
    logTo: process.stderr,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void cloud.close().then(() => process.exit(0));
    });
  }
  process.stdout.write(`${JSON.stringify({ ready: 'sandbox-zoom', url: cloud.url })}\n`);
}

run().catch((error: unknown) => {
  const logger = pino(pino.destination({ dest: 2, sync: true }));
  const err = error instanceof Error ? error : new Error(String(error));
  // Whoever damaged the file can mend it by the sentence; anything else needs its stack in the log.
  if (err instanceof DamagedDataError) logger.fatal(err.message);
  else logger.fatal({ err }, err.message);
  process.exit(1);
});
