// Sees that Node is recent enough and that the packages of package-lock.json are installed; installs them when not.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

const LEAST_NODE = [20, 19];

/** The sentence to end with when this Node is too old, otherwise undefined. */
export function nodeComplaint(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const recent = major > LEAST_NODE[0] || (major === LEAST_NODE[0] && minor >= LEAST_NODE[1]);
  return recent
    ? undefined
    : `Node ${LEAST_NODE.join('.')} or later is needed; this is ${version}. Install it from https://nodejs.org and run the command again.`;
}

/** Installs what is missing. Ends the process with a clear sentence when that is impossible. */
export function ensureInstalled() {
  const complaint = nodeComplaint();
  if (complaint) {
    console.error(complaint);
    process.exit(1);
  }
  const stamp = path.join(root, 'node_modules', '.installed-for');
  const wanted = createHash('sha256')
    .update(readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  console.log('Installing packages (about a minute the first time) …');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    console.error(
      'The packages could not be installed. The lines above say why; check the network to the package registry, then run the command again.',
    );
    process.exit(npm.status ?? 1);
  }
  writeFileSync(stamp, wanted);
}
