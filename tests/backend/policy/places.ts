/** The databases that the policy's tests run on: the embedded one, and a real PostgreSQL opened by two processes. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { createInterface, type Interface } from 'node:readline';
import * as z from 'zod';
import { IN_MEMORY, openDatabase, type OpenDatabase } from '../../../src/backend/database/open';

/** A database, opened once for each of two processes; the embedded one has only one. */
export interface Place {
  readonly processes: readonly [OpenDatabase, OpenDatabase];
  close(): Promise<void>;
}

const Told = z.union([
  z.object({ url: z.string() }),
  z.object({ unavailable: z.string() }),
  z.object({ done: z.string() }),
]);

/** The same place, where no process hears what others tell. */
export function deaf(place: Place): Place {
  const [one, other] = place.processes;
  const hearingNothing = (open: OpenDatabase): OpenDatabase => ({
    ...open,
    listen: open.listen && (() => async () => undefined),
  });
  const first = hearingNothing(one);
  return {
    ...place,
    processes: [first, other === one ? first : hearingNothing(other)],
    close: () => place.close(),
  };
}

export async function embeddedPlace(): Promise<Place> {
  const open = await openDatabase({ directory: IN_MEMORY });
  return { processes: [open, open], close: () => open.close() };
}

/** A PostgreSQL server of the test's own, which it may crash. */
export class PostgresPlace implements Place {
  private constructor(
    private readonly child: ChildProcessByStdio<Writable, Readable, null>,
    private readonly lines: Interface,
    readonly url: string,
    readonly processes: readonly [OpenDatabase, OpenDatabase],
  ) {}

  /** @returns why there is none, where its binaries do not run */
  static async open(): Promise<PostgresPlace | string> {
    const child = spawn(process.execPath, [join(__dirname, '../database/postgresServer.mjs')], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    const lines = createInterface(child.stdout);
    const told = Told.parse(JSON.parse(String((await once(lines, 'line'))[0])));
    if ('unavailable' in told) return told.unavailable;
    if (!('url' in told)) throw new Error('the server says something else');
    const place = { url: told.url, directory: IN_MEMORY };
    // Both bring the schema up to date at the same moment.
    const processes = await Promise.all([openDatabase(place), openDatabase(place)]);
    return new PostgresPlace(child, lines, told.url, processes);
  }

  /** The server ends at once, without a word to anybody. */
  crash = () => this.tell('crash');
  start = () => this.tell('start');

  private async tell(command: 'crash' | 'start'): Promise<void> {
    const answered = once(this.lines, 'line');
    this.child.stdin.write(`${command}\n`);
    const told = Told.parse(JSON.parse(String((await answered)[0])));
    if (!('done' in told)) throw new Error(JSON.stringify(told));
  }

  async close(): Promise<void> {
    for (const open of this.processes) await open.close();
    this.child.stdin.end();
    await once(this.child, 'exit');
  }
}
