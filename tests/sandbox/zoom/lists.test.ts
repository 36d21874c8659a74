/** The list of meetings: order, kinds, pages, page tokens. */
import * as z from 'zod';
import { caller, createMeeting, signedIn, startTestCloud, type Call, type RunningTestCloud } from './harness';

const List = z.object({
  page_size: z.number(),
  page_number: z.number(),
  page_count: z.number(),
  total_records: z.number(),
  next_page_token: z.string(),
  meetings: z.array(z.looseObject({ id: z.number(), topic: z.string() })),
});

let cloud: RunningTestCloud;
let call: Call;
beforeEach(async () => {
  cloud = await startTestCloud({
    limits: { lightPerSecond: 100_000, mediumPerSecond: 100_000, createsPerDayPerHost: 100_000 },
    accessTokenSeconds: 10_000_000,
  });
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
});
afterEach(() => cloud.close());

const list = async (query = '') => List.parse((await call('GET', `/users/me/meetings${query}`)).body);
const topics = async (query: string) => (await list(query)).meetings.map(({ topic }) => topic);

/** Meetings `1` to `count`, one a minute. */
async function createMany(count: number): Promise<void> {
  for (let number = 1; number <= count; number++) {
    const minute = String(number % 60).padStart(2, '0');
    await createMeeting(call, {
      topic: String(number),
      start_time: `2026-11-24T${9 + Math.floor(number / 60)}`.replace('T9', 'T09') + `:${minute}:00`,
    });
  }
}

describe('pages', () => {
  it('have 30 rows unless asked otherwise, and lead to every meeting once', async () => {
    await createMany(65);
    const first = await list();
    expect(first).toMatchObject({ page_size: 30, page_number: 1, page_count: 3, total_records: 65 });
    const second = await list(`?next_page_token=${first.next_page_token}`);
    const third = await list(`?next_page_token=${second.next_page_token}`);
    expect(third).toMatchObject({ page_number: 3, next_page_token: '' });
    const all = [first, second, third].flatMap(({ meetings }) => meetings.map(({ topic }) => Number(topic)));
    expect(all).toEqual(Array.from({ length: 65 }, (_, index) => index + 1));
  });

  it('can be asked for by number', async () => {
    await createMany(5);
    expect(await topics('?page_size=2&page_number=2')).toEqual(['3', '4']);
  });

  it.each([
    'page_size=0',
    'page_size=301',
    'page_size=many',
    'page_number=0',
    'type=all',
    'from=yesterday',
    'timezone=Here',
  ])('refuse %s', async (query) => {
    const [field] = query.split('=');
    const answer = await call('GET', `/users/me/meetings?${query}`);
    expect(answer).toMatchObject({ status: 400, body: { code: 300, errors: [{ field }] } });
  });

  it('take 300 rows', async () => {
    expect((await call('GET', '/users/me/meetings?page_size=300')).status).toBe(200);
  });
});

describe('a page token', () => {
  let token: string;
  beforeEach(async () => {
    await createMany(3);
    token = (await list('?page_size=2')).next_page_token;
  });
  const status = async (query: string) => (await call('GET', `/users/me/meetings?${query}`)).status;

  it('is good for 15 minutes', async () => {
    cloud.clock.now += 15 * 60_000;
    expect(await status(`page_size=2&next_page_token=${token}`)).toBe(200);
    cloud.clock.now += 1;
    const late = await call('GET', `/users/me/meetings?page_size=2&next_page_token=${token}`);
    expect(late).toMatchObject({
      status: 400,
      body: { code: 300, message: 'The next page token is invalid or expired.' },
    });
  });

  it('is good for the question that it belongs to only', async () => {
    expect(await status(`page_size=3&next_page_token=${token}`)).toBe(400);
    expect(await status(`page_size=2&type=upcoming&next_page_token=${token}`)).toBe(400);
    const other = caller(cloud.url, (await signedIn(cloud.url, 'attendee@example.test')).access_token);
    expect((await other('GET', `/users/me/meetings?page_size=2&next_page_token=${token}`)).status).toBe(400);
  });

  it('cannot be made up', async () => {
    expect(await status('page_size=2&next_page_token=made-up')).toBe(400);
    expect(await status(`page_size=2&next_page_token=${token.replace(/^2/, '0')}`)).toBe(400);
  });
});

describe('what is listed', () => {
  it('tells upcoming from previous meetings by their end, and never shows instant ones', async () => {
    await createMeeting(call, { topic: 'over', start_time: '2026-11-23T09:30:00', duration: 30 });
    await createMeeting(call, { topic: 'running', start_time: '2026-11-23T09:45:00', duration: 60 });
    await createMeeting(call, { topic: 'far', start_time: '2027-11-23T09:00:00' });
    await createMeeting(call, { topic: 'any time', type: 3 });
    await createMeeting(call, { topic: 'instant', type: 1 });
    cloud.clock.now += 60 * 60_000;
    expect(await topics('')).toEqual(['over', 'running', 'far', 'any time']);
    expect(await topics('?type=upcoming')).toEqual(['running', 'any time']);
    expect(await topics('?type=upcoming_meetings')).toEqual(['running', 'any time']);
    expect(await topics('?type=previous_meetings')).toEqual(['over']);
    expect(await topics('?type=live')).toEqual([]);
  });

  it('can be narrowed to days of a zone', async () => {
    await createMeeting(call, {
      topic: 'late',
      start_time: '2026-11-24T23:30:00',
      timezone: 'Europe/Berlin',
    });
    expect(await topics('?from=2026-11-24&to=2026-11-24')).toEqual(['late']);
    expect(await topics('?from=2026-11-25')).toEqual([]);
    expect(await topics('?from=2026-11-25&timezone=Asia/Tokyo')).toEqual(['late']);
    expect(await topics('?to=2026-11-23')).toEqual([]);
  });

  it('is the same by me, by id and by email', async () => {
    await createMeeting(call);
    const me = z.object({ id: z.string(), email: z.string() }).parse((await call('GET', '/users/me')).body);
    for (const name of [me.id, me.email]) {
      expect((await call('GET', `/users/${name}/meetings`)).body).toEqual(
        (await call('GET', '/users/me/meetings')).body,
      );
    }
  });

  it('has no settings, no passcode and a short agenda in its rows', async () => {
    await createMeeting(call, { agenda: 'x'.repeat(300) });
    const [row] = (await list()).meetings;
    expect(row).toMatchObject({ agenda: 'x'.repeat(250) });
    expect(Object.keys(row ?? {}).sort()).toEqual([
      'agenda',
      'created_at',
      'duration',
      'host_id',
      'id',
      'join_url',
      'start_time',
      'timezone',
      'topic',
      'type',
      'uuid',
    ]);
  });
});
