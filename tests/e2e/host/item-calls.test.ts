/**
 * The sandbox's Outlook as the unmodified Office.js sees it: every call that the add-in uses, in real Chromium.
 */
import type { Harness, OpenItem } from '../../sandbox/outlook-host/fixtures/harness';
import { startHarness } from '../../sandbox/outlook-host/fixtures/harness';

let harness: Harness;
let item: OpenItem;

beforeAll(async () => {
  harness = await startHarness();
}, 120_000);
afterAll(() => harness?.close());
afterEach(() => item?.context.close());

const state = () => item.page.evaluate(() => window.sandboxOutlook?.item());

describe('an appointment that is being written', () => {
  beforeEach(async () => {
    item = await harness.open('compose');
    await item.pane.evaluate('window.started');
  }, 30_000);

  it('starts Office.js in Outlook, on the web, with the person and their zone', async () => {
    const told = await item.pane.evaluate(
      `({ host: Office.context.diagnostics.host, platform: Office.context.diagnostics.platform, zone: Office.context.mailbox.userProfile.timeZone,
          name: Office.context.mailbox.userProfile.displayName, type: Office.context.mailbox.item.itemType,
          has110: Office.context.requirements.isSetSupported('Mailbox', '1.10'), has113: Office.context.requirements.isSetSupported('Mailbox', '1.13'),
          local: Office.context.mailbox.convertToLocalClientTime(new Date(Date.UTC(2030, 6, 1, 10))).hours })`,
    );
    expect(told).toEqual({
      host: 'Outlook',
      platform: 'OfficeOnline',
      zone: 'W. Europe Standard Time',
      name: 'Sandbox Organizer',
      type: 'appointment',
      has110: true,
      has113: false,
      local: 12,
    });
  });

  it('reads and writes subject and location', async () => {
    expect(await item.call('mailbox.item.subject.getAsync')).toEqual({ value: 'Planning' });
    expect(await item.call('mailbox.item.subject.setAsync', 'Retrospective')).toEqual({ value: null });
    expect(await item.call('mailbox.item.location.setAsync', 'Room 1; https://zoom.example/j/1')).toEqual({
      value: null,
    });
    expect(await state()).toMatchObject({
      subject: 'Retrospective',
      location: 'Room 1; https://zoom.example/j/1',
    });
    expect(await item.call('mailbox.item.enhancedLocation.getAsync')).toMatchObject({
      value: [{ displayName: 'Room 1' }, { displayName: 'https://zoom.example/j/1' }],
    });
    await item.call('mailbox.item.enhancedLocation.removeAsync', [{ id: 'Room 1', type: 'custom' }]);
    expect(await state()).toMatchObject({ location: 'https://zoom.example/j/1' });
  });

  it('gives the body as a document and takes it back without changing a byte of it', async () => {
    const odd = `<p id="own" class='a  b'>Ag&eacute;nda<br/>&nbsp;</P><!-- kept --><table><tr><td>1</table>`;
    expect(await item.call('mailbox.item.body.setAsync', odd, { coercionType: 'html' })).toEqual({
      value: null,
    });
    const { value } = await item.call('mailbox.item.body.getAsync', 'html');
    expect(value).toContain(`<body>${odd}</body>`);
    expect(await item.call('mailbox.item.body.setAsync', value, { coercionType: 'html' })).toEqual({
      value: null,
    });
    expect((await state())?.body.content).toBe(odd);
    expect(await item.call('mailbox.item.body.getTypeAsync')).toEqual({ value: 'html' });
    expect(await item.call('mailbox.item.body.getAsync', 'text')).toEqual({ value: 'Agénda\n\u00a0\n1' });
  });

  it('takes scripts, handlers and data attributes out of a body, and keeps ids', async () => {
    const hostile =
      '<p id="kept" data-secret="1" onclick="alert(1)">Text<script>alert(2)</script><iframe src="https://example.test"></iframe></p>';
    await item.call('mailbox.item.body.setAsync', hostile, { coercionType: 'html' });
    expect((await state())?.body.content).toBe('<p id="kept">Text</p>');
  });

  it('prepends, and writes at the cursor', async () => {
    await item.call('mailbox.item.body.prependAsync', '<i>first</i>', { coercionType: 'html' });
    await item.call('mailbox.item.body.setSelectedDataAsync', '<b>zeroth</b>', { coercionType: 'html' });
    expect((await state())?.body.content).toBe('<b>zeroth</b><i>first</i><p id="own">Agenda</p>');
  });

  it('refuses HTML for a plain text body, and turns text into HTML for the other', async () => {
    await item.call('mailbox.item.body.setAsync', 'a < b\nc');
    expect((await state())?.body.content).toBe('a &lt; b<br>c');
    await item.page.evaluate(() => window.harness.edit({ body: { format: 'text', content: 'plain' } }));
    expect(await item.call('mailbox.item.body.setAsync', '<p>x</p>', { coercionType: 'html' })).toEqual({
      error: 9002,
    });
    expect((await state())?.body.content).toBe('plain');
  });

  it('keeps the duration when the start moves, and refuses an end before the start', async () => {
    const start = Date.UTC(2030, 0, 3, 12);
    expect(await item.call('mailbox.item.start.setAsync', { date: start })).toEqual({ value: null });
    expect(await state()).toMatchObject({ start, end: start + 30 * 60_000 });
    expect(await item.call('mailbox.item.end.setAsync', { date: start - 1 })).toEqual({ error: 9010 });
    expect(await state()).toMatchObject({ end: start + 30 * 60_000 });
  });

  it('reads and writes attendees, and names the organizer', async () => {
    await item.call('mailbox.item.requiredAttendees.setAsync', ['first@example.test']);
    await item.call('mailbox.item.requiredAttendees.addAsync', [
      { displayName: 'Second', emailAddress: 'second@example.test' },
    ]);
    expect(await item.call('mailbox.item.requiredAttendees.getAsync')).toMatchObject({
      value: [
        { emailAddress: 'first@example.test' },
        { displayName: 'Second', emailAddress: 'second@example.test' },
      ],
    });
    expect(await item.call('mailbox.item.optionalAttendees.getAsync')).toEqual({ value: [] });
    expect(await item.call('mailbox.item.organizer.getAsync')).toMatchObject({
      value: { emailAddress: 'organizer@example.test' },
    });
    expect(await item.call('mailbox.item.requiredAttendees.setAsync', ['nobody'])).toEqual({ error: 9013 });
  });

  it('repeats as an add-in says, and tells those who asked for it', async () => {
    await item.pane.evaluate(`(async () => {
      const item = Office.context.mailbox.item;
      for (const type of ['RecurrenceChanged', 'AppointmentTimeChanged'])
        await new Promise((resolve) => item.addHandlerAsync(Office.EventType[type], (event) => window.seen.push(event), resolve));
      const seriesTime = new Office.SeriesTime();
      seriesTime.setStartDate('2030-01-02');
      seriesTime.setEndDate('2030-03-02');
      seriesTime.setStartTime(9, 0);
      seriesTime.setDuration(45);
      const pattern = { seriesTime, recurrenceType: 'weekly', recurrenceProperties: { interval: 2, days: ['tue', 'thu'], firstDayOfWeek: 'mon' } };
      window.set = await new Promise((resolve) => item.recurrence.setAsync(pattern, resolve));
    })()`);
    expect(await item.pane.evaluate('window.set.status')).toBe('succeeded');
    expect(await state()).toMatchObject({
      recurrence: {
        rule: { frequency: 'weekly', interval: 2, days: ['tuesday', 'thursday'], weekStart: 'monday' },
        end: { kind: 'until', date: '2030-03-02' },
        start: '2030-01-03T09:00:00',
        durationMinutes: 45,
        timeZone: 'W. Europe Standard Time',
      },
      start: Date.UTC(2030, 0, 3, 8),
      end: Date.UTC(2030, 0, 3, 8, 45),
    });
    await item.pane.waitForFunction('window.seen.length === 2');
    const told = `(({ recurrenceType, recurrenceProperties, recurrenceTimeZone, seriesTime }) => [recurrenceType, recurrenceProperties.days, recurrenceTimeZone.name, seriesTime.getStartDate(), seriesTime.getEndDate(), seriesTime.getStartTime(), seriesTime.getDuration()])`;
    const expected = [
      ...['weekly', ['tue', 'thu'], 'W. Europe Standard Time', '2030-01-03', '2030-03-02'],
      ...['T09:00:00.000', 45],
    ];
    const heard = "window.seen.find(({ type }) => type === 'olkRecurrenceChanged').recurrence";
    expect(await item.pane.evaluate(`${told}(${heard})`)).toEqual(expected);
    const asked =
      'new Promise((resolve) => Office.context.mailbox.item.recurrence.getAsync(({ value }) => resolve(value)))';
    expect(await item.pane.evaluate(`${asked}.then(${told})`)).toEqual(expected);
    // Taking the recurrence away is not told.
    expect(await item.call('mailbox.item.recurrence.setAsync', null)).toEqual({ value: null });
    expect((await state())?.recurrence).toBeNull();
    expect(await item.pane.evaluate('window.seen.length')).toBe(2);
  });

  it('refuses a series without occurrence, one of more than 999, and an unknown zone, with codes of their own', async () => {
    const set = (change: string) =>
      item.pane.evaluate(`new Promise((resolve) => {
        const seriesTime = new Office.SeriesTime();
        seriesTime.setStartDate('2030-01-02');
        seriesTime.setEndDate('2040-03-02');
        seriesTime.setStartTime(9, 0);
        seriesTime.setDuration(45);
        const pattern = { seriesTime, recurrenceType: 'daily', recurrenceProperties: { interval: 90 } };
        ${change};
        Office.context.mailbox.item.recurrence.setAsync(pattern, ({ status, error }) => resolve(error ? error.code : status));
      })`);
    expect(await set('')).toBe('succeeded');
    expect(await set('pattern.recurrenceProperties.interval = 1')).toBe(9036);
    expect(
      await set(
        "seriesTime.setEndDate('2030-01-02'); pattern.recurrenceType = 'weekly'; pattern.recurrenceProperties.days = ['mon']",
      ),
    ).toBe(9035);
    expect(await set("pattern.recurrenceTimeZone = { name: 'Nowhere' }")).toBe(9037);
  });

  it('has no recurrence, is not all day, and has an id only once it was saved', async () => {
    expect(await item.call('mailbox.item.recurrence.getAsync')).toEqual({ value: null });
    expect(await item.call('mailbox.item.isAllDayEvent.getAsync')).toEqual({ value: false });
    expect(await item.call('mailbox.item.getItemIdAsync')).toEqual({ error: 9046 });
    expect(await item.call('mailbox.item.saveAsync')).toEqual({ value: 'item-1' });
    expect(await item.call('mailbox.item.getItemIdAsync')).toEqual({ value: 'item-1' });
  });

  it('keeps custom properties with the item and settings with the mailbox', async () => {
    const saved = await item.pane
      .evaluate(`new Promise((resolve) => Office.context.mailbox.item.loadCustomPropertiesAsync(({ value }) => {
      value.set('link', { id: 1 });
      value.saveAsync((done) => Office.context.mailbox.item.loadCustomPropertiesAsync((again) => resolve([done.status, again.value.get('link')])));
    }))`);
    expect(saved).toEqual(['succeeded', { id: 1 }]);
    expect((await state())?.customProperties).toEqual({ 'test-add-in': '{"link":{"id":1}}' });
    const settings = await item.pane.evaluate(`new Promise((resolve) => {
      const settings = Office.context.roamingSettings;
      settings.set('added', { a: 1 });
      settings.saveAsync(({ status }) => resolve([status, settings.get('greeting')]));
    })`);
    expect(settings).toEqual(['succeeded', 'hello']);
  });

  it('shows at most five notifications, each key once', async () => {
    const add = (key: string) =>
      item.call('mailbox.item.notificationMessages.addAsync', key, { type: 'errorMessage', message: 'm' });
    expect(await add('k1')).toEqual({ value: null });
    expect(await add('k1')).toEqual({ error: 9023 });
    for (const key of ['k2', 'k3', 'k4', 'k5']) await add(key);
    expect(await add('k6')).toEqual({ error: 9025 });
    const replaced = { type: 'informationalMessage', message: 'done', icon: 'icon', persistent: false };
    expect(await item.call('mailbox.item.notificationMessages.replaceAsync', 'k1', replaced)).toEqual({
      value: null,
    });
    expect(await item.call('mailbox.item.notificationMessages.removeAsync', 'k5')).toEqual({ value: null });
    expect(await item.call('mailbox.item.notificationMessages.removeAsync', 'k5')).toEqual({ error: 9024 });
    const { value } = await item.call('mailbox.item.notificationMessages.getAllAsync');
    expect(value).toHaveLength(4);
    expect(value).toContainEqual(
      expect.objectContaining({ key: 'k1', type: 'informationalMessage', message: 'done' }),
    );
  });

  it('tells an add-in that asked when times, attendees or places change', async () => {
    const heard = await item.pane.evaluate(`(async () => {
      const item = Office.context.mailbox.item;
      for (const type of ['AppointmentTimeChanged', 'RecipientsChanged', 'EnhancedLocationsChanged'])
        await new Promise((resolve) => item.addHandlerAsync(Office.EventType[type], (event) => window.seen.push({ ...event }), resolve));
      return window.seen.length;
    })()`);
    expect(heard).toBe(0);
    const start = Date.UTC(2030, 5, 1, 8);
    await item.page.evaluate(
      (at) =>
        window.harness.edit({
          start: at,
          end: at + 60_000,
          location: 'A; B',
          required: [{ name: 'x', address: 'x@example.test' }],
        }),
      start,
    );
    await item.pane.waitForFunction('window.seen.length === 3');
    expect(await item.pane.evaluate('window.seen.map((event) => event.type)')).toEqual([
      'olkAppointmentTimeChanged',
      'olkRecipientsChanged',
      'olkEnhancedLocationsChanged',
    ]);
    expect(await item.pane.evaluate('window.seen[0].start.valueOf()')).toBe(new Date(start).toISOString());
  });

  it('answers what it does not know with an error, and a token with "not configured"', async () => {
    expect(await item.call('mailbox.item.sensitivity.setAsync', 'private')).toEqual({ error: 5000 });
    const token = await item.pane.evaluate(
      'Office.auth.getAccessToken().then(() => 0, (error) => error.code)',
    );
    expect(token).toBe(13000);
  });

  it('ignores what is no message of Office.js', async () => {
    await item.pane.evaluate(
      `for (const junk of ['', 'no json', '{}', '[]', '{"_messageType":0}', { an: 'object' }, null]) parent.postMessage(junk, '*')`,
    );
    expect(await item.call('mailbox.item.subject.getAsync')).toEqual({ value: 'Planning' });
  });

  it('writes down every call, and fails or holds those that a test chose', async () => {
    await item.page.evaluate(() => {
      window.sandboxOutlook?.clearCalls();
      window.sandboxOutlook?.failNext(17, 9021);
      window.sandboxOutlook?.failAfter(27, 5001);
      window.sandboxOutlook?.hold(38);
    });
    expect(await item.call('mailbox.item.subject.setAsync', 'Lost')).toEqual({ error: 9021 });
    expect(await item.call('mailbox.item.location.setAsync', 'Kept')).toEqual({ error: 5001 });
    const held = item.call('mailbox.item.body.setAsync', 'late');
    await item.page.waitForFunction(() =>
      window.sandboxOutlook?.calls().some((call) => call.dispatchId === 38),
    );
    expect(await state()).toMatchObject({
      subject: 'Planning',
      location: 'Kept',
      body: { content: '<p id="own">Agenda</p>' },
    });
    await item.page.evaluate(() => window.sandboxOutlook?.release(38));
    expect(await held).toEqual({ value: null });
    expect(
      await item.page.evaluate(() =>
        window.sandboxOutlook?.calls().map((call) => [call.name, call.frame, call.errorCode ?? 0]),
      ),
    ).toEqual([
      ['subject.set', 'pane', 9021],
      ['location.set', 'pane', 5001],
      ['body.set', 'pane', 0],
    ]);
  });
});

