/** The process: its environment, its one line when ready, HTTPS, and how it stops. */
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateCertificates } from 'office-addin-dev-certs';
import * as z from 'zod';
import { readEnvironment } from '../../../src/sandbox/outlook/server/environment';

jest.setTimeout(60_000);

const needed = {
  TLS_KEY: 'key.pem',
  TLS_CERT: 'cert.pem',
  PROFILE_FILE: 'mail.sqlite',
  ADDIN_ORIGIN: 'https://localhost:3000',
};

describe('the environment', () => {
  it('needs certificate, profile and add-in, the rest has a usual value', () => {
    expect(readEnvironment({ ...needed, ADDIN_ORIGIN: 'https://localhost:3000/', PATH: '/bin' })).toEqual({
      ...needed,
      PORT: 0,
      HOST: 'localhost',
      MANIFEST: 'manifest.xml',
      OUTLOOK_PAGE_DIR: 'build/outlook-page',
      OUTLOOK_TIME_ZONE: 'W. Europe Standard Time',
    });
  });

  it('names everything that is missing in one sentence', () => {
    expect(() => readEnvironment({})).toThrow(
      /TLS_KEY is missing: .*TLS_CERT is missing: .*PROFILE_FILE is missing: .*ADDIN_ORIGIN is missing: /,
    );
  });

  it.each([
    [{ PORT: '70000' }, 'PORT is not a port'],
    [{ PORT: '-1' }, 'PORT is not a port'],
    [{ PORT: 'any' }, 'PORT is not a port'],
    [{ HOST: '0.0.0.0' }, 'HOST is not this machine'],
    [{ ADDIN_ORIGIN: 'localhost:3000' }, 'ADDIN_ORIGIN is not'],
    [{ ADDIN_ORIGIN: 'file:///tmp' }, 'ADDIN_ORIGIN is not'],
    [{ TLS_KEY: '' }, 'TLS_KEY is empty'],
  ])('refuses %j', (given, told) => {
    expect(() => readEnvironment({ ...needed, ...given })).toThrow(told);
  });
});

describe('the process', () => {
  const script = [
    join('tests', 'helper', 'embedded', 'runTypeScript.mjs'),
    join('src', 'sandbox', 'outlook', 'main.ts'),
  ];
  const folder = mkdtempSync(join(tmpdir(), 'outlook-'));
  const at = (name: string) => join(folder, name);
  let child: ChildProcess | undefined;

  beforeAll(async () => {
    const chatter = jest.spyOn(console, 'log').mockImplementation();
    await generateCertificates(at('ca.crt'), at('localhost.crt'), at('localhost.key'), 1);
    chatter.mockRestore();
  });
  afterEach(() => void child?.kill('SIGKILL'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function start(given: Record<string, string> = {}) {
    const variables = {
      TLS_KEY: at('localhost.key'),
      TLS_CERT: at('localhost.crt'),
      PROFILE_FILE: at('profile/mail.sqlite'),
      ADDIN_ORIGIN: 'https://localhost:4000',
      ...given,
    };
    const process_ = spawn(process.execPath, script, { env: { PATH: process.env['PATH'], ...variables } });
    child = process_;
    let stdout = '';
    let stderr = '';
    process_.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    process_.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    const ended = once(process_, 'close').then(([code, signal]: unknown[]) => ({
      code,
      signal,
      stdout,
      stderr,
    }));
    const ready = once(process_.stdout, 'data').then(() => stdout);
    return { process_, ready, ended };
  }

  const session = (url: string) =>
    new Promise<number>((resolve, reject) => {
      const ca = readFileSync(at('ca.crt'));
      get(`${url}/api/session`, { ca, agent: false }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      }).on('error', reject);
    });

  it.each(['SIGTERM', 'SIGINT'] as const)(
    'says once that it is ready, serves over TLS, and stops on %s',
    async (signal) => {
      const { process_, ready, ended } = start();
      const line = await Promise.race([ready, ended.then(({ stderr }) => Promise.reject(new Error(stderr)))]);
      expect(line).toMatch(/^\{.*\}\n$/);
      const { url } = z
        .strictObject({
          ready: z.literal('sandbox-outlook'),
          url: z.string().regex(/^https:\/\/localhost:\d+$/),
        })
        .parse(JSON.parse(line));
      expect(await session(url)).toBe(200);
      process_.kill(signal);
      expect(await ended).toMatchObject({ code: 0, signal: null, stdout: line });
    },
  );

  it('says on stderr why it cannot start', async () => {
    const missing = await start({ PROFILE_FILE: '' }).ended;
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('PROFILE_FILE is empty');
    const unreadable = await start({ PROFILE_FILE: at('localhost.crt') }).ended;
    expect(unreadable).toMatchObject({ code: 1, stdout: '' });
    expect(unreadable.stderr).toContain(`file ${at('localhost.crt')} is damaged: `);
    expect(unreadable.stderr).toContain(`Delete ${at('localhost.crt')} to begin anew`);
    expect(unreadable.stderr).not.toContain('    at ');
  });
});
