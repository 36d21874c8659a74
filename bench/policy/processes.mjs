// The processes of this bench: each is asked by one JSON line and answers with one.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { root } from '../../tools/install.mjs';

/** @param log file descriptor for what it writes on standard error */
export async function start(file, { env = {}, log = 'inherit', flags = [], speaksFirst = true } = {}) {
  const child = spawn(process.execPath, [...flags, file], {
    cwd: root,
    stdio: ['pipe', 'pipe', log],
    env: { ...process.env, NODE_ENV: 'production', ...env },
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await lines.next();
    if (done) throw new Error(`${file} ended.`);
    const told = JSON.parse(value);
    if (told.error ?? told.unavailable) throw new Error(told.error ?? told.unavailable);
    return told;
  };
  return {
    first: speaksFirst ? await next() : {},
    ask(question) {
      child.stdin.write(`${typeof question === 'string' ? question : JSON.stringify(question)}\n`);
      return next();
    },
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
  };
}

const here = (name) => path.join(root, 'bench', 'policy', name);
export const startPostgres = () =>
  start(path.join(root, 'tests', 'backend', 'database', 'postgresServer.mjs'));
export const startLoad = () => start(here('load.mjs'), { speaksFirst: false });
export const startBare = () => start(here('bare.mjs'));
