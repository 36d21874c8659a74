/** The in-memory sides as the suites take them. */
import { createAppointmentSide, createClock, createMeetingSide, detailsFor, likeZoom } from '../sides';
import type {
  AppointmentSideOptions,
  Fault,
  MeetingSideOptions,
  TestAppointmentSide,
  TestMeetingSide,
} from '../sides';
import { singleIn } from './checks';
import type { AppointmentSetup, MeetingSetup, NextFault } from './setup';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const DAY_MS = 86_400_000;

/** So small that the suites' lists have several pages. */
const PAGE_SIZE = 3;

export function meetingSetup(
  options: Partial<MeetingSideOptions> = {},
): MeetingSetup & { readonly simulation: TestMeetingSide } {
  const clock = createClock(NOW);
  const simulation = createMeetingSide({ clock, pageSize: PAGE_SIZE, ...options });
  const isZoom = (options.capabilities ?? likeZoom).changes === 'list';
  const { people } = simulation;
  return {
    simulation,
    side: simulation,
    now: () => clock.now(),
    mayExhaust: true,
    end: () => expect(simulation.control.misuses).toEqual([]),
    forgetCursors: () => simulation.forgetCursors(),
    failNext: (fault) => simulation.control.fail(faults[fault]),
    person: {
      make: (meeting) => people.make(meeting),
      rename: (id, topic) => people.rename(id, topic),
      delete: (id) => people.delete(id),
      changeOptions: (id) => people.changeOptions(id, 'waiting-room=0'),
      makeForeign: (topic) =>
        people.make({
          topic,
          times: singleIn(3, clock.now()),
          hostedByMe: false,
          details: detailsFor('81000009999', 1),
        }),
      ...(isZoom ? { expire: () => clock.advance(10 * DAY_MS) } : {}),
    },
    ...(isZoom
      ? {
          impossible: {
            kind: 'series',
            recurrence: {
              rule: { frequency: 'yearly', interval: 1, month: 12, on: { kind: 'date', date: 1 } },
              end: { kind: 'count', count: 3 },
              start: '2026-12-01T09:00:00',
              durationMinutes: 30,
              timeZone: 'UTC',
            },
            deviations: [],
          },
        }
      : {}),
  };
}

export function appointmentSetup(
  options: Partial<AppointmentSideOptions> = {},
): AppointmentSetup & { readonly simulation: TestAppointmentSide } {
  const clock = createClock(NOW);
  const simulation = createAppointmentSide({ clock, pageSize: PAGE_SIZE, ...options });
  const { people } = simulation;
  return {
    simulation,
    side: simulation,
    now: () => clock.now(),
    forgetCursors: () => simulation.forgetCursors(),
    failNext: (fault) => simulation.control.fail(faults[fault]),
    end: () => expect([simulation.control.misuses, simulation.violations()]).toEqual([[], []]),
    person: {
      make({ carries, ...appointment }) {
        if (carries === null) return people.make(appointment);
        const { meetingId, by, details } = carries;
        if (by === 'property') return people.make({ ...appointment, carries: { meetingId, by } });
        return people.make({ ...appointment, carries: { meetingId, by, details } });
      },
      rename: (id, subject) => people.rename(id, subject),
      delete: (id) => people.delete(id),
      copy: (id) => people.copy(id),
      removeInvitation: (id) => people.removeInvitation(id),
      takeOff: (id) => people.takeOff(id),
      body: (id) => simulation.stored(id)?.body,
      location: (id) => simulation.stored(id)?.location ?? '',
    },
  };
}

const faults: Readonly<Record<NextFault, Fault>> = {
  busy: { kind: 'says', fault: 'busy', retryAfterMs: 1000 },
  down: { kind: 'down', calls: 1 },
  lost: { kind: 'lost', done: 'all' },
};
