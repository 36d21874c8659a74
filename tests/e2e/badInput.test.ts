/** Bad and extreme input: each ends in a clear message or in the right result, and nothing is lost. */
import { dayFromNow, OutlookPage } from './support/outlook';
import { freshContext, startProduct, type Product } from './support/product';
import { browser, outlook, product, zoom, withProduct } from './support/suite';
import { ZoomControl } from './support/zoom';

withProduct();

const newest = async () => (await zoom.living()).at(-1);

/** Presses Add and expects the sentence, and that nothing was made and nothing written. */
async function refusedWith(sentence: RegExp): Promise<void> {
  const before = { meetings: (await zoom.living()).length, item: await outlook.item() };
  await outlook.button('Add Zoom meeting').click();
  await outlook.pane.getByText(sentence).waitFor();
  expect((await zoom.living()).length).toBe(before.meetings);
  const after = await outlook.item();
  expect(after.body).toEqual(before.item.body);
  expect(after.location).toBe(before.item.location);
}

test('a subject with markup stays text: in the invitation, in the pane, and on the page of Zoom', async () => {
  const hostile = `<img src=x onerror="window.top.hit=1"><script>window.hit=1</script>&amp;"'`;
  await outlook.ready({ subject: hostile });
  await outlook.add();
  expect(await newest()).toMatchObject({ topic: hostile });
  await outlook.pane.getByRole('heading', { name: '<img src=x' }).waitFor();
  const { body } = await outlook.item();
  expect(body.content).toContain('&lt;script&gt;');
  expect(body.content).not.toMatch(/<script|<img/);
  const page = await outlook.page.context().newPage();
  await page.goto(product.zoom);
  expect(await page.evaluate(() => 'hit' in window)).toBe(false);
  expect(await outlook.page.evaluate(() => 'hit' in window)).toBe(false);
});

test('a right-to-left override in the subject does not reach Zoom, and turns nothing around', async () => {
  await outlook.ready({ subject: 'Report \u202Egnp.exe\u202C end' });
  await outlook.add();
  expect((await newest())?.topic).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
  expect((await outlook.item()).subject).toContain('\u202E');
});

test('ten thousand characters of topic are cut to what Zoom takes, and it is said', async () => {
  await outlook.newAppointment();
  // Outlook itself takes 255 characters; the longest that can arrive here is that.
  await outlook.page.getByLabel('Subject').fill('x'.repeat(10_000));
  await outlook.openPane();
  await outlook.signIn();
  await outlook.button('Add Zoom meeting').waitFor();
  await outlook.add();
  expect((await newest())?.topic).toHaveLength(200);
  await outlook.pane.getByText(/topic was shortened/).waitFor();
});

test('no subject at all becomes a plain topic', async () => {
  await outlook.ready({ subject: '' });
  await outlook.add();
  expect((await newest())?.topic).toBe('Zoom meeting');
});

test('a text of a megabyte is refused with how much to shorten it, before anything is made', async () => {
  await outlook.newAppointment({ subject: 'Huge' });
  await outlook.page.getByLabel('Plain text').check();
  await outlook.fill({ body: 'All work. '.repeat(104_858) });
  await outlook.openPane();
  await outlook.signIn();
  await outlook.button('Add Zoom meeting').waitFor();
  await refusedWith(/too long for Outlook/);
});

test('a text just short of the limit takes the invitation', async () => {
  await outlook.newAppointment({ subject: 'Large' });
  await outlook.page.getByLabel('Plain text').check();
  const words = 'All work. '.repeat(99_000);
  await outlook.fill({ body: words });
  await outlook.openPane();
  await outlook.signIn();
  await outlook.button('Add Zoom meeting').waitFor();
  await outlook.add();
  expect((await outlook.item()).body.content.startsWith(words.trimEnd())).toBe(true);
});

test('an end before the start is refused', async () => {
  await outlook.ready({ subject: 'Backwards', date: dayFromNow(2), start: '12:00', end: '11:00' });
  const { start, end } = await outlook.item();
  expect(end).toBeLessThan(start);
  await refusedWith(/ends before it starts/);
});

test('an appointment that is over is refused', async () => {
  await outlook.ready({ subject: 'Over', date: dayFromNow(-2) });
  await refusedWith(/already over/);
});

test('an appointment that has begun gets its meeting, and it is said', async () => {
  await outlook.ready({ subject: 'Begun', date: dayFromNow(-1), start: '00:00', end: '00:30' });
  await outlook.page.getByLabel('End date').fill(dayFromNow(1));
  await outlook.add();
  await outlook.pane.getByText(/already begun/).waitFor();
  // Zoom lets it begin now; it ends with the appointment, so nothing is left to update.
  const meeting = await newest();
  const { end } = await outlook.item();
  expect(Math.abs(Number(meeting?.start) + Number(meeting?.duration) * 60_000 - end)).toBeLessThan(120_000);
  expect(await outlook.pane.getByText(/has changed since/).count()).toBe(0);
});

test('a whole day becomes a meeting of 24 hours', async () => {
  await outlook.ready({ subject: 'All day' });
  await outlook.page.getByLabel('All day').check();
  await outlook.add();
  expect(await newest()).toMatchObject({ duration: 1440, timezone: 'Europe/Berlin' });
});

test('three whole days become 24 hours, and it is said', async () => {
  await outlook.ready({ subject: 'Three days' });
  await outlook.page.getByLabel('All day').check();
  await outlook.page.getByLabel('End date').fill(dayFromNow(3));
  await outlook.add();
  expect(await newest()).toMatchObject({ duration: 1440 });
  await outlook.pane.getByText(/last a day at most/).waitFor();
});

test('no attendees are no obstacle', async () => {
  await outlook.ready({ subject: 'Alone' });
  expect((await outlook.item()).required).toEqual([]);
  await outlook.add();
  await outlook.save();
  await outlook.page.getByRole('button', { name: /^Alone,/ }).waitFor();
});

test('a location without room for the link keeps its text, and it is said', async () => {
  const room = 'R'.repeat(250);
  await outlook.ready({ subject: 'Full', location: room });
  await outlook.add();
  expect((await outlook.item()).location).toBe(room);
  await outlook.pane.getByText(/no room left for the link/).waitFor();
});

describe('a time zone that Zoom does not know', () => {
  let elsewhere: Product;
  beforeAll(async () => {
    elsewhere = await startProduct({ OUTLOOK_TIME_ZONE: 'Nowhere Standard Time' });
  }, 60_000);
  afterAll(() => elsewhere.stop());

  test('the meeting starts at the right moment in UTC, and it is said', async () => {
    const there = await OutlookPage.open(await freshContext(browser), elsewhere);
    await there.ready({ subject: 'Nowhere' });
    await there.add();
    const { start } = await there.item();
    expect((await new ZoomControl(elsewhere).living()).at(-1)).toMatchObject({ start, timezone: 'UTC' });
    await there.pane.getByText(/time zone that Zoom does not know/).waitFor();
    await there.page.context().close();
  });
});
