// `npm run test:mutants`: makes one deliberate mistake after the other in a copy of the sync engine, and shows by what
// each is noticed: by the random histories, or else by a test of the plan or the engine. Ends with 1 where one is not.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ensureInstalled, root } from '../../../tools/install.mjs';
import { mutants } from './list.mjs';

ensureInstalled();
const copy = path.join(root, '.cache', 'mutants');
rmSync(copy, { recursive: true, force: true });
mkdirSync(copy, { recursive: true });
for (const name of ['src', 'tests', 'tools', 'docs', 'package.json', 'jest.config.mjs', 'tsconfig.json'])
  cpSync(path.join(root, name), path.join(copy, name), { recursive: true });
symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'dir');

const HISTORIES = ['tests/sync/model'];
const EXAMPLES = ['tests/sync/plan', 'tests/sync/engine'];

/** The first test that fails, or undefined where all pass. */
function firstFailure(tests) {
  const { status, stderr } = spawnSync(
    process.execPath,
    [path.join('node_modules', 'jest', 'bin', 'jest.js'), ...tests, '--selectProjects', 'unit', '--bail=1'],
    {
      cwd: copy,
      encoding: 'utf8',
      env: { ...process.env, SYNC_HISTORIES: '2000', SYNC_SEED: '1', FORCE_COLOR: '0' },
    },
  );
  if (status === 0) return undefined;
  return /^ {2}● (.*)$/m.exec(stderr)?.[1] ?? `jest ended with ${status}`;
}

let missed = 0;
const unharmed = firstFailure([...HISTORIES, ...EXAMPLES]);
if (unharmed !== undefined) throw new Error(`Without any mistake there is a failure already: ${unharmed}`);
for (const { name, file, find, put } of mutants) {
  const place = path.join(copy, file);
  const text = readFileSync(place, 'utf8');
  if (text.split(find).length !== 2) throw new Error(`${file} does not hold this once: ${find}`);
  writeFileSync(place, text.replace(find, put));
  const isInHistories = firstFailure(HISTORIES) !== undefined;
  const example = isInHistories ? undefined : firstFailure(EXAMPLES);
  writeFileSync(place, text);
  const by = isInHistories ? 'by the random histories' : example && `by: ${example}`;
  if (by === undefined) missed += 1;
  console.log(by === undefined ? `MISSED   ${name}` : `noticed  ${name}\n         ${by}`);
}
console.log(`\n${mutants.length - missed} of ${mutants.length} noticed.`);
process.exitCode = missed === 0 ? 0 : 1;
