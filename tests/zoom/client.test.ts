import type { ZoomClient } from '../../src/zoom/client';
import { body, codeOf, ID, setup, TOKENS } from './clientSetup';
import { connectionReset, json, noContent, refusal, zoomMeeting } from './support';

describe('what each method sends', () => {
  const page = { meetings: [], next_page_token: '' };
  const cases: [string, (client: ZoomClient) => Promise<unknown>, () => Response, string, string, unknown][] =
    [
      ['me', (c) => c.me(), () => json(200, { id: 'm', type: 2 }), 'GET', '/users/me', undefined],
      ['mySettings', (c) => c.mySettings(), () => json(200, {}), 'GET', '/users/me/settings', undefined],
      [
        'createMeeting',
        (c) => c.createMeeting(body),
        () => json(201, zoomMeeting()),
        'POST',
        '/users/me/meetings',
        body,
      ],
      [
        'getMeeting',
        (c) => c.getMeeting(ID),
        () => json(200, zoomMeeting()),
        'GET',
        `/meetings/${ID}?show_previous_occurrences=true`,
        undefined,
      ],
      [
        'updateMeeting',
        (c) => c.updateMeeting(ID, { topic: 'x' }),
        noContent,
        'PATCH',
        `/meetings/${ID}`,
        { topic: 'x' },
      ],
      ['deleteMeeting', (c) => c.deleteMeeting(ID), noContent, 'DELETE', `/meetings/${ID}`, undefined],
      [
        'updateOccurrence',
        (c) => c.updateOccurrence(ID, '1764576000000', { start_time: '2026-12-01T09:00:00Z', duration: 5 }),
        noContent,
        'PATCH',
        `/meetings/${ID}?occurrence_id=1764576000000`,
        { start_time: '2026-12-01T09:00:00Z', duration: 5 },
      ],
      [
        'deleteOccurrence',
        (c) => c.deleteOccurrence(ID, '1764576000000'),
        noContent,
        'DELETE',
        `/meetings/${ID}?occurrence_id=1764576000000`,
        undefined,
      ],
      [
        'myAuthentication',
        (c) => c.myAuthentication(),
        () => json(200, {}),
        'GET',
        '/users/me/settings?option=meeting_authentication',
        undefined,
      ],
      ['schedulers', (c) => c.schedulers(), () => json(200, {}), 'GET', '/users/me/schedulers', undefined],
      [
        'templates',
        (c) => c.templates(),
        () => json(200, {}),
        'GET',
        '/users/me/meeting_templates',
        undefined,
      ],
      [
        'lockSettings',
        (c) => c.lockSettings(),
        () => json(200, {}),
        'GET',
        '/accounts/me/lock_settings',
        undefined,
      ],
      [
        'securityLocks',
        (c) => c.securityLocks(),
        () => json(200, {}),
        'GET',
        '/accounts/me/lock_settings?option=meeting_security',
        undefined,
      ],
      [
        'listMeetings of another host',
        (c) => c.listMeetings({ of: 'chair+x@example.test' }),
        () => json(200, page),
        'GET',
        '/users/chair%2Bx%40example.test/meetings?type=scheduled&page_size=300',
        undefined,
      ],
      [
        'recoverMeeting',
        (c) => c.recoverMeeting(ID),
        noContent,
        'PUT',
        `/meetings/${ID}/status`,
        { action: 'recover' },
      ],
      [
        'listMeetings',
        (c) => c.listMeetings(),
        () => json(200, page),
        'GET',
        '/users/me/meetings?type=scheduled&page_size=300',
        undefined,
      ],
      [
        'listMeetings of a page',
        (c) => c.listMeetings({ type: 'upcoming', pageSize: 1000, nextPageToken: 'a b&c' }),
        () => json(200, page),
        'GET',
        '/users/me/meetings?type=upcoming&page_size=300&next_page_token=a+b%26c',
        undefined,
      ],
    ];

  test.each(cases)('%s', async (_, call, answer, method, path, sent) => {
    const { client, calls } = setup(answer());
    await call(client);
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ method, url: `https://api.zoom.test/v2${path}` });
    expect(calls[0]?.headers.get('authorization')).toBe(`Bearer ${TOKENS[0]}`);
    expect(calls[0]?.headers.get('content-type')).toBe(sent === undefined ? null : 'application/json');
    expect(calls[0]?.body === undefined ? undefined : JSON.parse(calls[0].body)).toEqual(sent);
  });

  test.each(['..', '../users/me', '1', '12345678/status', '', '123456789?x=1'])(
    'nothing for "%s", which is no meeting id',
    async (id) => {
      const { client, calls } = setup();
      for (const call of [
        client.getMeeting(id),
        client.updateMeeting(id, {}),
        client.deleteMeeting(id),
        client.recoverMeeting(id),
      ]) {
        expect(await codeOf(call)).toBe('invalid-request');
      }
      expect(calls).toEqual([]);
    },
  );
});

