/**
 * When it takes place. The calendar wins where both changed; single occurrences are brought together one by one.
 *
 * Each side's times are compared with its own last agreed ones. What Zoom would ignore (a start that is past) is not
 * sent, and what Zoom cannot hold as a series becomes a meeting without fixed time.
 */
import type { Reason } from '../actions';
import type { Times } from '../model';
import { isToCome } from '../../domain/recurrence/toCome';
import { agree, isUnderstood, sameAsBefore, sameInstant } from './compare';
import { cancelledRest, forCalendar, forZoom, mergedOccurrences, occurringIn, patched } from './occurrences';
import type { OccurrencesMerged } from './occurrences';
import { agreed, unchanged } from './pair';
import type { Field, Pair } from './pair';
import { inCalendar, inZoom } from './project';
import { timesInWords } from './words';

const MINUTE_MS = 60_000;

type Fixed = Exclude<Times, { kind: 'no-fixed-time' }>;

/** How each side moved, single occurrences apart. */
interface Moves {
  readonly calendar: boolean;
  readonly zoom: boolean;
}

/** Times that make no sense are never agreed on. */
export function timesField(pair: Pair): Field {
  const { meeting, appointment, base } = pair;
  if (![appointment.facts.times, meeting.facts.times].every(isUnderstood)) {
    const keep = base ? { keep: { times: base.appointment.times } } : {};
    return { reasons: [{ rule: 'times-not-understood' }], ...keep };
  }
  const wasUnderstood = base && [base.appointment.times, base.meeting.times].every(isUnderstood);
  return understoodTimes({ ...pair, base: wasUnderstood ? base : undefined });
}

function understoodTimes(pair: Pair): Field {
  const { now, base } = pair;
  const calendar = pair.appointment.facts.times;
  const zoom = pair.meeting.facts.times;
  if (calendar.kind === 'no-fixed-time') return unchanged;
  const moves: Moves = {
    calendar: !base || !sameAsBefore(calendar, base.appointment.times, now),
    zoom: base !== undefined && !sameAsBefore(zoom, base.meeting.times, now),
  };
  if (zoom.kind === 'no-fixed-time') return timeless(pair, calendar, moves);
  const merged = mergedOccurrences({
    calendar,
    zoom,
    base: base && { calendar: base.appointment.times, zoom: base.meeting.times },
    zoomForgot: moves.zoom,
    now,
  });
  const isAgreed = agree(calendar, zoom, now);
  if (isAgreed || !(moves.calendar || moves.zoom)) {
    const single = singleOccurrences(pair, { calendar, zoom, merged });
    return single.reasons.length === 0 && base && isAgreed && (moves.calendar || moves.zoom)
      ? agreed
      : single;
  }
  return moves.calendar
    ? fromCalendar(pair, { calendar, zoom, merged }, moves)
    : fromZoom(pair, { calendar, zoom, merged });
}

interface Both<Zoom extends Times = Fixed> {
  readonly calendar: Fixed;
  readonly zoom: Zoom;
  readonly merged: OccurrencesMerged;
}

/** A meeting for any time suits every appointment; it gets a time again only where Zoom could not hold one before. */
function timeless(pair: Pair, calendar: Fixed, moves: Moves): Field {
  const { base, now } = pair;
  if (base && !moves.calendar && !moves.zoom) return unchanged;
  const wanted = inZoom(calendar, now);
  if (wanted.kind === 'no-fixed-time') return base ? agreed : unchanged;
  const couldNotHold =
    base?.appointment.times.kind === 'series' && agree(base.appointment.times, base.meeting.times, -Infinity);
  if (couldNotHold && moves.calendar && !moves.zoom) {
    return fromCalendar(pair, { calendar, zoom: pair.meeting.facts.times, merged: noOccurrences }, moves);
  }
  return { reasons: [{ rule: 'times-without-fixed-time' }] };
}

const noOccurrences: OccurrencesMerged = { toCalendar: [], toZoom: [], conflicts: [] };

const notOurs = ({ base }: Pair): Field => ({
  reasons: [{ rule: 'not-ours-to-change', facts: { field: 'times' } }],
  ...(base ? { keep: { times: base.appointment.times } } : {}),
});

const pastStays: Field = { reasons: [{ rule: 'past-stays' }] };

