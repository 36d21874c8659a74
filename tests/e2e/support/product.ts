/**
 * The whole product for one test file: the processes that `npm start` starts, on free ports with a fresh data folder,
 * and a real Chromium to look at it with.
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { Agent, request } from 'undici';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import * as z from 'zod';

const root = path.resolve(__dirname, '..', '..', '..');

const Event = z.looseObject({ event: z.string() });
const AllReady = z.object({
  event: z.literal('all-ready'),
  addIn: z.url(),
  outlook: z.url(),
  zoom: z.url(),
  entra: z.url().nullable(),
});
const Certificate = z.object({ keyPath: z.string(), certPath: z.string(), caPath: z.string() });

export interface Product {
  readonly addIn: string;
  readonly outlook: string;
  readonly zoom: string;
  /** The Entra stand-in; null where signing in with Microsoft is not set up. */
  readonly entra: string | null;
  readonly data: string;
  /** Calls one of the product's processes from the test, trusting the local certificate. */
  call(
    method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE',
    url: string,
    body?: unknown,
  ): Promise<{ status: number; json: unknown }>;
  stop(): Promise<void>;
}

/** The certificate of this checkout, made when it is not there yet. */
function certificate(): z.infer<typeof Certificate> {
  const script = `import('./tools/certificate.mjs').then((m) => m.ensureCertificate('.data/certificates')).then((c) => console.log(JSON.stringify(c)))`;
  const made = spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' });
  const last = made.stdout.trim().split('\n').at(-1) ?? '';
  return Certificate.parse(JSON.parse(last));
}

/** Starts backend, Zoom stand-in and Outlook stand-in; resolves when all answer. */
export async function startProduct(environment: Record<string, string> = {}): Promise<Product> {
  const data = mkdtempSync(path.join(tmpdir(), 'product-'));
  const { keyPath, certPath, caPath } = certificate();
  const child: ChildProcess = spawn(
    process.execPath,
    ['--enable-source-maps', path.join(root, 'build', 'processes', 'sandbox.js')],
    {
      cwd: root,
      stdio: ['pipe', 'pipe', 'inherit'],
      env: {
        ...process.env,
        DATA_DIR: data,
        DATABASE_DIR: 'memory://',
        TLS_KEY: path.resolve(root, keyPath),
        TLS_CERT: path.resolve(root, certPath),
        TLS_CA: path.resolve(root, caPath),
        PORT_BASE: '0',
        ...environment,
      },
    },
  );
  const ready = await new Promise<z.infer<typeof AllReady>>((resolve, reject) => {
    if (!child.stdout) return reject(new Error('The sandbox has no output.'));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const event = Event.parse(JSON.parse(line));
      if (event.event === 'failed') reject(new Error(`The sandbox did not start: ${line}`));
      if (event.event === 'all-ready') resolve(AllReady.parse(event));
    });
    child.once('exit', (code) => reject(new Error(`The sandbox ended with code ${code}.`)));
  });
  const dispatcher = new Agent({ connect: { ca: readFileSync(path.resolve(root, caPath), 'utf8') } });
  return {
    addIn: ready.addIn,
    outlook: ready.outlook,
    zoom: ready.zoom,
    entra: ready.entra,
    data,
    async call(method, url, body) {
      const answer = await request(url, {
        method,
        dispatcher,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
      });
      const text = await answer.body.text();
      return { status: answer.statusCode, json: text === '' ? undefined : JSON.parse(text) };
    },
    async stop() {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill('SIGTERM');
      await ended;
      await dispatcher.close();
      rmSync(data, { recursive: true, force: true });
    },
  };
}

/** The system's Chromium, chosen by `npm test` or found again here. */
export async function startBrowser(): Promise<Browser> {
  const script = `import('./tools/browser.mjs').then((m) => m.findBrowser()).then((b) => console.log(b))`;
  const executablePath =
    process.env.BROWSER_PATH ??
    spawnSync(process.execPath, ['-e', script], { cwd: root, encoding: 'utf8' })
      .stdout.trim()
      .split('\n')
      .at(-1);
  return chromium.launch({
    executablePath,
    // A person's browser blocks windows that no click asked for; so does this one.
    ignoreDefaultArgs: ['--disable-popup-blocking'],
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
}

/** A fresh profile of the browser: nothing remembered, the local certificate accepted. */
export function freshContext(
  browser: Browser,
  options: Parameters<Browser['newContext']>[0] = {},
): Promise<BrowserContext> {
  return browser.newContext({
    ignoreHTTPSErrors: true,
    viewport: { width: 1400, height: 900 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-US',
    ...options,
  });
}
