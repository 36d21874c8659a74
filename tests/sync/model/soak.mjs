// `npm run test:soak`: the sync engine's random histories for as long as one likes, 10,000 at a time with a new seed
// each time, until one fails. `SOAK_MINUTES` says for how long (60).
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from '../../../tools/install.mjs';

ensureInstalled();
const end = Date.now() + Number(process.env.SOAK_MINUTES ?? 60) * 60_000;
const first = Number(process.env.SYNC_SEED ?? Date.now() % 1_000_000_000);
let histories = 0;
for (let round = 0; Date.now() < end; round += 1) {
  const seed = first + round * 1_000;
  const { status } = spawnSync(
    process.execPath,
    [path.join('node_modules', 'jest', 'bin', 'jest.js'), 'tests/sync/model', '--selectProjects', 'unit'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, SYNC_HISTORIES: '10000', SYNC_SEED: String(seed) },
    },
  );
  if (status !== 0) {
    console.log(
      `A history of seed ${seed} failed: SYNC_SEED=${seed} npx jest tests/sync/model --selectProjects unit`,
    );
    process.exit(1);
  }
  histories += 10_000;
}
console.log(
  `${histories.toLocaleString('en')} histories, seeds from ${first} on: all of them ended as they should.`,
);
