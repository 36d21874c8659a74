/** The Entra stand-in as tests use it: a person in its window, other keys, and a token as Outlook would get one. */
import { createHash, randomBytes } from 'node:crypto';
import type { APIRequestContext, Page } from 'playwright-core';
import * as z from 'zod';
import { MicrosoftSignIn } from '../../../src/api/microsoft';
import type { OutlookPage } from './outlook';
import type { Product } from './product';

const Tokens = z.object({ access_token: z.string(), id_token: z.string(), expires_in: z.number() });
export type EntraTokens = z.infer<typeof Tokens>;

export class EntraControl {
  constructor(private readonly product: Product) {}

  get url(): string {
    if (this.product.entra === null) throw new Error('Signing in with Microsoft is not set up here.');
    return this.product.entra;
  }

  /** Another key signs from now on; the former one stays published or is withdrawn. */
  async rotateKeys(keepFormer = true): Promise<void> {
    const { status } = await this.product.call('POST', `${this.url}/control/rotate-keys`, { keepFormer });
    if (status !== 200) throw new Error(`The keys were not rotated: ${status}`);
  }

  /** Tokens for this person, by the authorization code flow with PKCE without a browser. */
  async tokensFor(person: string, request: APIRequestContext): Promise<EntraTokens> {
    const told = await request.get(`${this.product.addIn}/api/sign-in/microsoft`);
    const { application } = MicrosoftSignIn.parse(await told.json());
    if (!application) throw new Error('Signing in with Microsoft is not set up here.');
    const about = z
      .object({ authorization_endpoint: z.url(), token_endpoint: z.url() })
      .parse(await (await request.get(`${application.authority}/.well-known/openid-configuration`)).json());
    const verifier = randomBytes(32).toString('base64url');
    const redirect = `${this.product.addIn}/sandbox/microsoft.html`;
    const query = new URLSearchParams({
      client_id: application.clientId,
      response_type: 'code',
      redirect_uri: redirect,
      scope: `${application.scope} openid profile`,
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      nonce: randomBytes(8).toString('hex'),
    });
    let at = `${about.authorization_endpoint}?${query.toString()}`;
    for (let steps = 0; !at.startsWith(redirect); steps += 1) {
      if (steps > 8) throw new Error(`The sign-in leads nowhere: ${at}`);
      const isChoice = new URL(at).pathname.startsWith('/sign-in/');
      const answer = isChoice
        ? await request.post(at, { form: { person }, maxRedirects: 0 })
        : await request.get(at, { maxRedirects: 0 });
      const next = answer.headers().location;
      if (next === undefined) throw new Error(`${at} answered ${answer.status()}`);
      at = new URL(next, at).href;
    }
    const answer = await request.post(about.token_endpoint, {
      form: {
        grant_type: 'authorization_code',
        client_id: application.clientId,
        code: new URL(at).searchParams.get('code') ?? '',
        redirect_uri: redirect,
        code_verifier: verifier,
      },
      headers: { origin: this.product.addIn },
    });
    return Tokens.parse(await answer.json());
  }
}

/** In the window: chooses the account with this name; "Cancel" chooses none. */
export async function chooseAccount(window: Page, name: string): Promise<void> {
  await window.getByRole('button', { name }).first().click();
}

/**
 * The session is over for this browser, as after half a day without use, and a new appointment is opened.
 *
 * @param how whether this browser still knows that Microsoft opened one here
 */
export async function endSession(outlook: OutlookPage, how: 'remembered' | 'forgotten'): Promise<void> {
  const keys = ['zoom-calendar.session', ...(how === 'forgotten' ? ['zoom-calendar.microsoft'] : [])];
  await outlook.pane.locator('main').evaluate((_, ends) => {
    for (const key of Object.keys(localStorage)) {
      if (ends.some((end) => key.endsWith(end))) localStorage.removeItem(key);
    }
  }, keys);
  await outlook.discard();
  await outlook.newAppointment();
  await outlook.openPane();
}
