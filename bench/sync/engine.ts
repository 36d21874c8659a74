/**
 * One sync as a process: `engine <folder> <delta|rows> <program of a side>`. Prints how often each side was asked, and
 * what failed.
 */
import path from 'node:path';
import * as z from 'zod/mini';
import { createEngine } from '../../src/sync/engine';
import { openJournal } from '../../src/sync/journal/index';
import { remoteAppointments, remoteMeetings } from './remote';

const Arguments = z.tuple([z.string(), z.enum(['delta', 'rows']), z.string()]);
/** All that the sides hold is within the year that is looked at. */
const NOW = Date.parse('2026-11-23T00:00:00Z');

async function main(): Promise<void> {
  const [folder, mode, program] = Arguments.parse(process.argv.slice(2));
  const meetings = remoteMeetings(program, mode, path.join(folder, 'meeting.db'));
  const appointments = remoteAppointments(program, 'delta', path.join(folder, 'appointment.db'));
  const now = () => NOW + Math.floor(performance.now());
  const { journal } = openJournal({ file: path.join(folder, 'journal.db'), now });
  const engine = createEngine({
    meetings: meetings.side,
    appointments: appointments.side,
    journal,
    // Reading some details anew at every sync is not part of what is compared.
    settings: { rotation: 0 },
    now,
    random: Math.random,
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  });
  const report = await engine.sync();
  journal.close();
  meetings.close();
  appointments.close();
  const { failed, questions } = report;
  if (failed.length > 0 || questions.length > 0)
    throw new Error(JSON.stringify({ failed: failed.slice(0, 3), questions }));
  process.stdout.write(`${JSON.stringify({ meeting: meetings.calls, appointment: appointments.calls })}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
