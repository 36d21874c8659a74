/** The contract's routes over real HTTP: appointments, settings, the session, and bad input. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'libsql';
import type { Store } from '../../../src/helper/embedded/model';
import {
  appointmentOf,
  attendee,
  hour,
  manifest,
  nine,
  Office,
  organizer,
  refusal,
  request,
  zone,
} from './fixtures';

let office: Office;
let mine: Store;
let theirs: Store;

beforeEach(async () => {
  office = await new Office().start();
  [mine, theirs] = await office.stores();
});
afterEach(() => office.close());

describe('the session', () => {
  it('names the two residents and the add-in', async () => {
    const { status, json } = await office.ask('GET', '/api/session');
    expect(status).toBe(200);
    expect(json).toMatchObject({
      stores: [
        { owner: organizer, timeZone: zone },
        { owner: attendee, timeZone: zone },
      ],
      addIn: { name: 'Test add-in', functionsUrl: 'https://localhost:4000/sandbox/commands.html' },
    });
  });

  it('follows a changed manifest, and says what is wrong with a broken one', async () => {
    writeFileSync(office.manifestFile, manifest().replace('Test add-in', 'Renamed'));
    expect((await office.ask('GET', '/api/session')).json).toMatchObject({ addIn: { name: 'Renamed' } });
    writeFileSync(office.manifestFile, '<OfficeApp>');
    expect(refusal(await office.ask('GET', '/api/session'), 500, 'manifest')).toContain('manifest');
    rmSync(office.manifestFile);
    expect(refusal(await office.ask('GET', '/api/session'), 500, 'manifest')).toContain('MANIFEST');
  });

  it('keeps the same stores over a restart, in the zone asked for last', async () => {
    await office.stop();
    await office.start({ timeZone: 'Tokyo Standard Time' });
    expect(await office.stores()).toEqual(
      [mine, theirs].map((store) => ({ ...store, timeZone: 'Tokyo Standard Time' })),
    );
  });
});

describe('appointments', () => {
  it('are made by the owner of the store, and read back', async () => {
    const made = await office.create(request(mine, { customProperties: { addin: '{"a":1}' } }));
    expect(made).toMatchObject({
      subject: 'Planning',
      organizer,
      sent: false,
      customProperties: { addin: '{"a":1}' },
    });
    expect(appointmentOf(await office.ask('GET', `/api/appointments/${made.id}`))).toEqual(made);
    expect(await office.calendar(mine)).toEqual([made]);
    expect(await office.calendar(theirs)).toEqual([]);
  });

  it('are listed when they overlap the range', async () => {
    const made = await office.create(request(mine));
    const within = (from: number, to: number) =>
      office.ask('GET', `/api/appointments?store=${mine.id}&from=${from}&to=${to}`);
    expect((await within(nine + 1, nine + 2)).json).toEqual([made]);
    expect((await within(nine - hour, nine)).json).toEqual([]);
    expect((await within(nine + hour, nine + 2 * hour)).json).toEqual([]);
  });

  it('are changed by whoever knows the last change, others get a conflict', async () => {
    const made = await office.create(request(mine));
    const changed = appointmentOf(await office.save(made, { subject: 'Changed' }));
    expect(changed).toMatchObject({ id: made.id, subject: 'Changed', organizer });
    expect(changed.changeNumber).toBeGreaterThan(made.changeNumber);
    refusal(await office.save(made, { subject: 'Late' }), 409, 'conflict');
    refusal(await office.save(made, { changeNumber: undefined }), 400, 'change-number-missing');
    expect(await office.calendar(mine)).toEqual([changed]);
  });

  it('are deleted into Deleted Items, where they have another id', async () => {
    const made = await office.create(request(mine));
    expect(await office.ask('DELETE', `/api/appointments/${made.id}`)).toEqual({ status: 204, json: null });
    expect(await office.calendar(mine)).toEqual([]);
    refusal(await office.ask('DELETE', `/api/appointments/${made.id}`), 404, 'not-found');
    refusal(await office.ask('GET', `/api/appointments/${made.id}`), 404, 'not-found');
    refusal(await office.save(made), 404, 'not-found');
    const [deleted] = office.desk.open().list({ storeId: mine.id, folderKind: 'deleted-items' });
    expect(deleted).toMatchObject({ subject: 'Planning', searchKey: made.searchKey });
  });

  it('stay in their mailbox', async () => {
    const made = await office.create(request(mine));
    refusal(await office.save(made, { storeId: theirs.id }), 400, 'wrong-store');
  });
});

describe('roaming settings', () => {
  it('are kept by store, empty at first', async () => {
    const address = `/api/roaming-settings/${mine.id}`;
    expect((await office.ask('GET', address)).json).toEqual({});
    const settings = { language: '"de"', count: '3' };
    expect(await office.ask('PUT', address, settings)).toEqual({ status: 200, json: settings });
    expect((await office.ask('GET', address)).json).toEqual(settings);
    expect((await office.ask('GET', `/api/roaming-settings/${theirs.id}`)).json).toEqual({});
  });

  it('hold 32 KB at most, and text only', async () => {
    const address = `/api/roaming-settings/${mine.id}`;
    refusal(await office.ask('PUT', address, { big: 'x'.repeat(33_000) }), 413, 'settings-too-large');
    refusal(await office.ask('PUT', address, { number: 3 }), 400, 'invalid-request');
    refusal(await office.ask('PUT', '/api/roaming-settings/nobody', {}), 404, 'not-found');
    refusal(await office.ask('GET', '/api/roaming-settings/nobody'), 404, 'not-found');
    expect((await office.ask('GET', address)).json).toEqual({});
  });
});

describe('bad input', () => {
  it.each([
    ['no body', '', 'invalid-request'],
    ['half of a body', '{"subject":', 'invalid-request'],
    ['a list', [], 'invalid-request'],
    ['a field of a wrong kind', { subject: 7 }, 'invalid-request'],
    ['a start that is a word', { start: 'soon' }, 'invalid-request'],
    ['an unknown body format', { body: { format: 'rtf', content: '' } }, 'invalid-request'],
    ['an attendee without an address', { required: [{ name: 'Sandbox Attendee' }] }, 'invalid-request'],
    ['an end before the start', { end: nine - 1 }, 'invalid'],
    ['a fraction of a millisecond', { start: nine + 0.5 }, 'invalid'],
    ['a year beyond the calendar', { start: 1e16, end: 1e16 }, 'invalid'],
  ])('as %s is refused and nothing is written', async (_name, given, code) => {
    const plain = typeof given === 'string' || Array.isArray(given);
    const body = plain ? given : { ...request(mine), ...given };
    refusal(await office.ask('POST', '/api/appointments', body), 400, code);
    expect(await office.calendar(mine)).toEqual([]);
  });

  it('names the field', async () => {
    const answer = await office.ask('POST', '/api/appointments', {
      ...request(mine),
      body: { format: 'html' },
    });
    expect(refusal(answer, 400, 'invalid-request')).toContain('body.content');
  });

  it.each([
    ['a store that is not there', 'store=nobody', 404, 'not-found'],
    ['no store', 'from=0&to=1', 400, 'invalid-request'],
    ['a range of words', 'store=x&from=monday', 400, 'invalid-request'],
    ['an empty number', 'store=x&from=', 400, 'invalid-request'],
  ])('in the query, as %s, is refused', async (_name, query, status, code) => {
    refusal(await office.ask('GET', `/api/appointments?${query}`), status, code);
  });

  it('in an id is not found', async () => {
    for (const id of ['nothing', '..%2F..%2Fetc%2Fpasswd', '%00', `'%20OR%201=1`, 'x'.repeat(90)])
      refusal(await office.ask('GET', `/api/appointments/${id}`), 404, 'not-found');
    refusal(await office.ask('GET', `/api/appointments/${'x'.repeat(5000)}`), 414, 'invalid-request');
    refusal(await office.ask('GET', '/api/appointments/%zz'), 400, 'invalid-request');
    refusal(await office.ask('GET', '/api/nothing'), 404, 'not-found');
  });

  it('in text is kept as it is', async () => {
    const text = `\u202E<img src=x onerror=alert(1)>"'; DROP TABLE items;\u0000\ud800 ${'ü'.repeat(10_000)}`;
    const made = await office.create(request(mine, { subject: text, location: text }));
    expect([made.subject, made.location]).toEqual([text, text]);
    expect(await office.calendar(mine)).toEqual([made]);
  });

  it('of a megabyte of body is kept, of ten is refused', async () => {
    const content = '<p>é</p>'.repeat(125_000);
    const made = await office.create(request(mine, { body: { format: 'html', content } }));
    expect(made.body.content === content).toBe(true);
    const huge = request(mine, { body: { format: 'text', content: 'x'.repeat(10_000_000) } });
    refusal(await office.ask('POST', '/api/appointments', huge), 413, 'too-large');
  });

  it('in another format than JSON is refused', async () => {
    const plain = await office.ask('POST', '/api/appointments', JSON.stringify(request(mine)), {
      'content-type': 'text/plain',
    });
    refusal(plain, 415, 'unsupported-media-type');
  });

  it('inside the file is told without its content, and logged', async () => {
    const made = await office.create(request(mine, { location: 'secret room' }));
    const raw = new Database(office.desk.file);
    raw.exec(`UPDATE items SET fields = json_set(fields, '$.subject', 7)`);
    raw.close();
    const message = refusal(await office.ask('GET', `/api/appointments/${made.id}`), 500, 'damaged');
    expect(message).toContain('fields.subject');
    expect(message).not.toContain('secret');
    expect(office.logged.join()).toContain('damaged');
    expect(office.logged.join()).not.toContain('secret');
  });
});

describe('the page', () => {
  it('is said to be missing until it is built', async () => {
    refusal(await office.ask('GET', '/'), 503, 'page-not-built');
  });

  it('is served at the root, with a policy against foreign scripts', async () => {
    await office.stop();
    const pageDirectory = join(office.desk.folder, 'page');
    mkdirSync(pageDirectory);
    writeFileSync(join(pageDirectory, 'index.html'), '<h1>Calendar</h1>');
    await office.start({ pageDirectory });
    const response = await fetch(`${office.url}/`);
    expect(await response.text()).toBe('<h1>Calendar</h1>');
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    refusal(await office.ask('GET', '/..%2Fmailbox.sqlite'), 404, 'not-found');
  });
});
