/**
 * A series that Outlook split in two ("this and all following"): the first ends earlier, and a copy of it goes on.
 *
 * The copy came with the property of the first, and begins where that now ends. It gets a meeting of its own, since one
 * meeting cannot be at two times; people go on joining the first with the old address.
 */
import { occurrencesOf, startsOf } from '../../domain/recurrence/expand';
import { lastStartOf } from '../../domain/recurrence/toCome';
import { topicFor } from '../../domain/meetingFacts';
import type { Task } from '../actions';
import type { AppointmentItem, MeetingItem, Times } from '../model';
import type { Situation } from '../situation';
import { isUnderstood } from './compare';
import { forZoom } from './occurrences';
import { inZoom } from './project';
import { timesInWords } from './words';

const DAY_MS = 86_400_000;
/** Whoever splits a series may move the rest of it to another day of the week. */
const MOVED_DAYS = 6;

/** @returns the copies that go on with the series one after another, in their order */
export function secondHalves(
  linked: Times,
  copies: readonly AppointmentItem[],
  now: number,
): readonly AppointmentItem[] {
  const found: AppointmentItem[] = [];
  const left = [...copies].sort((a, b) => (a.id < b.id ? -1 : 1));
  for (let before = linked; ;) {
    const at = left.findIndex((copy) => goesOn(before, copy, now));
    const [next] = at < 0 ? [] : left.splice(at, 1);
    if (!next) return found;
    found.push(next);
    before = next.facts.times;
  }
}

function goesOn(before: Times, { madeFor, facts: { times } }: AppointmentItem, now: number): boolean {
  if (madeFor !== 'another' || before.kind !== 'series' || times.kind !== 'series') return false;
  if (!isUnderstood(before) || !isUnderstood(times)) return false;
  if (inZoom(times, now).kind === 'nothing-to-come') return false;
  const last = lastStartOf(before.recurrence);
  const [first] = occurrencesOf(times.recurrence, 1);
  if (last === undefined || first === undefined) return false;
  const next = startAfter(before, last);
  if (next === undefined) return false;
  return first > last && dayOf(first) <= dayOf(next) + MOVED_DAYS;
}

/** When the series would go on. */
function startAfter({ recurrence }: Extract<Times, { kind: 'series' }>, last: string): string | undefined {
  for (const start of startsOf({ ...recurrence, end: { kind: 'never' } })) if (start > last) return start;
  return undefined;
}

const dayOf = (wallClock: string): number => Date.parse(`${wallClock.slice(0, 10)}T00:00:00Z`) / DAY_MS;

export function meetingForSecondHalf(
  second: AppointmentItem,
  { id: like }: MeetingItem,
  { now, can }: Pick<Situation, 'now' | 'can'>,
): Task {
  const claim = `second-half-${like}-${second.id}`;
  const { subject, times } = second.facts;
  return {
    key: claim,
    title: subject,
    reasons: [{ rule: 'meeting-for-second-half', facts: { times: timesInWords(times) } }],
    steps: [
      {
        kind: 'create-meeting',
        draft: {
          claim,
          topic: topicFor(subject).text,
          times: draftTimes(times, now, can.meeting.occurrences),
          like,
        },
      },
      { kind: 'give-meeting', expected: { id: second.id, version: second.version } },
    ],
    outcome: { kind: 'linked', link: { origin: 'meeting-made' }, appointment: second },
    forgetCopies: [second.id],
  };
}

function draftTimes(times: Times, now: number, withOccurrences: boolean): Times {
  const wanted = inZoom(times, now);
  if (wanted.kind !== 'series') return { kind: 'no-fixed-time' };
  const own = times.kind === 'series' && withOccurrences ? times.deviations : [];
  return { kind: 'series', recurrence: wanted.recurrence, deviations: forZoom(wanted.recurrence, own, now) };
}
