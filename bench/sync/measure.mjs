// How long a program takes from its start to its end, and how much memory it and its children need at most (the sum of
// their greatest resident sizes, as Linux tells them; undefined elsewhere).
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

const LOOK_EVERY_MS = 10;

const wordsOf = (pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8');

/** None of one that has ended, or that still is a copy of its parent and has not begun as a program of its own. */
function greatest(pid, parent) {
  try {
    if (wordsOf(pid) === wordsOf(parent)) return 0;
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
  } catch {
    return 0;
  }
}

function childrenOf(pid) {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((task) =>
      readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').split(' ').filter(Boolean),
    );
  } catch {
    return [];
  }
}

/** @returns {Promise<{ seconds: number, bytes: number | undefined, output: string }>} rejects when it fails */
export function measure(program, words, options = {}) {
  return new Promise((resolve, reject) => {
    const begun = performance.now();
    const child = spawn(program, words, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const sizes = new Map();
    const look = setInterval(() => {
      const note = (pid, parent) => sizes.set(pid, Math.max(sizes.get(pid) ?? 0, greatest(pid, parent)));
      note(child.pid, process.pid);
      for (const pid of childrenOf(child.pid)) note(pid, child.pid);
    }, LOOK_EVERY_MS);
    let output = '';
    let complaint = '';
    child.stdout.on('data', (text) => (output += text));
    child.stderr.on('data', (text) => (complaint += text));
    child.on('error', reject);
    child.on('close', (code) => {
      clearInterval(look);
      const seconds = (performance.now() - begun) / 1000;
      const bytes = [...sizes.values()].reduce((sum, size) => sum + size, 0);
      if (code === 0) resolve({ seconds, bytes: bytes === 0 ? undefined : bytes, output });
      else reject(new Error(`${program} ended with ${code}: ${complaint || output}`));
    });
  });
}
