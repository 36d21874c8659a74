/** The pages of the Zoom stand-in: listing, editing, deleting by form posts, and text that tries to be markup. */
import {
  caller,
  control,
  createMeeting,
  formTokenIn,
  getMeeting,
  signedIn,
  startTestCloud,
  TestBrowser,
  tuesdays,
  type Call,
  type RunningTestCloud,
} from './harness';

let cloud: RunningTestCloud;
let call: Call;
let browser: TestBrowser;
beforeEach(async () => {
  cloud = await startTestCloud();
  call = caller(cloud.url, (await signedIn(cloud.url)).access_token);
  browser = new TestBrowser(cloud.url);
  await browser.signIn();
});
afterEach(() => cloud.close());

const page = async (path: string) => (await browser.get(path)).text();
const fields = { topic: 'Planning', start: '2026-11-24T09:00', duration: '30', passcode: '123456' };

async function post(path: string, form: Record<string, string> = {}) {
  return browser.post(path, { token: await browser.formToken('/'), ...form });
}

it('asks who you are, and shows your meetings then', async () => {
  expect(await (await new TestBrowser(cloud.url).get('/')).text()).toContain('Choose who you are');
  await createMeeting(call);
  const list = await page('/');
  expect(list).toContain('Planning');
  expect(list).toContain('Tue, 24 Nov 2026, 09:00, 30 minutes (Europe/Berlin)');
});

it('says on every page that it is a stand-in', async () => {
  const { id } = await createMeeting(call);
  for (const path of ['/', `/meeting/${id}`, `/j/${id}`, '/j/1', '/oauth/authorize']) {
    expect(await page(path)).toContain('This is a stand-in for Zoom');
  }
});

it('shows a hostile topic as text, on every page', async () => {
  const topic = `<script>alert(1)</script>"'><img src=x onerror=alert(1)>&amp;\u202Egnp.exe`;
  const { id } = await createMeeting(call, { topic });
  for (const path of ['/', `/meeting/${id}`, `/j/${id}`]) {
    const text = await page(path);
    expect(text).not.toContain('<script>alert');
    expect(text).not.toContain('<img');
    expect(text).toContain(
      '&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&gt;&lt;img src=x onerror=alert(1)&gt;&amp;amp;',
    );
    expect(text).toMatch(/<bdi[^>]*>&lt;script/);
  }
});

it('is sent with a policy that runs nothing but its own script', async () => {
  const policy = (await browser.get('/')).headers.get('content-security-policy');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self'");
  expect(policy).not.toContain('unsafe');
});

it('saves what its form holds', async () => {
  const { id } = await createMeeting(call);
  const form = { topic: 'Review', start: '2026-11-25T10:15', duration: '45', passcode: 'abc' };
  expect((await post(`/meeting/${id}`, form)).headers.get('location')).toBe('/');
  expect((await call('GET', `/meetings/${id}`)).body).toMatchObject({
    topic: 'Review',
    start_time: '2026-11-25T09:15:00Z',
    duration: 45,
    password: 'abc',
  });
});

it('keeps a start that the form did not change, though it is past by now', async () => {
  const { id } = await createMeeting(call, { start_time: undefined });
  cloud.clock.now += 61_000;
  expect(
    (await post(`/meeting/${id}`, { ...fields, topic: 'Review', start: '2026-11-23T09:00' })).status,
  ).toBe(303);
  const body = { topic: 'Review', start_time: '2026-11-23T08:00:00Z' };
  expect((await call('GET', `/meetings/${id}`)).body).toMatchObject(body);
});

it.each([
  [{ duration: '0' }, 'check the duration'],
  [{ duration: 'long' }, 'check the duration'],
  [{ passcode: 'p!ss' }, 'check the passcode'],
  [{ topic: 'x'.repeat(201) }, 'check the topic'],
  [{ start: 'soon' }, 'check the start'],
  [{ start: '2020-01-01T00:00' }, 'the start is in the past'],
])('says what is wrong with %j and saves nothing', async (change, message) => {
  const before = await createMeeting(call);
  const answer = await post(`/meeting/${before.id}`, { ...fields, ...change });
  expect(answer.status).toBe(400);
  const text = await answer.text();
  expect(text).toContain(message);
  for (const typed of Object.values(change)) expect(text).toContain(`value="${typed}"`);
  expect((await call('GET', `/meetings/${before.id}`)).body).toEqual(before);
});

