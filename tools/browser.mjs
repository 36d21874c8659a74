// @ts-check
// Finds a Chromium-based browser for the tools and tests that need one, and installs it where that is safe to do.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

/**
 * @typedef {object} Surroundings What is asked of the machine; tests give their own.
 * @property {Record<string, string | undefined>} [env] Environment variables.
 * @property {string} [platform] As `process.platform` says it.
 * @property {(file: string) => boolean} [exists] Whether a file is there.
 * @property {() => boolean} [isRoot] Whether packages may be installed for the whole machine.
 * @property {() => void} [install] Installs Debian's Chromium; throws when that fails.
 * @property {(line: string) => void} [say] Tells the person what takes time.
 */

const commands = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const advice =
  'No browser was found: install Chromium, Google Chrome or Microsoft Edge, or set BROWSER_PATH to the program of one.';

/**
 * The program of a Chromium-based browser: the one that BROWSER_PATH names, else one that is installed, else one
 * that is installed now (as root on Debian and its kin).
 * @param {Surroundings} [surroundings]
 * @returns {string} An absolute path.
 * @throws {Error} With one sentence on what to do, when BROWSER_PATH names nothing or there is no browser.
 */
export function findBrowser(surroundings = {}) {
  const {
    env = process.env,
    platform = process.platform,
    exists = existsSync,
    isRoot = () => process.getuid?.() === 0,
    install = installWithApt,
    say = (line) => console.log(line),
  } = surroundings;

  const chosen = env['BROWSER_PATH'];
  if (chosen) {
    if (exists(chosen)) return chosen;
    throw new Error(`BROWSER_PATH names ${chosen}, but there is no such file: correct it, or unset it.`);
  }
  const look = () => candidates(platform, env).find((file) => exists(file));
  const found = look();
  if (found) return found;

  if (platform === 'linux' && exists('/etc/debian_version') && isRoot()) {
    say('No browser found: installing Chromium with apt-get, which takes a minute or two.');
    try {
      install();
    } catch (cause) {
      throw new Error(`${advice} (Installing Chromium with apt-get failed.)`, { cause });
    }
    const installed = look();
    if (installed) return installed;
  }
  throw new Error(advice);
}

/**
 * Where browsers usually are, likeliest first.
 * @param {string} platform
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} Absolute paths.
 */
export function candidates(platform, env) {
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']];
    const programs = [
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
      'Chromium\\Application\\chrome.exe',
    ];
    return programs.flatMap((program) =>
      roots.flatMap((root) => (root ? [path.win32.join(root, program)] : [])),
    );
  }
  if (platform === 'darwin') {
    const roots = ['/Applications', ...(env['HOME'] ? [path.posix.join(env['HOME'], 'Applications')] : [])];
    return ['Chromium', 'Google Chrome', 'Microsoft Edge'].flatMap((name) =>
      roots.map((root) => `${root}/${name}.app/Contents/MacOS/${name}`),
    );
  }
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  const usual = ['/usr/bin', '/usr/local/bin'];
  return [
    ...commands.flatMap((command) =>
      [...new Set([...folders, ...usual])].map((folder) => path.posix.join(folder, command)),
    ),
    '/opt/google/chrome/chrome',
    '/opt/microsoft/msedge/msedge',
    // Last, since a confined browser cannot read every folder.
    '/snap/bin/chromium',
  ];
}

/** Installs Debian's Chromium; what apt-get prints goes to the terminal. */
function installWithApt() {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const words of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
    execFileSync('apt-get', words, { stdio: 'inherit', env });
  }
}
