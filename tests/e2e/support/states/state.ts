/** What a state of the pane is, as data, and the ways that several of them begin with. */
import { Temporal } from 'temporal-polyfill';
import type { Visit } from '../visit';

export interface PaneState {
  /** Names the picture. */
  readonly name: string;
  /** When it is shown, for the gallery. */
  readonly when: string;
  /** Nobody is signed in. */
  readonly signedOut?: true;
  /** Settings of the sandbox's Outlook, as in its address. */
  readonly client?: Readonly<Record<string, string>>;
  /** What its picture shows: all of it however long, or what is new at the top; otherwise what fits into a pane. */
  readonly picture?: 'whole' | 'top';
  /** Shown by pictures in other colours and languages as well. */
  readonly shownIn?: readonly Variant[];
  /** Gets there. Waits for what shows it, unless `shown` does. */
  reach(visit: Visit): Promise<void>;
  /**
   * Waits for what shows it. There when the state is that of a saved appointment or of an empty one: a pane that starts
   * again, in another language, shows it again.
   */
  shown?(visit: Visit): Promise<void>;
  /** Takes back what would outlive the window. */
  leave?(visit: Visit): Promise<unknown>;
}

export type Variant = 'dark' | 'contrast' | 'forced' | 'de' | 'ja' | 'ar';

export const colours = ['dark', 'contrast'] as const;
export const languages = ['de', 'ja', 'ar'] as const;

export const zone = 'Europe/Berlin';
export const berlin = (day: string, time: string): number =>
  Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(zone).epochMilliseconds;

export const weekly = { repeats: 'Weekly', days: ['Wednesday'], count: 4 } as const;

/** The pane on an appointment with its meeting. */
export async function linked(visit: Visit, subject: string): Promise<void> {
  await visit.ready({ subject });
  await visit.add();
}

/** A series with its meeting, saved. */
export async function savedSeries(visit: Visit, subject: string): Promise<void> {
  await visit.ready({ subject }, weekly);
  await visit.add();
  await visit.saveAndOpen(subject, 'the series');
  await visit.button(visit.t('actions.update')).waitFor();
}

/** The pane on an appointment that was received by an attendee. */
export async function received(visit: Visit, subject: string): Promise<void> {
  const { page } = visit.outlook;
  await page.getByLabel('Required attendees').fill('attendee@example.test');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'New appointment', exact: true }).waitFor();
  await page.getByRole('button', { name: /Signed in as/ }).click();
  await page.getByRole('menuitemradio', { name: /Sandbox Attendee/ }).click();
  await visit.openSaved(subject);
}

export async function setByItself(visit: Visit, on: boolean): Promise<void> {
  await visit.press(visit.t('foot.settings'));
  const control = visit.pane.getByLabel(visit.t('settings.byItself'));
  if ((await control.isChecked()) !== on) await control.click();
  await visit.pane.getByText(visit.t('said.saved')).waitFor({ state: 'attached' });
}

export async function asOrganizer({ outlook }: Visit): Promise<void> {
  await outlook.page.getByRole('button', { name: /Signed in as/ }).click();
  await outlook.page.getByRole('menuitemradio', { name: /Sandbox Organizer/ }).click();
}
