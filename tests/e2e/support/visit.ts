/** One person's browser beside the pane, in any display language of Outlook: what the states are reached with. */
import type { Browser, BrowserContext, Frame, Locator } from 'playwright-core';
import type { Words } from '../../../src/ui/words';
import { wordsFor } from '../../../src/ui/words';
import type { LocaleName } from '../../../src/sandbox/outlook/host/client/settings';
import { finishSignIn, OutlookPage, type Fields, type Pattern } from './outlook';
import { freshContext, type Product } from './product';
import type { ZoomControl } from './zoom';

/** A pane that is opened asks for two things of which a session may ask for thirty in a minute. */
const OPENINGS = 12;
const MINUTE_MS = 60_000;

export class Visit {
  /** The window that is open now. */
  outlook: OutlookPage;
  /** The language of the window that is open now. */
  words: Words;
  /** Meetings that were made and may be on no saved appointment, with what their maker's session shows. */
  private readonly drafts = new Map<string, { readonly authorization: string }>();
  /** When the pane was opened since the last sign-in. */
  private openings: number[] = [];

  private constructor(
    private readonly context: BrowserContext,
    readonly product: Product,
    readonly zoom: ZoomControl,
    /** The language in which every window is opened. */
    private readonly own: Words,
    /** `2031-03-12`: the day of this visit's appointments. */
    readonly day: string,
    first: OutlookPage,
  ) {
    this.outlook = first;
    this.words = own;
    context.on('response', (response) => {
      const request = response.request();
      const { authorization } = request.headers();
      if (request.method() !== 'POST' || !response.url().endsWith('/api/meetings') || !authorization) return;
      const made = response.json().then(({ id }: { id: string }) => this.drafts.set(id, { authorization }));
      made.catch(() => undefined);
    });
  }

  /** A fresh profile of the browser, with Outlook in this language. Nobody is signed in. */
  static async begin(
    browser: Browser,
    product: Product,
    zoom: ZoomControl,
    { locale, day }: { locale: string; day: string },
  ): Promise<Visit> {
    // The browser itself decides about colours, so that the theme of Outlook reaches the pane.
    const context = await freshContext(browser, { colorScheme: null, reducedMotion: 'reduce' });
    const words = await wordsFor(locale);
    return new Visit(context, product, zoom, words, day, await OutlookPage.open(context, product));
  }

  get t(): Words['t'] {
    return this.words.t;
  }

  get pane() {
    return this.outlook.pane;
  }

  get frame(): Frame {
    const frame = this.outlook.page.frames().find((one) => one.url().includes('taskpane'));
    if (!frame) throw new Error('The pane is not open.');
    return frame;
  }

  /** Every window is closed without saving, and another one opened with the calendar, as a client of these settings. */
  async open(client: Readonly<Record<string, string>> = {}): Promise<void> {
    this.words = this.own;
    const settings = new URLSearchParams({ locale: this.words.locale, ...client });
    const next = await OutlookPage.open(this.context, this.product, `?${settings.toString()}`);
    for (const page of this.context.pages()) if (page !== next.page) await page.close();
    this.outlook = next;
  }

  button(name: string): Locator {
    return this.outlook.button(name);
  }

  async press(name: string): Promise<void> {
    await this.button(name).click();
  }

  /** Waits for a text of the pane. */
  async see(text: string | RegExp): Promise<void> {
    await this.pane.getByText(text).first().waitFor();
  }

  async newAppointment(fields: Fields = {}, pattern?: Pattern): Promise<void> {
    await this.outlook.newAppointment({ subject: 'Planning', date: this.day, ...fields });
    if (pattern) await this.outlook.repeat(pattern);
  }

  /** The ribbon's button that opens the pane, whatever it is called. */
  async openPane(): Promise<void> {
    await this.outlook.page.getByRole('toolbar', { name: 'Ribbon' }).locator('[aria-pressed]').click();
    await this.pane.locator('main').waitFor();
    this.openings.push(Date.now());
  }

