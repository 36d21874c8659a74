/**
 * Starts the sandbox: backend and the stand-ins for Zoom, Outlook and Microsoft Entra ID, each a process of its own,
 * and stops them together.
 *
 * Written for programs: it prints one JSON line an event on stdout (`LaunchEvent`); `tools/start.mjs` turns them
 * into sentences, the browser tests read them as they are. What the processes log goes to files under `DATA_DIR/logs`.
 * One sandbox at a time may run from a data folder.
 * Environment: DATA_DIR, TLS_KEY, TLS_CERT, TLS_CA (files), PORT_BASE (backend there, Outlook, Zoom and Entra after it;
 * 0 = any free ports), PAGES_DIR (where the add-in's pages were built, `build` unless said otherwise), plus whatever the processes themselves read.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { createInterface } from 'node:readline';
import * as z from 'zod';
import { ENTRA_AUTHORITY } from '../backend/config';
import { DamagedDataError, forPeople } from '../backend/database/damaged';
import { FolderInUseError, lockFolder, type LockUse } from '../backend/database/folderLock';
import { parseJson } from '../domain/json';
import { causeOf } from './cause';
import { SANDBOX_CLIENT_ID, SANDBOX_TENANT } from './entra/config';

const Environment = z.object({
  DATA_DIR: z.string().min(1),
  TLS_KEY: z.string().min(1),
  TLS_CERT: z.string().min(1),
  TLS_CA: z.string().min(1),
  PAGES_DIR: z.string().min(1).default(path.resolve(__dirname, '..')),
  PORT_BASE: z.coerce.number('must be a number').int().min(0).max(65_000).default(3000),
});

const Ready = z.object({ ready: z.string(), url: z.url() });

type Part = 'sandbox-zoom' | 'sandbox-entra' | 'backend' | 'sandbox-outlook';

/** What is printed, one JSON object a line. */
export type LaunchEvent =
  | { event: 'starting'; part: Part }
  | { event: 'ready'; part: Part; url: string; pid: number }
  /** `entra`: the authority of signing in with Microsoft; null where that is not set up. */
  | { event: 'all-ready'; addIn: string; outlook: string; zoom: string; entra: string | null }
  /** A process ended by itself; `reason` is the end of a sentence that begins with its name. */
  | { event: 'failed'; part: Part; reason: string; portBusy: boolean; log: string }
  /** Nothing was started; `reason` says why and what to do. */
  | { event: 'refused'; reason: string }
  | { event: 'stopped' };

const STOP_WITHIN_MS = 8000;
const processesFolder = __dirname;
const projectFolder = path.resolve(processesFolder, '..', '..');
const say = (event: LaunchEvent) => process.stdout.write(`${JSON.stringify(event)}\n`);

/** Four ports: the given one and its successors, or any four that are free. */
async function choosePorts(base: number): Promise<readonly [number, number, number, number]> {
  if (base !== 0) return [base, base + 1, base + 2, base + 3];
  const holders = await Promise.all(
    [0, 1, 2, 3].map(
      () =>
        new Promise<{ port: number; release: () => Promise<void> }>((resolve, reject) => {
          const server = createServer();
          server.once('error', reject);
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            const port = typeof address === 'object' && address ? address.port : 0;
            resolve({ port, release: () => new Promise((done) => server.close(() => done())) });
          });
        }),
    ),
  );
  await Promise.all(holders.map((holder) => holder.release()));
  const [a = 0, b = 0, c = 0, d = 0] = holders.map((holder) => holder.port);
  return [a, b, c, d];
}

/** The lock ends with this process, however that ends, and keeps a second one off the data and the logs. */
const sandboxes: LockUse = {
  name: 'sandbox',
  refusal: (folder, holder) =>
    `The sandbox already runs from this folder: ${forPeople(folder)} is in use by ${holder}. End it first, or ` +
    'choose another folder and other ports: DATA_DIR=.data/second PORT_BASE=4000 npm start',
};

class Sandbox {
  private readonly running = new Map<Part, ChildProcess>();
  private stopping: Promise<void> | undefined;

  constructor(private readonly logs: string) {}

  /** Starts one process and waits until it says that it is ready. */
  start(part: Part, environment: Record<string, string>): Promise<string> {
    say({ event: 'starting', part });
    const log = path.join(this.logs, `${part}.log`);
    const logFile = createWriteStream(log, { flags: 'w' });
    const child = spawn(
      process.execPath,
      ['--enable-source-maps', path.join(processesFolder, `${part}.js`)],
      {
        cwd: projectFolder,
        env: { ...process.env, ...environment },
        stdio: ['ignore', 'pipe', 'pipe'],
        // A Ctrl+C in the terminal reaches this process alone, which then stops the others in order.
        detached: process.platform !== 'win32',
      },
    );
    this.running.set(part, child);
    child.stderr.pipe(logFile, { end: false });
    return new Promise((resolve, reject) => {
      createInterface({ input: child.stdout }).on('line', (line) => {
        const parsed = Ready.safeParse(parseJson(line));
        if (!parsed.success) return void logFile.write(`${line}\n`);
        say({ event: 'ready', part, url: parsed.data.url, pid: child.pid ?? 0 });
        resolve(parsed.data.url);
      });
      child.once('exit', () => this.running.delete(part));
      // Later than its exit: now all that it wrote has arrived.
      child.once('close', (code, signal) => {
        logFile.end(() => {
          if (this.stopping) return;
          const { predicate, portBusy } = causeOf({ code, signal, log: readFileSync(log, 'utf8') });
          say({ event: 'failed', part, reason: predicate, portBusy, log });
          reject(new Error(`${part} ended`));
          void this.stop(1);
        });
      });
    });
  }

