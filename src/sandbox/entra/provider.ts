/**
 * One tenant of the stand-in: `oidc-provider`, set up so that its tokens look like those of Entra, version 2.0, for
 * one application that is pane and interface alike.
 *
 * Source of the claims: Microsoft Learn, identity platform, "Access token claims reference".
 */
import { randomUUID } from 'node:crypto';
import { interactionPolicy, Provider, type AdapterFactory, type Configuration } from 'oidc-provider';
import type { PrivateKey } from './keys';
import { messagePage } from './pages';
import { objectIdOf, personOf, type EntraPerson } from './people';

export const PERMISSION = 'access_as_user';

export interface TenantOptions {
  readonly tenant: string;
  /** `<base>/<tenant>/v2.0` */
  readonly issuer: string;
  readonly clientId: string;
  /** Origins whose pages may sign in and fetch tokens. */
  readonly origins: readonly [string, ...string[]];
  /** The first one signs. */
  readonly keys: readonly PrivateKey[];
  readonly cookieKey: string;
  readonly adapter: AdapterFactory;
  readonly accessTokenSeconds: number;
}

const DAY_SECONDS = 24 * 3600;

export function createTenant(options: TenantOptions): Provider {
  const provider: Provider = new Provider(
    options.issuer,
    configurationOf(options, () => provider),
  );
  // Any page of ours: Entra compares the whole address with a list, which a sandbox would only trip over.
  provider.Client.prototype.redirectUriAllowed = (uri: string) =>
    options.origins.some((origin) => URL.canParse(uri) && new URL(uri).origin === origin);
  return provider;
}

function configurationOf(options: TenantOptions, provider: () => Provider): Configuration {
  const { clientId, origins } = options;
  const resource = `api://${clientId}`;
  return {
    adapter: options.adapter,
    clients: [
      {
        client_id: clientId,
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${origins[0]}/`],
      },
    ],
    jwks: { keys: options.keys.map((key) => ({ ...key })) },
    cookies: { keys: [options.cookieKey] },
    clientBasedCORS: (_context, origin) => origins.includes(origin),
    pkce: { methods: ['S256'], required: () => true },
    responseTypes: ['code'],
    scopes: ['openid', 'profile', 'email', 'offline_access'],
    claims: { openid: ['sub', 'oid', 'tid', 'ver', 'name', 'preferred_username'] },
    conformIdTokenClaims: false,
    findAccount: (_context, accountId) => {
      const person = personOf(accountId);
      return (
        person && {
          accountId,
          claims: () => ({ sub: accountId, ver: '2.0', ...claimsOf(person, options.tenant) }),
        }
      );
    },
    // Whoever signs in has agreed; Entra's administrators do so for everybody.
    async loadExistingGrant({ oidc: { client, session, params } }) {
      if (client === undefined || session?.accountId === undefined) return undefined;
      // The provider wants a page of consent for it and dropped it; Entra does not, and MSAL names it when it renews.
      if (params !== undefined) params['scope'] = `${String(params['scope'])} offline_access`;
      const { Grant } = provider();
      const grant = new Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid profile email offline_access');
      grant.addResourceScope(resource, `${resource}/${PERMISSION}`);
      await grant.save();
      return grant;
    },
    issueRefreshToken: () => true,
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => ({
          scope: `${resource}/${PERMISSION}`,
          audience: clientId,
          accessTokenFormat: 'jwt',
          accessTokenTTL: options.accessTokenSeconds,
          jwt: { sign: { alg: 'RS256', kid: options.keys[0]?.kid } },
        }),
      },
    },
    formats: {
      customizers: {
        jwt: (_context, token, parts) => {
          const person = 'accountId' in token ? personOf(String(token.accountId)) : undefined;
          const { iss, iat, exp, sub, scope } = parts.payload;
          parts.header = { typ: 'JWT' };
          parts.payload = {
            aud: clientId,
            iss: iss ?? '',
            iat: iat ?? 0,
            nbf: iat ?? 0,
            exp: exp ?? 0,
            azp: clientId,
            azpacr: '0',
            sub: sub ?? '',
            ...(person === undefined ? {} : claimsOf(person, options.tenant)),
            // The permission's own name, without the resource before it.
            ...(typeof scope === 'string' ? { scp: scope.replaceAll(`${resource}/`, '') } : {}),
            uti: randomUUID(),
            ver: '2.0',
          };
          return parts;
        },
      },
    },
    renderError(context, { error, error_description: why }) {
      context.type = 'html';
      context.body = messagePage('This did not work', `${why ?? error} (${error})`);
    },
    interactions: {
      policy: askingEveryTime(),
      url: (_context, { uid }) => `/sign-in/${options.tenant}/${uid}`,
    },
    ttl: {
      AccessToken: options.accessTokenSeconds,
      AuthorizationCode: 60,
      IdToken: 3600,
      Interaction: 3600,
      Session: DAY_SECONDS,
      Grant: DAY_SECONDS,
      RefreshToken: DAY_SECONDS,
    },
  };
}

const claimsOf = (person: EntraPerson, tenant: string) => ({
  oid: objectIdOf(person, tenant),
  tid: tenant,
  name: person.name,
  preferred_username: person.userName,
});

/** Somebody who tries things out wants to be another person each time; only `prompt=none` goes by who is signed in. */
function askingEveryTime() {
  const { base, Check, Prompt } = interactionPolicy;
  const policy = base();
  policy.add(new Prompt({ name: 'select_account', requestable: true }), 0);
  policy
    .get('login')
    ?.checks.add(
      new Check(
        'choose_person',
        'nobody was chosen',
        ({ oidc }) => oidc.result?.login === undefined && !oidc.prompts.has('none'),
      ),
    );
  return policy;
}
