/** The sandbox's Outlook as a person uses it: calendar, appointment form, ribbon, and the pane beside the form. */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { SettingsPatch } from '../../../src/sandbox/outlook/host/client/settings';
import type { ItemState } from '../../../src/sandbox/outlook/host/session';
import { longDay } from '../../../src/sandbox/outlook/page/dates';
import type {} from '../../../src/sandbox/outlook/host/control';
import type { Product } from './product';

/** Ids of the host calls that tests count or make fail; see the host's table of calls. */
export const hostCall = {
  subjectGet: 18,
  timeGet: 24,
  bodyType: 14,
  bodyGet: 37,
  bodySet: 38,
  locationGet: 26,
  locationSet: 27,
  propertiesLoad: 3,
  propertiesSave: 4,
} as const;

/** Office's own code for an internal error of the host. */
export const INTERNAL_ERROR = 5000;

export interface Fields {
  subject?: string;
  location?: string;
  body?: string;
  /** `2026-11-23` and `09:00`, on the calendar's clock. */
  date?: string;
  start?: string;
  end?: string;
}

/** How an appointment repeats, in the words of the form's dialog. It ends after `count`, on `until`, or never. */
export interface Pattern {
  repeats: 'Daily' | 'Weekly' | 'Monthly' | 'Yearly';
  interval?: number;
  /** Weekly: all its days. */
  days?: readonly string[];
  /** Monthly and yearly: a date, or `second Tuesday`. */
  on?: number | `${string} ${string}`;
  count?: number;
  until?: string;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

export class OutlookPage {
  private constructor(
    readonly page: Page,
    readonly product: Product,
  ) {}

  /** Opens the calendar in a window of its own. */
  static async open(context: BrowserContext, product: Product, path = ''): Promise<OutlookPage> {
    const page = await context.newPage();
    await page.goto(`${product.outlook}/${path}`);
    return new OutlookPage(page, product);
  }

  /** A new appointment, tomorrow at nine unless said otherwise. */
  async newAppointment(fields: Fields = {}): Promise<void> {
    await this.page.getByRole('button', { name: 'New appointment', exact: true }).click();
    await this.page.getByRole('region', { name: 'Appointment form' }).waitFor();
    await this.fill({ date: dayFromNow(1), start: '09:00', end: '09:30', ...fields });
  }

  async fill(fields: Fields): Promise<void> {
    if (fields.subject !== undefined) await this.page.getByLabel('Subject').fill(fields.subject);
    if (fields.location !== undefined) await this.page.getByLabel('Location').fill(fields.location);
    if (fields.date !== undefined) await this.page.getByLabel('Start date').fill(fields.date);
    if (fields.start !== undefined) await this.page.getByLabel('Start time').fill(fields.start);
    if (fields.date !== undefined) await this.page.getByLabel('End date').fill(fields.date);
    if (fields.end !== undefined) await this.page.getByLabel('End time').fill(fields.end);
    if (fields.body !== undefined) await this.page.getByLabel('Body').fill(fields.body);
  }

  async invite(address: string): Promise<void> {
    await this.page.getByLabel('Required attendees').fill(address);
    await this.page.keyboard.press('Enter');
  }

  /** Makes the appointment that is open repeat, or repeat otherwise. */
  async repeat({ repeats, interval, days, on, count, until }: Pattern): Promise<void> {
    await this.page.getByRole('button', { name: /^(Make recurring|Edit recurrence)$/ }).click();
    const dialog = this.page.getByRole('dialog', { name: 'Recurrence' });
    await dialog.getByRole('radio', { name: repeats }).check();
    if (interval !== undefined) await dialog.getByLabel('Every how many').fill(String(interval));
    for (const day of days ? weekdays : []) {
      await dialog.getByRole('checkbox', { name: day }).setChecked(days?.includes(day) ?? false);
    }
    if (typeof on === 'number') {
      await dialog.getByRole('radio', { name: 'A date', exact: true }).check();
      await dialog.getByLabel('Day of the month').fill(String(on));
    } else if (on !== undefined) {
      const [which = '', day = ''] = on.split(' ');
      await dialog.getByRole('radio', { name: 'A day of the week' }).check();
      await dialog.getByLabel('Which one in the month').selectOption(which);
      await dialog.getByLabel('Kind of day').selectOption({ label: day });
    }
    if (count !== undefined) {
      await dialog.getByRole('radio', { name: 'After a number of occurrences' }).check();
      await dialog.getByLabel('Number of occurrences', { exact: true }).fill(String(count));
    } else if (until !== undefined) {
      await dialog.getByRole('radio', { name: 'By a date' }).check();
      await dialog.getByLabel('Last day').fill(until);
    } else await dialog.getByRole('radio', { name: 'No end date' }).check();
    await dialog.getByRole('button', { name: 'OK' }).click();
    await dialog.waitFor({ state: 'detached' });
  }