const daily = {
  rule: { frequency: 'daily', interval: 1 },
  end: { kind: 'count', count: 3 },
  start: '2030-01-02T10:00:00',
  durationMinutes: 30,
  timeZone: 'W. Europe Standard Time',
};

it('knows one occurrence of a series by the id of the series, and lets nobody set its recurrence', async () => {
  item = await harness.open('compose', { savedId: 'one', seriesId: 'all', recurrence: daily });
  await item.pane.evaluate('window.started');
  expect(await item.pane.evaluate('Office.context.mailbox.item.seriesId')).toBe('all');
  expect(await item.call('mailbox.item.getItemIdAsync')).toEqual({ value: 'one' });
  expect(await item.call('mailbox.item.recurrence.getAsync')).toMatchObject({
    value: { recurrenceType: 'daily', seriesTime: { startDay: 2, endDay: 4 } },
  });
  const refused = await item.pane.evaluate(`(() => {
    try {
      Office.context.mailbox.item.recurrence.setAsync(null, () => undefined);
    } catch (error) {
      return error.message;
    }
  })()`);
  expect(refused).toContain('single occurrence');
  expect((await state())?.recurrence).toEqual(daily);
}, 30_000);

describe('a received appointment', () => {
  beforeEach(async () => {
    item = await harness.open('read', {
      savedId: 'item-7',
      organizer: { name: 'Other', address: 'other@example.test' },
      required: [{ name: 'Sandbox Organizer', address: 'organizer@example.test' }],
      created: 1_890_000_000_000,
      modified: 1_890_000_000_000,
    });
    await item.pane.evaluate('window.started');
  }, 30_000);

  it('carries its fields from the start', async () => {
    expect(
      await item.pane.evaluate(
        `(({ itemId, subject, location, start, end, organizer, requiredAttendees }) => ({ itemId, subject, location, start: start.getTime(), end: end.getTime(), from: organizer.emailAddress, to: requiredAttendees.map((one) => one.emailAddress) }))(Office.context.mailbox.item)`,
      ),
    ).toEqual({
      itemId: 'item-7',
      subject: 'Planning',
      location: 'Room 1',
      start: Date.UTC(2030, 0, 2, 9),
      end: Date.UTC(2030, 0, 2, 9, 30),
      from: 'other@example.test',
      to: ['organizer@example.test'],
    });
  });

  it('tells how its series repeats', async () => {
    await item.context.close();
    item = await harness.open('read', { savedId: 'item-8', seriesId: 'all', recurrence: daily });
    await item.pane.evaluate('window.started');
    const told =
      '(({ seriesId, recurrence }) => [seriesId, recurrence.recurrenceType, recurrence.seriesTime.getEndDate()])';
    expect(await item.pane.evaluate(`${told}(Office.context.mailbox.item)`)).toEqual([
      'all',
      'daily',
      '2030-01-04',
    ]);
  });

  it('gives its body and its properties', async () => {
    expect(await item.call('mailbox.item.body.getAsync', 'text')).toEqual({ value: 'Agenda' });
    expect(
      await item.pane
        .evaluate(`new Promise((resolve) => Office.context.mailbox.item.loadCustomPropertiesAsync(({ value }) => {
      value.set('seen', true);
      value.saveAsync(({ status }) => resolve(status));
    }))`),
    ).toBe('succeeded');
    expect((await state())?.customProperties).toEqual({ 'test-add-in': '{"seen":true}' });
  });
});
