/**
 * The pane's screens for everyone: axe finds nothing in light and dark, everything is reached by keyboard, and nothing
 * is cut off at 320 pixels or at twice the size of text.
 */
import axe from 'axe-core';
import type { Frame } from 'playwright-core';
import { OutlookPage } from './support/outlook';
import { freshContext } from './support/product';
import { browser, product, zoom, withProduct } from './support/suite';

withProduct();

const paneFrame = (outlook: OutlookPage): Frame => {
  const frame = outlook.page.frames().find((one) => one.url().includes('taskpane'));
  if (!frame) throw new Error('The pane is not open.');
  return frame;
};

/** What axe has against the page in this frame, one line each. */
async function complaints(frame: Frame): Promise<string[]> {
  // Colours in the middle of a transition are nobody's choice.
  await frame.evaluate(() =>
    Promise.allSettled(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
        .map(({ finished }) => finished),
    ).then(() => undefined),
  );
  await frame.evaluate(axe.source);
  const results: axe.AxeResults = await frame.evaluate('axe.run(document, { iframes: false })');
  return results.violations.flatMap(({ id, nodes }) =>
    nodes
      // Fluent's tabster puts focusable guards into the page that are hidden from screen readers on purpose.
      .filter(({ html }) => !(id === 'aria-hidden-focus' && html.includes('data-tabster-dummy')))
      .map(({ html, failureSummary }) => `${id}: ${html.slice(0, 160)} ${failureSummary ?? ''}`),
  );
}

describe.each(['light', 'dark'] as const)('in %s colours', (colorScheme) => {
  test('every screen on the way of a meeting is free of complaints', async () => {
    const context = await freshContext(browser, { colorScheme, reducedMotion: 'reduce' });
    const outlook = await OutlookPage.open(context, product);
    await outlook.newAppointment({ subject: 'For everyone' });
    await outlook.openPane();
    await outlook.button('Sign in to Zoom').waitFor();
    const found: Record<string, string[]> = { 'signed out': await complaints(paneFrame(outlook)) };
    await outlook.signIn();
    await outlook.button('Add Zoom meeting').waitFor();
    found['new meeting'] = await complaints(paneFrame(outlook));
    await zoom.fault('429', 'meetings.create', { times: 30 });
    await outlook.button('Add Zoom meeting').click();
    await outlook.button('Try again').waitFor();
    found['error'] = await complaints(paneFrame(outlook));
    await zoom.clean();
    await outlook.button('Try again').click();
    await outlook.button('Update').waitFor();
    await outlook.button('Change options').click();
    found['with a meeting'] = await complaints(paneFrame(outlook));
    await outlook.fill({ start: '11:00', end: '11:45' });
    await outlook.pane.getByText(/has changed since/).waitFor();
    await outlook.pane.getByText('In Zoom').waitFor();
    found['no longer agreeing'] = await complaints(paneFrame(outlook));
    await outlook.button('Settings').click();
    await outlook.pane.getByRole('heading', { name: 'Settings' }).waitFor();
    found['settings'] = await complaints(paneFrame(outlook));
    await outlook.button('Unused meetings').click();
    await outlook.pane.getByRole('heading', { name: 'Unused meetings' }).waitFor();
    found['unused meetings'] = await complaints(paneFrame(outlook));
    await outlook.button('Back').click();
    await outlook.button('Remove').click();
    await outlook.button('Undo').waitFor();
    found['removed, with undo'] = await complaints(paneFrame(outlook));
    found['the form around it'] = await complaints(outlook.page.mainFrame());
    expect(found).toEqual(Object.fromEntries(Object.keys(found).map((name) => [name, []])));
    await context.close();
  });
});

test('a meeting is added, copied and removed by keyboard alone', async () => {
  const context = await freshContext(browser, { permissions: ['clipboard-read', 'clipboard-write'] });
  const outlook = await OutlookPage.open(context, product);
  await outlook.ready({ subject: 'By keyboard' });
  const press = async (name: string) => {
    await outlook.button(name).focus();
    await outlook.page.keyboard.press('Enter');
  };
  await press('Add Zoom meeting');
  await outlook.button('Update').waitFor();
  await press('Copy link');
  await outlook.pane.getByText('Link copied').waitFor({ state: 'attached' });
  await press('Remove');
  await outlook.button('Undo').waitFor();
  await context.close();
});

test('tabbing walks through the options in the order in which they stand', async () => {
  const context = await freshContext(browser);
  const outlook = await OutlookPage.open(context, product);
  await outlook.ready();
  await outlook.button('Add Zoom meeting').focus();
  await outlook.pane.getByLabel('Template').waitFor();
  const reached: string[] = [];
  for (let step = 0; step < 18; step += 1) {
    await outlook.page.keyboard.press('Tab');
    reached.push(
      await paneFrame(outlook).evaluate(() => {
        const element = document.activeElement;
        const label = element?.getAttribute('aria-label');
        const labelled =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement
            ? element.labels?.[0]?.textContent
            : element?.textContent;
        return label ?? labelled ?? '';
      }),
    );
  }
  expect(reached).toEqual([
    'Topic',
    'Passcode',
    'Waiting room',
    'People may join before the host',
    'Only people signed in to Zoom',
    'Use my personal meeting ID',
    'Start with my video on',
    'Start with video of participants on',
    'Mute people when they join',
    'Audio',
    'Record automatically',
    'Alternative hosts',
    'Schedule for',
    'Template',
    'Language of the invitation',
    'Unused meetings',
    'Settings',
    'Sign out',
  ]);
  await context.close();
});

test('nothing is cut off at 320 pixels, nor with text twice as large', async () => {
  const context = await freshContext(browser);
  const outlook = await OutlookPage.open(context, product);
  await outlook.ready({ subject: 'W'.repeat(120) });
  await outlook.add();
  const overflow = () =>
    paneFrame(outlook).evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  const width = await paneFrame(outlook).evaluate(() => window.innerWidth);
  expect(width).toBeLessThanOrEqual(330);
  expect(await overflow()).toBe(0);
  await paneFrame(outlook).evaluate(() => document.body.style.setProperty('zoom', '2'));
  expect(await overflow()).toBe(0);
  await context.close();
});
