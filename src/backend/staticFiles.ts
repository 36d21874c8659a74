/**
 * The add-in's own pages, and further folders where the environment names them. Files only: no listing, no dot
 * files. A file with a hash in its name never changes; everything else is asked for again each time.
 */
import { resolve } from 'node:path';
import staticPlugin from '@fastify/static';
import type { StaticFolder } from './config';
import type { TypedApp } from './typedApp';

/** As webpack names what it hashes: `name.0123abcd.js`. */
const HASHED = /\.[0-9a-f]{8,}\.\w+(\.map)?$/;

/** @param folders where two prefixes fit, the longer one is asked; no other folder after it */
export async function registerStaticFiles(app: TypedApp, folders: readonly StaticFolder[]): Promise<void> {
  for (const [index, { prefix, directory }] of folders.entries()) {
    await app.register(staticPlugin, {
      root: resolve(directory),
      prefix,
      decorateReply: index === 0,
      index: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (reply, path) => {
        reply.header('cache-control', HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      },
    });
  }
}
