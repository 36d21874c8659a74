/** What is done about a meeting and the appointment that is, or becomes, its one. */
import type { Outcome, Plan, Reason, RuleCode, Step, Task } from '../actions';
import type { AppointmentFacts, Copy, Link, Origin } from '../model';
import { endsAt } from '../ends';
import { isSame } from '../same';
import type { Situation } from '../situation';
import { isUnderstood } from './compare';
import { invitationField } from './invitation';
import type { Field, Pair } from './pair';
import { timesField } from './times';
import { topicField } from './topic';
import { titleOf } from './words';

export type LeftAlone = Plan['leftAlone'][number];

export interface Decided {
  readonly tasks: readonly Task[];
  readonly leftAlone: readonly LeftAlone[];
}

export interface Pairing {
  readonly pair: Pair;
  readonly link: Link | undefined;
  readonly origin: Origin;
  /** Why these two, where that is new. */
  readonly reasons: readonly Reason[];
  readonly copies: readonly Copy[];
  readonly forgetCopies: readonly string[];
}

/** Said of what is not brought together, and why. */
const leaving: ReadonlySet<RuleCode> = new Set([
  'invitation-was-removed',
  'not-ours-to-change',
  'times-without-fixed-time',
  'occurrences-not-possible',
  'past-stays',
  'times-not-understood',
]);

export function bringTogether(
  { pair, link, origin, reasons, copies, forgetCopies }: Pairing,
  { settings }: Pick<Situation, 'settings'>,
): Decided {
  const { meeting, appointment, now } = pair;
  const all = [topicField(pair), timesField(pair), invitationField(pair)];
  const isPast = isOver(pair, now - settings.pastMs);
  const fields = isPast ? pastFields(all) : all;
  const steps = stepsOf(pair, fields);
  const said = fields.flatMap((field) => field.reasons);
  // That something agrees already says nothing beside what is done.
  const own = steps.length > 0 ? said.filter(({ rule }) => rule !== 'agree-already') : unique(said);
  const isNews =
    steps.length > 0 || reasons.length > 0 || copies.length + forgetCopies.length > 0 || isNew(pair, link);
  const key = meeting.id;
  const title = titleOf(appointment.facts, meeting.facts);
  const keep = fields.reduce<Partial<AppointmentFacts>>((all, field) => ({ ...all, ...field.keep }), {});
  const left = own.filter(({ rule }) => leaving.has(rule));
  const why = [...reasons, ...own];
  const outcome: Outcome = {
    kind: 'linked',
    link: { origin },
    meeting,
    appointment,
    ...(Object.keys(keep).length > 0 ? { keep: { appointment: keep } } : {}),
  };
  return {
    tasks: isNews
      ? [
          {
            key,
            title,
            reasons: why.length > 0 ? why : [{ rule: 'agree-already' }],
            steps,
            outcome,
            ...(copies.length > 0 ? { copies } : {}),
            ...(forgetCopies.length > 0 ? { forgetCopies } : {}),
          },
        ]
      : [],
    leftAlone: steps.length === 0 && left.length > 0 ? [{ key, title, reasons: left }] : [],
  };
}

/** Both ended long ago: what still differs is left as it is. */
const pastFields = (fields: readonly Field[]): readonly Field[] =>
  fields.some(({ toMeeting, toAppointment }) => toMeeting ?? toAppointment)
    ? [{ reasons: [{ rule: 'past-stays' }] }]
    : fields;

function isOver({ meeting, appointment }: Pair, before: number): boolean {
  return [meeting.facts.times, appointment.facts.times].every((times) => {
    const end = isUnderstood(times) ? endsAt(times) : null;
    return end !== null && end < before;
  });
}

function stepsOf({ meeting, appointment }: Pair, fields: readonly Field[]): Step[] {
  const toMeeting = fields.reduce<NonNullable<Field['toMeeting']>>(
    (all, field) => ({ ...all, ...field.toMeeting }),
    {},
  );
  const toAppointment = fields.reduce<NonNullable<Field['toAppointment']>>(
    (all, field) => ({ ...all, ...field.toAppointment }),
    {},
  );
  const steps: Step[] = [];
  if (Object.keys(toMeeting).length > 0) {
    steps.push({ kind: 'update-meeting', patch: { id: meeting.id, version: meeting.version, ...toMeeting } });
  }
  if (Object.keys(toAppointment).length > 0) {
    const { id, version } = appointment;
    steps.push({ kind: 'update-appointment', patch: { id, version, ...toAppointment } });
  }
  return steps;
}

/** Whether anything is not as the link has it, be it the version alone. */
function isNew({ meeting, appointment }: Pair, link: Link | undefined): boolean {
  if (!link) return true;
  return !(
    appointment.id === link.appointmentId &&
    meeting.kind === link.kind &&
    meeting.hostedByMe === link.hostedByMe &&
    meeting.madeHere === link.madeHere &&
    isSame(meeting.facts, link.meeting) &&
    isSame(appointment.facts, link.appointment) &&
    (meeting.version === null || meeting.version === link.meetingVersion) &&
    (appointment.version === null || appointment.version === link.appointmentVersion)
  );
}

const unique = (reasons: readonly Reason[]): readonly Reason[] =>
  reasons.filter((each, at) => reasons.findIndex((other) => isSame(other, each)) === at);
