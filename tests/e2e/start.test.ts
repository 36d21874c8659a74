/** `npm start` as a person runs it: what it prints, that it answers, and that Ctrl+C ends all of it. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { request, Agent } from 'undici';
import * as z from 'zod';

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

/** The process that another one started with this script. */
function childOf(parent: number, script: string): number {
  const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  const row = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .find(([, ppid, ...args]) => Number(ppid) === parent && args.some((arg) => arg.endsWith(script)));
  return z.coerce.number().int().positive().parse(row?.[0]);
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

test('with .env.example filled in, the real Zoom takes the place of the stand-in', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const envFile = path.join(data, '.env');
  const filled = readFileSync(path.join(root, '.env.example'), 'utf8')
    .replace('ZOOM_CLIENT_ID=', 'ZOOM_CLIENT_ID=an-id')
    .replace('ZOOM_CLIENT_SECRET=', 'ZOOM_CLIENT_SECRET=a-secret');
  writeFileSync(envFile, filled);
  const base = await freePorts();
  const running = start({ PORT_BASE: String(base), DATA_DIR: data, ENV_FILE: envFile });
  await running.says('Press Ctrl+C to stop');
  expect(running.output()).toMatch(/Zoom\s+https:\/\/zoom\.us/);
  expect(running.output()).not.toContain('Zoom (stand-in)');
  const dispatcher = new Agent({ connect: { rejectUnauthorized: false } });
  const health = await request(`https://localhost:${base}/health`, { dispatcher });
  expect(await health.body.json()).toMatchObject({ status: 'ok', zoom: expect.stringContaining('zoom.us') });
  await dispatcher.close();
  running.child.kill('SIGINT');
  expect(await running.ended).toBe(0);
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

test('a second start on the same data folder is refused, and the first one goes on', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const base = await freePorts();
  const first = start({ PORT_BASE: String(base), DATA_DIR: data, DATABASE_DIR: 'memory://' });
  await first.says('Press Ctrl+C to stop');
  const log = readFileSync(path.join(data, 'logs', 'backend.log'), 'utf8');

  const second = start({ PORT_BASE: String(base), DATA_DIR: data, DATABASE_DIR: 'memory://' });
  expect(await second.ended).toBe(1);
  expect(second.output()).toContain('The sandbox already runs from this folder');
  expect(second.output()).toContain('DATA_DIR=');
  expect(second.output()).not.toContain('Another program uses its port');
  expect(second.output()).not.toContain('    at ');
  expect(readFileSync(path.join(data, 'logs', 'backend.log'), 'utf8')).toContain(log);

  // A folder of its own is not enough where the ports are the same.
  const elsewhere = mkdtempSync(path.join(tmpdir(), 'start-'));
  const third = start({ PORT_BASE: String(base), DATA_DIR: elsewhere, DATABASE_DIR: 'memory://' });
  expect(await third.ended).toBe(1);
  expect(third.output()).toContain('Another program uses its port');
  expect(third.output()).not.toContain('already runs');
  rmSync(elsewhere, { recursive: true, force: true });

  // Killed from outside, a process is said to be so.
  const note = readFileSync(path.join(data, 'sandbox.lock.txt'), 'utf8');
  const pid = z.coerce.number().parse(/process (\d+)/.exec(note)?.[1]);
  expect(pid).not.toBe(first.child.pid);
  process.kill(childOf(pid, 'backend.js'), 'SIGKILL');
  expect(await first.ended).toBe(1);
  expect(first.output()).toContain('The backend was ended from outside (SIGKILL).');
  expect(first.output()).not.toContain('"level"');
  rmSync(data, { recursive: true, force: true });
}, 120_000);

test('a damaged file is named with what to delete, without JSON or stack', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const profile = path.join(data, 'profile.sqlite');
  writeFileSync(profile, 'no database '.repeat(1000));
  const running = start({ PORT_BASE: String(await freePorts()), DATA_DIR: data, DATABASE_DIR: 'memory://' });
  expect(await running.ended).toBe(1);
  expect(running.output()).toContain(`file ${profile} is damaged: `);
  expect(running.output()).toContain(`Delete ${profile} to begin anew; nothing outside it is lost.`);
  expect(running.output()).not.toMatch(/"level"|\n {4}at /);
  expect(running.output()).not.toContain('Another program uses its port');
  rmSync(data, { recursive: true, force: true });
}, 60_000);

test('a setting that cannot be is named, without stack', async () => {
  const data = mkdtempSync(path.join(tmpdir(), 'start-'));
  const running = start({ PORT_BASE: 'any', DATA_DIR: data });
  expect(await running.ended).toBe(1);
  expect(running.output()).toContain('The settings are wrong: PORT_BASE must be a number.');
  expect(running.output()).not.toContain('    at ');
  rmSync(data, { recursive: true, force: true });
}, 60_000);
