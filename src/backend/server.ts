/**
 * Puts the backend together: database, secrets and Zoom in, a Fastify server out. Knows no environment and opens no
 * port: `main.ts` does, and tests inject their requests.
 */
import { randomUUID } from 'node:crypto';
import { createServer as createHttp } from 'node:http';
import { createServer as createHttps } from 'node:https';
import Fastify, { type FastifyBaseLogger } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Member } from '../api/backend';
import type { Fetch, Sleep, Timer } from '../zoom/http';
import { createZoomOAuth } from '../zoom/oauth';
import { requireSession } from './caller';
import type { StaticFolder } from './config';
import { appointmentRows } from './database/appointments';
import { madeMeetingRows } from './database/madeMeetings';
import { memberSettingsRows } from './database/memberSettings';
import { findMember, namesOf, saveMember } from './database/members';
import { microsoftTies } from './database/microsoftTies';
import type { OpenDatabase } from './database/open';
import { sessionRows } from './database/sessions';
import { signInRows } from './database/signIns';
import { zoomTokenRows } from './database/zoomTokens';
import { registerErrors } from './errors';
import { registerHealth } from './health';
import { registerMe } from './me';
import type { MemberKey } from './member';
import { createMemberOptions } from './memberOptions';
import { registerCostly, registerMeetings } from './meetingRoutes';
import { createMeetings } from './meetings';
import type { MicrosoftApplication } from './microsoft/application';
import { createMicrosoftRoom, microsoftIdentities } from './microsoft/index';
import { registerMicrosoftSignIn, registerMicrosoftTie } from './microsoft/routes';
import { registerOpenApi } from './openApi';
import { createPolicyRoom } from './policy/index';
import { systemEvery, type Every } from './policy/streams';
import { zoomPeopleBy, type ZoomPeople } from './policy/zoomPeople';
import { defaultRateLimits, limitFailures, limitRequests, type RateLimits } from './rateLimits';
import { RequestLog } from './requestLog';
import type { Secrets } from './secrets';
import { registerSecurityHeaders } from './securityHeaders';
import { registerSessions } from './sessionRoutes';
import { createSessions } from './sessions';
import { createSignIn } from './signIn/flow';
import { registerSignIn } from './signIn/routes';
import { registerStaticFiles } from './staticFiles';
import type { TypedApp } from './typedApp';
import { zoomClients } from './zoomClients';
import { createTokenKeeper } from './zoomTokens';

/** A meeting request is a few hundred bytes. */
const BODY_LIMIT_BYTES = 64 * 1024;
/** A making that nobody came back to for so long is forgotten. */
const PENDING_LIFE_MS = 30 * 24 * 3_600_000;
/** Zoom keeps deleted meetings for 30 days; afterwards nobody brings one back. */
const REMOVED_LIFE_MS = 60 * 24 * 3_600_000;

export interface BackendDependencies {
  readonly open: OpenDatabase;
  readonly secrets: Secrets;
  readonly zoom: {
    readonly clientId: string;
    readonly clientSecret: string;
    readonly apiUrl: string;
    readonly oauthUrl: string;
  };
  /** Absent: signing in with Microsoft is not set up. */
  readonly microsoft?: MicrosoftApplication | undefined;
  /** Public address of this service without a slash at its end; asked when it is needed, after the port is known. */
  readonly baseUrl: () => string;
  /** Whether that address is a public one over HTTPS. */
  readonly publicHttps: boolean;
  readonly logger: FastifyBaseLogger;
  readonly version: string;
  readonly fetch: Fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly sleep: Sleep;
  /** PEM texts; absent: plain HTTP. */
  readonly tls?: { readonly key: string; readonly cert: string } | undefined;
  readonly trustProxy?: boolean;
  readonly webDir?: string | undefined;
  readonly extraStatic?: readonly StaticFolder[];
  readonly frameAncestors?: readonly string[];
  readonly rateLimits?: RateLimits;
  /** Ends calls to Zoom that take too long; the machine's unless given. */
  readonly timer?: Timer;
  /** How an account's people are read from Zoom; by its REST API unless given. */
  readonly zoomPeople?: (admin: MemberKey) => ZoomPeople;
  /** Beats for open streams; the machine's unless given. */
  readonly every?: Every;
}

export interface Backend {
  readonly app: TypedApp;
  /** Removes what has ended: sessions, sign-ins, makings. To be called now and then. */
  tidy(): Promise<void>;
}

