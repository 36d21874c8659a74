/** What holds of every plan, whatever was seen. */
import fc from 'fast-check';
import { plan } from '../../../src/sync/plan';
import { explain } from '../../../src/sync/explain';
import { sentenceOf } from '../../../src/sync/rules';
import type { Step } from '../../../src/sync/actions';
import type { Sighting } from '../../../src/sync/situation';
import { createRandom } from '../sides/random';
import { anySituation, sensibleSituation } from './arbitrary';
import { carriedOut } from './ideal';
import { stepsOf } from './support';

const SEED = Number(process.env.PLAN_SEED ?? 20261123);
const RUNS = { seed: SEED, numRuns: Number(process.env.PLAN_RUNS ?? 1000) };

const writtenOn = (step: Step): string | undefined =>
  'patch' in step ? step.patch.id : 'expected' in step ? step.expected.id : undefined;

describe(`whatever was seen (seed ${SEED})`, () => {
  test('there is a plan, and it can be explained', () => {
    fc.assert(
      fc.property(anySituation, (seen) => {
        const made = plan(seen);
        expect(explain(made)).toMatch(/left alone\.\n$/);
        for (const { reasons } of [...made.tasks, ...made.leftAlone]) {
          expect(reasons.length).toBeGreaterThan(0);
          for (const reason of reasons) expect(sentenceOf(reason)).not.toMatch(/[{}]|undefined|NaN/);
        }
      }),
      RUNS,
    );
  });

  test('it does not depend on the order in which it was seen', () => {
    fc.assert(
      fc.property(anySituation, fc.nat(), (seen, seed) => {
        const { shuffled } = createRandom(seed);
        const sightings = shuffled(seen.sightings).map((each): Sighting => ({
          ...each,
          appointments: shuffled(each.appointments),
          copies: shuffled(each.copies),
          copiesGone: shuffled(each.copiesGone),
        }));
        expect(plan({ ...seen, sightings })).toEqual(plan(seen));
      }),
      RUNS,
    );
  });

  test('nothing is done to a meeting that somebody else hosts, and no webinar is deleted', () => {
    fc.assert(
      fc.property(anySituation, (seen) => {
        for (const step of stepsOf(plan(seen))) {
          if (step.kind !== 'update-meeting' && step.kind !== 'delete-meeting') continue;
          const of = seen.sightings.find(({ meetingId }) => meetingId === writtenOn(step));
          const its = typeof of?.meeting === 'object' ? of.meeting : of?.link;
          expect(its?.hostedByMe).toBe(true);
          if (step.kind === 'delete-meeting' && its && 'kind' in its) expect(its.kind).not.toBe('webinar');
        }
      }),
      RUNS,
    );
  });

  test('a meeting gets at most one appointment, and none where one carries it', () => {
    fc.assert(
      fc.property(anySituation, (seen) => {
        const made = stepsOf(plan(seen)).flatMap((step) =>
          step.kind === 'create-appointment' ? [step.draft] : [],
        );
        const ids = made.map(({ meetingId }) => meetingId);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) {
          const of = seen.sightings.find(({ meetingId }) => meetingId === id);
          expect([of?.link, of?.appointments]).toEqual([undefined, []]);
        }
      }),
      RUNS,
    );
  });

  test('only what we made, and nobody changed, is deleted from the calendar', () => {
    fc.assert(
      fc.property(anySituation, (seen) => {
        for (const step of stepsOf(plan(seen))) {
          if (step.kind !== 'delete-appointment') continue;
          const of = seen.sightings.find(({ link }) => link?.appointmentId === step.expected.id);
          expect(of?.link?.origin).toBe('appointment-made');
          expect(of?.meeting).toBe('gone');
          const item = of?.appointments.find(({ id }) => id === step.expected.id);
          if (item) expect(item.facts).toEqual(of?.link?.appointment);
        }
      }),
      RUNS,
    );
  });

  test('nothing is written twice, and never times beside single occurrences', () => {
    fc.assert(
      fc.property(anySituation, (seen) => {
        const steps = stepsOf(plan(seen));
        const written = steps.flatMap((step) => writtenOn(step) ?? []);
        expect(new Set(written).size).toBe(written.length);
        for (const step of steps)
          if ('patch' in step) expect(step.patch.times && step.patch.occurrences).toBeUndefined();
      }),
      RUNS,
    );
  });
});

describe(`on sides that take everything (seed ${SEED})`, () => {
  test('a plan that was carried out leaves nothing to do', () => {
    fc.assert(
      fc.property(sensibleSituation, (seen) => {
        const first = plan(seen);
        const after = carriedOut(seen, first);
        expect(stepsOf(plan(after))).toEqual([]);
      }),
      RUNS,
    );
  });
});
