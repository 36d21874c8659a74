/**
 * The Entra stand-in as a process.
 *
 * Environment: PORT (0: any), TLS_KEY and TLS_CERT (paths of PEM files; plain HTTP without), ENTRA_ORIGINS (whose
 * pages may sign in, by commas), ENTRA_CLIENT_ID, ENTRA_TENANTS (by commas), ACCESS_TOKEN_SECONDS.
 * Writes `{"ready":"sandbox-entra","url":"…"}` to standard output when it listens and its log to standard error
 * (the reason why it cannot start as a line of level `fatal`); ends on SIGTERM and SIGINT.
 */
import { readFileSync } from 'node:fs';
import pino from 'pino';
import { Environment } from './config';
import { startEntra } from './server';

async function run(): Promise<void> {
  const env = Environment.parse(process.env);
  const entra = await startEntra({
    port: env.PORT,
    ...(env.TLS_KEY !== undefined && env.TLS_CERT !== undefined
      ? { tls: { key: readFileSync(env.TLS_KEY, 'utf8'), cert: readFileSync(env.TLS_CERT, 'utf8') } }
      : {}),
    clientId: env.ENTRA_CLIENT_ID,
    tenants: env.ENTRA_TENANTS,
    origins: env.ENTRA_ORIGINS,
    accessTokenSeconds: env.ACCESS_TOKEN_SECONDS,
    logTo: process.stderr,
  });
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      void entra.close().then(() => process.exit(0));
    });
  }
  process.stdout.write(`${JSON.stringify({ ready: 'sandbox-entra', url: entra.url })}\n`);
}

run().catch((error: unknown) => {
  const err = error instanceof Error ? error : new Error(String(error));
  pino(pino.destination({ dest: 2, sync: true })).fatal({ err }, err.message);
  process.exit(1);
});