  /** Makes a single appointment of a series. */
  async repeatNoMore(): Promise<void> {
    await this.page.getByRole('button', { name: 'Edit recurrence' }).click();
    await this.page.getByRole('button', { name: 'Remove recurrence' }).click();
    await this.page.getByRole('button', { name: 'Make recurring' }).waitFor();
  }

  /** The appointment in the calendar, in the week that is shown. */
  tile(subject: string, day: string): Locator {
    return this.page.getByRole('button', { name: `${subject}, ${longDay(day)}` });
  }

  async showWeek(day: string): Promise<void> {
    await this.page.goto(`${this.product.outlook}/#/week/${day}`);
  }

  /** Opens the appointment of a day from the calendar; of a recurring one says whether that one or the series. */
  async open(subject: string, day: string, which?: 'this occurrence' | 'the series'): Promise<void> {
    await this.showWeek(day);
    await this.tile(subject, day).click();
    if (which) await this.page.getByRole('button', { name: `Open ${which}`, exact: true }).click();
    await this.page.getByRole('region', { name: 'Appointment form' }).waitFor();
    await this.openPane();
  }

  /** Chooses Duplicate in the menu of an appointment: a form that nobody has saved, with everything of the original. */
  async duplicate(subject: string, day: string, fields: Fields = {}): Promise<void> {
    await this.showWeek(day);
    await this.tile(subject, day).click({ button: 'right' });
    await this.page.getByRole('menuitem', { name: 'Duplicate' }).click();
    await this.page.getByRole('region', { name: 'Appointment form' }).waitFor();
    await this.fill(fields);
  }

  /** Drags an appointment in the calendar: columns are days, a row is half an hour. */
  async drag(
    tile: Locator,
    { days = 0, halfHours = 0 }: { days?: number; halfHours?: number },
  ): Promise<void> {
    const [from, cell] = await Promise.all([
      tile.boundingBox(),
      this.page.getByRole('gridcell', { name: /12:00/ }).first().boundingBox(),
    ]);
    if (!from || !cell) throw new Error('There is nothing to drag.');
    const [x, y] = [from.x + from.width / 2, from.y + 8];
    await this.page.mouse.move(x, y);
    await this.page.mouse.down();
    await this.page.mouse.move(x + days * cell.width, y + halfHours * cell.height, { steps: 4 });
    await this.page.mouse.up();
  }

  /** Saves, and waits for the calendar with the appointment in it. */
  async saved(subject: string, day: string): Promise<void> {
    await this.save();
    await this.tile(subject, day).waitFor();
  }

  /** What the pane says about one thing in which appointment and meeting differ, as `[in Zoom, here]`. */
  async difference(name: 'Topic' | 'Time' | 'Repeats'): Promise<string[]> {
    const row = this.pane.getByRole('region', { name, exact: true });
    await row.waitFor();
    return row.getByRole('definition').allInnerTexts();
  }

  /** Presses Update in the pane and waits until both sides agree. */
  async update(): Promise<void> {
    await this.updateButton.click();
    await this.pane.getByText('Zoom meeting updated').waitFor({ state: 'attached' });
  }

  /** Where appointment and meeting differ, its name tells the direction. */
  get updateButton(): Locator {
    return this.pane.getByRole('button', { name: /^Update( Zoom)?$/ });
  }

  ribbon(name: string): Locator {
    return this.page.getByRole('toolbar', { name: 'Ribbon' }).getByRole('button', { name, exact: true });
  }

  async openPane(button = 'Settings'): Promise<void> {
    await this.ribbon(button).click();
    await this.pane.locator('main').waitFor();
  }

