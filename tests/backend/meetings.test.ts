/** Meetings over the backend's interface: made once a claim whatever happens, changed, removed, brought back. */
import { Meeting, MeetingPage } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import {
  CLAIM,
  emptyDatabase,
  openInMemory,
  problemCode,
  REQUEST,
  slowly,
  World,
  type TestBackend,
} from './support';
import { COLLEAGUE, ORGANIZER } from './zoomDouble';

const CREATE = /^POST \/v2\/users\/me\/meetings$/;

let open: OpenDatabase;
let world: World;
let backend: TestBackend;
let token: string;

beforeAll(async () => {
  open = await openInMemory();
});
afterAll(() => open.close());
beforeEach(async () => {
  await emptyDatabase(open);
  world = new World(open);
  backend = await world.backend();
  ({ token } = await backend.signIn());
});

const rows = () => open.database.selectFrom('made_meetings').selectAll().orderBy('created_at').execute();

describe('creating', () => {
  it('makes the meeting that was asked for and records it as unconfirmed', async () => {
    const answer = await backend.create(token, CLAIM);

    expect(answer.statusCode).toBe(201);
    const meeting = Meeting.parse(answer.json());
    expect(meeting).toMatchObject({
      topic: 'Quarterly planning',
      start: '2026-11-23T08:00:00Z',
      durationMinutes: 45,
      timeZone: 'Europe/Vienna',
      hostedByMe: true,
      hostName: 'Sandbox Organizer',
      options: { waitingRoom: true },
    });
    expect(await rows()).toMatchObject([
      {
        claim: CLAIM,
        state: 'unconfirmed',
        meeting_id: meeting.id,
        sealed_request: null,
        leased_until: null,
      },
    ]);
  });

  it('answers the same meeting to the same claim, with 200', async () => {
    const first = Meeting.parse((await backend.create(token, CLAIM)).json());
    const second = await backend.create(token, CLAIM);

    expect(second.statusCode).toBe(200);
    expect(second.json()).toEqual(first);
    expect(world.zoom.count(CREATE)).toBe(1);
  });

  it('makes one meeting of twenty calls with one claim at the same moment', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => backend.create(token, CLAIM)));

    expect(world.zoom.count(CREATE)).toBe(1);
    expect(new Set(answers.map((answer) => Meeting.parse(answer.json()).id)).size).toBe(1);
    expect(answers.filter((answer) => answer.statusCode === 201)).toHaveLength(1);
  });

  it('makes one meeting when two processes get the same claim at the same moment', async () => {
    const other = await world.backend();
    world.zoom.before = slowly;
    const answers = await Promise.all([backend.create(token, CLAIM), other.create(token, CLAIM)]);

    expect(world.zoom.count(CREATE)).toBe(1);
    expect(answers.map((answer) => answer.statusCode).sort()).toEqual([200, 201]);
  });

  it('makes two meetings of two claims, though everything else is equal', async () => {
    await Promise.all([backend.create(token, CLAIM), backend.create(token, 'another-claim')]);
    expect(world.zoom.living()).toHaveLength(2);
  });

  it('makes a new meeting under the claim after the first one was deleted', async () => {
    const first = Meeting.parse((await backend.create(token, CLAIM)).json());
    await backend.as(token, 'DELETE', `/api/meetings/${first.id}`);
    const second = await backend.create(token, CLAIM);

    expect(second.statusCode).toBe(201);
    expect(Meeting.parse(second.json()).id).not.toBe(first.id);
  });

  it('makes a new meeting under the claim after the first one was deleted in Zoom itself', async () => {
    const first = Meeting.parse((await backend.create(token, CLAIM)).json());
    for (const meeting of world.zoom.living()) meeting.deleted = true;

    expect((await backend.create(token, CLAIM)).statusCode).toBe(201);
    expect(await rows()).toMatchObject([
      { meeting_id: first.id, state: 'removed' },
      { state: 'unconfirmed' },
    ]);
  });

  it('brings the meeting of the claim up to date when the same claim asks for something else', async () => {
    const first = Meeting.parse((await backend.create(token, CLAIM)).json());
    const second = await backend.create(token, CLAIM, {
      ...REQUEST,
      topic: 'Moved',
      start: '2026-11-24T10:00:00',
    });

    expect(second.statusCode).toBe(200);
    expect(second.json()).toMatchObject({ id: first.id, topic: 'Moved', start: '2026-11-24T09:00:00Z' });
    expect(world.zoom.count(CREATE)).toBe(1);
  });

  it('lets the last of two different requests under one claim hold, without a second meeting', async () => {
    await Promise.all([
      backend.create(token, CLAIM),
      backend.create(token, CLAIM, { ...REQUEST, topic: 'Later wish' }),
    ]);

    expect(world.zoom.living().map((meeting) => meeting.fields.topic)).toEqual(['Later wish']);
  });

  it('refuses a create without a claim, naming the header', async () => {
    const answer = await backend.as(token, 'POST', '/api/meetings', REQUEST);
    expect(problemCode(answer)).toBe('invalid-request');
    expect(answer.json().detail).toContain('headers/idempotency-key');
  });
});

