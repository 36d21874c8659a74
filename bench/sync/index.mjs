// `npm run bench:sync`: the sync engine beside vdirsyncer in one run. Whole processes are timed, from start to end: ours
// is three of them (the engine, and each side with its file), vdirsyncer is one with two folders.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { ensureInstalled, root } from '../../tools/install.mjs';

ensureInstalled();
const { buildBench } = await import('./build.mjs');
const { chart } = await import('./chart.mjs');
const { measure } = await import('./measure.mjs');
const { Vdirsyncer, vdirsyncerVersion } = await import('./vdirsyncer.mjs');

const SIZES = [1_000, 10_000, 100_000];
/** vdirsyncer needs minutes for more. */
const MOST_OF_REFERENCE = 10_000;
const CHANGED = 100;
const ROUNDS = 5;
const MODES = { delta: 'ours, both sides with delta', rows: 'ours, meetings listed in rows as Zoom does' };

const row = (...cells) => `| ${cells.join(' | ')} |`;
const table = [];
const print = (line = '') => (table.push(line), console.log(line));
const seconds = (value) => (value < 1 ? `${(value * 1000).toFixed(0)} ms` : `${value.toFixed(1)} s`);
const megabytes = (bytes) => (bytes === undefined ? '?' : `${(bytes / 1e6).toFixed(0)} MB`);
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

console.log('Building …');
const built = await buildBench();
const program = (name) => path.join(built, `${name}.js`);
const folder = mkdtempSync(path.join(tmpdir(), 'bench-sync-'));
const run = (name, ...words) => measure(process.execPath, [program(name), ...words]);

/** The least, since whatever else the machine does only adds to it; and the least memory with it. */
async function several(work) {
  const runs = [];
  for (let round = 0; round < ROUNDS; round++) runs.push(await work());
  const middle = median(runs.map((each) => each.seconds));
  return runs.find((each) => each.seconds === middle);
}

/** What three processes cost that do nothing at all: the least that ours can need. */
const bareProcesses = () =>
  several(() =>
    measure(process.execPath, [
      '-e',
      `for (const side of [1, 2]) require('node:child_process').spawn(process.execPath, ['-e', String(side)], { stdio: 'inherit' })`,
    ]),
  );

const callsOf = ({ output }) => JSON.parse(output.trim().split('\n').at(-1));
const saidOf = (calls) =>
  ['meeting', 'appointment']
    .map(
      (side) =>
        `${side}: ${Object.entries(calls[side])
          .map(([call, times]) => `${times} ${call}`)
          .join(', ')}`,
    )
    .join('; ');

async function ours(mode, items) {
  const place = path.join(folder, `${mode}-${items}`);
  mkdirSync(place);
  await run('seed', place, String(items));
  const sync = () => run('engine', place, mode, program('side'));
  const first = await sync();
  const nothing = await several(sync);
  const changed = await several(async () => {
    await run('seed', place, String(items), 'change', String(CHANGED));
    return sync();
  });
  rmSync(place, { recursive: true });
  return { first, nothing, changed };
}

async function reference(items) {
  const place = path.join(folder, `vdirsyncer-${items}`);
  mkdirSync(place);
  const both = new Vdirsyncer(place, items);
  const first = await both.sync();
  const nothing = await several(() => both.sync());
  const changed = await several(() => {
    both.change(CHANGED);
    return both.sync();
  });
  rmSync(place, { recursive: true });
  return { first, nothing, changed };
}

try {
  const version = vdirsyncerVersion();
  if (version === undefined)
    console.log(
      'vdirsyncer is not installed (Debian: apt-get install vdirsyncer): measured without the reference.',
    );
  print(
    `${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, Node ${process.version}` +
      `${version === undefined ? '' : `, vdirsyncer ${version}`}. Medians of ${ROUNDS} runs; the first time once.`,
  );
  print();
  print(
    row(
      'items',
      'what',
      'first time',
      'nothing changed',
      `${CHANGED} changed`,
      'memory',
      'external calls with nothing changed',
    ),
  );
  print(row(...Array.from({ length: 7 }, () => '---')));
  const bare = await bareProcesses();
  print(
    row(
      '0',
      'three Node processes that do nothing',
      '',
      seconds(bare.seconds),
      '',
      megabytes(bare.bytes),
      '',
    ),
  );
  const results = {};
  for (const items of SIZES) {
    for (const [mode, name] of Object.entries(MODES)) {
      const result = await ours(mode, items);
      (results[items] ??= {})[mode] = result;
      const memory = Math.max(result.first.bytes ?? 0, result.nothing.bytes ?? 0);
      print(
        row(
          items.toLocaleString('en'),
          name,
          ...[result.first, result.nothing, result.changed].map((each) => seconds(each.seconds)),
          `${megabytes(memory)} (${megabytes(result.nothing.bytes)} with nothing changed)`,
          saidOf(callsOf(result.nothing)),
        ),
      );
    }
    if (version === undefined || items > MOST_OF_REFERENCE) continue;
    const result = await reference(items);
    results[items].vdirsyncer = result;
    print(
      row(
        items.toLocaleString('en'),
        'vdirsyncer, two folders',
        ...[result.first, result.nothing, result.changed].map((each) => seconds(each.seconds)),
        megabytes(Math.max(result.first.bytes ?? 0, result.nothing.bytes ?? 0)),
        '',
      ),
    );
  }
  print();
  const at = results[MOST_OF_REFERENCE];
  const goal = (what, value, wanted, isMet) =>
    print(`- ${what}: ${value.toFixed(1)} (goal ${wanted}): ${isMet ? 'met' : 'missed'}`);
  if (at.vdirsyncer) {
    const work = (result, start) => Math.max(result.nothing.seconds - start, 0);
    const perItem = (key, many, few) =>
      ((results[many][key].nothing.seconds - results[few][key].nothing.seconds) / (many - few)) * 1e6;
    print(
      `- nothing changed, without the start of the processes: ${seconds(work(at.delta, bare.seconds))}; an item more costs ${perItem('delta', 100_000, 1_000).toFixed(1)} µs, in vdirsyncer ${perItem('vdirsyncer', 10_000, 1_000).toFixed(1)} µs`,
    );
    const times = (field) => at.vdirsyncer[field].seconds / at.delta[field].seconds;
    goal(
      'times as fast as vdirsyncer, 10,000 items, nothing changed',
      times('nothing'),
      'at least 10',
      times('nothing') >= 10,
    );
    goal(
      'times as fast as vdirsyncer, 10,000 items, first time',
      times('first'),
      'at least 5',
      times('first') >= 5,
    );
  }
  const growth = results[100_000].delta.nothing.seconds / results[1_000].delta.nothing.seconds;
  goal(
    'nothing changed, 100,000 items against 1,000, both sides with delta',
    growth,
    'at most 2',
    growth <= 2,
  );
  writeFileSync(path.join(root, 'docs', 'sync-bench.svg'), chart(results, SIZES));
  writeFileSync(path.join(folder, 'table.md'), table.join('\n'));
  cpSync(path.join(folder, 'table.md'), path.join(built, 'table.md'));
  console.log('\nThe chart is docs/sync-bench.svg.');
} finally {
  rmSync(folder, { recursive: true, force: true });
}
