/**
 * The whole backend over real HTTP, with the Zoom stand-in behind it: the journey of a person, a restart, two
 * backends on one folder, HTTPS, and stopping.
 */
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { paths } from '../../src/api/backend';
import { createBackendClient } from '../../src/api/client';
import { readConfig } from '../../src/backend/config';
import { FolderInUseError } from '../../src/backend/database/folderLock';
import { createLogger } from '../../src/backend/logging';
import { startBackend, type RunningBackend } from '../../src/backend/start';
import { challengeOf, newToken } from '../../src/backend/tokens';
import { startZoomCloud, type RunningZoomCloud } from '../../src/sandbox/zoom/server';
import { systemSleep } from '../../src/zoom/system';
import { ensureCertificate } from '../../tools/certificate.mjs';
import { control, TestBrowser } from '../sandbox/zoom/harness';
import { REQUEST } from './support';

/** A clock that runs, because Zoom counts requests by the second. */
const now = () => Date.parse('2026-11-20T08:00:00Z') + Math.floor(performance.now());

let folder: string;
let cloud: RunningZoomCloud;
const redirectUris: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'backend-'));
  cloud = await startZoomCloud({
    clientId: 'sandbox-client',
    clientSecret: 'sandbox-secret',
    redirectUris,
    now,
  });
});
afterAll(async () => {
  await cloud.close();
  await rm(folder, { recursive: true });
});

const start = async (
  environment: Record<string, string> = {},
  logger = createLogger('silent'),
): Promise<RunningBackend> => {
  const backend = await startBackend(
    readConfig({
      ZOOM_CLIENT_ID: 'sandbox-client',
      ZOOM_CLIENT_SECRET: 'sandbox-secret',
      ZOOM_API_URL: `${cloud.url}/v2`,
      ZOOM_OAUTH_URL: `${cloud.url}/oauth`,
      PORT: '0',
      DATABASE_DIR: join(folder, 'data'),
      ...environment,
    }),
    {
      logger,
      version: '1.2.3',
      fetch,
      now,
      sleep: systemSleep,
    },
  );
  redirectUris.push(`${backend.url}/auth/zoom/callback`);
  return backend;
};

const clientOf = (backend: RunningBackend, token?: string) =>
  createBackendClient({ baseUrl: backend.url, fetch, token: () => token, timeoutMs: 30_000 });

/** As the dialog and the person do it: sign in and consent at the stand-in, and come back with the code. */
async function signIn(backend: RunningBackend): Promise<string> {
  const verifier = newToken();
  const client = clientOf(backend);
  const toZoom = await fetch(client.signInUrl(challengeOf(verifier), '/dialog.html'), { redirect: 'manual' });
  const address = new URL(toZoom.headers.get('location') ?? 'missing:');
  const browser = new TestBrowser(cloud.url);
  await browser.signIn();
  const consentPath = address.pathname + address.search;
  const consented = await browser.post(consentPath, {
    token: await browser.formToken(consentPath),
    decision: 'allow',
  });
  const back = await fetch(consented.headers.get('location') ?? 'missing:', { redirect: 'manual' });
  const code = new URLSearchParams(back.headers.get('location')?.split('#')[1]).get('code') ?? '';
  return (await client.openSession({ code, verifier })).token;
}

