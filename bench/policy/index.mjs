// `npm run bench:policy`: how fast the effective policy is over HTTP for somebody signed in, beside a bare Fastify route
// in the same run; and on a real PostgreSQL with 100 to 10,000 accounts of 100 members.
import { mkdtempSync, openSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { ensureInstalled } from '../../tools/install.mjs';

ensureInstalled();
const { buildBackend } = await import('./build.mjs');
const { start, startBare, startLoad, startPostgres } = await import('./processes.mjs');
const { addAccounts, connect, MEMBERS, PLATFORM, signIn } = await import('./seed.mjs');

const CONNECTIONS = 50;
const ROUNDS = 7;
const SECONDS = 3;
/** Rounds before the counted ones: the code gets warm. */
const WARM_UP = 2;
const SIZES = [100, 1000, 10_000];
/** Members who ask at each size, so that the sizes compare. */
const SAMPLE = 10_000;
const POLICY = `/api/me/policy?platform=${PLATFORM}`;

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const head = (...cells) => (row(...cells), row(...cells.map(() => '---')));
const whole = (number) => Math.round(number).toLocaleString('en');
const ms = (number) => `${number.toFixed(1)} ms`;
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('Building …');
const file = await buildBackend();
const folder = mkdtempSync(path.join(tmpdir(), 'bench-policy-'));
const logFile = path.join(folder, 'backend.log');
const running = [];
const keep = (process) => {
  running.push(process);
  return process;
};

/** Members spread evenly over these accounts, in an order that jumps from account to account. */
const spread = (accounts) =>
  Array.from({ length: SAMPLE }, (_, number) => [
    (number % accounts) + 1,
    ((Math.floor(number / accounts) * 7 + number) % MEMBERS) + 1,
  ]);

async function load(by, process, task) {
  const before = (await process.ask('cpu')).cpu;
  const result = await by.ask({ port: process.first.port, connections: CONNECTIONS, ...task });
  if (result.failed > 0) throw new Error(`${result.failed} requests failed; see ${logFile}`);
  const cpu = ((await process.ask('cpu')).cpu - before) / result.requests;
  return { ...result, cpu, rate: result.requests / result.seconds };
}

async function besideBare({ backend, bare, by, token }) {
  const contestants = [
    { name: 'bare', process: bare, path: '/' },
    { name: 'bare, an answer as large', process: bare, path: '/same' },
    { name: 'effective policy', process: backend, path: POLICY },
  ].map((each) => ({ ...each, runs: [] }));
  for (let round = 0; round < WARM_UP + ROUNDS; round++) {
    for (const { process, path, runs } of contestants) {
      const run = await load(by, process, { path, tokens: [token], seconds: SECONDS });
      if (round >= WARM_UP) runs.push(run);
    }
  }
  const of = (runs, field) => median(runs.map((run) => run[field]));
  const reference = contestants[0].runs;
  const share = (runs) => of(runs, 'rate') / of(reference, 'rate');
  const byTime = (runs) => (of(reference, 'cpu') / of(runs, 'cpu')).toFixed(2);
  head('', 'requests/s', 'share of bare', 'processor a request', 'p50', 'p99');
  for (const { name, runs } of contestants)
    row(
      name,
      `${whole(of(runs, 'rate'))} (${whole(Math.min(...runs.map(({ rate }) => rate)))} to ${whole(Math.max(...runs.map(({ rate }) => rate)))})`,
      share(runs).toFixed(2),
      `${of(runs, 'cpu').toFixed(1)} µs`,
      ms(of(runs, 'p50')),
      ms(of(runs, 'p99')),
    );
  const had = (of(reference, 'rate') * of(reference, 'cpu')) / 1e6;
  const ours = contestants[2].runs;
  console.log(
    `\nGoal: 0.50 of bare's requests. ${share(ours) >= 0.5 ? 'Met' : 'Missed'}: ${share(ours).toFixed(2)}.`,
  );
  // Below a whole processor it is the load, or other work on the machine, that holds bare back, and not bare itself.
  console.log(
    `Bare used ${had.toFixed(2)} of a processor; by processor time a request the share is ${byTime(ours)}.\n`,
  );
}

async function grown({ accounts, url, client, by, from }) {
  const seeding = performance.now();
  await addAccounts(client, from, accounts);
  const tookToSeed = (performance.now() - seeding) / 1000;
  const tokens = await signIn(client, spread(accounts));
  // A process of its own for each size: nothing is kept from the one before, and nothing is warm but the code.
  const backend = keep(await start(file, { env: { DATABASE_URL: url }, log }));
  const warm = tokens.slice(0, 500);
  await load(by, backend, { path: POLICY, tokens: warm, seconds: 2 });
  const once = await load(by, backend, { path: POLICY, tokens: tokens.slice(500) });
  const again = await load(by, backend, { path: POLICY, tokens: warm, seconds: 5 });
  await backend.stop();
  running.splice(running.indexOf(backend), 1);
  const cells = (run) => [`${whole(run.rate)}/s`, ms(run.p50), ms(run.p99)];
  row(
    whole(accounts),
    whole(accounts * MEMBERS),
    `${tookToSeed.toFixed(0)} s`,
    ...cells(once),
    ...cells(again),
  );
}

const log = openSync(logFile, 'w');
try {
  const by = keep(await startLoad());
  const postgres = keep(await startPostgres());
  const { url } = postgres.first;
  const backend = keep(await start(file, { env: { DATABASE_URL: url }, log }));
  const bare = keep(await startBare());
  const client = await connect(url);
  await addAccounts(client, 1, SIZES[0]);
  const [token] = await signIn(client, spread(SIZES[0]));
  const answer = await fetch(`http://127.0.0.1:${backend.first.port}${POLICY}`, {
    headers: { authorization: `Bearer ${token}` },
  });
  await bare.ask(await answer.text());

  console.log(
    `\n${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, ` +
      `Node ${process.version}, ${process.platform}. ${CONNECTIONS} connections; log at level info into a file.\n`,
  );
  await besideBare({ backend, bare, by, token });
  await backend.stop();
  await bare.stop();
  running.splice(running.indexOf(backend), 2);
  console.log(`(the log grew to ${whole(statSync(logFile).size / 1e6)} MB)\n`);

  head('accounts', 'members', 'seeded in', 'each once', 'p50', 'p99', '500 again and again', 'p50', 'p99');
  let from = SIZES[0] + 1;
  for (const accounts of SIZES) {
    await grown({ accounts, url, client, by, from });
    from = accounts + 1;
  }
  await client.end();
} finally {
  for (const each of running.reverse()) await each.stop();
  rmSync(folder, { recursive: true, force: true });
}
