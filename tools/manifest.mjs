// @ts-check
// Writes the production manifest: the development one (manifest.xml) with its addresses replaced.
// `npm run manifest -- --base-url https://addin.example.com`; the pure part is `productionManifest`.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** Where manifest.xml says that everything is served from. */
export const developmentBase = 'https://localhost:3000';

const defaultOutput = 'build/manifest.production.xml';

export const usage = `Usage: npm run manifest -- --base-url <address> [options]

  --base-url <address>  where the add-in is served from, such as https://addin.example.com:
                        https, a host of its own, without path
  --out <file>          the file to write (default ${defaultOutput})
  --id <GUID>           an id of your own (default: the id in manifest.xml). Keep it once it is installed:
                        what the add-in stores on appointments is found by it.
  --name <text>         the name that people see, in every language; at most 125 characters
  --version <number>    such as 1.2.0.0; raise it so that an installed add-in is updated
  --help                shows this text`;

/** What the person asked for cannot be done; the message says what to give instead. */
export class UsageError extends Error {}

/**
 * @typedef {object} ManifestOptions
 * @property {string} baseUrl Where production is served from: an origin.
 * @property {string} [id] GUID of the add-in.
 * @property {string} [name] Display name.
 * @property {string} [version] Up to four numbers with dots.
 */

/**
 * The manifest for production.
 * @param {string} xml The development manifest.
 * @param {ManifestOptions} options
 * @returns {string} The same text with every development address, and what else was asked for, replaced.
 * @throws {UsageError} When an option has no valid value.
 */
export function productionManifest(xml, { baseUrl, id, name, version }) {
  const origin = parseBaseUrl(baseUrl);
  let result = xml.replaceAll(developmentBase, () => escapeXml(origin));
  if (id !== undefined) {
    if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(id)) {
      throw new UsageError(`--id must be a GUID such as 00000000-0000-0000-0000-000000000000, not "${id}".`);
    }
    result = replaceOnce(result, /(?<=<Id>)[^<]*/, id.toLowerCase());
  }
  if (version !== undefined) {
    if (!/^\d{1,5}(\.\d{1,5}){1,3}$/.test(version)) {
      throw new UsageError(
        `--version must be two to four numbers with dots such as 1.2.0.0, not "${version}".`,
      );
    }
    result = replaceOnce(result, /(?<=<Version>)[^<]*/, version);
  }
  if (name !== undefined) {
    if (!/^[^\p{Cc}]{1,125}$/u.test(name) || name.trim() === '') {
      throw new UsageError('--name must have 1 to 125 characters, all on one line.');
    }
    // A name of one's own is the name in every language.
    const element = `<DisplayName DefaultValue="${escapeXml(name.trim())}"/>`;
    result = replaceOnce(result, /<DisplayName [^>]*\/>|<DisplayName [^>]*>[^]*?<\/DisplayName>/, element);
  }
  return result;
}

/**
 * The origin that the address names. Pages and interface are found from its root, so there is no place for a path.
 * @param {string} text
 * @returns {string} Without a slash at its end.
 */
function parseBaseUrl(text) {
  const refuse = (/** @type {string} */ reason) =>
    new UsageError(`--base-url ${reason}: give an address such as https://addin.example.com, not "${text}".`);
  if (!URL.canParse(text)) throw refuse('is no address');
  const url = new URL(text);
  // Before all else, so that no message repeats a password.
  if (url.username || url.password) {
    throw new UsageError('--base-url must not contain a user name or a password.');
  }
  if (url.protocol !== 'https:') throw refuse('must begin with https://, since Outlook loads nothing else');
  if (text.includes('?') || text.includes('#')) throw refuse('must have no query and no fragment');
  if (!/^\/*$/.test(url.pathname)) {
    throw refuse('must have no path, since the add-in needs a host (or port) of its own');
  }
  return url.origin;
}

/**
 * @param {string} text
 * @param {RegExp} pattern
 * @param {string} replacement
 */
function replaceOnce(text, pattern, replacement) {
  if (!pattern.test(text)) throw new Error(`The manifest has nothing that matches ${pattern}.`);
  return text.replace(pattern, () => replacement);
}

/** @param {string} text */
function escapeXml(text) {
  const names = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&apos;' };
  return text.replace(/[&<>"']/g, (character) => names[/** @type {keyof typeof names} */ (character)]);
}

/**
 * The command: reads the words after its name, writes the file.
 * @param {string[]} words
 * @param {string} root The project's folder; relative paths start there.
 * @returns {Promise<string>} What to tell the person.
 */
export async function runManifestTool(words, root) {
  let values;
  try {
    ({ values } = parseArgs({
      args: words,
      options: {
        'base-url': { type: 'string' },
        out: { type: 'string', default: defaultOutput },
        id: { type: 'string' },
        name: { type: 'string' },
        version: { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    }));
  } catch (cause) {
    throw new UsageError(cause instanceof Error ? cause.message : String(cause), { cause });
  }
  if (values.help) return usage;
  const { 'base-url': baseUrl, out, id, name, version } = values;
  if (!baseUrl) throw new UsageError('--base-url is missing: say where the add-in is served from.');
  const xml = await readFile(path.join(root, 'manifest.xml'), 'utf8');
  const result = productionManifest(xml, { baseUrl, id, name, version });
  const file = path.resolve(root, out);
  if (file === path.join(root, 'manifest.xml')) {
    throw new UsageError('--out must not be manifest.xml itself: the production manifest is made from it.');
  }
  await mkdir(path.dirname(file), { recursive: true });
  await writeFile(file, result);
  return `Wrote ${file}. Upload it in the Microsoft 365 admin center (Integrated apps), or with New-App in Exchange.`;
}

if (path.basename(process.argv[1] ?? '') === 'manifest.mjs') {
  const root = path.resolve(path.dirname(process.argv[1] ?? ''), '..');
  runManifestTool(process.argv.slice(2), root).then(
    (line) => console.log(line),
    (error) => {
      console.error(error instanceof UsageError ? `${error.message}\n\n${usage}` : error);
      process.exitCode = 1;
    },
  );
}