it('deletes, shows the meeting as deleted, and recovers it', async () => {
  const { id } = await createMeeting(call);
  expect((await post(`/meeting/${id}/delete`)).status).toBe(303);
  expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
  expect(await page('/')).toContain('Deleted');
  expect((await browser.get(`/meeting/${id}`)).status).toBe(404);
  expect((await post(`/meeting/${id}/recover`)).status).toBe(303);
  expect((await call('GET', `/meetings/${id}`)).status).toBe(200);
});

it.each(['', '/delete', '/recover'])(
  'refuses a post to /meeting/…%s without the token of its form',
  async (action) => {
    const before = await createMeeting(call);
    for (const token of ['', 'x'.repeat(43)]) {
      expect((await browser.post(`/meeting/${before.id}${action}`, { ...fields, token })).status).toBe(403);
    }
    expect((await call('GET', `/meetings/${before.id}`)).body).toEqual(before);
  },
);

it("neither shows nor changes another person's meeting", async () => {
  const before = await createMeeting(call);
  const other = new TestBrowser(cloud.url);
  await other.signIn('attendee@example.test');
  expect(await (await other.get('/')).text()).not.toContain('Planning');
  expect((await other.get(`/meeting/${before.id}`)).status).toBe(404);
  const token = await other.formToken('/');
  for (const action of ['', '/delete', '/recover']) {
    expect(
      (await other.post(`/meeting/${before.id}${action}`, { ...fields, topic: 'Mine', token })).status,
    ).toBe(404);
  }
  expect((await call('GET', `/meetings/${before.id}`)).body).toEqual(before);
});

it('leads join links to the meeting, signed in or not, and nowhere once it is deleted', async () => {
  const { id, join_url } = await createMeeting(call);
  const visitor = new TestBrowser(cloud.url);
  expect(await (await visitor.get(join_url)).text()).toContain('Sandbox Organizer');
  await call('DELETE', `/meetings/${id}`);
  expect((await visitor.get(join_url)).status).toBe(404);
});

it('signs out', async () => {
  const text = await page('/');
  await browser.post('/signout', { token: formTokenIn(text) });
  expect(await page('/')).toContain('Choose who you are');
});

it('tells open pages about each change, and only those who are signed in', async () => {
  expect((await new TestBrowser(cloud.url).get('/events')).status).toBe(401);
  const events = (await browser.get('/events')).body?.getReader();
  const next = async () => new TextDecoder().decode((await events?.read())?.value);
  expect(await next()).toBe(': open\n\n');
  await createMeeting(call);
  expect(await next()).toBe('event: changed\ndata: {}\n\n');
  await control(cloud.url, 'POST', '/reset');
  expect(await next()).toBe('event: changed\ndata: {}\n\n');
  await events?.cancel();
});