  /** Ends every process that this one started, then this one. */
  stop(exitCode: number): Promise<void> {
    this.stopping ??= (async () => {
      const children = [...this.running.values()];
      await Promise.all(
        children.map(
          (child) =>
            new Promise<void>((resolve) => {
              const force = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
              child.once('exit', () => {
                clearTimeout(force);
                resolve();
              });
              child.kill('SIGTERM');
            }),
        ),
      );
      say({ event: 'stopped' });
      process.exitCode = exitCode;
      setImmediate(() => process.exit());
    })();
    return this.stopping;
  }
}

async function main(): Promise<void> {
  const env = Environment.parse(process.env);
  const logs = path.join(env.DATA_DIR, 'logs');
  const lock = lockFolder(env.DATA_DIR, sandboxes);
  // Also keeps the lock from the garbage collector, which would open it.
  process.once('exit', () => lock.release());
  mkdirSync(logs, { recursive: true });
  const [backendPort, outlookPort, zoomPort, entraPort] = await choosePorts(env.PORT_BASE);
  const backendUrl = `https://localhost:${backendPort}`;
  const outlookUrl = `https://localhost:${outlookPort}`;
  const zoomUrl = `https://localhost:${zoomPort}`;
  const entraUrl = `https://localhost:${entraPort}`;

  const sandbox = new Sandbox(logs);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => void sandbox.stop(0));
  // Whoever started this has gone (a closed terminal, a killed test): so do we.
  process.stdin.on('end', () => void sandbox.stop(0)).resume();

  const tls = {
    TLS_KEY: env.TLS_KEY,
    TLS_CERT: env.TLS_CERT,
    HOST: 'localhost',
  };
  // Made for this machine's stand-in only: it opens nothing at Zoom.
  const zoomApp = { ZOOM_CLIENT_ID: 'sandbox-client', ZOOM_CLIENT_SECRET: 'sandbox-secret' };
  const realZoom = Boolean(process.env.ZOOM_CLIENT_ID);
  // The stand-in's certificate is this machine's own; towards the real Zoom, what the environment says stays.
  const standIn = {
    ...zoomApp,
    ZOOM_API_URL: `${zoomUrl}/v2`,
    ZOOM_OAUTH_URL: `${zoomUrl}/oauth`,
    NODE_EXTRA_CA_CERTS: env.TLS_CA,
  };

  // Anybody on this machine may be anybody at the stand-in: it opens no sessions of real Zoom accounts.
  const realEntra = Boolean(process.env.ENTRA_CLIENT_ID);
  const entraStandsIn = !realZoom && !realEntra;
  const entraApp = {
    ENTRA_CLIENT_ID: SANDBOX_CLIENT_ID,
    ENTRA_TENANTS: SANDBOX_TENANT,
    ENTRA_SIGN_IN_TENANT: '',
    ENTRA_AUTHORITY: entraUrl,
  };

  await Promise.all([
    ...(entraStandsIn
      ? [
          sandbox.start('sandbox-entra', {
            ...tls,
            ...entraApp,
            PORT: String(entraPort),
            ENTRA_ORIGINS: backendUrl,
          }),
        ]
      : []),
    ...(realZoom
      ? []
      : [
          sandbox.start('sandbox-zoom', {
            ...tls,
            ...zoomApp,
            PORT: String(zoomPort),
            ZOOM_REDIRECT_URIS: `${backendUrl}/auth/zoom/callback`,
            ZOOM_STATE_FILE: path.join(env.DATA_DIR, 'zoom.sqlite'),
          }),
        ]),
    sandbox.start('backend', {
      ...tls,
      ...(realZoom ? {} : standIn),
      ...(entraStandsIn ? entraApp : {}),
      PORT: String(backendPort),
      BASE_URL: backendUrl,
      DATABASE_DIR: process.env.DATABASE_DIR || path.join(env.DATA_DIR, 'database'),
      WEB_DIR: path.join(env.PAGES_DIR, 'web'),
      EXTRA_STATIC: `/sandbox/office-js/=${path.join(projectFolder, 'node_modules/@microsoft/office-js/dist')},/sandbox/=${path.join(env.PAGES_DIR, 'web-sandbox')}`,
      FRAME_ANCESTORS: outlookUrl,
    }),
    sandbox.start('sandbox-outlook', {
      ...tls,
      PORT: String(outlookPort),
      PROFILE_FILE: path.join(env.DATA_DIR, 'profile.sqlite'),
      ADDIN_ORIGIN: backendUrl,
      MANIFEST: path.join(projectFolder, 'manifest.xml'),
      OUTLOOK_PAGE_DIR: path.join(projectFolder, 'build', 'outlook-page'),
    }),
  ]).catch(() => new Promise(() => undefined)); // the failure was said, and stop() is under way

  say({
    event: 'all-ready',
    addIn: backendUrl,
    outlook: outlookUrl,
    zoom: realZoom ? 'https://zoom.us' : zoomUrl,
    entra: entraStandsIn ? entraUrl : realEntra ? (process.env.ENTRA_AUTHORITY ?? ENTRA_AUTHORITY) : null,
  });
}

main().catch((error: unknown) => {
  // What somebody can mend is in the sentence; only the unexpected needs its stack.
  const wrong = error instanceof z.ZodError;
  if (!wrong && !(error instanceof FolderInUseError) && !(error instanceof DamagedDataError))
    console.error(error);
  const message = error instanceof Error ? error.message : String(error);
  const settings =
    wrong && error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; ');
  say({ event: 'refused', reason: settings ? `The settings are wrong: ${settings}.` : message });
  process.exitCode = 1;
  setImmediate(() => process.exit());
});
