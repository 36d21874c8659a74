/** Meetings, appointments and links to plan with: each agrees with the others unless it is told otherwise. */
import { toInstant } from '../../../src/domain/wallClock';
import type { Recurrence } from '../../../src/domain/recurrence';
import type { Plan, RuleCode, Step, Task } from '../../../src/sync/actions';
import type {
  AppointmentFacts,
  AppointmentItem,
  Deviation,
  JoinDetails,
  Link,
  MeetingFacts,
  MeetingItem,
  Times,
} from '../../../src/sync/model';
import { plan } from '../../../src/sync/plan';
import { defaultPlanSettings } from '../../../src/sync/situation';
import type { Sighting, Situation } from '../../../src/sync/situation';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
/** A Monday. */
export const NOW = Date.parse('2026-11-23T07:00:00Z');
export const ID = '81000000001';
export const ITS = 'appointment-1';

/** @param fromNow when it starts, in milliseconds from now */
export const single = (fromNow: number, durationMinutes = 30, timeZone = 'Europe/Berlin'): Times => ({
  kind: 'single',
  start: toInstant(NOW + fromNow),
  durationMinutes,
  timeZone,
});

/** Mondays at 10:00 in Berlin, five of them, the first in two hours. */
export const mondays: Recurrence = {
  rule: { frequency: 'weekly', interval: 1, days: ['monday'], weekStart: 'monday' },
  end: { kind: 'count', count: 5 },
  start: '2026-11-23T10:00:00',
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
};

export const series = (change: Partial<Recurrence> = {}, deviations: Deviation[] = []): Times => ({
  kind: 'series',
  recurrence: { ...mondays, ...change },
  deviations,
});

/** The occurrence of so many weeks after the first, of `mondays`. */
export const monday = (week: number): string => toInstant(NOW + 2 * HOUR + week * 7 * DAY);
export const cancelled = (week: number): Deviation => ({ kind: 'cancelled', original: monday(week) });
export const moved = (week: number, hours = 1, durationMinutes = 30): Deviation => ({
  kind: 'moved',
  original: monday(week),
  start: toInstant(Date.parse(monday(week)) + hours * HOUR),
  durationMinutes,
});

export const detailsOf = (id: string, edition = 1): JoinDetails => ({
  joinUrl: `https://zoom.us/j/${id}?pwd=${edition}`,
  passcode: `code${edition}`,
  joinNumber: id,
});

export function meeting(
  facts: Partial<MeetingFacts> = {},
  change: Partial<Omit<MeetingItem, 'facts'>> = {},
): MeetingItem {
  const id = change.id ?? ID;
  return {
    version: null,
    kind: 'meeting',
    hostedByMe: true,
    madeHere: false,
    ...change,
    id,
    facts: { topic: 'Planning', times: single(DAY), details: detailsOf(id), options: 'plain', ...facts },
  };
}

export function appointment(
  facts: Partial<AppointmentFacts> = {},
  change: Partial<Omit<AppointmentItem, 'facts'>> = {},
): AppointmentItem {
  const meetingId = change.meetingId ?? ID;
  return {
    id: ITS,
    version: 'v1',
    foundBy: 'property',
    madeFor: 'this',
    ...change,
    meetingId,
    facts: {
      subject: 'Planning',
      times: single(DAY),
      shown: detailsOf(meetingId),
      location: 'join',
      ...facts,
    },
  };
}

/** A link of the two as they are. */
export const linkOf = (
  its: MeetingItem,
  item: AppointmentItem | undefined,
  change: Partial<Link> = {},
): Link => ({
  meetingId: its.id,
  appointmentId: item?.id ?? null,
  origin: 'adopted',
  kind: its.kind,
  madeHere: its.madeHere,
  hostedByMe: its.hostedByMe,
  meeting: its.facts,
  appointment: item?.facts ?? null,
  meetingVersion: its.version,
  appointmentVersion: item?.version ?? null,
  meetingRow: null,
  endsAt: null,
  readAt: NOW,
  ...change,
});

export const sighting = (change: Partial<Sighting> = {}): Sighting => ({
  meetingId: ID,
  link: undefined,
  meeting: 'unread',
  appointments: [],
  linked: change.link?.appointmentId == null ? 'none' : 'unread',
  copies: [],
  copiesGone: [],
  ...change,
});

export const situation = (
  sightings: readonly Sighting[],
  change: Partial<Omit<Situation, 'sightings'>> = {},
): Situation => ({
  now: NOW,
  sightings,
  linked: sightings.filter(({ link }) => link?.appointmentId != null).length,
  listed: {},
  settings: defaultPlanSettings,
  can: { meeting: { occurrences: true }, appointment: { occurrences: true } },
  ...change,
});

export const planOne = (
  change: Partial<Sighting>,
  context: Partial<Omit<Situation, 'sightings'>> = {},
): Plan => plan(situation([sighting(change)], context));

/** A linked pair of which both halves were seen as they are now. */
export function planPair(
  before: {
    readonly meeting: MeetingItem;
    readonly appointment: AppointmentItem;
    readonly link?: Partial<Link>;
  },
  after: { readonly meeting?: Partial<MeetingFacts>; readonly appointment?: Partial<AppointmentFacts> },
  context: Partial<Omit<Situation, 'sightings'>> = {},
): Plan {
  const link = linkOf(before.meeting, before.appointment, before.link);
  const { appointment: item, meeting: its } = before;
  return planOne(
    {
      link,
      linked: 'seen',
      meeting: { ...its, facts: { ...its.facts, ...after.meeting } },
      appointments: [{ ...item, version: 'v2', facts: { ...item.facts, ...after.appointment } }],
    },
    context,
  );
}

export const stepsOf = ({ tasks }: Pick<Plan, 'tasks'>): readonly Step[] =>
  tasks.flatMap(({ steps }) => steps);
export const kindsOf = (made: Pick<Plan, 'tasks'>): Step['kind'][] => stepsOf(made).map(({ kind }) => kind);

/** Of everything in it, each once. */
export const rulesOf = ({ tasks, leftAlone }: Pick<Plan, 'tasks' | 'leftAlone'>): RuleCode[] => [
  ...new Set([...tasks, ...leftAlone].flatMap(({ reasons }) => reasons.map(({ rule }) => rule))),
];

export function onlyTask({ tasks }: Pick<Plan, 'tasks'>): Task {
  const [first] = tasks;
  if (tasks.length !== 1 || !first) throw new Error(`There are ${tasks.length} tasks, not one`);
  return first;
}

export const meetingPatch = (made: Plan) =>
  stepsOf(made).flatMap((step) => (step.kind === 'update-meeting' ? [step.patch] : []))[0];
export const appointmentPatch = (made: Plan) =>
  stepsOf(made).flatMap((step) => (step.kind === 'update-appointment' ? [step.patch] : []))[0];
