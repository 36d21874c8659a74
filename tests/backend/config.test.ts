/** The settings: real Zoom needs three of them, and every mistake is named by its variable. */
import { readFile } from 'node:fs/promises';
import { ConfigError, readConfig } from '../../src/backend/config';

const enough = {
  ZOOM_CLIENT_ID: 'id',
  ZOOM_CLIENT_SECRET: 'secret',
  BASE_URL: 'https://meetings.example.test/',
};

const complaintOf = (environment: Record<string, string>): string => {
  try {
    readConfig(environment);
    return '';
  } catch (error) {
    if (error instanceof ConfigError) return error.message;
    throw error;
  }
};

it('needs the app’s credentials and the address for real Zoom, and nothing else', () => {
  expect(readConfig(enough)).toMatchObject({
    zoom: {
      clientId: 'id',
      clientSecret: 'secret',
      apiUrl: 'https://api.zoom.us/v2',
      oauthUrl: 'https://zoom.us/oauth',
    },
    baseUrl: 'https://meetings.example.test',
    port: 8443,
    production: false,
  });
});

it('names everything that is missing at once', () => {
  expect(complaintOf({})).toBe(
    'ZOOM_CLIENT_ID is missing: the client ID of your Zoom app.\n' +
      'ZOOM_CLIENT_SECRET is missing: the client secret of your Zoom app.',
  );
});

it('takes an empty variable as absent', () => {
  expect(readConfig({ ...enough, DATABASE_URL: '', PORT: '', TLS_KEY: '' })).toMatchObject({
    databaseUrl: undefined,
    port: 8443,
    tls: undefined,
  });
});

it.each([
  ['PORT', 'many', /^PORT must be a number/],
  ['PORT', '70000', /^PORT /],
  ['BASE_URL', 'meetings.example.test', /^BASE_URL must be an http or https address/],
  ['BASE_URL', 'ftp://meetings.example.test', /^BASE_URL must be an http or https address/],
  ['BASE_URL', 'https://www.example.test/outlook', /^BASE_URL must be an origin/],
  ['BASE_URL', 'https://meetings.example.test/?a=b', /^BASE_URL must be an origin/],
  ['BASE_URL', 'https://someone:hunter2@meetings.example.test', /^BASE_URL must be an origin(?!.*hunter2)/],
  ['ZOOM_API_URL', 'javascript:alert(1)', /^ZOOM_API_URL must be/],
  ['DATABASE_URL', 'mysql://x/y', /^DATABASE_URL must begin with postgres/],
  ['ENTRA_CLIENT_ID', 'my-app', /^ENTRA_CLIENT_ID must be an id such as/],
  ['ENTRA_AUTHORITY', 'http://login.example.test', /^ENTRA_AUTHORITY must be an https address/],
  ['ENTRA_AUTHORITY', 'https://login.example.test/common', /^ENTRA_AUTHORITY must be an origin/],
  ['ENTRA_SIGN_IN_TENANT', 'common', /^ENTRA_SIGN_IN_TENANT /],
  ['TRUST_PROXY', 'perhaps', /^TRUST_PROXY must be true or false/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL must be a level/],
  ['EXTRA_STATIC', 'sandbox=folder', /^EXTRA_STATIC must hold pairs/],
  ['TLS_KEY', 'key.pem', /^TLS_CERT is missing: TLS_KEY and TLS_CERT belong together/],
])('says what is wrong with %s=%s', (name, value, complaint) => {
  expect(complaintOf({ ...enough, [name]: value })).toMatch(complaint);
});

it('wants a key and an address of its own in production', () => {
  const { BASE_URL: _, ...credentials } = enough;
  expect(complaintOf({ ...credentials, NODE_ENV: 'production' })).toMatch(
    /SECRETS_KEY is missing[^]*BASE_URL is missing/,
  );
});

it('serves the pages from where the build puts them, unless told otherwise', () => {
  expect(readConfig(enough).webDir).toBe('build/web');
  expect(readConfig({ ...enough, WEB_DIR: '/srv/pages' }).webDir).toBe('/srv/pages');
});

