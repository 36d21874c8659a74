/** The form of a meeting's options as a person uses it, for a new meeting and for one that is there. */
import type { Locator } from 'playwright-core';
import { AdminPage } from './admin';
import { dayFromNow } from './outlook';
import { browser, outlook, product } from './suite';

const day = dayFromNow(1);

export const field = (label: string): Locator => outlook.pane.getByLabel(label, { exact: true });
/** The words of what is chosen in a list. */
export const chosen = (label: string): Promise<string> => field(label).locator('option:checked').innerText();
export const isOn = (label: string): Promise<boolean> => field(label).isChecked();
export const turn = (label: string, on: boolean): Promise<void> => field(label).setChecked(on);

/** What is shown in place of a control that is locked: its name, its value, the reason. */
export const locked = async (label: string): Promise<string[]> => {
  const shown = await outlook.pane.locator('dl.locked', { hasText: label }).innerText();
  return shown.split('\n').map((line) => line.trim());
};

export const body = async (): Promise<string> => (await outlook.item()).body.content;

/** Saves the appointment, opens it again, and what can be changed about its meeting. */
export async function reopened(subject: string): Promise<void> {
  await outlook.saved(subject, day);
  await outlook.open(subject, day);
  await outlook.updateButton.waitFor();
  await outlook.changeOptions();
}

/** Asks the backend as the pane does, with the pane's own session: what a page of somebody else could do as well. */
export async function askBackend(method: 'POST' | 'PATCH', path: string, data: unknown) {
  const asked = outlook.page.waitForRequest((request) => request.url().endsWith('/api/meetings/unused'));
  await outlook.button('Unused meetings').click();
  const { authorization = '' } = await (await asked).allHeaders();
  const answer = await outlook.page.request.fetch(`${product.addIn}${path}`, {
    method,
    data,
    headers: { authorization, 'idempotency-key': 'a-claim-of-a-test' },
  });
  return { status: answer.status(), problem: await answer.json() };
}

/** What the pane would ask for, without options. */
export const aMeeting = {
  topic: 'Asked for directly',
  start: `${day}T09:00:00`,
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
};

/** An administrator saves defaults and locks for new meetings, with the session of their settings page. */
export async function govern(meeting: object): Promise<void> {
  const { page } = await AdminPage.signedIn(browser, product);
  const asked = page.waitForRequest((request) => request.url().endsWith('/api/account/settings'));
  await page.reload();
  const { authorization = '' } = await (await asked).allHeaders();
  const answer = await page.request.put(`${product.addIn}/api/account/settings`, {
    data: { meeting },
    headers: { authorization, 'if-match': '*' },
  });
  expect(answer.status()).toBe(200);
  await page.context().close();
}
