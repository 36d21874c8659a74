/** The sandbox's Outlook as a person uses it: calendar, appointment form, ribbon, and the pane beside the form. */
import type { BrowserContext, FrameLocator, Locator, Page } from 'playwright-core';
import type { SettingsPatch } from '../../../src/sandbox/outlook/host/client/settings';
import type { ItemState } from '../../../src/sandbox/outlook/host/session';
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
  async ready(fields: Fields = {}): Promise<void> {
    await this.newAppointment(fields);
    await this.openPane();
    await this.button('Sign in to Zoom').or(this.button('Add Zoom meeting')).first().waitFor();
    if (await this.button('Sign in to Zoom').isVisible()) await this.signIn();
    await this.button('Add Zoom meeting').waitFor();
  }

  async add(): Promise<void> {
    await this.button('Add Zoom meeting').click();
    await this.button('Update').waitFor();
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
