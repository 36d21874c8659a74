/** The suites have teeth: sides that are wrong in one thing fail a check, and the right one fails none. */
import { likeExchange, likeMapi, likeZoom, withDelta } from '../sides';
import { appointmentChecks } from './appointmentChecks';
import { appointmentMutants } from './appointmentMutants';
import type { Check } from './checks';
import { appointmentSetup, meetingSetup } from './inMemory';
import { meetingChecks } from './meetingChecks';
import { meetingMutants } from './meetingMutants';
import type { AppointmentSetup, MeetingSetup } from './setup';

/** The names of the checks that this setup fails. */
async function failing<Setup>(
  checks: readonly Check<Setup>[],
  make: () => Setup,
): Promise<readonly string[]> {
  const failed: string[] = [];
  for (const check of checks) {
    try {
      await check.run(make());
    } catch {
      failed.push(check.name);
    }
  }
  return failed;
}

describe('a meeting side', () => {
  it.each(meetingMutants)('that %s fails a check', async (_name, capabilities, mutate) => {
    const make = (): MeetingSetup => {
      const setup = meetingSetup({ capabilities });
      return { ...setup, side: { ...setup.simulation, ...mutate(setup.simulation) } };
    };
    expect(await failing(meetingChecks, make)).not.toEqual([]);
  });

  it.each([
    ['like Zoom', likeZoom],
    ['with a delta', withDelta],
  ])('that is right fails none, %s', async (_name, capabilities) => {
    expect(await failing(meetingChecks, () => meetingSetup({ capabilities }))).toEqual([]);
  });
});

describe('an appointment side', () => {
  it.each(appointmentMutants)('that %s fails a check', async (_name, capabilities, mutate) => {
    const make = (): AppointmentSetup => {
      const setup = appointmentSetup({ capabilities });
      return { ...setup, side: { ...setup.simulation, ...mutate(setup.simulation) } };
    };
    expect(await failing(appointmentChecks, make)).not.toEqual([]);
  });

  it.each([
    ['like Exchange', likeExchange],
    ['like a desktop profile', likeMapi],
  ])('that is right fails none, %s', async (_name, capabilities) => {
    expect(await failing(appointmentChecks, () => appointmentSetup({ capabilities }))).toEqual([]);
  });
});
