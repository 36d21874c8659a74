/**
 * One sync as a process: `engine <folder> <delta|rows> <program of a side>`. Prints how often each side was asked, and
 * what failed.
 *
 * The sides' processes are started first, and the engine's own code is read while they start.
 */
import path from 'node:path';
import { startSide } from './process';

async function main(): Promise<void> {
  const [folder = '', given = '', program = ''] = process.argv.slice(2);
  const sides = {
    meeting: startSide(program, ['meeting', given, path.join(folder, 'meeting.db')]),
    appointment: startSide(program, ['appointment', 'delta', path.join(folder, 'appointment.db')]),
  };
  const { syncOnce } = await import('./syncOnce');
  await syncOnce(folder, given, sides);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