test.each(['..', 'x', '', '1&a=b'])('nothing for "%s", which is no occurrence and no address', async (id) => {
  const { client, calls } = setup();
  expect(await codeOf(client.deleteOccurrence(ID, id))).toBe('invalid-request');
  expect(await codeOf(client.listMeetings({ of: id }))).toBe('invalid-request');
  expect(calls).toEqual([]);
});

const times = { start_time: '2025-12-01T09:00:00Z', duration: 30 };
const onMissing: [string, (client: ZoomClient) => Promise<void>][] = [
  ['changed', (client) => client.updateOccurrence(ID, '1764576000000', times)],
  ['cancelled', (client) => client.deleteOccurrence(ID, '1764576000000')],
];

describe.each(onMissing)('an occurrence that is not there, when it is to be %s,', (_, change) => {
  test('is told by Zoom’s own word for it', async () => {
    const { client, calls } = setup(refusal(400, 300, 'Invalid parameter: occurrence_id.'));
    expect(await codeOf(change(client))).toBe('occurrence-gone');
    expect(calls).toHaveLength(1);
  });

  test('is told from a meeting that is gone', async () => {
    const gone = () => refusal(404, 3001, 'Meeting does not exist.');
    expect(await codeOf(change(setup(gone(), json(200, zoomMeeting())).client))).toBe('occurrence-gone');
    expect(await codeOf(change(setup(gone(), gone()).client))).toBe('meeting-gone');
  });
});

describe('what answers become', () => {
  test('a meeting, with its id as text and without what nobody asked for', async () => {
    const { client } = setup(json(200, zoomMeeting()));
    const meeting = await client.getMeeting(ID);
    expect(meeting).toMatchObject({ id: ID, duration: 45, settings: { waiting_room: true } });
    expect(JSON.stringify(meeting)).not.toContain('host-secret');
  });

  test('an id of 19 digits keeps them all', async () => {
    const text = JSON.stringify(zoomMeeting()).replace('85746065123', '9223372036854775807');
    const { client } = setup(new Response(text));
    expect((await client.getMeeting(ID)).id).toBe('9223372036854775807');
  });

  test('times with an offset, or without any, are instants in UTC', async () => {
    const { client } = setup(
      json(200, zoomMeeting({ start_time: '2026-11-24T09:00:00+01:00' })),
      json(200, zoomMeeting({ start_time: '2026-11-24T08:00:00' })),
    );
    for (let i = 0; i < 2; i += 1)
      expect((await client.getMeeting(ID)).start_time).toBe('2026-11-24T08:00:00Z');
  });

  test('a meeting without fixed time has none', async () => {
    for (const start_time of [undefined, '', null]) {
      const { client } = setup(json(200, zoomMeeting({ type: 3, start_time })));
      expect((await client.getMeeting(ID)).start_time).toBeUndefined();
    }
  });

  test('a person with only what Zoom must tell', async () => {
    const { client } = setup(json(200, { id: 'm', type: 1 }));
    expect(await client.me()).toEqual({
      id: 'm',
      account_id: '',
      display_name: '',
      first_name: '',
      last_name: '',
      email: '',
      timezone: '',
      role_id: '',
    });
  });

  const unreadable: [string, () => Response][] = [
    ['a page of a captive portal', () => new Response('<html>Please sign in</html>')],
    ['nothing', () => new Response('')],
    ['half of an object', () => new Response('{"id": 857460')],
    ['another type', () => json(200, [1, 2])],
    ['null', () => json(200, null)],
    ['wrong fields', () => json(200, zoomMeeting({ id: { no: 'id' } }))],
    ['an id out of range', () => json(200, zoomMeeting({ id: -5 }))],
    ['no join link', () => json(200, zoomMeeting({ join_url: 'nowhere' }))],
    ['a start that is none', () => json(200, zoomMeeting({ start_time: 'soon' }))],
    ['far too much', () => new Response('x'.repeat(5_000_001))],
  ];

  test.each(unreadable)('%s is no meeting: a read says that Zoom does not answer', async (_, answer) => {
    const { client } = setup(answer(), answer(), answer());
    expect(await codeOf(client.getMeeting(ID))).toBe('zoom-unavailable');
  });

  test.each(unreadable)('%s is no meeting: a create says that nobody knows', async (_, answer) => {
    const { client, calls } = setup(answer());
    expect(await codeOf(client.createMeeting(body))).toBe('zoom-outcome-unknown');
    expect(calls).toHaveLength(1);
  });

  test('a page of a portal does not pass for a change', async () => {
    const { client } = setup(new Response('<html>'), new Response('<html>'), new Response('<html>'));
    expect(await codeOf(client.updateMeeting(ID, { topic: 'x' }))).toBe('zoom-outcome-unknown');
    expect(await codeOf(client.deleteMeeting(ID))).toBe('zoom-outcome-unknown');
    expect(await codeOf(client.recoverMeeting(ID))).toBe('zoom-outcome-unknown');
  });
});