it('reads further folders and frame ancestors as lists', () => {
  expect(
    readConfig({
      ...enough,
      EXTRA_STATIC: '/sandbox/=build/web-sandbox, /sandbox/office-js/=node_modules/x=y/dist',
      FRAME_ANCESTORS: 'https://localhost:3000,https://localhost:3001',
    }),
  ).toMatchObject({
    extraStatic: [
      { prefix: '/sandbox/', directory: 'build/web-sandbox' },
      { prefix: '/sandbox/office-js/', directory: 'node_modules/x=y/dist' },
    ],
    frameAncestors: ['https://localhost:3000', 'https://localhost:3001'],
  });
});

it('is described, variable by variable, in .env.example', async () => {
  const source = await readFile('src/backend/config.ts', 'utf8');
  const example = await readFile('.env.example', 'utf8');
  const known = [...source.matchAll(/^ {4}([A-Z_]+): /gm)].map(([, name]) => name ?? '');
  const described = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name ?? '');
  expect(known.length).toBeGreaterThan(15);
  expect(described.filter((name) => name !== 'NODE_EXTRA_CA_CERTS').sort()).toEqual(known.sort());
});

describe('signing in with Microsoft', () => {
  const application = '6d0b7c1e-3c5f-4f0e-9a51-2f6a1d9e7b10';
  const [first, second] = ['0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f21', '0f5e2b9a-8c44-4a7e-b1d3-7a6c5e4d3f22'];
  const entra = { ENTRA_CLIENT_ID: application, ENTRA_TENANTS: first };

  it('is off unless it is set up', () => {
    expect(readConfig(enough).microsoft).toBeUndefined();
    expect(readConfig({ ...enough, ENTRA_CLIENT_ID: '', ENTRA_TENANTS: '' }).microsoft).toBeUndefined();
  });

  it('needs the application and a tenant, and asks Microsoft’s usual authority', () => {
    expect(readConfig({ ...enough, ...entra }).microsoft).toEqual({
      clientId: application,
      authority: 'https://login.microsoftonline.com',
      tenants: [first],
      signInTenant: first,
    });
  });

  it('takes several tenants in any spelling; the first is asked unless another one is named', () => {
    const several = { ...enough, ...entra, ENTRA_TENANTS: `${first.toUpperCase()}, ${second} ${first}` };
    expect(readConfig(several).microsoft).toMatchObject({ tenants: [first, second], signInTenant: first });
    const named = (tenant: string) => readConfig({ ...several, ENTRA_SIGN_IN_TENANT: tenant }).microsoft;
    expect(named(second)?.signInTenant).toBe(second);
    expect(named('organizations')?.signInTenant).toBe('organizations');
  });

  it('asks a national cloud', () => {
    const cloud = { ...enough, ...entra, ENTRA_AUTHORITY: 'https://login.microsoftonline.us/' };
    expect(readConfig(cloud).microsoft?.authority).toBe('https://login.microsoftonline.us');
  });

  it.each([
    ['no tenant', { ENTRA_CLIENT_ID: application }, /^ENTRA_TENANTS is missing: the ids of the tenants/],
    ['no application', { ENTRA_TENANTS: first }, /^ENTRA_CLIENT_ID is missing: the client ID/],
    ['everybody', { ...entra, ENTRA_TENANTS: 'common' }, /^ENTRA_TENANTS must hold the ids .* not "common"/],
    ['a domain', { ...entra, ENTRA_TENANTS: `${first},example.test` }, /not "example.test"/],
    [
      'a tenant that may not sign in',
      { ...entra, ENTRA_SIGN_IN_TENANT: second },
      /^ENTRA_SIGN_IN_TENANT must be one/,
    ],
  ])('refuses %s', (_what, environment, complaint) => {
    expect(complaintOf({ ...enough, ...environment })).toMatch(complaint);
  });
});
