/**
 * The headers that protect the add-in's pages. Outlook shows them in a frame and loads its library into them, so
 * the usual strictness has exceptions, each with its reason.
 */
import helmet, { type FastifyHelmetOptions } from '@fastify/helmet';
import type { TypedApp } from './typedApp';

/** Office.js, and the helper library that it loads. */
const OFFICE_SCRIPTS = ['https://appsforoffice.microsoft.com', 'https://ajax.aspnetcdn.com'];

/** Where Outlook shows add-ins: on the web and in the new Windows client, for work and private accounts. */
const OUTLOOK_HOSTS = [
  'https://outlook.office.com',
  'https://outlook.office365.com',
  'https://outlook.live.com',
  'https://outlook.cloud.microsoft',
  'https://*.office.com',
  'https://*.office365.com',
  'https://*.outlook.com',
  'https://*.officeapps.live.com',
];

/** The page that fetches tokens from Microsoft, in a window of its own. */
const MICROSOFT_PAGE = /^\/(sandbox\/)?microsoft\.html(\?|$)/;

const HTTPS_ONLY_SECONDS = 31_536_000;

/**
 * The pages that Outlook shows, in a frame as it likes, and that load its library; and the dialog's way to Zoom and
 * back, on which it must not lose its opener. Every other page, that of the administrators before all, is shown by
 * nobody else: a page around it could have them press what they do not see. Named are those that may, so that no other way of writing an address opens one that may not.
 */
const OUTLOOK_PAGE = /^\/(?:auth\/|(?:sandbox\/)?(?:taskpane|dialog|commands|microsoft)\.html(?:\?|$))/;

export interface SecurityHeaderOptions {
  /** Origins beside Outlook's that may frame the pages. */
  readonly frameAncestors: readonly string[];
  /** Whether browsers may be told to insist on HTTPS for this host. */
  readonly publicHttps: boolean;
  /** Origin of Microsoft's sign-in, where that is set up. */
  readonly microsoftAuthority?: string | undefined;
}

export async function registerSecurityHeaders(app: TypedApp, options: SecurityHeaderOptions): Promise<void> {
  const inOutlook = helmetOptions(options);
  const alone = aloneOptions(options);
  await app.register(helmet, { global: false, ...alone });
  const ofInterface = interfaceHeaders(options);
  // Helmet works its headers out anew for each answer: too dear for the many small ones of the interface.
  app.addHook('onRequest', (request, reply, done) => {
    if (request.url.startsWith('/api/')) reply.headers(ofInterface);
    else reply.helmet(OUTLOOK_PAGE.test(request.url) ? inOutlook : alone);
    done();
  });
}

/** JSON is no page: whoever opens it as one gets nothing that runs, is framed or tells where it came from. */
const interfaceHeaders = ({ publicHttps }: SecurityHeaderOptions): Record<string, string> => ({
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-resource-policy': 'same-origin',
  ...(publicHttps ? { 'strict-transport-security': `max-age=${HTTPS_ONLY_SECONDS}` } : {}),
});

/** What holds for every page: everything from ourselves, nothing inline but styles. */
const ownDirectives = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  // Griffel, Fluent's style engine, writes style elements.
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
};

/** Of pages that stand in a window of their own. */
const aloneOptions = (options: SecurityHeaderOptions): FastifyHelmetOptions => ({
  ...helmetOptions(options),
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { ...ownDirectives, frameSrc: ["'none'"], frameAncestors: ["'none'"] },
  },
  // For browsers of before `frame-ancestors`.
  xFrameOptions: { action: 'deny' },
  crossOriginOpenerPolicy: { policy: 'same-origin' },
});

function helmetOptions({ frameAncestors, publicHttps, microsoftAuthority }: SecurityHeaderOptions) {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        ...ownDirectives,
        scriptSrc: ["'self'", ...OFFICE_SCRIPTS],
        connectSrc: [
          ({ url }) =>
            microsoftAuthority !== undefined && MICROSOFT_PAGE.test(url ?? '')
              ? `'self' ${microsoftAuthority}`
              : "'self'",
        ],
        frameAncestors: ["'self'", ...OUTLOOK_HOSTS, ...frameAncestors],
      },
    },
    // The older header knows no list of hosts; `frame-ancestors` says it.
    xFrameOptions: false,
    // Would cut the sign-in dialog off from the pane that opened it.
    crossOriginOpenerPolicy: false,
    crossOriginEmbedderPolicy: false,
    // Outlook shows our icons in its own pages.
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
    // On localhost it would bind every other program's port as well.
    strictTransportSecurity: publicHttps && { maxAge: HTTPS_ONLY_SECONDS, includeSubDomains: false },
  } satisfies FastifyHelmetOptions;
}