function fromCalendar(pair: Pair, { calendar, zoom, merged }: Both<Times>, moves: Moves): Field {
  const { now, can } = pair;
  if (!pair.meeting.hostedByMe) return notOurs(pair);
  const reasons: readonly Reason[] = [
    { rule: 'times-from-calendar', facts: { times: timesInWords(calendar) } },
    ...(moves.zoom ? [{ rule: 'calendar-wins', facts: { field: 'times' } } as const] : []),
  ];
  const wanted = inZoom(calendar, now);
  switch (wanted.kind) {
    case 'single': {
      const { start, durationMinutes } = wanted.times;
      const isRunning =
        zoom.kind === 'single' &&
        sameInstant(start, zoom.start) &&
        Date.parse(start) + durationMinutes * MINUTE_MS > now;
      if (!isToCome(Date.parse(start), now) && !isRunning) return ended(pair, zoom, reasons);
      return { reasons, toMeeting: { times: wanted.times } };
    }
    case 'nothing-to-come':
      return ended(pair, zoom, reasons);
    case 'no-fixed-time':
      return {
        reasons: [...reasons, { rule: 'times-without-fixed-time' }],
        toMeeting: { times: { kind: 'no-fixed-time' } },
      };
    case 'series': {
      const own = calendar.kind === 'series' ? calendar : undefined;
      const toCalendar = own ? occurringIn(own.recurrence, merged.toCalendar) : [];
      const all = patched(own?.deviations ?? [], toCalendar);
      const deviations = can.meeting.occurrences ? forZoom(wanted.recurrence, all, now) : [];
      const told = can.appointment.occurrences ? toCalendar : [];
      return {
        reasons: [
          ...reasons,
          ...(told.length > 0 ? [occurrencesReason('occurrence-from-zoom', told)] : []),
          ...(told.length < toCalendar.length || (all.length > 0 && !can.meeting.occurrences)
            ? [notPossible]
            : []),
        ],
        toMeeting: { times: { kind: 'series', recurrence: wanted.recurrence, deviations } },
        ...(told.length > 0 ? { toAppointment: { occurrences: told } } : {}),
      };
    }
  }
}

/** Nothing is left in the calendar: of a series in Zoom the rest is cancelled, a single meeting stays where it is. */
function ended({ now, can }: Pair, zoom: Times, reasons: readonly Reason[]): Field {
  const rest = zoom.kind === 'series' && can.meeting.occurrences ? cancelledRest(zoom, now) : undefined;
  return rest && rest.length > 0 ? { reasons, toMeeting: { occurrences: rest } } : pastStays;
}

function fromZoom(pair: Pair, { calendar, zoom, merged }: Both): Field {
  const times = inCalendar(zoom, calendar, pair.now);
  const reason: Reason = { rule: 'times-from-zoom', facts: { times: timesInWords(zoom) } };
  if (times.kind === 'single' || zoom.kind === 'single') {
    return { reasons: [reason], toAppointment: { times } };
  }
  const { occurrences } = pair.can.appointment;
  const own = calendar.kind === 'series' ? calendar.deviations : [];
  const all = calendar.kind === 'series' ? patched(own, merged.toCalendar) : zoom.deviations;
  const deviations = occurrences ? forCalendar(times.recurrence, all) : [];
  const back = tellZoom(pair, occurringIn(zoom.recurrence, merged.toZoom));
  return {
    reasons: [reason, ...(all.length > 0 && !occurrences ? [notPossible] : []), ...back.reasons],
    toAppointment: { times: { ...times, deviations } },
    ...(back.toMeeting ? { toMeeting: back.toMeeting } : {}),
    ...(back.keep ? { keep: back.keep } : {}),
  };
}

/** The series agree, or neither moved: only single occurrences may differ. */
function singleOccurrences(pair: Pair, { calendar, zoom, merged }: Both): Field {
  if (calendar.kind !== 'series' || zoom.kind !== 'series') return unchanged;
  const toZoom = occurringIn(zoom.recurrence, merged.toZoom);
  const toCalendar = occurringIn(calendar.recurrence, merged.toCalendar);
  const here = pair.can.appointment.occurrences ? toCalendar : [];
  const there = tellZoom(pair, toZoom);
  const wins = merged.conflicts.length > 0 && there.toMeeting && pair.base;
  return {
    reasons: [
      ...there.reasons,
      ...(here.length > 0 ? [occurrencesReason('occurrence-from-zoom', here)] : []),
      ...(here.length < toCalendar.length ? [notPossible] : []),
      ...(wins ? [{ rule: 'calendar-wins', facts: { field: 'occurrences' } } as const] : []),
    ],
    ...(there.toMeeting ? { toMeeting: there.toMeeting } : {}),
    ...(there.keep ? { keep: there.keep } : {}),
    ...(here.length > 0 ? { toAppointment: { occurrences: here } } : {}),
  };
}

function tellZoom(pair: Pair, patches: OccurrencesMerged['toZoom']): Field {
  if (patches.length === 0) return unchanged;
  if (!pair.meeting.hostedByMe) return notOurs(pair);
  if (!pair.can.meeting.occurrences) return { reasons: [notPossible] };
  return {
    reasons: [occurrencesReason('occurrence-from-calendar', patches)],
    toMeeting: { occurrences: patches },
  };
}

const notPossible: Reason = { rule: 'occurrences-not-possible' };

const occurrencesReason = (
  rule: 'occurrence-from-calendar' | 'occurrence-from-zoom',
  patches: OccurrencesMerged['toZoom'],
): Reason => ({ rule, facts: { count: patches.length } });
