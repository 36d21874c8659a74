/** `npm start` as a person runs it: what it prints, that it answers, and that Ctrl+C ends all of it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request, Agent } from 'undici';

const root = path.resolve(__dirname, '..', '..');

/** A port whose two successors are free as well, as far as one can know. */
async function freePorts(): Promise<number> {
  const listen = (port: number) =>
    new Promise<number>((resolve) => {
      const server = createServer();
      server.once('error', () => resolve(0));
      server.listen(port, '127.0.0.1', () => {
        const address = server.address();
        server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
      });
    });
  for (let tries = 0; tries < 50; tries += 1) {
    const port = await listen(0);
    if (port < 65_000 && (await listen(port + 1)) && (await listen(port + 2))) return port;
  }
  throw new Error('No three ports in a row are free.');
}

function start(environment: Record<string, string>) {
  const child = spawn(process.execPath, [path.join(root, 'tools', 'start.mjs')], {
    cwd: root,
    env: { ...process.env, ...environment },
  });
  let output = '';
  const waiting: { text: string; resolve: () => void }[] = [];
  const hear = (chunk: Buffer) => {
    output += chunk.toString();
    for (const one of waiting) if (output.includes(one.text)) one.resolve();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  return {
    child,
    ended,
    output: () => output,
    says: (text: string) =>
      new Promise<void>((resolve, reject) => {
        if (output.includes(text)) return resolve();
        waiting.push({ text, resolve });
        void ended.then((code) =>
          reject(new Error(`It ended with ${code} before it said "${text}":\n${output}`)),
        );
      }),
  };
}

test('prints each address and what it is, answers there, and Ctrl+C stops everything', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const base = await freePorts();
  const running = start({ PORT_BASE: String(base), DATA_DIR: data });
  await running.says('Press Ctrl+C to stop');
  const text = running.output();
  expect(text).toContain(`https://localhost:${base}/health`);
  expect(text).toMatch(new RegExp(`Outlook \\(stand-in\\)\\s+https://localhost:${base + 1}`));
  expect(text).toMatch(new RegExp(`Zoom \\(stand-in\\)\\s+https://localhost:${base + 2}`));
  expect(text).toContain('no real meeting is made');

  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const health = await request(`https://localhost:${base}/health`, { dispatcher });
  expect(await health.body.json()).toMatchObject({ status: 'ok', database: 'ok' });

  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
  expect(running.output()).toContain('Stopped.');
  await Promise.all(
    [0, 1, 2].map((offset) =>
      expect(request(`https://localhost:${base + offset}/`, { dispatcher })).rejects.toThrow(),
    ),
  );
  await dispatcher.close();
  rmSync(data, { recursive: true, force: true });
}, 60_000);

test('a port that is taken is named, with what to do', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const base = await freePorts();
  const occupant = createServer();
  await new Promise<void>((resolve) => occupant.listen(base + 1, '127.0.0.1', resolve));
  const running = start({ PORT_BASE: String(base), DATA_DIR: data });
  expect(await running.ended).toBe(1);
  expect(running.output()).toContain('Another program uses its port');
  expect(running.output()).toContain('PORT_BASE=');
  await new Promise((resolve) => occupant.close(resolve));
  rmSync(data, { recursive: true, force: true });
}, 60_000);
