/** An Outlook that answers slowly or not at all: what the person sees meanwhile, and a retry that does not start over. */
import { invitations, words } from './support/life';
import { dayFromNow, hostCall } from './support/outlook';
import { outlook, zoom, withProduct } from './support/suite';

withProduct();
beforeEach(() => zoom.reset());

const day = dayFromNow(1);

describe('a host that is slow', () => {
  test('shows the shape of what is coming instead of a blank pane, then the screen', async () => {
    await outlook.ready({ subject: 'Slow' });
    await outlook.add();
    await outlook.saved('Slow', day);
    await outlook.hold(hostCall.bodyGet);
    await outlook.open('Slow', day);
    await outlook.pane.getByRole('progressbar', { name: 'Looking at this appointment' }).waitFor();
    await outlook.release(hostCall.bodyGet);
    await outlook.updateButton.waitFor();
    expect(await outlook.pane.getByRole('progressbar').count()).toBe(0);
  });

  test('shows that a press is under way, and presses meanwhile do nothing twice', async () => {
    await outlook.ready({ subject: 'Pressed' });
    await outlook.hold(hostCall.bodySet);
    await outlook.button('Add Zoom meeting').click();
    const busy = outlook.button('Adding …');
    await busy.waitFor();
    expect(await busy.getAttribute('aria-busy')).toBe('true');
    await busy.click({ force: true });
    await outlook.ribbon('Add Zoom Meeting').click();
    await outlook.release(hostCall.bodySet);
    await outlook.updateButton.waitFor();
    await outlook.messages.getByText(/added|already has/).waitFor();
    expect(await zoom.living()).toHaveLength(1);
    expect(await invitations()).toBe(1);
  });

  test('with half a second for every call does all the same, once', async () => {
    await outlook.settings({ delayMs: 500 });
    await outlook.ready({ subject: 'Half a second', body: 'My own words.' });
    await outlook.add();
    await outlook.button('Remove').click();
    await outlook.button('Undo').click();
    await outlook.updateButton.waitFor();
    expect(await zoom.living()).toHaveLength(1);
    expect(await invitations()).toBe(1);
  });
});

describe('a host call that fails', () => {
  const failed = () => outlook.pane.getByText(/Outlook could not/);

  test('while the pane opens: the error, and a retry that goes on', async () => {
    await outlook.ready({ subject: 'Opening' });
    await outlook.add();
    await outlook.saved('Opening', day);
    await outlook.failNext(hostCall.bodyGet);
    await outlook.open('Opening', day);
    await outlook.pane.getByRole('heading', { name: 'That did not work' }).waitFor();
    await failed().waitFor();
    await outlook.button('Try again').click();
    await outlook.updateButton.waitFor();
    await outlook.pane.getByRole('heading', { name: 'Opening' }).waitFor();
  });

  test.each([
    ['text', hostCall.bodySet, 1],
    // A save of properties is tried again once by itself.
    ['properties', hostCall.propertiesSave, 2],
  ])(
    'while an update writes the %s: it is said that Zoom has it, and the retry brings the appointment into step',
    async (_, call, times) => {
      await outlook.ready({ subject: 'Updating', body: 'My own words.' });
      await outlook.add();
      const { id } = await zoom.newest();
      await outlook.fill({ start: '15:00', end: '16:00' });
      await outlook.difference('Time');
      await outlook.failNext(call, times);
      await outlook.updateButton.click();
      await outlook.pane.getByText(/The meeting is changed in Zoom, but Outlook could not/).waitFor();
      expect(await zoom.newest()).toMatchObject({ id, duration: 60 });
      await outlook.button('Try again').click();
      await outlook.pane.getByText('Zoom meeting updated').waitFor({ state: 'attached' });
      expect(await words()).toContain('3:00');
      expect(await words()).toContain('My own words.');
      expect(await invitations()).toBe(1);
      expect(await zoom.living()).toMatchObject([{ id, duration: 60 }]);
    },
  );

  test('while removing: the retry takes away what is left', async () => {
    await outlook.ready({ subject: 'Removing', body: 'My own words.' });
    await outlook.add();
    await outlook.failNext(hostCall.bodySet);
    await outlook.button('Remove').click();
    await failed().waitFor();
    await outlook.button('Try again').click();
    await outlook.button('Add Zoom meeting').waitFor();
    expect(await words()).toBe('My own words.');
    expect((await outlook.item()).location).toBe('');
    expect(await zoom.living()).toEqual([]);
  });
});
