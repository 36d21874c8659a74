// `npm start`: installs what is missing, builds what changed, starts the sandbox and says where everything is.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { build } from './build.mjs';
import { ensureInstalled, root } from './install.mjs';

const names = {
  'sandbox-zoom': 'Zoom stand-in',
  'sandbox-entra': 'Microsoft stand-in',
  backend: 'backend',
  'sandbox-outlook': 'Outlook stand-in',
};

/**
 * Reads `.env`, or the file that ENV_FILE names (see .env.example), without overriding what the shell set; an empty
 * line there means "not set".
 */
function readDotEnv() {
  const file = process.env.ENV_FILE ?? path.join(root, '.env');
  if (!existsSync(file)) return;
  process.loadEnvFile(file);
  for (const [name, value] of Object.entries(process.env))
    if (value === '') Reflect.deleteProperty(process.env, name);
}

/** Where people sign in with Microsoft, if they can. */
function microsoftLine(entra) {
  if (entra === null) return `Microsoft            not set up (see ENTRA_CLIENT_ID in .env.example)`;
  return process.env.ENTRA_CLIENT_ID
    ? `Microsoft            ${entra}\n      the real sign-in, with the application from the environment`
    : `Microsoft (stand-in) ${entra}\n      where the pane sends people who sign in with Microsoft; choose anybody, there is no password`;
}

function printAddresses({ addIn, outlook, zoom, entra }, dataFolder) {
  const real = zoom === 'https://zoom.us';
  console.log(`
Open this first:
  Outlook (stand-in)   ${outlook}
      a calendar page that hosts the real add-in through the real Office.js; it is not Outlook
  Account settings     ${addIn}/admin.html
      where an administrator decides which calendar and contacts service the members use; sign in with Zoom

Also running:
  Add-in and backend   ${addIn}/health   (interface: ${addIn}/docs)
      the product itself
  ${real ? `Zoom                 ${zoom}\n      the real Zoom, with the credentials from the environment` : `Zoom (stand-in)      ${zoom}\n      keeps meetings on this machine and behaves like Zoom's cloud; no real meeting is made`}
  ${microsoftLine(entra)}

The certificate for localhost was made on this machine: accept it in the browser once for each address,
or run "npm run trust". Data is kept in
${dataFolder}. Press Ctrl+C to stop.`);
}

readDotEnv();
ensureInstalled();
try {
  const { built } = await build();
  if (!built) console.log('The build is up to date.');
} catch (error) {
  console.error(`The build failed:\n${error.message}`);
  process.exit(1);
}

const { ensureCertificate } = await import('./certificate.mjs');
const certificate = await ensureCertificate(path.join(root, '.data', 'certificates'));
if (certificate.created) console.log('Made a certificate for https://localhost, kept in .data/certificates.');

const dataFolder = path.resolve(root, process.env.DATA_DIR ?? path.join('.data', 'sandbox'));
const launcher = spawn(
  process.execPath,
  ['--enable-source-maps', path.join(root, 'build', 'processes', 'sandbox.js')],
  {
    cwd: root,
    stdio: ['pipe', 'pipe', 'inherit'],
    detached: process.platform !== 'win32',
    env: {
      ...process.env,
      DATA_DIR: dataFolder,
      TLS_KEY: certificate.keyPath,
      TLS_CERT: certificate.certPath,
      TLS_CA: certificate.caPath,
    },
  },
);

let stopping = false;
const stop = () => {
  if (stopping) return;
  stopping = true;
  console.log('\nStopping …');
  launcher.kill('SIGTERM');
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, stop);

createInterface({ input: launcher.stdout }).on('line', (line) => {
  const event = JSON.parse(line);
  if (event.event === 'ready') console.log(`  ready: ${names[event.part]}`);
  if (event.event === 'all-ready') printAddresses(event, dataFolder);
  if (event.event === 'failed') {
    console.error(`The ${names[event.part]} ${event.reason}`);
    if (event.portBusy)
      console.error('Another program uses its port. End that, or choose others: PORT_BASE=4000 npm start');
    console.error(`The whole log is in ${path.relative(root, event.log)}.`);
  }
  if (event.event === 'refused') console.error(event.reason);
  if (event.event === 'stopped') console.log('Stopped.');
});
launcher.once('exit', (code) => process.exit(code ?? 1));
console.log('Starting …');
