// Builds the backend of this bench as the product's backend is built: for production, into build/bench/policy.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../tools/install.mjs';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const configuration = require('../../webpack.config.js');

/** @returns the built file. Rejects with the compiler's words */
export async function buildBackend() {
  const folder = path.join(root, 'build', 'bench', 'policy');
  const processes = configuration({ production: true }).find(({ name }) => name === 'processes');
  const compiler = webpack({
    ...processes,
    // No cache: a build of the product may be writing the same one.
    cache: false,
    entry: { server: path.join(root, 'bench', 'policy', 'server.ts') },
    output: { ...processes.output, path: folder },
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return path.join(folder, 'server.js');
}
