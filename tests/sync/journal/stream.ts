/**
 * A stream of writes to a journal, each decided by the seed, its number and what is there: the same stream on two
 * journals leaves the same in them.
 */
import type { Journal } from '../../../src/sync/journal';
import { createRandom } from '../sides';
import { appointment, appointmentId, link, meetingId, noon, task } from './fixtures';

export const MEETINGS = 40;

/** One write: several rows of several tables, in one transaction. */
export function write(journal: Journal, seed: number, number: number): void {
  const { next } = createRandom(seed * 100_003 + number);
  const any = (most: number): number => Math.floor(next() * most);
  const unfinished = journal.unfinished();
  const chosen = unfinished[any(unfinished.length || 1)];
  const turn = any(4);
  const at = any(MEETINGS);
  if (chosen && turn === 0)
    journal.advance(chosen.taskId, chosen.step + 1, any(2) ? appointment(number) : null);
  else if (chosen && turn === 1)
    journal.finish([chosen.taskId], {
      links: [link(at, { readAt: number }), link(any(MEETINGS), { readAt: number })],
      due: [
        { side: 'meeting', id: meetingId(at), notBefore: noon + number, failures: any(3), problem: null },
      ],
      cursors: { meeting: `meeting-${number}` },
    });
  else if (turn === 2)
    journal.settle({
      unlinked: [meetingId(at)],
      copies: [{ appointmentId: appointmentId(at), meetingId: meetingId(any(MEETINGS)) }],
      copiesGone: [appointmentId(any(MEETINGS))],
      dueDone: [{ side: 'meeting', id: meetingId(any(MEETINGS)) }],
      due: [{ side: 'appointment', id: 'x', notBefore: noon, failures: number, problem: 'zoom-busy' }],
      cursors: { appointment: `appointment-${number}` },
    });
  else
    journal.begin(
      Array.from({ length: 1 + any(4) }, () => task(any(MEETINGS))),
      noon + number,
    );
}