export async function buildServer(deps: BackendDependencies): Promise<Backend> {
  const { open, secrets, now, sleep, logger } = deps;
  const { database } = open;
  const tokenRows = zoomTokenRows(database);
  const madeRows = madeMeetingRows(database);
  if (open.exclusive) await Promise.all([tokenRows.releaseAll(), madeRows.releaseAll()]);

  const outward = {
    fetch: deps.fetch,
    now,
    sleep,
    ...(deps.timer === undefined ? {} : { timer: deps.timer }),
  };
  const clients = zoomClients({ apiUrl: deps.zoom.apiUrl, ...outward });
  const oauth = createZoomOAuth({
    oauthUrl: deps.zoom.oauthUrl,
    clientId: deps.zoom.clientId,
    clientSecret: deps.zoom.clientSecret,
    ...outward,
  });
  const keeper = createTokenKeeper({
    rows: tokenRows,
    secrets,
    oauth,
    now,
    sleep,
    onRevokeFailed: (err) => logger.warn({ err }, 'Zoom could not be told that a sign-in ended'),
  });
  const zoomFor = (member: MemberKey) => clients.of(member, keeper.source(member));
  const find = (key: MemberKey) => findMember(database, key);
  const save = (member: Member) => saveMember(database, member, new Date(now()));
  const sessions = createSessions({ rows: sessionRows(database), now });
  const policy = createPolicyRoom({
    open,
    sessions,
    now,
    every: deps.every ?? systemEvery,
    zoomPeople: deps.zoomPeople ?? ((admin) => zoomPeopleBy(zoomFor(admin))),
    onError: (err) => logger.warn({ err }, 'changes of the policy could not be told'),
  });
  const saveUser = async (member: Member, zoomRoleId: string) => {
    await save(member);
    await policy.savePerson(member, zoomRoleId);
  };
  const memberOptions = createMemberOptions({
    rows: memberSettingsRows(database),
    policies: policy.forMeetings,
    saveUser,
    scopesOf: (member) => keeper.scopes(member),
    now,
  });
  const meetings = createMeetings({
    rows: madeRows,
    appointments: appointmentRows(database),
    memberOptions,
    secrets,
    now,
    sleep,
  });
  const microsoft = createMicrosoftRoom({
    setUp: deps.microsoft && {
      application: deps.microsoft,
      identities: microsoftIdentities(deps.microsoft, {
        ...outward,
        onFailed: (err) => logger.warn({ err }, 'Microsoft’s signing keys could not be read'),
      }),
    },
    ties: microsoftTies(database),
    sessions,
    keeper,
    findMember: find,
    now,
  });
  const returnPaths = returnPathsFor(deps.extraStatic ?? []);
  const flow = createSignIn({
    rows: signInRows(database),
    saveUser,
    findMember: find,
    sessions,
    keeper,
    secrets,
    oauth,
    zoomClient: (token) => clients.anonymous(token),
    redirectUri: () => `${deps.baseUrl()}/auth/zoom/callback`,
    defaultReturnPath: returnPaths[0],
    now,
  });

  const app = createApp(deps);
  registerErrors(app);
  await registerSecurityHeaders(app, {
    frameAncestors: deps.frameAncestors ?? [],
    publicHttps: deps.publicHttps,
    microsoftAuthority: deps.microsoft?.authority,
  });
  await registerOpenApi(app, deps.version);
  const limits = deps.rateLimits ?? defaultRateLimits;

  registerHealth(app, {
    version: deps.version,
    databaseHealthy: () => open.healthy(),
    zoomApiUrl: deps.zoom.apiUrl,
  });
  await app.register(async (scope: TypedApp) => {
    await limitRequests(scope, 'address', limits.perAddress);
    registerSignIn(scope, { flow, returnPaths });
    registerMicrosoftSignIn(scope, microsoft, limitFailures(scope, limits.failuresPerAddress));
  });
  await app.register(async (scope: TypedApp) => {
    await limitRequests(scope, 'session', limits.perSession);
    requireSession(scope, sessions, limitFailures(scope, limits.failuresPerAddress));
    registerSessions(scope, { sessions, keeper, renewals: limits.renewalsPerMember });
    registerMe(scope, { zoomFor, memberOptions });
    registerMicrosoftTie(scope, microsoft);
    registerMeetings(scope, { meetings, zoomFor });
    policy.registerForMembers(scope);
    await scope.register(async (admins: TypedApp) => policy.registerForAdmins(admins));
  });
  await app.register(async (scope: TypedApp) => {
    await limitRequests(scope, 'session', limits.costlyPerSession);
    requireSession(scope, sessions, limitFailures(scope, limits.failuresPerAddress));
    registerCostly(scope, {
      meetings,
      zoomFor,
      namesOf:
        ({ accountId }) =>
        (userIds) =>
          namesOf(database, accountId, userIds),
      mayScheduleForOthers: async (member) => (await policy.forMeetings.of(member)).scheduleForOthers,
    });
    await scope.register(async (admins: TypedApp) => policy.registerCostlyForAdmins(admins));
  });
  // Before the server waits for its connections, which streams would keep open.
  app.addHook('preClose', () => policy.end());
  await registerStaticFiles(app, [
    ...(deps.webDir === undefined ? [] : [{ prefix: '/', directory: deps.webDir }]),
    ...(deps.extraStatic ?? []),
  ]);

  return {
    app,
    tidy: async () => {
      const ago = (milliseconds: number) => new Date(now() - milliseconds);
      await Promise.all([
        sessions.purge(),
        flow.purge(),
        madeRows.purge(ago(PENDING_LIFE_MS), ago(REMOVED_LIFE_MS)),
      ]);
    },
  };
}

function createApp({ tls, logger, trustProxy }: BackendDependencies): TypedApp {
  const app = Fastify({
    loggerInstance: logger,
    logController: new RequestLog(logger),
    trustProxy: trustProxy === true ? onlyNearest : false,
    bodyLimit: BODY_LIMIT_BYTES,
    // Ours, never the caller's: it names the request in the log.
    genReqId: () => randomUUID(),
    requestIdHeader: false,
    serverFactory: (handler) => (tls === undefined ? createHttp(handler) : createHttps({ ...tls }, handler)),
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  // A form or plain text can be sent by any page without asking; JSON cannot.
  app.removeContentTypeParser('text/plain');
  app.addHook('onSend', (request, reply, _payload, done) => {
    reply.header('x-request-id', request.id);
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
    done();
  });
  return app;
}

/** Whatever stands before the proxy's own entry in `X-Forwarded-For` is what the caller made up. */
const onlyNearest = (_address: string, hop: number): boolean => hop === 0;

/** Where a sign-in may come back to; the sandbox's page only where the sandbox is served. */
function returnPathsFor(extraStatic: readonly StaticFolder[]): readonly [string, ...string[]] {
  const sandbox = extraStatic.some(({ prefix }) => prefix === '/sandbox/');
  return ['/dialog.html', '/admin.html', ...(sandbox ? ['/sandbox/dialog.html'] : [])];
}
