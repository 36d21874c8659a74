/** Which appointment a meeting belongs to, which meetings nobody uses, and single occurrences of a series. */
import { ConfirmationAnswer, Meeting, UnusedMeetings } from '../../src/api/backend';
import type { OpenDatabase } from '../../src/backend/database/open';
import type { MeetingRequest } from '../../src/domain/meeting';
import { CLAIM, emptyDatabase, openInMemory, problemCode, REQUEST, World, type TestBackend } from './support';
import { COLLEAGUE } from './zoomDouble';

const [FIRST, SECOND, THIRD] = ['a', 'b', 'c'].map((letter) => letter.repeat(43));

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

const make = async (claim = CLAIM, request: MeetingRequest = REQUEST) =>
  Meeting.parse((await backend.create(token, claim, request)).json());
const confirm = async (id: string, body: object | undefined, who = token) => {
  const answer = await backend.as(who, 'POST', `/api/meetings/${id}/confirm`, body);
  return ConfirmationAnswer.parse(answer.json()).appointment;
};
const unused = async (who = token) =>
  UnusedMeetings.parse((await backend.as(who, 'GET', '/api/meetings/unused')).json()).meetings;

describe('a saved appointment that carries a meeting', () => {
  it('is the one that it belongs to, when it is the first one told, as often as it is told', async () => {
    const { id } = await make();
    for (let time = 0; time < 2; time += 1) expect(await confirm(id, { appointment: FIRST })).toBe('this');
  });

  it('is another one, when one was told before', async () => {
    const { id } = await make();
    await confirm(id, { appointment: FIRST });
    expect(await confirm(id, { appointment: SECOND })).toBe('another');
    expect(await confirm(id, { appointment: FIRST })).toBe('this');
  });

  it('shares it on purpose from then on, and only this one', async () => {
    const { id } = await make();
    await confirm(id, { appointment: FIRST });
    expect(await confirm(id, { appointment: SECOND, share: true })).toBe('this');
    expect(await confirm(id, { appointment: SECOND })).toBe('this');
    expect(await confirm(id, { appointment: SECOND, share: true })).toBe('this');
    expect(await confirm(id, { appointment: THIRD })).toBe('another');
  });

  it('is not told apart by a client that names none, which confirms the meeting all the same', async () => {
    const { id } = await make();
    expect(await confirm(id, {})).toBe('untold');
    expect(await unused()).toEqual([]);
    expect(await confirm(id, { appointment: FIRST })).toBe('this');
  });

  it('does not get the meeting by being told first, when it may be a copy, and confirms it all the same', async () => {
    const { id } = await make();
    expect(await confirm(id, { appointment: SECOND, perhapsCopy: true })).toBe('untold');
    expect(await unused()).toEqual([]);
    expect(await confirm(id, { appointment: FIRST })).toBe('this');
    expect(await confirm(id, { appointment: SECOND, perhapsCopy: true })).toBe('another');
    expect(await confirm(id, { appointment: FIRST, perhapsCopy: true })).toBe('this');
  });

  it('cannot be an unsaved form once one is known, and an unsaved form changes nothing', async () => {
    const { id } = await make();
    const madeAt = (await unused()).map((each) => each.id);
    expect(await confirm(id, { unsaved: true })).toBe('untold');
    expect((await unused()).map((each) => each.id)).toEqual(madeAt);
    await confirm(id, { appointment: FIRST });
    expect(await confirm(id, { unsaved: true })).toBe('another');
    expect(await confirm(id, { appointment: FIRST })).toBe('this');
  });

  it('may be told without any body, as older panes do', async () => {
    const { id } = await make();
    expect(await confirm(id, undefined)).toBe('untold');
  });

  it('of a meeting that was not made here, or by somebody else, is nobody’s', async () => {
    const { id } = await make();
    expect(await confirm('89999999999', { appointment: FIRST })).toBe('untold');
    const foreign = (await backend.signIn(COLLEAGUE)).token;
    expect(await confirm(id, { appointment: FIRST }, foreign)).toBe('untold');
    expect(await confirm(id, { appointment: SECOND })).toBe('this');
  });

  it('is still the one after its meeting was removed and brought back', async () => {
    const { id } = await make();
    await confirm(id, { appointment: FIRST });
    await backend.as(token, 'DELETE', `/api/meetings/${id}`);
    expect(await confirm(id, { appointment: SECOND })).toBe('untold');
    await backend.as(token, 'POST', `/api/meetings/${id}/recover`);
    expect(await confirm(id, { appointment: SECOND })).toBe('another');
  });

  it.each(['short', 'x'.repeat(44), `${'a'.repeat(42)}/`, 5])('is not named by %p', async (appointment) => {
    const { id } = await make();
    const answer = await backend.as(token, 'POST', `/api/meetings/${id}/confirm`, { appointment });
    expect(problemCode(answer)).toBe('invalid-request');
  });
});

