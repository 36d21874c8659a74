/**
 * The product's backend as a process for `bench:policy`: what `src/backend/main.ts` starts, logging as in production,
 * but with rate limits that count and never refuse. Prints its port, answers `cpu` on standard input with the
 * microseconds of processor that it used so far, and ends with its standard input.
 */
import { createInterface } from 'node:readline';
import { createLogger } from '../../src/backend/logging';
import { openDatabase } from '../../src/backend/database/open';
import { createSecrets, generateKey } from '../../src/backend/secrets';
import { buildServer } from '../../src/backend/server';
import { systemSleep } from '../../src/zoom/system';

const NEVER = 1_000_000_000;
/** Nothing listens there: Zoom is not asked for a policy. */
const NOWHERE = 'http://localhost:9';

async function main(): Promise<void> {
  const logger = createLogger('info');
  const open = await openDatabase({ url: process.env.DATABASE_URL, directory: 'memory://' });
  const { app } = await buildServer({
    open,
    secrets: createSecrets(generateKey()),
    zoom: { clientId: 'bench', clientSecret: 'bench', apiUrl: NOWHERE, oauthUrl: NOWHERE },
    baseUrl: () => NOWHERE,
    publicHttps: false,
    logger,
    version: 'bench',
    fetch: globalThis.fetch,
    now: Date.now,
    sleep: systemSleep,
    rateLimits: {
      perSession: NEVER,
      costlyPerSession: NEVER,
      perAddress: NEVER,
      failuresPerAddress: NEVER,
      renewalsPerMember: NEVER,
    },
  });
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  process.stdout.write(`${JSON.stringify({ port: Number(new URL(address).port) })}\n`);

  const lines = createInterface(process.stdin);
  lines.on('line', () => {
    const { user, system } = process.cpuUsage();
    process.stdout.write(`${JSON.stringify({ cpu: user + system })}\n`);
  });
  lines.on('close', () => {
    app
      .close()
      .then(() => open.close())
      .then(
        () => process.exit(0),
        (error: unknown) => {
          logger.fatal({ err: error }, 'the bench’s backend could not stop');
          process.exit(1);
        },
      );
  });
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
