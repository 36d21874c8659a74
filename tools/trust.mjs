// @ts-check
// Makes this machine trust the authority of the certificate for https://localhost (`npm run trust`),
// or stop trusting it (`npm run trust -- --remove`).
import { execFileSync } from 'node:child_process';
import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureCertificate } from './certificate.mjs';

export const usage = `Usage: npm run trust [-- --remove | --replace]

  (nothing)   trusts the authority that signed this checkout's certificate for https://localhost
  --replace   the same, after removing what other projects trusted under the same name
  --remove    stops trusting every authority of that name
  --help      shows this text`;

/**
 * @typedef {object} Trust What is done to the machine; tests give their own.
 * @property {string} platform As `process.platform` says it.
 * @property {() => Promise<{ caPath: string }>} ensure Makes the certificate where there is none.
 * @property {(caPath: string) => Promise<void>} install Trusts an authority.
 * @property {() => Promise<void>} uninstall Stops trusting every authority of the tool's name.
 * @property {(caPath: string, platform: string) => boolean} isTrusted Whether exactly this authority is trusted.
 * @property {(line: string) => void} say
 */

/**
 * The command behind `npm run trust`.
 * @param {string[]} words What the person wrote after the command.
 * @param {Trust} trust
 * @returns {Promise<void>}
 * @throws {Error} With what to do by hand, when the machine refuses.
 */
export async function runTrustTool(words, trust) {
  const values = parseWords(words);
  const { platform, say } = trust;
  if (values.help) return say(usage);
  if (values.remove) {
    say('Stops trusting the development authority for https://localhost. The system may ask for a password.');
    await trust.uninstall();
    return say('Done. The certificate itself stays in .data/certificates; "npm run trust" trusts it again.');
  }

  const { caPath } = await trust.ensure();
  say(`Makes this ${platform === 'linux' ? 'machine' : 'account'} trust the authority in ${caPath}.`);
  say('It signed the certificate for https://localhost and nothing else: its key was never kept.');
  say('The system may ask whether you mean it, or for a password.');
  try {
    if (values.replace) await trust.uninstall();
    if (!trust.isTrusted(caPath, platform)) await trust.install(caPath);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.trim() : String(cause);
    throw new Error(`${reason}\nTo do it by hand: ${byHand(caPath, platform)}`, { cause });
  }
  // The installer leaves everything as it is when another project's authority of the same name is there.
  if (!trust.isTrusted(caPath, platform)) {
    throw new Error(
      'Another authority of the same name is trusted already, so this one was not added.\n' +
        'Run "npm run trust -- --replace" to remove the other and trust this one.\n' +
        `To do it by hand: ${byHand(caPath, platform)}`,
    );
  }
  say('Trusted. Start the browser or Outlook again.');
  if (platform === 'linux') {
    say('Chromium and Firefox keep their own lists on Linux: import the same file there, under Authorities.');
  }
}

/** @param {string[]} words */
function parseWords(words) {
  try {
    return parseArgs({
      args: words,
      options: {
        remove: { type: 'boolean', default: false },
        replace: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (cause) {
    throw new Error(`${cause instanceof Error ? cause.message : cause}\n\n${usage}`, { cause });
  }
}

/**
 * What a person can do where the installer fails.
 * @param {string} caPath
 * @param {string} platform
 * @returns {string}
 */
function byHand(caPath, platform) {
  if (platform === 'win32') return `certutil -user -addstore Root "${caPath}"`;
  if (platform === 'darwin') {
    return `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db '${caPath}'`;
  }
  return (
    `as root, copy '${caPath}' to ${linuxCopy}, then run update-ca-certificates; ` +
    'or accept the certificate once in the browser.'
  );
}

/** Where office-addin-dev-certs puts the authority on Debian and its kin. */
const linuxCopy = '/usr/local/share/ca-certificates/office-addin-dev-certs/ca.crt';
/** The same on distributions with update-ca-trust. */
const otherLinuxCopy = '/etc/ca-certificates/trust-source/anchors/office-addin-dev-certs-ca.crt';

/**
 * Whether the system's store has exactly this authority, by its fingerprint.
 * @param {string} caPath
 * @param {string} platform
 */
function isTrusted(caPath, platform) {
  const { fingerprint } = new X509Certificate(readFileSync(caPath));
  const sha1 = fingerprint.replaceAll(':', '');
  try {
    if (platform === 'win32') {
      // Fails when the store has no certificate of that hash.
      execFileSync('certutil', ['-user', '-store', 'Root', sha1], { stdio: 'pipe' });
      return true;
    }
    if (platform === 'darwin') {
      return execFileSync('security', ['find-certificate', '-a', '-Z'], { encoding: 'utf8' }).includes(sha1);
    }
  } catch {
    return false;
  }
  return [linuxCopy, otherLinuxCopy].some((file) => {
    try {
      return new X509Certificate(readFileSync(file)).fingerprint === fingerprint;
    } catch {
      return false;
    }
  });
}

if (path.basename(process.argv[1] ?? '') === 'trust.mjs') {
  const root = path.resolve(path.dirname(process.argv[1] ?? ''), '..');
  const devCerts = () => import('office-addin-dev-certs');
  runTrustTool(process.argv.slice(2), {
    platform: process.platform,
    ensure: () => ensureCertificate(path.join(root, '.data', 'certificates')),
    install: async (caPath) => (await devCerts()).installCaCertificate(caPath),
    uninstall: async () => (await devCerts()).uninstallCaCertificate(false, false),
    isTrusted,
    say: (line) => console.log(line),
  }).catch((error) => {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  });
}
