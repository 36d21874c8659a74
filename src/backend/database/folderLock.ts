/**
 * The lock on an embedded database's folder. PGlite lets two processes open the same folder and both then ruin it,
 * so the second one must be refused before it opens anything.
 *
 * The lock is a file that names its holder: process id, when that process started (ids are used again, in
 * containers at every start), and host. A holder that no longer runs is a crash's remains and is cleared away; one
 * on another host cannot be asked, so it counts as running.
 */
import { randomUUID } from 'node:crypto';
import { link, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { hostname } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod';

const Holder = z.object({
  id: z.string(),
  pid: z.int(),
  /** As the system counts it; absent where it does not say. */
  started: z.string().optional(),
  host: z.string(),
});
type Holder = z.infer<typeof Holder>;

/** Locks held by this very process, by holder id: a lock of our own process id that is not here is a remain. */
const ours = new Set<string>();

export interface FolderLock {
  release(): Promise<void>;
}

/** Somebody else has the folder; `message` says who and what to do. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError';
}

/**
 * @param path the lock file, beside the folder that it guards
 * @throws FolderInUseError
 */
export async function lockFolder(path: string): Promise<FolderLock> {
  await mkdir(dirname(path), { recursive: true });
  const me: Holder = {
    id: randomUUID(),
    pid: process.pid,
    started: await startOf(process.pid),
    host: hostname(),
  };
  const mine = join(dirname(path), `.${me.id}.lock`);
  await writeFile(mine, JSON.stringify(me), { mode: 0o600, flag: 'wx' });
  try {
    // Linking puts the whole content in place at once, and fails when the name is taken.
    while (!(await linkedTo(mine, path))) await clearIfLeftBehind(path);
  } finally {
    await rm(mine, { force: true });
  }
  ours.add(me.id);
  return {
    async release() {
      if (!ours.delete(me.id)) return;
      if ((await holderOf(path))?.id === me.id) await rm(path, { force: true });
    },
  };
}

async function linkedTo(from: string, to: string): Promise<boolean> {
  try {
    await link(from, to);
    return true;
  } catch (error) {
    if (isCode(error, 'EEXIST')) return false;
    throw error;
  }
}

async function clearIfLeftBehind(path: string): Promise<void> {
  const holder = await holderOf(path);
  if (holder === undefined) return;
  if (await runs(holder)) {
    throw new FolderInUseError(
      `The database folder is in use by process ${holder.pid} on ${holder.host}. Stop that backend first, ` +
        `give this one another DATABASE_DIR, or use PostgreSQL (DATABASE_URL) for several. ` +
        `If no backend runs there, delete ${path}.`,
    );
  }
  // Moved aside rather than deleted: if two processes clear at once, each looks at what it really took away.
  const aside = `${path}.${randomUUID()}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isCode(error, 'ENOENT')) return;
    throw error;
  }
  const taken = await holderOf(aside);
  if (taken !== undefined && taken.id !== holder.id) await linkedTo(aside, path);
  await rm(aside, { force: true });
}

/** Undefined: the file is gone. An unreadable one is a remain of nobody. */
async function holderOf(path: string): Promise<Holder | undefined> {
  try {
    const parsed = Holder.safeParse(JSON.parse(await readFile(path, 'utf8')));
    return parsed.success ? parsed.data : { id: 'unreadable', pid: 0, host: hostname() };
  } catch (error) {
    if (isCode(error, 'ENOENT')) return undefined;
    if (error instanceof SyntaxError) return { id: 'unreadable', pid: 0, host: hostname() };
    throw error;
  }
}

async function runs(holder: Holder): Promise<boolean> {
  if (holder.host !== hostname()) return true;
  if (holder.pid === process.pid) return ours.has(holder.id);
  if (holder.pid <= 0) return false;
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    // EPERM: it runs, as somebody else.
    if (!isCode(error, 'EPERM')) return false;
  }
  const started = await startOf(holder.pid);
  return started === undefined || holder.started === undefined || started === holder.started;
}

/** When a process started, where the system says so (Linux): field 22 of its stat, after the name in brackets. */
async function startOf(pid: number): Promise<string | undefined> {
  try {
    const [boot, stat] = await Promise.all([
      readFile('/proc/sys/kernel/random/boot_id', 'utf8'),
      readFile(`/proc/${pid}/stat`, 'utf8'),
    ]);
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    return ticks === undefined ? undefined : `${boot.trim()}:${ticks}`;
  } catch {
    return undefined;
  }
}

const isCode = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code;
