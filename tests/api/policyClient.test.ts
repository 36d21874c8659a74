/** The policy's client: what it sends, and what it makes of a write that came too late. */
import { ChangedMeanwhile, createPolicyClient } from '../../src/api/policyClient';
import { toProblem } from '../../src/api/toProblem';
import { ProductError } from '../../src/domain/errors';

const SETTINGS = { version: 7, settings: {}, locks: [], savedAt: null, savedBy: null };
const ENTRY = {
  id: '1',
  at: '2026-11-22T10:00:00Z',
  by: { id: 'o', name: 'Sandbox Owner', email: 'owner@example.test' },
  requestId: 'r',
  scope: 'account',
  name: null,
  action: 'saved',
  changes: [{ what: 'mapi', from: null, to: { value: true, locked: false } }],
  undoable: true,
};

function clientWith(...answers: (Response | Error)[]) {
  const sent: { url: string; method: string; headers: Headers; body: unknown }[] = [];
  const client = createPolicyClient({
    baseUrl: 'https://backend.test/',
    fetch: async (input, init = {}) => {
      const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
      const headers = new Headers(init.headers);
      sent.push({ url: String(input), method: init.method ?? '', headers, body });
      const answer = answers.shift();
      if (answer === undefined || answer instanceof Error) throw answer ?? new Error('one call too many');
      return answer;
    },
    token: () => 'the-token',
    timeoutMs: 1000,
  });
  return { client, sent };
}

it('names the version that a write changes, and the session', async () => {
  const { client, sent } = clientWith(Response.json(SETTINGS));
  await client.saveSettings({ mapi: { value: true, locked: true } }, 6);
  expect(sent).toMatchObject([
    {
      url: 'https://backend.test/api/account/settings',
      method: 'PUT',
      body: { mapi: { value: true, locked: true } },
    },
  ]);
  expect(sent[0]?.headers.get('if-match')).toBe('"6"');
  expect(sent[0]?.headers.get('authorization')).toBe('Bearer the-token');
});

it('tells of a write that came too late what was changed meanwhile', async () => {
  const problem = {
    ...toProblem(new ProductError('changed-meanwhile')),
    meanwhile: { version: 8, entries: [ENTRY] },
  };
  const { client } = clientWith(Response.json(problem, { status: 412 }));
  const error = await client.saveSettings({}, 6).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(ChangedMeanwhile);
  expect(error).toMatchObject({
    code: 'changed-meanwhile',
    meanwhile: { version: 8, entries: [{ id: '1' }] },
  });
});

it('does not send a write again after the network failed: nobody knows whether it was done', async () => {
  const { client, sent } = clientWith(new TypeError('network'), Response.json(SETTINGS));
  await expect(client.saveSettings({}, 6)).rejects.toMatchObject({ code: 'backend-unavailable' });
  expect(sent).toHaveLength(1);
});

it('asks again for what may be read twice', async () => {
  const { client, sent } = clientWith(new TypeError('network'), Response.json(SETTINGS));
  await expect(client.settings()).resolves.toEqual(SETTINGS);
  expect(sent).toHaveLength(2);
});

it('asks for members by what was given alone, whatever is in it', async () => {
  const page = { members: [], total: 0 };
  const { client, sent } = clientWith(Response.json(page), Response.json(page));
  await client.members();
  await client.members({ search: 'a&b=c', pageToken: undefined });
  expect(sent.map(({ url }) => new URL(url).search)).toEqual(['', '?search=a%26b%3Dc']);
});

it('says who may not: the backend’s own words by their code', async () => {
  const { client } = clientWith(Response.json(toProblem(new ProductError('admin-only')), { status: 403 }));
  await expect(client.account()).rejects.toMatchObject({ code: 'admin-only' });
});
