/**
 * Microsoft's library for signing in (MSAL), the one place that imports it: a chunk of its own, fetched when somebody
 * signs in with Microsoft.
 *
 * Two ways to a token: the host's own, by nested app authentication, and a window that goes to Entra and back. Nothing
 * is kept: with a bridge tokens stay in memory; the window needs its session storage, to find again what it began, and
 * empties it when it has its token.
 *
 * MSAL's usual protocol mode serves Entra and any OpenID Connect authority alike, as long as the authority is named as
 * known: then MSAL neither asks Microsoft who that is nor expects what only Entra answers. Its mode `OIDC` would as
 * well, but Microsoft does not support that one for its own authorities.
 */
import {
  BrowserCacheLocation,
  createNestablePublicClientApplication,
  PublicClientApplication,
  type Configuration,
  type IPublicClientApplication,
} from '@azure/msal-browser';
import type { MicrosoftApplication } from '../../api/microsoftClient';

const authOf = ({ clientId, authority }: MicrosoftApplication): Configuration['auth'] => ({
  clientId,
  authority,
  knownAuthorities: [new URL(authority).host],
});

/** The host's own way. */
export interface Nested {
  /** Without asking the person. @param fresh not the token that the host has kept */
  silent(fresh: boolean): Promise<string>;
  /** In a window of the host's. */
  withPerson(): Promise<string>;
}

/** Undefined where the host has no bridge, whatever it claims. */
export async function nested(application: MicrosoftApplication): Promise<Nested | undefined> {
  let client: IPublicClientApplication | undefined;
  const configuration: Configuration = {
    auth: authOf(application),
    cache: { cacheLocation: BrowserCacheLocation.MemoryStorage },
  };
  await createNestablePublicClientApplication(configuration, undefined, (given, controller) => {
    // Called with the bridge's controller only; without a bridge MSAL would open windows of its own.
    client = new PublicClientApplication(given, controller);
    return client;
  });
  const bridged = client;
  if (!bridged) return undefined;
  const scopes = [application.scope];
  return {
    silent: async (fresh) =>
      (await bridged.acquireTokenSilent({ scopes, ...(fresh ? { forceRefresh: true } : {}) })).accessToken,
    withPerson: async () => (await bridged.acquireTokenPopup({ scopes })).accessToken,
  };
}

/**
 * In the window: goes to Entra, or reads what it comes back with.
 *
 * @param page address that Entra sends the window back to: this very page, as it is registered
 * @param chooses asks whose account it is although only one is signed in
 * @returns the access token; undefined when the page is on its way to Entra
 */
export async function throughRedirect(
  application: MicrosoftApplication,
  page: string,
  chooses: boolean,
): Promise<string | undefined> {
  const client = new PublicClientApplication({
    auth: { ...authOf(application), redirectUri: page },
    cache: { cacheLocation: BrowserCacheLocation.SessionStorage },
  });
  await client.initialize();
  // Without an answer this forgets a sign-in that was begun in this window and left.
  const result = await client.handleRedirectPromise({ navigateToLoginRequestUrl: false });
  if (result) {
    await client.clearCache();
    return result.accessToken;
  }
  await client.acquireTokenRedirect({
    scopes: [application.scope],
    ...(chooses ? { prompt: 'select_account' } : {}),
  });
  return undefined;
}
