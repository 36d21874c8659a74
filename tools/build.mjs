// Builds what changed since the last build: `node tools/build.mjs [--production]`. Used by start and test as well.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureInstalled, root } from './install.mjs';

const inputs = [
  'src',
  'assets',
  'webpack.config.js',
  'tools/noEntities.js',
  'tsconfig.json',
  'package.json',
  'package-lock.json',
];

/** A fingerprint of everything that goes into a build: names, sizes and times of change. */
function fingerprint(production) {
  const hash = createHash('sha256').update(production ? 'production' : 'development');
  const add = (file) => {
    const info = statSync(file);
    if (info.isDirectory()) for (const name of readdirSync(file).sort()) add(path.join(file, name));
    else hash.update(`${path.relative(root, file)}:${info.size}:${info.mtimeMs}\n`);
  };
  for (const input of inputs) add(path.join(root, input));
  return hash.digest('hex');
}

/** One line that moves where somebody looks, one line a step where the output is kept. */
function progressBar(parts) {
  const shares = new Map(parts.map((part) => [part, 0]));
  let last = -1;
  return (part, share) => {
    shares.set(part, Math.max(share, shares.get(part) ?? 0));
    const percent = Math.floor(
      ([...shares.values()].reduce((sum, value) => sum + value, 0) / shares.size) * 100,
    );
    if (percent <= last) return;
    if (process.stdout.isTTY)
      process.stdout.write(
        `\rBuilding [${'#'.repeat(Math.floor(percent / 4)).padEnd(25, '.')}] ${percent} %`,
      );
    else if (Math.floor(percent / 25) > Math.floor(last / 25)) console.log(`Building: ${percent} %`);
    last = percent;
  };
}

/** Builds when something changed. Rejects with the compiler's own words when the build has errors. */
export async function build({ production = false } = {}) {
  const stamp = path.join(root, 'build', '.stamp');
  const wanted = fingerprint(production);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return { built: false };
  rmSync(stamp, { force: true });
  const require = createRequire(import.meta.url);
  const webpack = require('webpack');
  const configuration = require('../webpack.config.js');
  const draw = progressBar(production ? ['add-in', 'processes'] : ['add-in', 'outlook-page', 'processes']);
  const compiler = webpack(configuration({ production, report: draw }));
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
  if (process.stdout.isTTY) process.stdout.write('\n');
  if (stats.hasErrors())
    throw new Error(stats.toString({ all: false, errors: true, colors: process.stdout.isTTY }));
  mkdirSync(path.dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  return { built: true };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  ensureInstalled();
  const production = process.argv.includes('--production');
  try {
    const { built } = await build({ production });
    console.log(built ? 'Built into build/.' : 'Nothing changed since the last build.');
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
