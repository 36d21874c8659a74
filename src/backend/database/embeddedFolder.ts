/**
 * Opens PGlite in a folder, and tells a damaged folder from everything else that may go wrong. PGlite itself takes
 * a folder without PG_VERSION for a new one and writes over what is left, and otherwise gives no reason.
 */
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { hasCode } from '../errorCode';
import { DamagedDataError } from './damaged';

/** What every database folder of PostgreSQL has, as far as it does not open without. */
const essential = ['PG_VERSION', 'base', 'global', 'pg_wal', 'pg_xact', 'postgresql.conf'];

/** @throws DamagedDataError; what the system says when the folder may not be used */
export async function openFolder(folder: string): Promise<PGlite> {
  const kept = entries(folder);
  if (kept === 'no folder') throw damaged(folder, 'it is not a folder');
  if (kept.length === 0) return PGlite.create(folder);
  const missing = essential.find((name) => !existsSync(join(folder, name)));
  if (missing !== undefined) throw damaged(folder, `its ${missing} is missing`);
  accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  try {
    return await PGlite.create(folder);
  } catch (error) {
    // The kinds of errors that its WebAssembly ends in; one of Node has a code, such as ENOSPC.
    if (error instanceof Error && 'code' in error) throw error;
    throw damaged(folder, 'PGlite cannot open it', error);
  }
}

/**
 * Whether a query failed because of damaged data: PostgreSQL's `undefined_file`, `data_corrupted` and
 * `index_corrupted`, or its program broke down. Looks at causes as well.
 */
export const meansDamage = (error: unknown): boolean =>
  error instanceof WebAssembly.RuntimeError ||
  ['58P01', 'XX001', 'XX002'].some((code) => hasCode(error, code)) ||
  (error instanceof Error && error.cause !== undefined && meansDamage(error.cause));

export const damaged = (folder: string, because: string, cause?: unknown): DamagedDataError =>
  new DamagedDataError({ what: 'The database in', path: folder, because }, cause);

function entries(folder: string): readonly string[] | 'no folder' {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return [];
    if (hasCode(error, 'ENOTDIR')) return 'no folder';
    throw error;
  }
}
