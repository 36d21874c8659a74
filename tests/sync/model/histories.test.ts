/**
 * Random histories: people edit both sides at random, notifications get lost, calls fail, processes die at any moment,
 * and in the end everything is as the rules have it. `SYNC_HISTORIES` says how many (`npm run test:soak` many more),
 * with another `SYNC_SEED` each time.
 */
import fc from 'fast-check';
import type { Link } from '../../../src/sync/model';
import { openJournal } from '../../../src/sync/journal/index';
import { collectNowAndThen } from './collect';
import { contest } from './contest';
import { faultsOf } from './invariants';
import { history, type History } from './steps';
import { World } from './world';

const RUNS = Number(process.env.SYNC_HISTORIES ?? 10_000);
const SEED = Number(process.env.SYNC_SEED ?? 1);
/** In parts, so that a run tells how far it is. */
const PARTS = 10;

function linksOf(world: World): ReadonlyMap<string, Link> {
  const { journal } = openJournal({ file: world.journalFile, now: world.clock.now });
  const links = journal.linksOfMeetings(world.meetings.meetings().map(({ id }) => id));
  journal.close();
  return links;
}

async function play({ steps, ...rest }: History): Promise<void> {
  const world = new World({ steps, ...rest });
  try {
    for (const step of steps) {
      if (step.do === 'sync') await world.sync(step);
      else if (step.do === 'wait') world.clock.advance(step.minutes * 60_000);
      else if (step.do === 'forget-cursors') {
        world.meetings.forgetCursors();
        world.appointments.forgetCursors();
      } else if (step.do === 'lose-journal') world.loseJournal();
      else world.edit(step);
    }
    await world.quietSync();
    await world.quietSync();
    const writes = () => world.meetings.writes.length + world.appointments.writes.length;
    const before = writes();
    await world.quietSync();
    expect(writes() - before).toBe(0);
    expect(faultsOf(world, linksOf(world))).toEqual([]);
    const missing = contest(world, linksOf(world));
    await world.quietSync();
    await world.quietSync();
    expect([...missing(), ...faultsOf(world, linksOf(world))]).toEqual([]);
  } finally {
    world.end();
    await collectNowAndThen();
  }
}

console.log(`${RUNS} histories, SYNC_SEED=${SEED}`);

it.each(Array.from({ length: PARTS }, (_, part) => part + 1))(
  'both sides agree in the end, and nothing is lost or doubled (part %i of 10)',
  async (part) => {
    await fc.assert(fc.asyncProperty(history, play), {
      numRuns: Math.ceil(RUNS / PARTS),
      seed: SEED + part,
      endOnFailure: false,
    });
  },
  10 * 60_000,
);