  get pane(): FrameLocator {
    return this.page.frameLocator('aside iframe');
  }

  button(name: string): Locator {
    return this.pane.getByRole('button', { name, exact: true });
  }

  /** The bar above the item. */
  get messages(): Locator {
    return this.page.getByRole('region', { name: 'Messages' });
  }

  /** What the form holds now. */
  async item(): Promise<ItemState> {
    const state = await this.page.evaluate(() => window.sandboxOutlook?.item());
    if (!state) throw new Error('No appointment is open.');
    return state;
  }

  /** Names of the host calls since the last `clearCalls`, oldest first. */
  calls(): Promise<string[]> {
    return this.page.evaluate(() =>
      (window.sandboxOutlook?.calls() ?? []).filter(({ kind }) => kind === 'method').map(({ name }) => name),
    );
  }

  clearCalls(): Promise<void> {
    return this.page.evaluate(() => window.sandboxOutlook?.clearCalls());
  }

  /** Every such call waits from now on, until it is released. */
  hold(dispatchId: number): Promise<void> {
    return this.page.evaluate((id) => window.sandboxOutlook?.hold(id), dispatchId);
  }

  release(dispatchId: number): Promise<void> {
    return this.page.evaluate((id) => window.sandboxOutlook?.release(id), dispatchId);
  }

  failNext(dispatchId: number, times = 1): Promise<void> {
    return this.page.evaluate(
      ([id, code, count]) => window.sandboxOutlook?.failNext(id ?? 0, code ?? 0, count),
      [dispatchId, INTERNAL_ERROR, times],
    );
  }

  /** Changes the client that the sandbox stands in for; what is open already starts again where it has to. */
  async settings(patch: SettingsPatch): Promise<void> {
    await this.page.evaluate((given) => {
      window.sandboxOutlook?.settings(given);
    }, patch);
  }

  /** Closes the form without keeping what was changed since it was saved, if it ever was. */
  async discard(): Promise<void> {
    await this.page.getByRole('button', { name: 'Discard', exact: true }).click();
    const sure = this.page.getByRole('button', { name: 'Discard changes' });
    const calendar = this.page.getByRole('button', { name: 'New appointment', exact: true });
    await sure.or(calendar).first().waitFor();
    if (await sure.isVisible()) await sure.click();
    await calendar.waitFor();
  }

  save(): Promise<void> {
    return this.page.getByRole('button', { name: 'Save', exact: true }).click();
  }

  /** Signs in from the pane's first screen, through Zoom's pages in the window that opens. */
  async signIn(person = 'Sandbox Organizer'): Promise<void> {
    const opened = this.page.waitForEvent('popup');
    await this.button('Sign in to Zoom').click();
    await finishSignIn(await opened, person);
    await this.button('Sign in to Zoom').waitFor({ state: 'detached' });
  }

  /** The usual beginning: a new appointment, its pane, somebody signed in. */
  async ready(fields: Fields = {}, pattern?: Pattern): Promise<void> {
    await this.newAppointment(fields);
    if (pattern) await this.repeat(pattern);
    await this.openPane();
    await this.button('Sign in to Zoom').or(this.button('Add Zoom meeting')).first().waitFor();
    if (await this.button('Sign in to Zoom').isVisible()) await this.signIn();
    await this.button('Add Zoom meeting').waitFor();
  }

  /** Opens what can be changed about the meeting that is on the appointment. */
  async changeOptions(): Promise<void> {
    await this.button('Change options').click();
    await this.pane.getByLabel('Topic').waitFor();
  }

  async add(): Promise<void> {
    await this.button('Add Zoom meeting').click();
    await this.updateButton.waitFor();
  }
}

/** Zoom's sign-in and consent, in the window that the dialog opened. */
export async function finishSignIn(window: Page, person = 'Sandbox Organizer'): Promise<void> {
  const choose = window.getByRole('button', { name: person });
  const allow = window.getByRole('button', { name: 'Allow' });
  await choose.or(allow).first().waitFor();
  if (await choose.isVisible()) await choose.click();
  const closed = window.waitForEvent('close');
  await allow.click();
  await closed;
}

/** `2026-11-23`: days from today on the clock of the calendar's zone. */
export function dayFromNow(days: number): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(
    Date.now() + days * 86_400_000,
  );
}
