// `npm run guide`: makes the pictures and the table of `docs/admin-guide.md` anew, by the tests that go its way.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
for (const which of [
  ['tests/admin/guide.test.ts', '--selectProjects', 'unit', '--testNamePattern', 'each policy'],
  ['tests/e2e/adminGuide.test.ts', '--selectProjects', 'e2e'],
]) {
  const { status } = spawnSync(process.execPath, [jest, ...which, '--runInBand'], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, GUIDE: 'docs' },
  });
  if (status !== 0) process.exit(status ?? 1);
}
