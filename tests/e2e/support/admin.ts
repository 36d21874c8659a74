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
    await this.page.getByRole('heading', { level: 1 }).waitFor();
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
