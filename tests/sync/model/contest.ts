/**
 * Who has the last word: once both sides agree, people change something of each linked pair on one side, or different
 * things on both, and it is known beforehand what has to be on both afterwards.
 */
import type { Link, MeetingItem, AppointmentItem, Times } from '../../../src/sync/model';
import type { World } from './world';

const DAY = 86_400_000;

interface Pair {
  readonly meeting: MeetingItem;
  readonly appointment: AppointmentItem;
  /** Counts the pairs: what is changed is to differ from one to the next. */
  readonly at: number;
}

/** Does its change. @returns what has to hold after the next syncs, and what it is called; undefined: nothing to change */
type Contest = (world: World, pair: Pair) => { readonly what: string; holds(): boolean } | undefined;

const topics = (world: World, { meeting, appointment }: Pair, wanted: string) => ({
  what: `topic ${wanted}`,
  holds: () =>
    world.meetings.meeting(meeting.id)?.facts.topic === wanted &&
    world.appointments.appointment(appointment.id)?.facts.subject === wanted,
});

const times = (world: World, { meeting, appointment }: Pair, start: string) => ({
  what: `start ${start}`,
  holds: () =>
    startOf(world.meetings.meeting(meeting.id)?.facts.times) === Date.parse(start) &&
    startOf(world.appointments.appointment(appointment.id)?.facts.times) === Date.parse(start),
});

const startOf = (of: Times | undefined): number | undefined =>
  of?.kind === 'single' ? Date.parse(of.start) : undefined;

const isSingle = ({ meeting, appointment }: Pair): boolean =>
  meeting.facts.times.kind === 'single' && appointment.facts.times.kind === 'single';

const inDays = (world: World, days: number): string =>
  new Date(Math.floor(world.clock.now() / DAY + days) * DAY).toISOString().replace('.000Z', 'Z');

const singleAt = (start: string): Times => ({
  kind: 'single',
  start,
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
});

const contests: readonly Contest[] = [
  (world, pair) => {
    world.meetings.people.rename(pair.meeting.id, `Zoom ${pair.at}`);
    world.appointments.people.rename(pair.appointment.id, `Calendar ${pair.at}`);
    return topics(world, pair, `Calendar ${pair.at}`);
  },
  (world, pair) => {
    world.meetings.people.rename(pair.meeting.id, `Zoom ${pair.at}`);
    return topics(world, pair, `Zoom ${pair.at}`);
  },
  (world, pair) => {
    if (!isSingle(pair)) return undefined;
    world.meetings.people.reschedule(pair.meeting.id, singleAt(inDays(world, 30)));
    world.appointments.people.reschedule(pair.appointment.id, singleAt(inDays(world, 31)));
    return times(world, pair, inDays(world, 31));
  },
  (world, pair) => {
    if (!isSingle(pair)) return undefined;
    world.meetings.people.reschedule(pair.meeting.id, singleAt(inDays(world, 32)));
    return times(world, pair, inDays(world, 32));
  },
  (world, { meeting, appointment }) => {
    if (appointment.facts.shown === null) return undefined;
    world.meetings.people.changePasscode(meeting.id);
    const passcode = world.meetings.meeting(meeting.id)?.facts.details.passcode;
    return {
      what: 'the new passcode',
      holds: () =>
        world.appointments.appointment(appointment.id)?.facts.shown?.passcode === passcode &&
        world.meetings.meeting(meeting.id)?.facts.details.passcode === passcode,
    };
  },
];

/** @returns says afterwards what is not as it has to be */
export function contest(world: World, links: ReadonlyMap<string, Link>): () => string[] {
  world.ledger.lastSubject.clear();
  world.ledger.lastTimes.clear();
  const pairs = world.meetings.meetings().flatMap((meeting) => {
    const link = links.get(meeting.id);
    const appointment = link?.appointmentId ? world.appointments.appointment(link.appointmentId) : undefined;
    const isToCome = link?.endsAt === null || (link?.endsAt ?? 0) > world.clock.now() + 7 * DAY;
    return appointment && meeting.hostedByMe && isToCome ? [{ meeting, appointment }] : [];
  });
  const all = pairs.flatMap((pair, at) => {
    const one = contests[(at + pairs.length) % contests.length]?.(world, { ...pair, at });
    return one ? [{ ...one, id: pair.meeting.id }] : [];
  });
  return () =>
    all.flatMap(({ what, holds, id }) => (holds() ? [] : [`meeting ${id}: not both have ${what}`]));
}
