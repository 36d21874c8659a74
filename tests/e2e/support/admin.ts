/** The account settings page as a person uses it. */
import type { Browser, Page } from 'playwright-core';
import { freshContext, type Product } from './product';

export class AdminPage {
  private constructor(readonly page: Page) {}

  /** The page in a browser profile of its own, signed in to Zoom as this person by way of Zoom's page. */
  static async signedIn(
    browser: Browser,
    product: Product,
    person = 'Sandbox Manager',
    options: Parameters<Browser['newContext']>[0] = {},
  ): Promise<AdminPage> {
    const page = await (await freshContext(browser, options)).newPage();
    await page.goto(`${product.addIn}/admin.html`);
    const admin = new AdminPage(page);
    await admin.signIn(person);
    return admin;
  }

  async signIn(person = 'Sandbox Manager'): Promise<void> {
    await this.page.getByRole('main').getByRole('button').first().click();
    const choose = this.page.getByRole('button', { name: person });
    const allow = this.page.getByRole('button', { name: 'Allow' });
    await choose.or(allow).first().waitFor();
    if (await choose.isVisible()) await choose.click();
    await allow.click();
    await this.page.waitForURL(/\/admin\.html/);
    // The page has a heading before it has the session.
    await this.page.waitForFunction(() =>
      Object.keys(localStorage).some((name) => name.endsWith('zoom-calendar.session')),
    );
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  /** Goes on with the Tab key until this has the focus. */
  async tabTo(name: string): Promise<void> {
    for (let presses = 0; presses < 60; presses += 1) {
      await this.page.keyboard.press('Tab');
      const reached = await this.page.evaluate(() => {
        const element = document.activeElement;
        const labels =
          element && 'labels' in element && element.labels instanceof NodeList ? element.labels : [];
        return element?.getAttribute('aria-label') ?? labels[0]?.textContent ?? element?.textContent;
      });
      if (reached === name) return;
    }
    throw new Error(`The Tab key does not reach ${name}.`);
  }

  /** What the backend is asked with this page's session. */
  ask(path: string): Promise<number> {
    return this.page.evaluate(async (wanted) => {
      const key = Object.keys(localStorage).find((name) => name.endsWith('zoom-calendar.session')) ?? '';
      const { token }: { token: string } = JSON.parse(localStorage.getItem(key) ?? '{}');
      return (await fetch(wanted, { headers: { authorization: `Bearer ${token}` } })).status;
    }, path);
  }

  /** The session ends on the server, as after a long time or by another window. */
  endSession(): Promise<void> {
    return this.page.evaluate(async () => {
      const key = Object.keys(localStorage).find((name) => name.endsWith('zoom-calendar.session')) ?? '';
      const { token }: { token: string } = JSON.parse(localStorage.getItem(key) ?? '{}');
      await fetch('/api/session', { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
    });
  }

  /** Chooses a file with this in it, on the page of files or of members. */
  async chooseFile(button: string, text: string | Buffer, name = 'settings.json'): Promise<void> {
    const chooser = this.page.waitForEvent('filechooser');
    await this.button(button).click();
    const file = { name, mimeType: 'application/json', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
  }

  switch(name: string) {
    return this.page.getByRole('switch', { name });
  }

  lock(setting: string) {
    return this.page.getByRole('button', { name: `Lock: ${setting}`, exact: true });
  }

  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  /** Saves, and waits until it is saved. */
  async save(): Promise<void> {
    await this.button('Save').click();
    await this.page
      .getByRole('region', { name: 'Changes that are not saved' })
      .waitFor({ state: 'detached' });
  }

  /** Saves these settings of the account in the place of all others, without the page's controls. */
  async saveSettings(settings: object): Promise<void> {
    const status = await this.page.evaluate(async (wanted) => {
      const key = Object.keys(localStorage).find((name) => name.endsWith('zoom-calendar.session')) ?? '';
      const { token }: { token: string } = JSON.parse(localStorage.getItem(key) ?? '{}');
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
      const present = await fetch('/api/account/settings', { headers });
      const etag = present.headers.get('etag') ?? '';
      const body = JSON.stringify(wanted);
      return (
        await fetch('/api/account/settings', {
          method: 'PUT',
          headers: { ...headers, 'if-match': etag },
          body,
        })
      ).status;
    }, settings);
    if (status !== 200) throw new Error(`The settings were not saved: ${status}.`);
  }

  async goTo(place: string): Promise<void> {
    await this.page
      .getByRole('navigation', { name: 'Account settings' })
      .getByRole('link', { name: place })
      .click();
    await this.page.getByRole('heading', { level: 1 }).waitFor();
  }

  close(): Promise<void> {
    return this.page.context().close();
  }
}
