/** Situations of any kind, sensible and senseless ones. */
import fc from 'fast-check';
import type { Recurrence } from '../../../src/domain/recurrence';
import { instantsOf } from '../../../src/domain/recurrence/expand';
import { toInstant } from '../../../src/domain/wallClock';
import type {
  AppointmentFacts,
  AppointmentItem,
  Deviation,
  Link,
  MeetingFacts,
  MeetingItem,
  Times,
} from '../../../src/sync/model';
import { defaultPlanSettings } from '../../../src/sync/situation';
import type { Sighting, Situation } from '../../../src/sync/situation';
import { DAY, detailsOf, HOUR, NOW, situation } from './support';

const ids = ['81000000001', '81000000002', '81000000003'];
const text = fc.constantFrom('Planning', 'Review', '', '  Über\talles ', 'x'.repeat(250), '\u202e\u0000');
const minutes = fc.constantFrom(0, 15, 30, 60, 1440, 3000);
const zone = fc.constantFrom('Europe/Berlin', 'W. Europe Standard Time', 'America/New_York', 'Nowhere', '');
/** Around now, near and far, on half hours. */
const instant = fc
  .oneof(fc.integer({ min: -10, max: 10 }), fc.integer({ min: -2000, max: 2000 }))
  .map((halves) => NOW + (halves * HOUR) / 2);

const single = fc.record({
  kind: fc.constant('single'),
  start: instant.map(toInstant),
  durationMinutes: minutes,
  timeZone: zone,
});

const rule: fc.Arbitrary<Recurrence['rule']> = fc.constantFrom(
  { frequency: 'daily', interval: 1 },
  { frequency: 'daily', interval: 2 },
  { frequency: 'weekly', interval: 1, days: ['monday'], weekStart: 'monday' },
  { frequency: 'weekly', interval: 2, days: ['monday', 'thursday'], weekStart: 'sunday' },
  { frequency: 'monthly', interval: 1, on: { kind: 'date', date: 31 } },
  { frequency: 'monthly', interval: 1, on: { kind: 'weekday', which: 'last', day: 'friday' } },
  { frequency: 'yearly', interval: 1, month: 11, on: { kind: 'date', date: 23 } },
);
const end: fc.Arbitrary<Recurrence['end']> = fc.oneof(
  fc.constant({ kind: 'never' } as const),
  fc.record({ kind: fc.constant('count'), count: fc.constantFrom(1, 2, 5, 6, 60) }),
  fc.record({ kind: fc.constant('until'), date: fc.constantFrom('2026-12-21', '2027-03-01', '2020-01-01') }),
);

const series: fc.Arbitrary<Times> = fc
  .record({
    rule,
    end,
    start: fc
      .constantFrom(-21, -7, -1, 0, 1, 7)
      .map((days) => `${toInstant(NOW + days * DAY).slice(0, 11)}10:00:00`),
    durationMinutes: minutes,
    timeZone: fc.constantFrom('Europe/Berlin', 'W. Europe Standard Time', 'America/New_York'),
  })
  .chain((recurrence) =>
    fc
      .array(
        fc.record({
          at: fc.nat({ max: 6 }),
          hours: fc.integer({ min: -30, max: 30 }),
          durationMinutes: minutes,
          isMoved: fc.boolean(),
        }),
        {
          maxLength: 3,
        },
      )
      .map((changes): Times => {
        const zoneOf = recurrence.timeZone === 'America/New_York' ? recurrence.timeZone : 'Europe/Berlin';
        const originals = instantsOf(recurrence, 7, zoneOf);
        const byOriginal = new Map<number, Deviation>();
        for (const { at, hours, durationMinutes, isMoved } of changes) {
          const original = originals[at];
          if (original === undefined) continue;
          const named = toInstant(original);
          byOriginal.set(
            original,
            isMoved
              ? { kind: 'moved', original: named, start: toInstant(original + hours * HOUR), durationMinutes }
              : { kind: 'cancelled', original: named },
          );
        }
        const deviations = [...byOriginal].sort(([a], [b]) => a - b).map(([, each]) => each);
        return { kind: 'series', recurrence, deviations };
      }),
  );

const senseless: fc.Arbitrary<Times> = fc.constantFrom(
  { kind: 'single', start: '2026-99-99T99:99:99Z', durationMinutes: 30, timeZone: 'UTC' },
  { kind: 'single', start: '0000-00-00T00:00:00Z', durationMinutes: 30, timeZone: 'UTC' },
  {
    kind: 'series',
    recurrence: {
      rule: { frequency: 'daily', interval: 1 },
      end: { kind: 'until', date: '2026-99-99' },
      start: '2026-13-40T25:61:61',
      durationMinutes: 30,
      timeZone: 'Europe/Berlin',
    },
    deviations: [{ kind: 'cancelled', original: '2026-99-99T99:99:99Z' }],
  },
);
const noFixedTime: fc.Arbitrary<Times> = fc.constant({ kind: 'no-fixed-time' });

const sensibleTimes: fc.Arbitrary<Times> = fc.oneof(
  { weight: 4, arbitrary: single },
  { weight: 4, arbitrary: series },
);
const anyTimes = fc.oneof(
  { weight: 10, arbitrary: sensibleTimes },
  { weight: 1, arbitrary: noFixedTime },
  { weight: 1, arbitrary: senseless },
);
const meetingTimes = fc.oneof({ weight: 8, arbitrary: sensibleTimes }, { weight: 1, arbitrary: noFixedTime });

const details = (id: string) => fc.constantFrom(detailsOf(id), detailsOf(id, 2));
const meetingFacts = (id: string, times: fc.Arbitrary<Times>): fc.Arbitrary<MeetingFacts> =>
  fc.record({ topic: text, times, details: details(id), options: fc.constantFrom('plain', 'waiting room') });
