// How much JavaScript a page loads before it shows something: the scripts that its HTML names, without Office.js.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

const measure = (file) => {
  const content = readFileSync(file);
  return { bytes: content.length, gzip: gzipSync(content, { level: 9 }).length };
};

/** Bytes of the scripts that the page itself loads, plain and after gzip -9. */
export function initialScripts(folder, page) {
  const html = readFileSync(path.join(folder, 'web', `${page}.html`), 'utf8');
  const names = [...html.matchAll(/<script[^>]*\ssrc="?\/([^"/>\s]+\.js)/g)].map(([, name]) => name);
  if (names.length === 0) throw new Error(`${page}.html names no script of its own.`);
  return names
    .map((name) => measure(path.join(folder, 'web', name)))
    .reduce((sum, { bytes, gzip }) => ({ bytes: sum.bytes + bytes, gzip: sum.gzip + gzip }));
}

/** All scripts of the folder by size, for a look at what is loaded later. */
export function allScripts(folder) {
  return readdirSync(path.join(folder, 'web'))
    .filter((name) => name.endsWith('.js'))
    .map((name) => ({ name, ...measure(path.join(folder, 'web', name)) }))
    .sort((one, other) => other.gzip - one.gzip);
}
