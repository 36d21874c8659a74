// Builds both panes for production, each beside the sandbox's variant of its page (which loads the package of
// Office.js): the product's into build/bench/ours, the bare one into build/bench/bare.
import { createRequire } from 'node:module';
import path from 'node:path';
import { root } from '../../tools/install.mjs';

const require = createRequire(import.meta.url);
const webpack = require('webpack');
const configuration = require('../../webpack.config.js');

export const folders = {
  ours: path.join(root, 'build', 'bench', 'ours'),
  bare: path.join(root, 'build', 'bench', 'bare'),
};

/** The configuration of the add-in's pages; only what says which pane is built differs. */
function pages(folder, overrides = {}) {
  const [addIn] = configuration({ production: true, sandboxPages: true, pagesDir: folder, ...overrides });
  // No cache: two builds at once would write the same one.
  return { ...addIn, cache: false };
}

/** Builds both. Rejects with the compiler's words. */
export async function buildPanes() {
  const bare = { taskpane: path.join(root, 'bench', 'pane', 'bare', 'index.tsx') };
  const compiler = webpack([pages(folders.ours), pages(folders.bare, { addInEntry: bare })]);
  const stats = await new Promise((resolve, reject) =>
    compiler.run((error, result) => (error ? reject(error) : resolve(result))),
  );
  await new Promise((resolve, reject) => compiler.close((error) => (error ? reject(error) : resolve())));
  if (stats.hasErrors()) throw new Error(stats.toString({ all: false, errors: true }));
}
