// How much JavaScript a page loads before it shows something: the scripts that its HTML names, without Office.js.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const measure = (file) => {
  const content = readFileSync(file);
  return { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
};

/** Bytes of the scripts that a page's HTML names by this expression, plain and after gzip -9. */
function named(folder, page, expression) {
  const html = readFileSync(path.join(folder, 'web', `${page}.html`), 'utf8');
  return [...html.matchAll(expression)]
    .map(([, name]) => measure(path.join(folder, 'web', name)))
    .reduce((sum, { bytes, gzip }) => ({ bytes: sum.bytes + bytes, gzip: sum.gzip + gzip }), {
      bytes: 0,
      gzip: 0,
    });
}

/** The scripts that the page itself loads. */
export function initialScripts(folder, page) {
  const found = named(folder, page, /<script[^>]*\ssrc="?\/([^"/>\s]+\.js)/g);
  if (found.bytes === 0) throw new Error(`${page}.html names no script of its own.`);
  return found;
}

/** The chunks that it fetches beside them because its first screen needs them too (i18next with the words). */
export const preloaded = (folder, page) =>
  named(folder, page, /<link[^>]*rel="?preload"?[^>]*href="?\/([^"/>\s]+\.js)/g);

/** All scripts of the folder by size, for a look at what is loaded later. */
export function allScripts(folder) {
  return readdirSync(path.join(folder, 'web'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, ...measure(path.join(folder, 'web', name)) }))
    .sort((one, other) => other.gzip - one.gzip);
}