describe('when Zoom’s answer to a create is lost', () => {
  it('finds the meeting that was made instead of making a second one', async () => {
    world.zoom.fail(CREATE, 'lost-after');
    const answer = await backend.create(token, CLAIM);

    expect(answer.statusCode).toBe(201);
    expect(world.zoom.living().map((meeting) => meeting.id)).toEqual([Meeting.parse(answer.json()).id]);
  });

  it('makes it once when the request never arrived', async () => {
    world.zoom.fail(CREATE, 'lost-before');
    expect((await backend.create(token, CLAIM)).statusCode).toBe(201);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('does not adopt a meeting that another claim has', async () => {
    const first = Meeting.parse((await backend.create(token, 'another-claim')).json());
    world.zoom.fail(CREATE, 'lost-before');
    const second = Meeting.parse((await backend.create(token, CLAIM)).json());

    expect(second.id).not.toBe(first.id);
  });

  it('says that the outcome is unknown while Zoom stays silent, and goes on from there at the next press', async () => {
    world.zoom.fail(CREATE, 'lost-after');
    const silent = () => new Response('', { status: 503 });
    for (let attempt = 0; attempt < 40; attempt += 1) world.zoom.fail(/^GET /, silent());
    const first = await backend.create(token, CLAIM);
    expect(problemCode(first)).toBe('zoom-outcome-unknown');
    expect(await rows()).toMatchObject([{ state: 'pending', leased_until: null }]);

    world.zoom.calls.length = 0;
    let second = await backend.create(token, CLAIM);
    while (second.statusCode !== 201) second = await backend.create(token, CLAIM);
    expect(world.zoom.count(CREATE)).toBe(0);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('waits for the late effect of its latest sending at the next press, however old the first one is', async () => {
    const silent = () => new Response('', { status: 503 });
    world.zoom.fail(CREATE, 'lost-before');
    for (let attempt = 0; attempt < 9; attempt += 1) world.zoom.fail(/^GET .*meetings$/, silent());
    expect(problemCode(await backend.create(token, CLAIM))).toBe('zoom-outcome-unknown');
    world.clock.advance(60_000);
    world.zoom.fail(CREATE, 'lost-before');
    // The first look is whole, so it is sent again; what became of that nobody can see.
    let looks = 0;
    world.zoom.before = async ({ name }) => {
      if (!/^GET .*meetings$/.test(name)) return;
      looks += 1;
      if (looks > 1) world.zoom.fail(/^GET .*meetings$/, silent());
    };
    expect(problemCode(await backend.create(token, CLAIM))).toBe('zoom-outcome-unknown');
    world.zoom.before = async () => undefined;

    world.zoom.calls.length = 0;
    expect((await backend.create(token, CLAIM)).statusCode).toBe(201);
    expect(world.zoom.count(/^GET .*meetings$/)).toBeGreaterThan(1);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('forgets the record when Zoom refused, so that the next press starts anew', async () => {
    world.zoom.fail(CREATE, Response.json({ code: 300, message: 'Invalid topic.' }, { status: 400 }));
    expect(problemCode(await backend.create(token, CLAIM))).toBe('zoom-refused');
    expect(await rows()).toEqual([]);
    expect((await backend.create(token, CLAIM)).statusCode).toBe(201);
  });
});

describe('after a crash', () => {
  /** The process dies right after Zoom made the meeting: nothing after the POST runs, not even an error's. */
  async function crashAfterCreate(): Promise<void> {
    let crashed: () => void = () => undefined;
    const crash = new Promise<void>((resolve) => {
      crashed = resolve;
    });
    const fetch = world.zoom.fetch;
    const dying = await world.backend({
      fetch: async (url, init) => {
        const answer = await fetch(url, init);
        if (init.method !== 'POST' || !url.endsWith('/users/me/meetings')) return answer;
        crashed();
        return new Promise<Response>(() => undefined);
      },
    });
    void dying.create(token, CLAIM);
    await crash;
  }

  it('finds the meeting that Zoom made before the process died', async () => {
    await crashAfterCreate();
    expect(await rows()).toMatchObject([{ state: 'pending', meeting_id: null }]);

    const restarted = await world.backend();
    const answer = await restarted.create(token, CLAIM);

    expect(answer.statusCode).toBe(201);
    expect(world.zoom.count(CREATE)).toBe(1);
    expect(await rows()).toMatchObject([
      { state: 'unconfirmed', meeting_id: Meeting.parse(answer.json()).id },
    ]);
  });

  it('finds it though the appointment was changed meanwhile, and brings it up to date', async () => {
    await crashAfterCreate();
    const restarted = await world.backend();
    const answer = await restarted.create(token, CLAIM, { ...REQUEST, topic: 'Renamed since' });

    expect(answer.json()).toMatchObject({ topic: 'Renamed since' });
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('waits for a process that may still be at it, and says so when it takes too long', async () => {
    await crashAfterCreate();
    // This backend was running before: it cannot know that the other one died.
    expect(problemCode(await backend.create(token, CLAIM))).toBe('zoom-outcome-unknown');
    world.clock.advance(120_000);
    expect((await backend.create(token, CLAIM)).statusCode).toBe(201);
    expect(world.zoom.count(CREATE)).toBe(1);
  });
});

describe('a meeting that was made', () => {
  let id: string;
  beforeEach(async () => {
    ({ id } = Meeting.parse((await backend.create(token, CLAIM)).json()));
  });
  const state = async () => (await rows()).map((row) => row.state);

  it('is read', async () => {
    const answer = await backend.as(token, 'GET', `/api/meetings/${id}`);
    expect(Meeting.parse(answer.json())).toMatchObject({ id, passcode: 'secret42' });
  });

  it('is changed as a whole', async () => {
    const answer = await backend.as(token, 'PATCH', `/api/meetings/${id}`, {
      ...REQUEST,
      topic: 'Renamed',
      durationMinutes: 30,
      options: { passcode: 'abc123' },
    });
    expect(answer.json()).toMatchObject({ id, topic: 'Renamed', durationMinutes: 30, passcode: 'abc123' });
  });

  it('keeps its times where a change leaves them out, and Zoom hears nothing of them', async () => {
    const change = { topic: 'Renamed', options: { passcode: 'abc123' } };
    const answer = await backend.as(token, 'PATCH', `/api/meetings/${id}`, change);
    expect(answer.json()).toMatchObject({ id, topic: 'Renamed', passcode: 'abc123' });
    expect(answer.json()).toMatchObject({ durationMinutes: REQUEST.durationMinutes });
    const sent = world.zoom.calls.filter(({ name }) => name.startsWith('PATCH ')).map(({ body }) => body);
    expect(sent).toEqual([JSON.stringify({ topic: 'Renamed', password: 'abc123' })]);
  });

  it.each([{ start: undefined }, { start: 'soon' }, { durationMinutes: 0 }])(
    'is not changed by half of its times or wrong ones: %p',
    async (wrong) => {
      const answer = await backend.as(token, 'PATCH', `/api/meetings/${id}`, { ...REQUEST, ...wrong });
      expect(answer.statusCode).toBe(400);
      expect(world.zoom.count(/^PATCH /)).toBe(0);
    },
  );

  it('is removed, and removing what is gone is fine', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect((await backend.as(token, 'DELETE', `/api/meetings/${id}`)).statusCode).toBe(204);
    }
    expect(world.zoom.living()).toEqual([]);
    expect(await state()).toEqual(['removed']);
  });

  it('is gone once it was deleted in Zoom', async () => {
    for (const meeting of world.zoom.living()) meeting.deleted = true;
    expect(problemCode(await backend.as(token, 'GET', `/api/meetings/${id}`))).toBe('meeting-gone');
    expect(problemCode(await backend.as(token, 'PATCH', `/api/meetings/${id}`, REQUEST))).toBe(
      'meeting-gone',
    );
    expect((await backend.as(token, 'DELETE', `/api/meetings/${id}`)).statusCode).toBe(204);
  });

  it('comes back as it was, confirmed or not', async () => {
    await backend.as(token, 'POST', `/api/meetings/${id}/confirm`, {});
    await backend.as(token, 'DELETE', `/api/meetings/${id}`);
    const answer = await backend.as(token, 'POST', `/api/meetings/${id}/recover`);

    expect(Meeting.parse(answer.json()).id).toBe(id);
    expect(await state()).toEqual(['confirmed']);
  });

  it('leaves its claim to the newer meeting when it comes back late', async () => {
    await backend.as(token, 'DELETE', `/api/meetings/${id}`);
    const newer = Meeting.parse((await backend.create(token, CLAIM)).json());
    await backend.as(token, 'POST', `/api/meetings/${id}/recover`);

    expect(world.zoom.living()).toHaveLength(2);
    expect((await backend.create(token, CLAIM)).json()).toMatchObject({ id: newer.id });
  });

  it('is listed, page by page', async () => {
    world.zoom.addMeetings(ORGANIZER, 120);
    const first = MeetingPage.parse((await backend.as(token, 'GET', '/api/meetings')).json());
    expect(first.meetings).toHaveLength(100);
    const next = await backend.as(token, 'GET', `/api/meetings?pageToken=${first.nextPageToken ?? ''}`);
    const second = MeetingPage.parse(next.json());
    expect(second.meetings).toHaveLength(21);
    expect(second.nextPageToken).toBeUndefined();
  });
});

describe('a meeting that was made in Zoom itself', () => {
  it('is read and removed, also when Zoom’s answer to that is lost; once gone it might be anybody’s', async () => {
    world.zoom.addMeetings(ORGANIZER, 1);
    const id = world.zoom.living()[0]?.id ?? 'none';
    const as = (method: 'GET' | 'DELETE') => backend.as(token, method, `/api/meetings/${id}`);
    expect(Meeting.parse((await as('GET')).json()).id).toBe(id);
    world.zoom.fail(/^DELETE /, 'lost-after');
    expect((await as('DELETE')).statusCode).toBe(204);
    expect(problemCode(await as('GET'))).toBe('meeting-of-another');
    expect(problemCode(await as('DELETE'))).toBe('meeting-of-another');
  });
});

describe('another member', () => {
  it('sees and touches nothing of it, by any route', async () => {
    const { id } = Meeting.parse((await backend.create(token, CLAIM)).json());
    const foreign = (await backend.signIn(COLLEAGUE)).token;
    const at = (suffix = '') => `/api/meetings/${id}${suffix}`;
    const occurrence = { start: '2026-11-23T08:00:00Z', durationMinutes: 45 };

    for (const answer of [
      await backend.as(foreign, 'GET', at()),
      await backend.as(foreign, 'PATCH', at(), REQUEST),
      await backend.as(foreign, 'POST', at('/recover')),
      await backend.as(foreign, 'DELETE', at()),
      await backend.as(foreign, 'PATCH', at('/occurrences/1795420800000'), occurrence),
      await backend.as(foreign, 'DELETE', at('/occurrences/1795420800000')),
    ])
      expect([problemCode(answer), answer.statusCode]).toEqual(['meeting-of-another', 404]);
    expect((await backend.as(foreign, 'POST', at('/confirm'), {})).json()).toEqual({ appointment: 'untold' });
    expect((await backend.as(foreign, 'POST', at('/keep'))).statusCode).toBe(204);
    expect((await backend.as(foreign, 'GET', '/api/meetings/unused')).json()).toEqual({ meetings: [] });
    expect((await backend.as(foreign, 'GET', '/api/meetings')).json()).toEqual({ meetings: [] });

    expect(await rows()).toMatchObject([{ meeting_id: id, user_id: 'organizer', state: 'unconfirmed' }]);
    expect(world.zoom.living().map((meeting) => meeting.id)).toEqual([id]);
  });

  it('gets a meeting of their own under the same claim', async () => {
    const first = Meeting.parse((await backend.create(token, CLAIM)).json());
    const foreign = (await backend.signIn(COLLEAGUE)).token;
    const second = await backend.create(foreign, CLAIM);

    expect(second.statusCode).toBe(201);
    expect(Meeting.parse(second.json()).id).not.toBe(first.id);
    expect(Meeting.parse(second.json()).hostName).toBe('Sandbox Colleague');
  });
});