describe('recovering', () => {
  const notDeleted = () => refusal(400, 300, 'This meeting is not deleted.');

  test('is fine for a meeting that lives', async () => {
    const { client } = setup(notDeleted(), json(200, zoomMeeting()));
    await expect(client.recoverMeeting(ID)).resolves.toBeUndefined();
  });

  test('says what Zoom said when it does not', async () => {
    const { client } = setup(
      refusal(404, 3001, 'Meeting does not exist.'),
      refusal(404, 3001, 'Meeting does not exist.'),
    );
    expect(await codeOf(client.recoverMeeting(ID))).toBe('meeting-gone');
  });

  test('whose first answer was lost is repeated and comes out well', async () => {
    const { client } = setup(connectionReset(), notDeleted(), json(200, zoomMeeting()));
    await expect(client.recoverMeeting(ID)).resolves.toBeUndefined();
  });
});

describe('all pages of the list', () => {
  const row = (id: number) => zoomMeeting({ id, settings: undefined, password: undefined });
  const page = (token: string, ...ids: number[]) =>
    json(200, { meetings: ids.map(row), next_page_token: token });

  test('are asked for one by one, until there is no token', async () => {
    const { client, calls } = setup(
      page('two', 10000001, 10000002),
      page('three', 10000003),
      page('', 10000004),
    );
    const ids = [];
    for await (const { id } of client.allMeetings({ type: 'upcoming' })) ids.push(id);
    expect(ids).toEqual(['10000001', '10000002', '10000003', '10000004']);
    expect(calls.map(({ url }) => new URL(url).searchParams.get('next_page_token'))).toEqual([
      null,
      'two',
      'three',
    ]);
    expect(calls.every(({ url }) => new URL(url).searchParams.get('type') === 'upcoming')).toBe(true);
  });

  test('are not asked for once nobody reads on', async () => {
    const { client, calls } = setup(page('two', 10000001, 10000002));
    for await (const { id } of client.allMeetings()) {
      if (id === '10000002') break;
    }
    expect(calls).toHaveLength(1);
  });

  test('that never end end in an error', async () => {
    const { client } = setup(...Array.from({ length: 300 }, () => page('again', 10000001)));
    const drain = async (): Promise<void> => {
      for await (const { id } of client.allMeetings()) expect(id).toBe('10000001');
    };
    expect(await codeOf(drain())).toBe('zoom-unavailable');
  });
});
