// `npm run gallery`: makes the pictures of `docs/gallery` and their page anew, by the test that looks at every state.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureInstalled, root } from './install.mjs';

ensureInstalled();
const jest = path.join(root, 'node_modules', 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, path.join('tests', 'e2e', 'gallery.test.ts'), '--selectProjects', 'e2e', '--runInBand'],
  { cwd: root, stdio: 'inherit', env: { ...process.env, GALLERY: 'docs' } },
);
process.exitCode = status ?? 1;
