/**
 * The backend's process. Prints one JSON line on stdout when it listens
 * (`{"ready":"backend","url":"https://localhost:8443"}`), for whoever started it; everything else goes to stderr.
 * SIGTERM and SIGINT stop it cleanly.
 */
import { systemSleep } from '../zoom/system';
import { ConfigError, readConfig } from './config';
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
  // What somebody can mend is one sentence; only the unexpected needs its stack.
  const mendable =
    error instanceof ConfigError || error instanceof FolderInUseError || error instanceof SecretsError;
  process.stderr.write(
    `${mendable ? error.message : error instanceof Error ? error.stack : String(error)}\n`,
  );
  process.exit(1);
});
