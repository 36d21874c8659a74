/** A meeting on an appointment from Add to Remove, as tests of clients go through it, and its text as a person reads it. */
import { htmlToText } from '../../../src/sandbox/outlook/host/html';
import { dayFromNow } from './outlook';
import { outlook, zoom } from './suite';

const day = dayFromNow(1);

/** The body as a person reads it, whatever markup the client has made of it: one line. */
export async function words(): Promise<string> {
  const { format, content } = (await outlook.item()).body;
  return (format === 'text' ? content : htmlToText(content)).replace(/\s+/g, ' ').trim();
}

/** How many invitations stand in it. */
export const invitations = async () =>
  ((await words()).match(/is inviting you to a Zoom meeting/g) ?? []).length;

/** A meeting is added, kept over saving and opening, moved, kept again, and removed; `check` looks at each body. */
export async function wholeLife(subject: string, check: () => Promise<void>): Promise<void> {
  await outlook.add();
  await check();
  const { id } = await zoom.newest();
  await outlook.saved(subject, day);
  await outlook.open(subject, day);
  await outlook.updateButton.waitFor();
  await check();
  await outlook.fill({ start: '15:00', end: '16:00' });
  await outlook.difference('Time');
  await outlook.update();
  await check();
  expect(await words()).toContain('3:00');
  expect(await zoom.living()).toMatchObject([
    { id, topic: subject, duration: 60, start: (await outlook.item()).start },
  ]);
  await outlook.saved(subject, day);
  await outlook.open(subject, day);
  await outlook.updateButton.waitFor();
  await check();
  await outlook.button('Remove').click();
  await outlook.button('Add Zoom meeting').waitFor();
  expect(await zoom.living()).toEqual([]);
}
