/**
 * The process of the sandbox's Outlook. It prints one line of JSON to stdout when it is ready, logs to stderr, and
 * stops on SIGTERM and SIGINT.
 */
import { readFile } from 'node:fs/promises';
import pino from 'pino';
import { readEnvironment } from './server/environment';
import { startOutlookServer } from './server/server';

/** How long connections may take to end after a signal, in ms. */
const patience = 5000;

const logger = pino(
  { name: 'sandbox-outlook', level: process.env['LOG_LEVEL'] ?? 'info' },
  pino.destination(2),
);

async function main(): Promise<void> {
  const environment = readEnvironment(process.env);
  const server = await startOutlookServer({
    port: environment.PORT,
    host: environment.HOST,
    tls: {
      key: await readFile(environment.TLS_KEY, 'utf8'),
      cert: await readFile(environment.TLS_CERT, 'utf8'),
    },
    profileFile: environment.PROFILE_FILE,
    addInOrigin: environment.ADDIN_ORIGIN,
    manifestFile: environment.MANIFEST,
    pageDirectory: environment.OUTLOOK_PAGE_DIR,
    timeZone: environment.OUTLOOK_TIME_ZONE,
    logger,
  });

  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'Stopping');
    setTimeout(() => process.exit(1), patience).unref();
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.error({ err: error }, 'Stopping failed');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  process.stdout.write(`${JSON.stringify({ ready: 'sandbox-outlook', url: server.url })}\n`);
}

main().catch((error: unknown) => {
  logger.fatal(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