describe('unused meetings', () => {
  it('are those never seen on a saved appointment, the newest first', async () => {
    const first = await make('claim-one');
    world.clock.advance(1000);
    const second = await make('claim-two', { ...REQUEST, topic: 'Second' });
    world.clock.advance(1000);
    const third = await make('claim-three');
    await confirm(third.id, { appointment: FIRST });
    expect(await unused()).toEqual([
      { id: second.id, topic: 'Second', start: second.start, madeAt: '2026-11-20T08:00:01.000Z' },
      { id: first.id, topic: REQUEST.topic, start: first.start, madeAt: '2026-11-20T08:00:00.000Z' },
    ]);
  });

  it('are no longer listed once they are kept, removed, deleted in Zoom or over', async () => {
    const [kept, removed, deleted] = [
      await make('to-be-kept'),
      await make('to-be-removed'),
      await make('to-be-deleted'),
    ];
    await make('it-will-be-over');
    expect(await unused()).toHaveLength(4);
    for (let time = 0; time < 2; time += 1)
      expect((await backend.as(token, 'POST', `/api/meetings/${kept.id}/keep`)).statusCode).toBe(204);
    await backend.as(token, 'DELETE', `/api/meetings/${removed.id}`);
    for (const meeting of world.zoom.living()) meeting.deleted = meeting.deleted || meeting.id === deleted.id;
    expect(await unused()).toHaveLength(1);
    world.clock.advance(7 * 24 * 3_600_000);
    const later = (await backend.signIn()).token;
    expect(await unused(later)).toEqual([]);
  });

  it('are each member’s own', async () => {
    await make();
    expect(await unused((await backend.signIn(COLLEAGUE)).token)).toEqual([]);
  });

  it.each([
    [403, 3161, 'You are not allowed to see this meeting.'],
    [400, 300, 'Invalid parameter.'],
  ])('lack only the one that Zoom refuses to tell of: %s', async (status, code, message) => {
    const refused = await make('made-for-somebody-else');
    const shown = await make('a-meeting-of-my-own');
    const read = new RegExp(`^GET .*/${refused.id}$`);
    world.zoom.fail(read, Response.json({ code, message }, { status }));
    expect((await unused()).map(({ id }) => id)).toEqual([shown.id]);
    expect(await unused()).toHaveLength(2);
  });

  it('end in an error while Zoom does not answer, not in a list that lacks some', async () => {
    await make();
    for (let time = 0; time < 3; time += 1)
      world.zoom.fail(/^GET .*meetings/, new Response('', { status: 503 }));
    expect(problemCode(await backend.as(token, 'GET', '/api/meetings/unused'))).toBe('zoom-unavailable');
    expect(await unused()).toHaveLength(1);
  });
});

it('forgets removed meetings after a while, and what was shared with them', async () => {
  const { id } = await make();
  await confirm(id, { appointment: FIRST });
  await confirm(id, { appointment: SECOND, share: true });
  await backend.as(token, 'DELETE', `/api/meetings/${id}`);
  const count = async () => (await open.database.selectFrom('made_meetings').selectAll().execute()).length;
  world.clock.advance(59 * 24 * 3_600_000);
  await backend.built.tidy();
  expect(await count()).toBe(1);
  world.clock.advance(2 * 24 * 3_600_000);
  await backend.built.tidy();
  expect(await count()).toBe(0);
  expect(await open.database.selectFrom('shared_appointments').selectAll().execute()).toEqual([]);
});