const appointmentFacts = (id: string, times: fc.Arbitrary<Times>): fc.Arbitrary<AppointmentFacts> =>
  fc.record({
    subject: text,
    times,
    shown: fc.option(details(id)),
    location: fc.constantFrom('join', 'own', 'none'),
  });
const version = fc.constantFrom(null, 'v1', 'v2');
const flags = {
  kind: fc.constantFrom<MeetingItem['kind'][]>('meeting', 'meeting', 'meeting', 'webinar', 'instant'),
  hostedByMe: fc.boolean(),
  madeHere: fc.boolean(),
};

interface Kinds {
  readonly meetingTimes: fc.Arbitrary<Times>;
  readonly appointmentTimes: fc.Arbitrary<Times>;
}

const meetingItem = (id: string, kinds: Kinds): fc.Arbitrary<MeetingItem> =>
  fc.record({ id: fc.constant(id), version, ...flags, facts: meetingFacts(id, kinds.meetingTimes) });
const appointmentItem = (meetingId: string, kinds: Kinds, at: number): fc.Arbitrary<AppointmentItem> =>
  fc.record({
    id: fc.constant(`${meetingId}-${at}`),
    version,
    meetingId: fc.constant(meetingId),
    foundBy: fc.constantFrom('property', 'location', 'body'),
    madeFor: fc.constantFrom('this', 'another', 'untold'),
    facts: appointmentFacts(meetingId, kinds.appointmentTimes),
  });

const linkFor = (meetingId: string, kinds: Kinds): fc.Arbitrary<Link> =>
  fc
    .record({
      isWithout: fc.constantFrom(false, false, false, true),
      origin: fc.constantFrom<Link['origin'][]>('appointment-made', 'meeting-made', 'adopted'),
      ...flags,
      meeting: meetingFacts(meetingId, kinds.meetingTimes),
      appointment: appointmentFacts(meetingId, kinds.appointmentTimes),
      meetingVersion: version,
      appointmentVersion: version,
    })
    .map(({ isWithout, ...rest }) => ({
      ...rest,
      meetingId,
      appointmentId: isWithout ? null : `${meetingId}-0`,
      appointment: isWithout ? null : rest.appointment,
      meetingRow: null,
      endsAt: null,
      readAt: NOW,
    }));

/** With a base that is what is seen now in half of the fields, so that there is something to agree on. */
function sightingFor(meetingId: string, kinds: Kinds): fc.Arbitrary<Sighting> {
  return fc
    .record({
      link: fc.option(linkFor(meetingId, kinds), { nil: undefined, freq: 3 }),
      item: meetingItem(meetingId, kinds),
      state: fc.constantFrom('seen', 'seen', 'unread', 'gone'),
      linked: fc.constantFrom<Sighting['linked'][]>('seen', 'seen', 'unread', 'gone'),
      appointments: fc.tuple(...[0, 1, 2].map((at) => appointmentItem(meetingId, kinds, at))),
      shown: fc.constantFrom(1, 1, 1, 2, 3),
      known: fc.subarray([1, 2]),
      gone: fc.subarray([1, 2]),
      same: fc.subarray(['topic', 'times', 'subject', 'its times', 'shown', 'agree']),
    })
    .map(({ link, item, state, linked, appointments, shown, known, gone, same }): Sighting => {
      const isSame = new Set(same);
      const its: MeetingItem = link
        ? {
            ...item,
            facts: {
              ...item.facts,
              ...(isSame.has('topic') ? { topic: link.meeting.topic } : {}),
              ...(isSame.has('times') ? { times: link.meeting.times } : {}),
            },
          }
        : item;
      const seen = appointments.slice(0, shown).map((each): AppointmentItem => {
        if (each.id !== link?.appointmentId || !link.appointment) {
          return isSame.has('agree') && its.facts.times.kind !== 'no-fixed-time'
            ? { ...each, facts: { ...each.facts, times: its.facts.times } }
            : each;
        }
        const before = link.appointment;
        return {
          ...each,
          facts: {
            ...each.facts,
            ...(isSame.has('subject') ? { subject: before.subject } : {}),
            ...(isSame.has('its times') ? { times: before.times } : {}),
            ...(isSame.has('shown') ? { shown: before.shown } : {}),
          },
        };
      });
      const isThere = link?.appointmentId != null;
      return {
        meetingId,
        link,
        meeting: state === 'seen' ? its : state === 'gone' ? 'gone' : 'unread',
        appointments: isThere && linked !== 'seen' ? seen.slice(1) : seen,
        linked: isThere ? linked : 'none',
        copies: known.map((at) => ({ appointmentId: `${meetingId}-${at}`, meetingId })),
        copiesGone: gone
          .map((at) => `${meetingId}-${at}`)
          .filter((id) => !seen.some((each) => each.id === id)),
      };
    });
}

const can = fc.record({ occurrences: fc.constantFrom(true, true, false) });

function situations(kinds: Kinds): fc.Arbitrary<Situation> {
  return fc
    .record({
      sightings: fc.tuple(...ids.map((id) => sightingFor(id, kinds))),
      count: fc.integer({ min: 0, max: ids.length }),
      makeAppointments: fc.boolean(),
      can: fc.record({ meeting: can, appointment: can }),
    })
    .map(({ sightings, count, makeAppointments, ...rest }) =>
      situation(sightings.slice(0, count), {
        ...rest,
        settings: { ...defaultPlanSettings, makeAppointments },
      }),
    );
}

/** Whatever a schema lets through. */
export const anySituation = situations({ meetingTimes: anyTimes, appointmentTimes: anyTimes });

/** What sides tell: times that are some. */
export const sensibleSituation = situations({ meetingTimes, appointmentTimes: sensibleTimes });
