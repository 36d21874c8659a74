// `npm test`: installs what is missing, finds a browser, builds, then runs lint, format, type check and every test.
// `npm test -- <words>` runs only the test files whose path holds one of the words, and no checks.
// Ends with one line, `N passed, N failed`, where each check counts as one.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import path from 'node:path';
import { build } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const words = process.argv.slice(2);
let passed = 0;
let failed = 0;

const bin = (...parts) => path.join(root, 'node_modules', ...parts);
const run = (args, env = {}) =>
  spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } })
    .status === 0;

function check(name, args) {
  const began = Date.now();
  console.log(`\n== ${name}`);
  const good = run(args);
  console.log(
    good ? `   ${name}: good (${Math.round((Date.now() - began) / 1000)} s)` : `   ${name}: FAILED`,
  );
  if (good) passed += 1;
  else failed += 1;
}

const { findBrowser } = await import('./browser.mjs');
let browser;
try {
  browser = await findBrowser();
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
console.log(`Browser: ${browser}`);

if (words.length === 0) {
  check('Types', [bin('typescript', 'bin', 'tsc'), '--noEmit']);
  check('Lint', [
    bin('eslint', 'bin', 'eslint.js'),
    '.',
    '--max-warnings=0',
    '--cache',
    '--cache-location',
    path.join(root, '.cache', 'eslint'),
  ]);
  check('Words', [path.join(root, 'tools', 'languages.mjs')]);
  check('Format', [bin('prettier', 'bin', 'prettier.cjs'), '--check', '.', '--log-level=warn']);
}

console.log('\n== Build');
try {
  await build();
} catch (error) {
  console.error(`The build failed, so no test ran:\n${error.message}`);
  console.log(`${passed} passed, ${failed + 1} failed`);
  process.exit(1);
}
const { ensureCertificate } = await import('./certificate.mjs');
await ensureCertificate(path.join(root, '.data', 'certificates'));

const results = path.join(root, '.cache', 'jest-results.json');
mkdirSync(path.dirname(results), { recursive: true });

/** Runs one of Jest's projects and adds its figures; a run that leaves no figures has failed. */
function jest(project, ...more) {
  console.log(`\n== Tests: ${project}`);
  rmSync(results, { force: true });
  const good = run(
    [
      bin('jest', 'bin', 'jest.js'),
      '--selectProjects',
      project,
      '--json',
      '--outputFile',
      results,
      '--passWithNoTests',
      ...more,
      ...words,
    ],
    { BROWSER_PATH: browser },
  );
  try {
    const figures = JSON.parse(readFileSync(results, 'utf8'));
    passed += figures.numPassedTests;
    failed += figures.numFailedTests + figures.numRuntimeErrorTestSuites;
    if (!good && figures.numFailedTests + figures.numRuntimeErrorTestSuites === 0) failed += 1;
    const left = figures.numPendingTests + figures.numTodoTests;
    if (left > 0) console.log(`   ${left} tests did not run: see their reasons above.`);
  } catch {
    failed += 1;
  }
}

// As many at a time as there are processors, and not more than four: each browser test file starts the whole product,
// on ports and with data of its own.
const workers = `--maxWorkers=${Math.min(availableParallelism(), 4)}`;
jest('unit', workers);
jest('e2e', workers);

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
