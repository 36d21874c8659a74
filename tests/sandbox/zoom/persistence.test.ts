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
  getMeeting,
  refresh,
  signedIn,
  startTestCloud,
  TestBrowser,
  tuesdays,
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

it('opens a file of before there were series, privileges and locks, with everything in it', async () => {
  const file = path.join(folder, 'zoom.db');
  const db = new Database(file);
  db.exec('CREATE TABLE entries (kind TEXT, id TEXT, body TEXT NOT NULL, PRIMARY KEY (kind, id))');
  const insert = db.prepare('INSERT INTO entries (kind, id, body) VALUES (?, ?, ?)');
  const id = 'sandboxOrganizer0000000001';
  insert.run('person', id, JSON.stringify(earlierPerson(id)));
  insert.run('meeting', '81234567890', JSON.stringify(earlierMeeting(81_234_567_890, id)));
  db.close();

  const cloud = await startTestCloud({ stateFile: file });
  const call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
  expect(await getMeeting(call, 81_234_567_890)).toMatchObject({
    topic: 'Planning',
    type: 2,
    start_time: '2026-11-24T08:00:00Z',
    settings: { host_video: true },
  });
  expect(await control(cloud.url, 'GET', '/people')).toMatchObject([
    { id, settings: { host_video: true, cloud_recording: true }, licensed: true, assistants: [] },
    { email: 'attendee@example.test' },
    { email: 'manager@example.test', assistants: [{ id }] },
  ]);
  expect(await control(cloud.url, 'GET', '/locks')).toMatchObject({ recording: { auto_recording: false } });
  await cloud.close();
});

it('keeps series, their cancelled occurrences, privileges, locks and templates over a restart', async () => {
  const first = await start();
  const tokens = await signedIn(first.url);
  const before = caller(first.url, tokens.access_token);
  const series = await createMeeting(before, tuesdays);
  const [occurrence] = series.occurrences ?? [];
  await before('DELETE', `/meetings/${series.id}?occurrence_id=${occurrence?.occurrence_id}`);
  const kept = await getMeeting(before, series.id);
  await control(first.url, 'PUT', '/people/manager@example.test/assistants', []);
  await control(first.url, 'PATCH', '/locks', { schedule_meeting: { host_video: true } });
  await control(first.url, 'PUT', '/templates', []);
  await first.close();

  const second = await start();
  const after = caller(second.url, tokens.access_token);
  expect(await getMeeting(after, series.id)).toEqual(kept);
  expect((await after('GET', '/users/me/schedulers')).body).toEqual({ schedulers: [] });
  expect(await control(second.url, 'GET', '/locks')).toMatchObject({
    schedule_meeting: { host_video: true },
  });
  expect(await control(second.url, 'GET', '/templates')).toEqual([]);
  await second.close();
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

/** A person as the first version kept one. */
function earlierPerson(id: string) {
  return {
    id,
    email: 'organizer@example.test',
    first_name: 'Sandbox',
    last_name: 'Organizer',
    timezone: 'Europe/Berlin',
    pmi: 3542471135,
    settings: {
      host_video: true,
      participants_video: false,
      join_before_host: false,
      waiting_room: false,
      mute_upon_entry: false,
      audio_type: 'both',
      auto_recording: 'none',
      require_password_for_scheduling_new_meetings: true,
      auto_security: true,
      embed_password_in_join_link: true,
      passcode_rules: {
        length: 0,
        have_letter: false,
        have_number: false,
        have_special_character: false,
        only_allow_numeric: false,
      },
    },
  };
}

/** A meeting as the first version kept one. */
function earlierMeeting(id: number, hostId: string) {
  return {
    id,
    uuid: 'AAAAAAAAAAAAAAAAAAAAAA==',
    hostId,
    type: 2,
    topic: 'Planning',
    agenda: '',
    start: Date.UTC(2026, 10, 24, 8),
    duration: 30,
    timezone: 'Europe/Berlin',
    password: '123456',
    encryptedPassword: 'secret.1',
    settings: { host_video: true },
    createdAt: Date.UTC(2026, 10, 20),
    modifiedAt: Date.UTC(2026, 10, 20),
    deletedAt: null,
    ended: false,
  };
}
