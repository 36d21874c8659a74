/** What outlives the process of the Zoom stand-in, and what its log says. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import Database from 'libsql';
import {
  authorizePath,
  caller,
  control,
  createMeeting,
  refresh,
  signedIn,
  startTestCloud,
  TestBrowser,
} from './harness';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sandbox-zoom-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const start = () =>
  startTestCloud({ stateFile: path.join(folder, 'zoom.db'), joinOrigin: 'https://zoom.example.test' });

it('keeps meetings, deleted ones, grants and settings over a restart', async () => {
  const first = await start();
  const tokens = await signedIn(first.url);
  const before = caller(first.url, tokens.access_token);
  const [there, gone] = [await createMeeting(before), await createMeeting(before)];
  await before('DELETE', `/meetings/${gone.id}`);
  await control(first.url, 'PATCH', '/people/organizer@example.test/settings', { host_video: true });
  await first.close();

  const second = await start();
  const after = caller(second.url, tokens.access_token);
  expect((await after('GET', `/meetings/${there.id}`)).body).toEqual(there);
  expect((await after('GET', `/meetings/${gone.id}`)).status).toBe(404);
  expect((await after('PUT', `/meetings/${gone.id}/status`, { action: 'recover' })).status).toBe(204);
  expect((await after('GET', '/users/me/settings')).body).toMatchObject({
    schedule_meeting: { host_video: true },
  });
  expect((await refresh(second.url, tokens.refresh_token)).status).toBe(200);
  await second.close();
});

it('keeps browsers signed in over a restart', async () => {
  const first = await start();
  const browser = new TestBrowser(first.url);
  await browser.signIn();
  await first.close();
  const second = await startTestCloud({
    stateFile: path.join(folder, 'zoom.db'),
    port: Number(new URL(first.url).port),
  });
  expect(await (await browser.get(authorizePath())).text()).toContain('Allow access');
  await second.close();
});

it('writes no token into its files', async () => {
  const cloud = await start();
  const tokens = await signedIn(cloud.url);
  await cloud.close();
  const file = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'latin1'))
    .join();
  expect(file).toContain('organizer@example.test');
  expect(file).not.toContain(tokens.access_token);
  expect(file).not.toContain(tokens.refresh_token);
});

it('says what to do when its file holds something of another version', async () => {
  const file = path.join(folder, 'new folder', 'zoom.db');
  await (await startTestCloud({ stateFile: file })).close();
  const db = new Database(file);
  db.prepare('UPDATE entries SET body = ?').run('{}');
  db.close();
  await expect(startTestCloud({ stateFile: file })).rejects.toThrow(
    `The Zoom stand-in's file ${file} is damaged: it holds a person of another version. ` +
      `Delete ${file} to begin anew; nothing outside it is lost.`,
  );
});

it('says what to delete when its file was overwritten, and begins anew after that', async () => {
  const file = path.join(folder, 'zoom.db');
  writeFileSync(file, 'no database '.repeat(1000));
  await expect(startTestCloud({ stateFile: file })).rejects.toThrow(
    `The Zoom stand-in's file ${file} is damaged: file is not a database. Delete ${file} to begin anew`,
  );
  rmSync(file);
  await (await startTestCloud({ stateFile: file })).close();
});

it('keeps nothing without a file', async () => {
  const first = await startTestCloud();
  await createMeeting(caller(first.url, (await signedIn(first.url)).access_token));
  await first.close();
  const second = await startTestCloud();
  expect(await control(second.url, 'GET', '/meetings')).toEqual([]);
  await second.close();
});

it('logs requests without codes, tokens and form fields', async () => {
  let lines = '';
  const cloud = await startTestCloud({ logTo: { write: (line) => void (lines += line) } });
  const tokens = await signedIn(cloud.url);
  await caller(cloud.url, tokens.access_token)('GET', '/users/me');
  await cloud.close();
  expect(lines).toContain('"path":"/oauth/authorize"');
  expect(lines).toContain('"path":"/v2/users/me"');
  for (const secret of [
    tokens.access_token,
    tokens.refresh_token,
    'the-state',
    'code_challenge',
    'test-secret',
  ]) {
    expect(lines).not.toContain(secret);
  }
});
