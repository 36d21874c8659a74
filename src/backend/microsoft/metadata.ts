/**
 * Asks a tenant's authority for its signing keys: the discovery document, then the keys that it names. An answer that
 * is late, too long, redirected or not about this tenant is none.
 *
 * Source: Microsoft Learn, identity platform, "Access tokens: validate the signing key issuer"; OpenID Connect
 * Discovery 1.0, section 4.
 */
import * as z from 'zod';
import type { Fetch, Timer } from '../../zoom/http';
import { SigningKey } from './token';

/** For both answers together. */
const PATIENCE_MS = 5000;
/** Entra's documents have a few kilobytes. */
const LIMIT_BYTES = 256 * 1024;

const Discovery = z.object({ issuer: z.string(), jwks_uri: z.url({ protocol: /^https?$/ }) });
const KeyList = z.object({ keys: z.array(z.unknown()).max(200) });
const Published = SigningKey.extend({
  use: z.literal('sig').optional(),
  /** Whose tokens the key may sign, with `{tenantid}` for every tenant. */
  issuer: z.string().optional(),
});

export interface Asking {
  readonly fetch: Fetch;
  readonly timer: Timer;
}

/**
 * The keys that may sign for this issuer at present.
 *
 * @param issuer with its tenant
 * @throws Error saying what was wrong with the answer; whatever `fetch` throws
 */
export async function fetchKeys({ fetch, timer }: Asking, issuer: string): Promise<readonly SigningKey[]> {
  const late = new AbortController();
  const inTime = timer(PATIENCE_MS, () => late.abort(new Error('the authority did not answer in time')));
  try {
    const read = (url: string) => readJson(fetch, url, late.signal);
    const about = Discovery.parse(await read(`${issuer}/.well-known/openid-configuration`));
    if (forTenantOf(issuer, about.issuer) !== issuer)
      throw new Error(`the authority's issuer is ${about.issuer}, not ${issuer}`);
    if (new URL(about.jwks_uri).origin !== new URL(issuer).origin)
      throw new Error(`the authority's keys are elsewhere: ${about.jwks_uri}`);
    const { keys } = KeyList.parse(await read(about.jwks_uri));
    return keys.flatMap((each) => {
      const { success, data } = Published.safeParse(each);
      const fits = success && (data.issuer === undefined || forTenantOf(issuer, data.issuer) === issuer);
      return fits ? [SigningKey.parse(data)] : [];
    });
  } finally {
    inTime();
  }
}

/** What stands for every tenant, for the tenant of this issuer. */
function forTenantOf(issuer: string, template: string): string {
  const tenant = issuer.split('/').at(-2) ?? '';
  return template.replace(/\{tenantid\}/i, tenant);
}

async function readJson(fetch: Fetch, url: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(url, { signal, redirect: 'error', headers: { accept: 'application/json' } });
  if (response.status !== 200) throw new Error(`the authority answered ${response.status}`);
  if (response.body === null) throw new Error('the authority answered nothing');
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return JSON.parse(text + decoder.decode());
    size += value.byteLength;
    if (size > LIMIT_BYTES) {
      await reader.cancel();
      throw new Error('the authority’s answer is too long');
    }
    text += decoder.decode(value, { stream: true });
  }
}
