/**
 * The backend's process. Prints one JSON line on stdout when it listens
 * (`{"ready":"backend","url":"https://localhost:8443"}`), for whoever started it; everything else goes to stderr,
 * the reason why it cannot start as the last line and of level `fatal`.
 * SIGTERM and SIGINT stop it cleanly.
 */
import { systemSleep } from '../zoom/system';
import { ConfigError, readConfig } from './config';
import { DamagedDataError } from './database/damaged';
import { FolderInUseError } from './database/folderLock';
import { createLogger } from './logging';
import { SecretsError } from './secrets';
import { startBackend } from './start';

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger(config.logLevel);
  const backend = await startBackend(config, {
    logger,
    version: process.env.PRODUCT_VERSION ?? 'development',
    // Node's own fetch: it honours NODE_EXTRA_CA_CERTS.
    fetch: globalThis.fetch,
    now: Date.now,
    sleep: systemSleep,
  });

  let stopping = false;
  const stop = (signal: string) => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    backend.stop().then(
      () => process.exit(0),
      (err: unknown) => {
        logger.error({ err }, 'stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);

  process.stdout.write(`${JSON.stringify({ ready: 'backend', url: backend.url })}\n`);
}

main().catch((error: unknown) => {
  const err = error instanceof Error ? error : new Error(String(error));
  // What somebody can mend is whole sentences; only the unexpected needs its stack.
  const mendable = [ConfigError, DamagedDataError, FolderInUseError, SecretsError].some(
    (kind) => err instanceof kind,
  );
  // A person at a terminal reads text; whoever keeps the log, or started this process, reads lines of JSON.
  if (process.stderr.isTTY) process.stderr.write(`${mendable ? err.message : err.stack}\n`);
  else if (mendable) createLogger('fatal').fatal(err.message);
  else createLogger('fatal').fatal({ err }, err.message);
  process.exit(1);
});
