/**
 * A side that suddenly lists nothing. Before everything that is known is asked for one by one, a few are: where they are
 * gone and the plan would ask a person, the person is asked first.
 */
import type { Question, SideName } from '../actions';
import { plan } from '../plan';
import { unanswered } from './questions';
import { situationOf } from './replan';
import { readAppointments, readMeetings } from './run';
import type { Run } from './run';
import { sightingOf } from './seen';
import type { SeenAll } from './seen';

const SAMPLE = 10;

/** @returns what is to be asked; nothing where it was approved, or where the sample is there after all */
export async function asksAboutEmptiness(
  run: Run,
  side: SideName,
  missing: readonly string[],
  approved: readonly Question[],
): Promise<readonly Question[]> {
  if (missing.length <= SAMPLE) return [];
  const sample = missing.slice(0, SAMPLE);
  const links =
    side === 'meeting' ? run.journal.linksOfMeetings(sample) : run.journal.linksOfAppointments(sample);
  const { found } =
    side === 'meeting' ? await readMeetings(run, sample) : await readAppointments(run, sample);
  const gone = sample.filter((id) => found.get(id) === 'gone');
  if (gone.length < sample.length) return [];
  const at = run.now();
  const seen: SeenAll = {
    meetings: new Map(side === 'meeting' ? gone.map((id) => [id, { item: 'gone', at }]) : []),
    appointments: new Map(side === 'appointment' ? gone.map((id) => [id, { item: 'gone', at }]) : []),
    carriers: new Map(),
    rows: { meeting: new Map(), appointment: new Map() },
  };
  const sightings = gone.flatMap((id) => {
    const link = links.get(id);
    return link ? [sightingOf(link.meetingId, link, [], seen)] : [];
  });
  const { questions } = plan(situationOf(run, { sightings }, { [side]: 0 }));
  return unanswered(questions, approved).filter((each) => each.kind === 'side-empty');
}