  async signIn(): Promise<void> {
    const opened = this.outlook.page.waitForEvent('popup');
    await this.press(this.t('signedOut.action'));
    await finishSignIn(await opened);
    await this.button(this.t('signedOut.action')).waitFor({ state: 'detached' });
  }

  /** Signs in, unless somebody is signed in. A session may ask so much in a minute: now and then there is a new one. */
  async signInOnce(): Promise<void> {
    const { origins } = await this.context.storageState();
    const kept = origins.flatMap(({ localStorage }) => localStorage);
    const isSignedIn = kept.some(({ name }) => name.endsWith('zoom-calendar.session'));
    const lately = this.openings.filter((at) => Date.now() - at < MINUTE_MS);
    if (isSignedIn && lately.length < OPENINGS) return;
    await this.open();
    await this.newAppointment();
    await this.openPane();
    if (isSignedIn) await this.press(this.t('foot.signOut'));
    await this.signIn();
    this.openings = [];
  }

  /** Outlook's theme changes while the pane is open. */
  async setTheme(theme: 'light' | 'dark' | 'high-contrast'): Promise<void> {
    await this.outlook.settings({ theme });
    const background = { light: '#ffffff', dark: '#292929', 'high-contrast': '#000000' }[theme];
    await this.frame.waitForFunction(
      (colour) =>
        getComputedStyle(document.querySelector('.fui-FluentProvider') ?? document.body)
          .getPropertyValue('--colorNeutralBackground1')
          .trim() === colour,
      background,
    );
  }

  /** Outlook changes to another language, with its usual colours; the pane starts again. */
  async setLanguage(locale: LocaleName): Promise<void> {
    this.words = await wordsFor(locale);
    await this.outlook.settings({ locale, theme: 'light' });
    await this.pane.locator(`:root[lang="${this.words.language}"] main`).waitFor();
    this.openings.push(Date.now());
  }

  /** Waits for the form of a meeting to be, with all its options. */
  async form(): Promise<void> {
    await this.button(this.t('new.add')).waitFor();
    await this.pane.getByLabel(this.t('options.template.label')).waitFor();
  }

  /** The pane on a new appointment, with all its options there. */
  async ready(fields: Fields = {}, pattern?: Pattern): Promise<void> {
    await this.newAppointment(fields, pattern);
    await this.openPane();
    await this.form();
  }

  async add(): Promise<void> {
    await this.press(this.t('new.add'));
    await this.button(this.t('actions.update')).waitFor();
  }

  /** Saves the appointment and opens it again. */
  async saveAndOpen(subject: string, which?: 'this occurrence' | 'the series', on = this.day): Promise<void> {
    await this.outlook.save();
    await this.outlook.page.getByRole('button', { name: 'New appointment', exact: true }).waitFor();
    await this.openSaved(subject, which, on);
  }

  async openSaved(subject: string, which?: 'this occurrence' | 'the series', on = this.day): Promise<void> {
    await this.showWeek(on);
    await this.outlook.tile(subject, on).click();
    if (which) await this.outlook.page.getByRole('button', { name: `Open ${which}`, exact: true }).click();
    await this.outlook.page.getByRole('toolbar', { name: 'Ribbon' }).waitFor();
    await this.openPane();
  }

  async showWeek(on = this.day): Promise<void> {
    await this.outlook.page.evaluate((hash) => window.location.assign(hash), `#/week/${on}`);
  }

  /** Does something on Zoom's own page of the newest meeting. */
  async inZoom(act: (form: Locator) => Promise<void>): Promise<void> {
    const { id } = await this.zoom.newest();
    const page = await this.zoom.page(this.context, `/meeting/${id}`);
    await act(page.locator('body'));
    await page.close();
  }

  /** Answers for what was made since: the states after this one do not list it. */
  async keepDrafts(): Promise<void> {
    for (const [id, headers] of this.drafts) {
      await this.context.request.post(`${this.product.addIn}/api/meetings/${id}/keep`, { headers });
    }
    this.drafts.clear();
  }

  end(): Promise<void> {
    return this.context.close();
  }
}