describe('a series', () => {
  const first = String(Date.UTC(2026, 10, 24, 8));
  const second = String(Date.UTC(2026, 11, 1, 8));

  it('is listed with its pattern in words and its next occurrence', async () => {
    await createMeeting(call, tuesdays);
    const list = await page('/');
    expect(list).toContain('Repeats every week on Tuesday at 9 AM for 5 times (Europe/Berlin)');
    expect(list).toContain('next Tue, 24 Nov 2026, 09:00, 30 minutes');
    expect(list).toContain('Series');
  });

  it('is told by days, weeks left out and last day', async () => {
    const end_date_time = '2027-05-20T21:59:59Z';
    await createMeeting(call, {
      type: 8,
      recurrence: { type: 2, repeat_interval: 2, weekly_days: '2,4', end_date_time },
    });
    await createMeeting(call, { type: 8, recurrence: { type: 3, monthly_week: -1, monthly_week_day: 6 } });
    const list = await page('/');
    expect(list).toContain(
      'every 2 weeks on Monday and Wednesday at 9 AM until Thu, 20 May 2027, 23:59 (Europe/Berlin)',
    );
    expect(list).toContain('every month on last Friday at 9 AM for 1 time');
  });

  it('shows each occurrence and what became of it', async () => {
    const { id } = await createMeeting(call, tuesdays);
    await call('DELETE', `/meetings/${id}?occurrence_id=${first}`);
    await call('PATCH', `/meetings/${id}?occurrence_id=${second}`, { start_time: '2026-12-02T10:00:00' });
    const text = await page(`/meeting/${id}`);
    const rows = [...text.matchAll(/<li data-occurrence="(\d+)">(.*?)<\/li>/gs)];
    expect(rows.map(([, occurrence]) => occurrence)).toHaveLength(5);
    expect(rows[0]?.[2]).toContain('Cancelled');
    expect(rows[0]?.[2]).not.toContain('href');
    expect(rows[1]?.[2]).toContain('Wed, 2 Dec 2026, 10:00');
    expect(rows[1]?.[2]).toContain('Next');
  });

  it('has one occurrence changed by its form', async () => {
    const { id } = await createMeeting(call, tuesdays);
    const path = `/meeting/${id}/occurrence/${second}`;
    expect(await page(path)).toContain('value="2026-12-01T09:00"');
    const saved = await post(path, { start: '2026-12-02T10:15', duration: '45' });
    expect(saved.headers.get('location')).toBe(`/meeting/${id}`);
    const { occurrences = [] } = await getMeeting(call, id);
    expect(occurrences[1]).toMatchObject({ start_time: '2026-12-02T09:15:00Z', duration: 45 });
    expect(occurrences[2]).toMatchObject({ start_time: '2026-12-08T08:00:00Z', duration: 30 });
  });

  it.each([
    [{ duration: '0' }, 'check the duration'],
    [{ start: '2020-01-01T00:00' }, 'the start is in the past'],
  ])('says what is wrong with %j of an occurrence', async (change, message) => {
    const before = await createMeeting(call, tuesdays);
    const answer = await post(`/meeting/${before.id}/occurrence/${first}`, { duration: '30', ...change });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(message);
    expect(await getMeeting(call, before.id)).toEqual(before);
  });

  it('has one occurrence cancelled, and is gone with the last', async () => {
    const { id } = await createMeeting(call, {
      ...tuesdays,
      recurrence: { ...tuesdays.recurrence, end_times: 2 },
    });
    const cancel = (occurrence: string) => post(`/meeting/${id}/occurrence/${occurrence}/cancel`);
    expect((await cancel(first)).headers.get('location')).toBe(`/meeting/${id}`);
    expect((await getMeeting(call, id)).occurrences).toMatchObject([{ status: 'deleted' }, {}]);
    expect((await cancel(first)).status).toBe(404);
    expect((await cancel(second)).headers.get('location')).toBe('/');
    expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
  });

  it('is moved as a whole by its form, which keeps its pattern', async () => {
    const { id } = await createMeeting(call, tuesdays);
    await call('DELETE', `/meetings/${id}?occurrence_id=${first}`);
    expect((await post(`/meeting/${id}`, { ...fields, start: '2026-12-01T10:00' })).status).toBe(303);
    const { occurrences = [] } = await getMeeting(call, id);
    expect(occurrences).toHaveLength(5);
    expect(occurrences[0]).toMatchObject({ start_time: '2026-12-01T09:00:00Z', status: 'available' });
  });

  it('keeps its occurrences as they are when the form changes the topic', async () => {
    const { id } = await createMeeting(call, tuesdays);
    await call('DELETE', `/meetings/${id}?occurrence_id=${first}`);
    await post(`/meeting/${id}`, { ...fields, topic: 'Review' });
    expect(await getMeeting(call, id)).toMatchObject({
      topic: 'Review',
      occurrences: [{ status: 'deleted' }, {}, {}, {}, {}],
    });
  });
});

it('says of a meeting without fixed time that it has none', async () => {
  const { id } = await createMeeting(call, { type: 3 });
  expect(await page('/')).toContain('No fixed time, 30 minutes');
  const text = await page(`/meeting/${id}`);
  expect(text).toContain('Recurring, without fixed time.');
  expect(text).not.toContain('name="start"');
});

it('names the host of what was scheduled for somebody else, to both of them', async () => {
  const { id } = await createMeeting(call, { schedule_for: 'manager@example.test' });
  const line = 'Host: Sandbox Manager, scheduled by Sandbox Organizer';
  expect(await page('/')).toContain(line);
  expect(await page(`/meeting/${id}`)).toContain(line);
  const host = new TestBrowser(cloud.url);
  await host.signIn('manager@example.test');
  expect(await (await host.get('/')).text()).toContain(line);
  expect((await post(`/meeting/${id}/delete`)).status).toBe(303);
  expect((await call('GET', `/meetings/${id}`)).status).toBe(404);
});
