/** The suites that every provider has to pass. They go through the port alone, beside what a person does. */
import { appointmentChecks } from './appointmentChecks';
import type { Check } from './checks';
import { meetingChecks } from './meetingChecks';
import type { AppointmentSetup, Awaitable, MeetingSetup } from './setup';

export type {
  AppointmentPerson,
  AppointmentSetup,
  MeetingPerson,
  MeetingSetup,
  NextFault,
  PersonsAppointment,
} from './setup';

/** @param make a fresh, empty side for each test */
export const meetingSideSuite = (name: string, make: () => Awaitable<MeetingSetup>): void =>
  suite(`${name} as a meeting side`, meetingChecks, make);

/** @param make a fresh, empty side for each test */
export const appointmentSideSuite = (name: string, make: () => Awaitable<AppointmentSetup>): void =>
  suite(`${name} as an appointment side`, appointmentChecks, make);

function suite<Setup extends { end?(): Awaitable<void> }>(
  name: string,
  checks: readonly Check<Setup>[],
  make: () => Awaitable<Setup>,
): void {
  describe(name, () => {
    it.each(checks.map((check) => [check.name, check] as const))('%s', async (_name, check) => {
      const setup = await make();
      try {
        await check.run(setup);
      } finally {
        await setup.end?.();
      }
    });
  });
}
