/** What the product does on each client of Outlook: old and new ones, and in calendars that are not one's own to write. */
import { presets, type RequirementSet } from '../../src/sandbox/outlook/host/client/settings';
import { invitations, wholeLife, words } from './support/life';
import { dayFromNow } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);
const nextDay = dayFromNow(2);

describe('the requirement sets', () => {
  const untold =
    'This Outlook does not tell whether the appointment repeats. The meeting is made for the time shown.';

  test.each<[RequirementSet, 'told' | 'untold']>([
    ['1.4', 'untold'],
    ['1.5', 'untold'],
    ['1.7', 'told'],
    ['1.8', 'told'],
    ['1.10', 'told'],
  ])(
    'with %s a meeting is added, updated and removed; whether it repeats is %s',
    async (requirementSet, repeats) => {
      const subject = `With ${requirementSet}`;
      await outlook.settings({ requirementSet });
      await outlook.ready({ subject, body: 'My own words.', location: 'Room 5' });
      await outlook.pane.getByLabel('Waiting room').waitFor();
      expect(await outlook.pane.getByText(untold).count()).toBe(repeats === 'untold' ? 1 : 0);
      await wholeLife(subject, async () => {
        expect(await invitations()).toBe(1);
        expect(await words()).toContain('My own words.');
        expect((await outlook.item()).location).toMatch(/^Room 5; https:\/\/localhost:\d+\/j\//);
      });
      expect(await words()).toBe('My own words.');
      expect((await outlook.item()).location).toBe('Room 5');
    },
  );

  test('with 1.3 the pane says that this Outlook is too old, and what to do', async () => {
    await outlook.settings(presets.unsupported);
    await outlook.newAppointment({ subject: 'Too old' });
    await outlook.openPane();
    await outlook.pane.getByRole('heading', { name: 'This Outlook is too old' }).waitFor();
    await outlook.pane
      .getByText(/Mailbox 1\.4 or later\. Update Outlook, or open this appointment/)
      .waitFor();
    expect(await outlook.pane.getByRole('button').count()).toBe(0);
  });
});

test('where item ids are not told, a copy at another time is offered its own meeting beside Update', async () => {
  await outlook.settings(presets['exchange-2019']);
  await outlook.ready({ subject: 'On premises', body: 'My own words.' });
  await outlook.add();
  await outlook.saved('On premises', day);
  const { id: first, start } = await zoom.newest();
  await outlook.duplicate('On premises', day, { date: nextDay });
  await outlook.saved('On premises', nextDay);
  await outlook.open('On premises', nextDay);
  await outlook.pane.getByText('Is this a copy of another appointment?').waitFor();
  await outlook.updateButton.waitFor();
  await outlook.button('Give it a meeting of its own').click();
  await outlook.pane
    .getByText('This appointment has a Zoom meeting of its own')
    .waitFor({ state: 'attached' });
  const second = (await zoom.living()).find(({ id }) => id !== first)?.id;
  expect(await zoom.living()).toMatchObject([
    { id: first, start },
    { id: second, start: (await outlook.item()).start },
  ]);
  expect(await invitations()).toBe(1);
  expect((await outlook.item()).body.content).toContain(`/j/${second}`);
  await outlook.saved('On premises', nextDay);
  await outlook.open('On premises', day);
  await outlook.updateButton.waitFor();
  expect((await outlook.item()).body.content).toContain(`/j/${first}`);
  expect(await outlook.pane.getByText(/has changed since/).count()).toBe(0);
});

describe('a calendar', () => {
  test('that may only be read shows the meeting with Join, and says where it can be changed', async () => {
    await outlook.ready({ subject: 'Only read' });
    await outlook.add();
    await outlook.saved('Only read', day);
    await outlook.newAppointment({ subject: 'Only read, without' });
    await outlook.saved('Only read, without', day);
    const { password } = await zoom.newest();

    await outlook.settings({ calendar: 'read-only' });
    await outlook.page.getByRole('button', { name: /^Only read, (?!without)/ }).click();
    await outlook.openPane('Zoom Meeting');
    await outlook.button('Join').waitFor();
    await outlook.pane.getByText(String(password)).waitFor();
    await outlook.pane.getByText(/in a calendar that you cannot write to/).waitFor();
    expect(await outlook.updateButton.count()).toBe(0);
    const opened = outlook.page.waitForEvent('popup');
    await outlook.button('Join').click();
    await (await opened).waitForURL(/\/j\/\d+/);

    await outlook.showWeek(day);
    await outlook.tile('Only read, without', day).click();
    await outlook.openPane('Zoom Meeting');
    await outlook.pane.getByRole('heading', { name: 'You cannot change this appointment here' }).waitFor();
  });

  test('of somebody else, where add-ins can keep nothing: it is said so, and nothing is left behind', async () => {
    await outlook.ready({ subject: 'Mine' });
    await outlook.discard();
    await outlook.settings({ calendar: 'shared' });
    await outlook.newAppointment({ subject: 'Of somebody else', body: 'My own words.', location: 'Room 5' });
    await outlook.openPane();
    await outlook.button('Add Zoom meeting').waitFor();
    const before = await outlook.item();
    await outlook.button('Add Zoom meeting').click();
    await outlook.pane
      .getByText(/Outlook does not let add-ins keep anything on appointments of this calendar/)
      .waitFor();
    expect(await outlook.button('Try again').count()).toBe(0);
    expect(await zoom.living()).toEqual([]);
    const after = await outlook.item();
    expect([after.body, after.location]).toEqual([before.body, before.location]);

    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.messages.getByText(/does not let add-ins keep anything/).waitFor();
    expect(await zoom.living()).toEqual([]);
  });
});
