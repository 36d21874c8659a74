/** The changes as server-sent events, and who may speak to the server at all. */
import { request as httpRequest } from 'node:http';
import * as z from 'zod';
import { Change, type Store } from '../../../src/helper/embedded/model';
import { assertOwn, isLoopback } from '../../../src/sandbox/outlook/server/guard';
import { eventText, resumeFrom } from '../../../src/sandbox/outlook/server/stream';
import { fields } from '../../helper/embedded/fixtures';
import { attendee, Office, refusal, request } from './fixtures';

let office: Office;
let mine: Store;

beforeEach(async () => {
  office = await new Office().start();
  [mine] = await office.stores();
});
afterEach(() => office.close());

/** A listening client: blocks of the stream one by one. */
async function listen(path: string, headers: Record<string, string> = {}) {
  const response = await fetch(`${office.url}${path}`, { headers });
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toMatch(/^text\/event-stream/);
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!reader) throw new Error('The stream has no body.');
  let buffer = '';
  /** The next block, `null` at the end. */
  const block = async (): Promise<string | null> => {
    for (;;) {
      const end = buffer.indexOf('\n\n');
      if (end >= 0) {
        const text = buffer.slice(0, end);
        buffer = buffer.slice(end + 2);
        return text;
      }
      const { done, value } = await reader.read();
      if (done) return null;
      buffer += value;
    }
  };
  const change = async (): Promise<Change> => {
    const text = (await block()) ?? '';
    const parsed = /^id: (\d+)\ndata: (.*)$/.exec(text);
    expect(text).toMatch(/^id: \d+\ndata: /);
    const told = Change.parse(JSON.parse(parsed?.[2] ?? ''));
    expect(parsed?.[1]).toBe(String(told.sequence));
    return told;
  };
  return { block, change, close: () => reader.cancel() };
}

it('tells from now on, with where it begins', async () => {
  const before = await office.create(request(mine));
  const client = await listen('/api/changes');
  expect(await client.block()).toBe(`retry: 1000\nid: ${before.changeNumber}`);
  const made = await office.create(request(mine));
  expect(await client.change()).toMatchObject({
    kind: 'created',
    itemId: made.id,
    sequence: made.changeNumber,
  });
  await client.close();
});

it('tells each copy that a sent appointment makes', async () => {
  const client = await listen('/api/changes');
  await client.block();
  const sent = await office.create(request(mine, { required: [attendee], send: true }));
  const told = [await client.change(), await client.change()];
  expect(told.map(({ kind }) => kind)).toEqual(['created', 'created']);
  expect(told.map(({ storeId }) => storeId === mine.id)).toEqual([true, false]);
  expect(told[0]?.itemId).toBe(sent.id);
  await client.close();
});

it('tells what another process changed', async () => {
  const client = await listen('/api/changes');
  await client.block();
  const other = office.desk.open();
  const made = other.create({ storeId: mine.id, fields: fields() });
  office.impulses.pull();
  // The impulse is also the heartbeat's.
  const blocks = [await client.block(), await client.block()];
  expect(blocks).toContain(': still here');
  expect(blocks.join()).toContain(made.id);
  await client.close();
});

it('goes on after what the client has seen, the browser’s own memory first', async () => {
  const [first, second] = [await office.create(request(mine)), await office.create(request(mine))];
  const asked = await listen('/api/changes?since=0');
  await asked.block();
  expect((await asked.change()).itemId).toBe(first.id);
  expect((await asked.change()).itemId).toBe(second.id);
  await asked.close();
  const resumed = await listen('/api/changes?since=0', { 'last-event-id': String(first.changeNumber) });
  await resumed.block();
  expect((await resumed.change()).itemId).toBe(second.id);
  await resumed.close();
});

it('tells a client that comes from another mailbox file to start again', async () => {
  const made = await office.create(request(mine));
  const client = await listen('/api/changes?since=500');
  await client.block();
  expect(await client.block()).toBe(
    `id: ${made.changeNumber}\nevent: start-again\ndata: {"sequence":${made.changeNumber}}`,
  );
  await client.close();
});

it('ends with the server, which does not wait for its clients', async () => {
  const client = await listen('/api/changes');
  await client.block();
  await office.stop();
  expect(await client.block()).toBeNull();
});

it.each(['since=-1', 'since=1.5', 'since=x', 'since='])('refuses %s', async (query) => {
  refusal(await office.ask('GET', `/api/changes?${query}`), 400, 'invalid-request');
});

it.each([
  ['7', 3, 7],
  [undefined, 3, 3],
  [undefined, undefined, 9],
  ['', 3, 3],
  ['seven', undefined, 9],
  ['-7', undefined, 9],
  ['9'.repeat(400), undefined, 9],
])('with last event %s and since %s goes on after %s', (lastEventId, since, expected) => {
  expect(resumeFrom(lastEventId, since, 9)).toBe(expected);
});

it('writes one line of data whatever is in a change', () => {
  const change: Change = {
    sequence: 1,
    kind: 'created',
    storeId: 'a\nb',
    folderId: '',
    itemId: '',
    searchKey: '',
  };
  expect(eventText({ kind: 'change', change }).split('\n')).toHaveLength(4);
});

describe('the guard', () => {
  /** A request with a Host header of its own, which `fetch` does not allow. */
  const withHost = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const sent = httpRequest(`${office.url}/api/session`, { headers: { host } }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end();
    });

  it('answers under this machine’s own names only', async () => {
    const port = new URL(office.url).port;
    expect(await withHost(`localhost:${port}`)).toBe(200);
    expect(await withHost(`127.0.0.1:${port}`)).toBe(200);
    for (const host of [
      'rebound.example.test',
      `rebound.example.test:${port}`,
      'localhost',
      `localhost:1${port}`,
    ])
      expect(await withHost(host)).toBe(403);
  });

  it('refuses scripts of other pages, whatever they ask for', async () => {
    for (const origin of [
      'https://evil.example.test',
      'null',
      'http://localhost:1',
      office.url.replace('http', 'https'),
    ]) {
      refusal(await office.ask('GET', '/api/session', undefined, { origin }), 403, 'foreign-origin');
      refusal(
        await office.ask('POST', '/api/appointments', request(mine), { origin }),
        403,
        'foreign-origin',
      );
      refusal(await office.ask('OPTIONS', '/api/appointments', undefined, { origin }), 403, 'foreign-origin');
    }
    expect((await office.ask('GET', '/api/session', undefined, { origin: office.url })).status).toBe(200);
    expect(z.array(z.unknown()).parse(await office.calendar(mine))).toEqual([]);
  });

  it('asks for a Host at all', () => {
    expect(() => assertOwn({}, 'https', 443)).toThrow('localhost');
  });

  it('listens on this machine only', async () => {
    expect(['localhost', '127.0.0.1', '::1'].map(isLoopback)).toEqual([true, true, true]);
    for (const host of ['0.0.0.0', '::', 'example.test', '']) {
      expect(isLoopback(host)).toBe(false);
      await expect(new Office().start({ host })).rejects.toThrow('localhost only');
    }
  });
});