describe('a series', () => {
  const series: MeetingRequest = {
    ...REQUEST,
    repeats: { kind: 'series', rule: { frequency: 'daily', interval: 1 }, end: { kind: 'count', count: 3 } },
  };
  const at = ({ id, occurrences }: Meeting, index: number) =>
    `/api/meetings/${id}/occurrences/${occurrences[index]?.id ?? 'none'}`;

  it('is made with its pattern and has its occurrences', async () => {
    const made = await make(CLAIM, series);
    expect(made).toMatchObject({ repeats: series.repeats, start: '2026-11-23T08:00:00Z' });
    expect(made.occurrences.map(({ start }) => start)).toEqual([
      '2026-11-23T08:00:00Z',
      '2026-11-24T08:00:00Z',
      '2026-11-25T08:00:00Z',
    ]);
  });

  it('whose answer was lost is found again', async () => {
    world.zoom.fail(/^POST .*meetings$/, 'lost-after');
    await make(CLAIM, series);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('has one occurrence moved, and stays what it is', async () => {
    const made = await make(CLAIM, series);
    const request = { start: '2026-11-23T10:00:00Z', durationMinutes: 15 };
    const moved = Meeting.parse((await backend.as(token, 'PATCH', at(made, 0), request)).json());
    expect(moved.occurrences[0]).toMatchObject({
      id: made.occurrences[0]?.id,
      start: '2026-11-23T10:00:00Z',
      durationMinutes: 15,
    });
    expect(moved).toMatchObject({ start: made.start, durationMinutes: 45, repeats: series.repeats });
  });

  it('has one occurrence cancelled, more than once without harm', async () => {
    const made = await make(CLAIM, series);
    for (let time = 0; time < 2; time += 1) {
      const answer = await backend.as(token, 'DELETE', at(made, 1));
      expect(Meeting.parse(answer.json()).occurrences.map(({ cancelled }) => cancelled)).toEqual([
        false,
        true,
        false,
      ]);
    }
  });

  it('is gone with its last occurrence', async () => {
    const made = await make(CLAIM, series);
    await backend.as(token, 'DELETE', at(made, 0));
    await backend.as(token, 'DELETE', at(made, 1));
    expect(problemCode(await backend.as(token, 'DELETE', at(made, 2)))).toBe('meeting-gone');
    expect(await unused()).toEqual([]);
  });

  it('says which occurrences it does not have, or no longer', async () => {
    const made = await make(CLAIM, series);
    const request = { start: '2026-11-23T10:00:00Z', durationMinutes: 15 };
    const never = `/api/meetings/${made.id}/occurrences/1764576000000`;
    expect(problemCode(await backend.as(token, 'PATCH', never, request))).toBe('occurrence-gone');
    expect(problemCode(await backend.as(token, 'DELETE', never))).toBe('occurrence-gone');
    await backend.as(token, 'DELETE', at(made, 0));
    expect(problemCode(await backend.as(token, 'PATCH', at(made, 0), request))).toBe('occurrence-gone');
  });

  it.each([
    [
      'a pattern that Zoom has no word for',
      {
        ...series,
        repeats: {
          ...series.repeats,
          rule: { frequency: 'yearly', interval: 1, month: 1, on: { kind: 'date', date: 1 } },
        },
      },
    ],
    [
      'an end that Zoom has no word for',
      { ...series, repeats: { ...series.repeats, end: { kind: 'never' } } },
    ],
    [
      'a last day in a zone that nobody knows',
      {
        ...series,
        timeZone: 'Nowhere/Land',
        repeats: { ...series.repeats, end: { kind: 'until', date: '2026-12-24' } },
      },
    ],
  ])('with %s is the caller’s mistake', async (_, request) => {
    const answer = await backend.as(token, 'POST', '/api/meetings', request, { 'idempotency-key': CLAIM });
    expect(problemCode(answer)).toBe('invalid-request');
    expect(world.zoom.living()).toEqual([]);
  });
});

describe('Zoom’s refusals', () => {
  const answering = (status: number, body: object) => Response.json(body, { status });

  it('of an alternative host name the person', async () => {
    const options = { alternativeHosts: ['chair@example.test', 'guest@example.test'] };
    world.zoom.fail(
      /^POST .*meetings$/,
      answering(400, { code: 1114, message: 'Unable to assign "guest@example.test" as an alternative host' }),
    );
    const answer = await backend.create(token, CLAIM, { ...REQUEST, options });
    expect(problemCode(answer)).toBe('alternative-host-refused');
    expect(answer.json().details).toMatchObject({ people: 'guest@example.test' });
  });

  it('of the day’s hundred changes of one meeting are told as such', async () => {
    const { id } = await make();
    const message = 'You have exceeded the daily rate limit (100) of Meeting Update API requests permitted.';
    world.zoom.fail(/^PATCH /, answering(429, { code: 429, message }));
    const answer = await backend.as(token, 'PATCH', `/api/meetings/${id}`, REQUEST);
    expect(problemCode(answer)).toBe('zoom-daily-limit');
    expect(world.zoom.count(/^PATCH /)).toBe(1);
  });
});

describe('a meeting for somebody else', () => {
  const request = { ...REQUEST, options: { scheduleFor: COLLEAGUE.email } };
  beforeEach(() => {
    world.zoom.scheduler = COLLEAGUE;
    world.zoom.fail(/^POST .*meetings$/, 'lost-after');
  });

  it('whose answer was lost is found in that person’s list', async () => {
    world.zoom.sharesList = true;
    expect((await make(CLAIM, request)).hostName).toBe(COLLEAGUE.email);
    expect(world.zoom.living()).toHaveLength(1);
  });

  it('is never made twice where that list may not be read', async () => {
    for (let time = 0; time < 2; time += 1) {
      expect(problemCode(await backend.create(token, CLAIM, request))).toBe('zoom-outcome-unknown');
      world.clock.advance(60_000);
    }
    expect(world.zoom.living()).toHaveLength(1);
  });
});
