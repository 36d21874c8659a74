// Builds the processes of this bench as the product's are built, into build/bench/sync. All but the database's own code
// is in one file each: starting is part of what is measured.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../tools/install.mjs';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const configuration = require('../../webpack.config.js');

/** @returns the folder. Rejects with the compiler's words */
export async function buildBench() {
  const folder = path.join(root, 'build', 'bench', 'sync');
  const processes = configuration({ production: true }).find(({ name }) => name === 'processes');
  const at = (name) => path.join(root, 'bench', 'sync', `${name}.ts`);
  const compiler = webpack({
    ...processes,
    cache: false,
    entry: { engine: at('engine'), side: at('side'), seed: at('seed') },
    output: { ...processes.output, path: folder },
    externals: [/^libsql$/, /^@libsql\//].map(
      (name) =>
        ({ request }, callback) =>
          name.test(request) ? callback(null, `commonjs ${request}`) : callback(),
    ),
  });
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
  return folder;
}
