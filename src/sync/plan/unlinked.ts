/** Meetings and appointments that no link knows: adopted where they know each other, made where one is missing. */
import { topicFor } from '../../domain/meetingFacts';
import type { Reason } from '../actions';
import { beginsAt, endsAt } from '../ends';
import type { MeetingItem } from '../model';
import type { Situation } from '../situation';
import { isUnderstood } from './compare';
import type { Decided } from './linked';
import { timesInWords, titleOf } from './words';

const DAY_MS = 24 * 60 * 60_000;

/** A meeting that no appointment carries, and that was never linked. */
export function meetingAlone(meeting: MeetingItem, { now, settings }: Situation): Decided {
  const title = titleOf(undefined, meeting.facts);
  const key = meeting.id;
  const because = withoutAppointment(meeting, { now, settings });
  if (because) return { tasks: [], leftAlone: [{ key, title, reasons: [because] }] };
  const { topic, times, details } = meeting.facts;
  return {
    tasks: [
      {
        key,
        title,
        reasons: [{ rule: 'appointment-for-meeting', facts: { times: timesInWords(times) } }],
        steps: [
          {
            kind: 'create-appointment',
            draft: { meetingId: key, subject: topicFor(topic).text, times, details },
          },
        ],
        outcome: { kind: 'linked', link: { origin: 'appointment-made' }, meeting },
      },
    ],
    leftAlone: [],
  };
}

/** Why it gets none; undefined where it does. */
function withoutAppointment(
  { kind, hostedByMe, madeHere, facts: { times } }: MeetingItem,
  { now, settings }: Pick<Situation, 'now' | 'settings'>,
): Reason | undefined {
  if (kind === 'instant') return { rule: 'meeting-instant' };
  if (!hostedByMe) return { rule: 'meeting-of-another' };
  if (times.kind === 'no-fixed-time') return { rule: 'meeting-without-times' };
  if (!isUnderstood(times)) return { rule: 'times-not-understood' };
  const [begin, end] = [beginsAt(times) ?? -Infinity, endsAt(times) ?? Infinity];
  if (end < now - settings.pastMs || begin > now + settings.futureMs) {
    const facts = { past: daysOf(settings.pastMs), future: daysOf(settings.futureMs) };
    return { rule: 'meeting-out-of-window', facts };
  }
  if (madeHere) return { rule: 'appointment-not-saved-yet' };
  return settings.makeAppointments ? undefined : { rule: 'appointments-switched-off' };
}

const daysOf = (milliseconds: number): number => Math.round(milliseconds / DAY_MS);

/** Appointments that carry a meeting of which nothing can be known, or nothing is to be done. */
export const allLeftAlone = (
  key: string,
  appointments: Situation['sightings'][number]['appointments'],
  reason: Reason,
): Decided => ({
  tasks: [],
  leftAlone: appointments.map(({ facts }) => ({ key, title: facts.subject, reasons: [reason] })),
});
