/**
 * Helpers for tests with the Entra stand-in: one started on a free port, and the way of a single-page application to
 * its tokens (authorization code with PKCE), over real HTTP.
 */
import { createHash, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { EntraConfig } from '../../../src/sandbox/entra/config';
import { startEntra, type RunningEntra } from '../../../src/sandbox/entra/server';

export const CLIENT_ID = '11111111-2222-4333-8444-555555555555';
export const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001';
/** Another organisation, whose people are others. */
export const OTHER_TENANT = 'aaaaaaaa-0000-4000-8000-000000000002';
export const ORIGIN = 'https://localhost:3999';
export const REDIRECT = `${ORIGIN}/dialog.html`;
export const SCOPE = `openid profile offline_access api://${CLIENT_ID}/access_as_user`;
export const ORGANIZER = 'organizer@example.test';
export const ATTENDEE = 'attendee@example.test';

export const startTestEntra = (config: Partial<EntraConfig> = {}): Promise<RunningEntra> =>
  startEntra({ clientId: CLIENT_ID, tenants: [TENANT, OTHER_TENANT], origins: [ORIGIN], ...config });

const Discovery = z.looseObject({
  issuer: z.string(),
  authorization_endpoint: z.url(),
  token_endpoint: z.url(),
  jwks_uri: z.url(),
});
export const discover = async (entra: RunningEntra, tenant = TENANT): Promise<z.infer<typeof Discovery>> =>
  Discovery.parse(await (await fetch(`${entra.url}/${tenant}/v2.0/.well-known/openid-configuration`)).json());

/** A browser: keeps cookies, does not follow redirects. */
export class EntraBrowser {
  private readonly cookies = new Map<string, string>();

  async ask(url: string | URL, form?: Record<string, string>): Promise<Response> {
    const response = await fetch(url, {
      redirect: 'manual',
      headers: { cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
      ...(form === undefined ? {} : { method: 'POST', body: new URLSearchParams(form) }),
    });
    for (const cookie of response.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';', 1)[0] ?? '').split(/=(.*)/s);
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }

  /** Where an answer sends the browser on to. */
  async follow(url: string | URL, form?: Record<string, string>): Promise<URL> {
    const response = await this.ask(url, form);
    const location = response.headers.get('location');
    if (location === null && response.status === 200) return this.submit(response.url, await response.text());
    if (location === null) throw new Error(`no redirect but ${response.status} ${await response.text()}`);
    return new URL(location, response.url);
  }

  /** A form that sends itself: another person was signed in before, and is signed out on the way. */
  private submit(url: string, page: string): Promise<URL> {
    const [, action] = /<form method="post" action="([^"]+)"/.exec(page) ?? [];
    if (action === undefined || !page.includes('.submit()'))
      throw new Error(`no form that sends itself: ${page}`);
    const fields = [...page.matchAll(/name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ]);
    return this.follow(new URL(action, url), Object.fromEntries(fields));
  }
}

export interface Asking {
  readonly tenant?: string;
  readonly scope?: string;
  readonly more?: Record<string, string>;
}

/** Asks for a code; stops at the page where somebody is chosen, or at the redirect. */
export async function authorize(entra: RunningEntra, browser: EntraBrowser, asking: Asking = {}) {
  const { tenant = TENANT, scope = SCOPE, more = {} } = asking;
  const verifier = randomBytes(32).toString('base64url');
  const { authorization_endpoint: endpoint } = await discover(entra, tenant);
  const query = new URLSearchParams({
    client_id: CLIENT_ID,
    response_type: 'code',
    response_mode: 'fragment',
    redirect_uri: REDIRECT,
    scope,
    state: 'state-of-the-test',
    nonce: 'nonce-of-the-test',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...more,
  });
  return { verifier, next: await browser.follow(`${endpoint}?${query.toString()}`) };
}

/** Chooses somebody on the page; the redirect's fragment comes back. */
export async function choose(browser: EntraBrowser, page: URL, person: string): Promise<URLSearchParams> {
  let next = await browser.follow(page, { person });
  while (next.origin === page.origin) next = await browser.follow(next);
  return new URLSearchParams(next.hash.slice(1));
}

const Tokens = z.object({
  access_token: z.string(),
  id_token: z.string(),
  refresh_token: z.string(),
  scope: z.string(),
});
export type Tokens = z.infer<typeof Tokens>;

/** The token endpoint, as a page of the add-in asks it. */
export async function askForTokens(
  entra: RunningEntra,
  fields: Record<string, string>,
  { tenant = TENANT, origin = ORIGIN } = {},
): Promise<Response> {
  const { token_endpoint: endpoint } = await discover(entra, tenant);
  return fetch(endpoint, {
    method: 'POST',
    headers: { origin },
    body: new URLSearchParams({ client_id: CLIENT_ID, ...fields }),
  });
}

/** The whole way. */
export async function tokensOf(
  entra: RunningEntra,
  person: string,
  asking: Asking = {},
  browser = new EntraBrowser(),
): Promise<Tokens> {
  const { verifier, next } = await authorize(entra, browser, asking);
  const code = (await choose(browser, next, person)).get('code') ?? '';
  const fields = {
    grant_type: 'authorization_code',
    code,
    code_verifier: verifier,
    redirect_uri: REDIRECT,
    scope: asking.scope ?? SCOPE,
  };
  return Tokens.parse(await (await askForTokens(entra, fields, { tenant: asking.tenant ?? TENANT })).json());
}

/** Another key signs from now on. */
export async function rotateKeys(entra: RunningEntra, keepFormer: boolean): Promise<string> {
  const response = await fetch(`${entra.url}/control/rotate-keys`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ keepFormer }),
  });
  return z.object({ kid: z.string() }).parse(await response.json()).kid;
}