describe('on an embedded database', () => {
  let backend: RunningBackend;
  let token: string;
  beforeAll(async () => {
    backend = await start();
    token = await signIn(backend);
  }, 60_000);
  afterAll(() => backend.stop());

  it('takes a person through the whole journey', async () => {
    const { me, meetings } = clientOf(backend, token);
    expect((await me()).member.email).toBe('organizer@example.test');

    const made = await meetings.create(REQUEST, 'claim-of-the-journey');
    expect(made).toMatchObject({ topic: REQUEST.topic, start: '2026-11-23T08:00:00Z', hostedByMe: true });
    expect(await meetings.create(REQUEST, 'claim-of-the-journey')).toEqual(made);
    expect(await meetings.confirm(made.id, 'f'.repeat(43))).toBe('this');
    expect((await meetings.update(made.id, { ...REQUEST, durationMinutes: 60 })).durationMinutes).toBe(60);
    expect((await meetings.list()).meetings.map((row) => row.id)).toContain(made.id);

    await meetings.remove(made.id);
    await meetings.remove(made.id);
    await expect(meetings.get(made.id)).rejects.toMatchObject({ code: 'meeting-gone' });
    expect(await meetings.recover(made.id)).toMatchObject({ id: made.id, durationMinutes: 60 });
  }, 30_000);

  it('makes one meeting though Zoom’s answer was lost', async () => {
    const { meetings } = clientOf(backend, token);
    await control(cloud.url, 'POST', '/faults', { operation: 'meetings.create', fault: 'timeout-after' });
    const made = await meetings.create({ ...REQUEST, topic: 'Lost and found' }, 'claim-of-the-lost');
    const found = (await meetings.list()).meetings.filter((row) => row.topic === 'Lost and found');
    expect(found.map((row) => row.id)).toEqual([made.id]);
  }, 30_000);

  it('goes on when Zoom refuses the access token', async () => {
    await control(cloud.url, 'POST', '/expire-access-tokens');
    const { me } = clientOf(backend, token);
    await Promise.all(Array.from({ length: 10 }, () => me()));
  }, 30_000);

  it('refuses a second backend on the same folder, in a sentence', async () => {
    await expect(start()).rejects.toThrow(FolderInUseError);
    expect((await fetch(`${backend.url}${paths.health}`)).status).toBe(200);
  });

  it('finishes what is on its way when it is stopped, and knows everybody after a restart', async () => {
    const { meetings } = clientOf(backend, token);
    await control(cloud.url, 'POST', '/faults', { operation: 'meetings.list', fault: 'slow', delayMs: 500 });
    const onItsWay = meetings.list();
    // The fault is used up when the request has arrived.
    while (JSON.stringify(await control(cloud.url, 'GET', '/faults')) !== '[]');
    await backend.stop();
    expect((await onItsWay).meetings.length).toBeGreaterThan(0);

    backend = await start();
    expect((await clientOf(backend, token).me()).member.email).toBe('organizer@example.test');
  }, 60_000);
});

it('speaks HTTPS with the given certificate, and names its address', async () => {
  const { keyPath, certPath, caPath } = await ensureCertificate(join(folder, 'certificate'));
  const lines: string[] = [];
  const backend = await start(
    { DATABASE_DIR: 'memory://', TLS_KEY: keyPath, TLS_CERT: certPath },
    createLogger('info', { write: (line: string) => void lines.push(line) }),
  );
  expect(backend.url).toMatch(/^https:\/\/localhost:\d+$/);
  const ca = await readFile(caPath);
  const statusOf = (path: string) =>
    new Promise((resolve, reject) => {
      get(`${backend.url}${path}`, { ca, agent: false }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).on('error', reject);
    });
  expect(await statusOf('/health')).toBe(200);
  expect(await statusOf('/api/nothing')).toBe(404);
  await backend.stop();
  // Once, and as what it is; requests are logged after it as ever.
  expect(lines.filter((line) => line.includes('listening'))).toEqual([
    expect.stringContaining(`"url":"${backend.url}"`),
  ]);
  expect(lines.join('')).not.toContain('http://');
  expect(lines.join('')).toContain('"path":"/api/nothing"');
}, 60_000);

it('says what to delete when the key’s file holds no key', async () => {
  const data = join(folder, 'damaged');
  await mkdir(data);
  await writeFile(join(data, 'secrets.key'), 'no key');
  await expect(start({ DATABASE_DIR: data })).rejects.toThrow(
    `The key in ${join(data, 'secrets.key')} is damaged: it does not hold 32 bytes in base64. ` +
      `Delete ${data} to begin anew; nothing outside it is lost.`,
  );
});
