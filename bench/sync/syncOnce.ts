/** One sync of two sides that are processes. */
import path from 'node:path';
import * as z from 'zod/mini';
import { createEngine } from '../../src/sync/engine';
import { openJournal } from '../../src/sync/journal/index';
import { Mode } from './protocol';
import { remoteAppointments, remoteMeetings } from './remote';
import type { SideProcess } from './process';

/** All that the sides hold is within the year that is looked at. */
const NOW = Date.parse('2026-11-23T00:00:00Z');

/** @param given of the meetings: `delta` or `rows`. Rejects where something failed or a question is open */
export async function syncOnce(
  folder: string,
  given: string,
  sides: { readonly meeting: SideProcess; readonly appointment: SideProcess },
): Promise<void> {
  const meetings = remoteMeetings(sides.meeting, z.parse(Mode, given));
  const appointments = remoteAppointments(sides.appointment, 'delta');
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
