/** Times of a linked pair: both directions, the limits of Zoom, and what is past. */
import type { Recurrence } from '../../../src/domain/recurrence';
import type { Times } from '../../../src/sync/model';
import {
  appointment,
  appointmentPatch,
  cancelled,
  DAY,
  HOUR,
  ID,
  ITS,
  kindsOf,
  meeting,
  meetingPatch,
  MINUTE,
  monday,
  moved,
  planPair,
  rulesOf,
  series,
  single,
} from './support';

const pairAt = (times: Times, its: Times = times, change = {}) => ({
  meeting: meeting({ times: its }, change),
  appointment: appointment({ times }),
});

const tuesdays: Partial<Recurrence> = {
  rule: { frequency: 'weekly', interval: 1, days: ['tuesday'], weekStart: 'monday' },
  start: '2026-11-24T11:00:00',
};
const yearly: Times = series({
  rule: { frequency: 'yearly', interval: 1, month: 11, on: { kind: 'date', date: 23 } },
});
const noFixedTime: Times = { kind: 'no-fixed-time' };
const startingAt = (start: string): Times => ({
  kind: 'single',
  start,
  durationMinutes: 30,
  timeZone: 'Europe/Berlin',
});

describe('both keep who they are', () => {
  test.each([
    ['a single appointment', single(DAY), single(2 * DAY)],
    ['a series', series(), series(tuesdays)],
    ['a single one that becomes a series', single(DAY), series()],
    ['a series that becomes a single one', series(), single(2 * DAY)],
  ])('when %s moves in the calendar, the same meeting follows', (_, before, after) => {
    const made = planPair(pairAt(before), { appointment: { times: after } });
    expect(kindsOf(made)).toEqual(['update-meeting']);
    expect(meetingPatch(made)).toEqual({ id: ID, version: null, times: after });
    expect(rulesOf(made)).toEqual(['times-from-calendar']);
  });

  test.each([
    ['a single meeting', single(DAY), single(2 * DAY)],
    ['a series', series(), series(tuesdays)],
    ['a single one that becomes a series', single(DAY), series()],
    ['a series that becomes a single one', series(), single(2 * DAY)],
  ])('when %s moves in Zoom, the same appointment follows', (_, before, after) => {
    const made = planPair(pairAt(before), { meeting: { times: after } });
    expect(kindsOf(made)).toEqual(['update-appointment']);
    expect(appointmentPatch(made)).toMatchObject({ id: ITS, version: 'v2' });
    const times = appointmentPatch(made)?.times;
    expect(times?.kind).toBe(after.kind);
    if (times?.kind === 'single') expect(times).toEqual(after);
    if (times?.kind === 'series' && after.kind === 'series')
      expect(times.recurrence).toMatchObject({ rule: after.recurrence.rule, start: after.recurrence.start });
    expect(rulesOf(made)).toEqual(['times-from-zoom']);
  });

  test('when one occurrence moves in the calendar, only that of the same meeting follows', () => {
    const made = planPair(pairAt(series()), { appointment: { times: series({}, [moved(1)]) } });
    expect(kindsOf(made)).toEqual(['update-meeting']);
    expect(meetingPatch(made)).toEqual({ id: ID, version: null, occurrences: [moved(1)] });
  });

  test('when one occurrence moves in Zoom, only that of the same appointment follows', () => {
    const made = planPair(pairAt(series()), { meeting: { times: series({}, [moved(1)]) } });
    expect(kindsOf(made)).toEqual(['update-appointment']);
    expect(appointmentPatch(made)).toEqual({ id: ITS, version: 'v2', occurrences: [moved(1)] });
  });
});

describe('single occurrences', () => {
  test('of different weeks go both ways at once', () => {
    const made = planPair(pairAt(series()), {
      appointment: { times: series({}, [cancelled(1)]) },
      meeting: { times: series({}, [moved(2)]) },
    });
    expect(meetingPatch(made)?.occurrences).toEqual([cancelled(1)]);
    expect(appointmentPatch(made)?.occurrences).toEqual([moved(2)]);
    expect(rulesOf(made)).toEqual(['occurrence-from-calendar', 'occurrence-from-zoom']);
  });

  test('that were taken back are as the series again on the other side', () => {
    const made = planPair(pairAt(series({}, [cancelled(1)])), { appointment: { times: series() } });
    expect(meetingPatch(made)?.occurrences).toEqual([{ kind: 'as-series', original: monday(1) }]);
  });

  test('that are past are left to their side', () => {
    const begun = { start: '2026-11-16T10:00:00' };
    const lastWeek = { kind: 'cancelled', original: monday(-1) } as const;
    const made = planPair(pairAt(series(begun)), { appointment: { times: series(begun, [lastWeek]) } });
    expect(kindsOf(made)).toEqual([]);
  });

  test('stay on a side whose other side cannot hold them', () => {
    const can = { meeting: { occurrences: false }, appointment: { occurrences: true } };
    const made = planPair(pairAt(series()), { appointment: { times: series({}, [cancelled(1)]) } }, { can });
    expect(kindsOf(made)).toEqual([]);
    expect(rulesOf(made)).toEqual(['occurrences-not-possible']);
  });

  test('that the calendar cannot take stay in Zoom', () => {
    const can = { meeting: { occurrences: true }, appointment: { occurrences: false } };
    const made = planPair(pairAt(series()), { meeting: { times: series({}, [cancelled(1)]) } }, { can });
    expect(kindsOf(made)).toEqual([]);
    expect(rulesOf(made)).toEqual(['occurrences-not-possible']);
  });

  test('are sent along when the whole series changes in the calendar', () => {
    const longer = { end: { kind: 'count', count: 6 } } as const;
    const made = planPair(pairAt(series({}, [cancelled(1)])), {
      appointment: { times: series(longer, [cancelled(1)]) },
    });
    expect(meetingPatch(made)?.times).toEqual(series(longer, [cancelled(1)]));
  });

  test('that Zoom forgot when the whole series changed there stay cancelled, and Zoom is told again', () => {
    const longer = series({ end: { kind: 'count', count: 6 } });
    const made = planPair(pairAt(series({}, [cancelled(1)])), { meeting: { times: longer } });
    expect(appointmentPatch(made)?.times).toMatchObject({ deviations: [cancelled(1)] });
    expect(meetingPatch(made)?.occurrences).toEqual([cancelled(1)]);
  });

  test('changed in Zoom while the calendar made the series longer are kept', () => {
    const longer = series({ end: { kind: 'count', count: 6 } });
    const made = planPair(pairAt(series()), {
      appointment: { times: longer },
      meeting: { times: series({}, [cancelled(2)]) },
    });
    expect(meetingPatch(made)?.times).toMatchObject({ deviations: [cancelled(2)] });
    expect(appointmentPatch(made)?.occurrences).toEqual([cancelled(2)]);
  });

  test('of both sides are kept when the two meet for the first time', () => {
    const made = planPair(
      { ...pairAt(series()), link: { appointment: null } },
      {
        appointment: { times: series({}, [cancelled(1)]) },
        meeting: { times: series({}, [cancelled(2)]) },
      },
    );
    expect(meetingPatch(made)?.occurrences).toEqual([cancelled(1)]);
    expect(appointmentPatch(made)?.occurrences).toEqual([cancelled(2)]);
  });
});

describe('what Zoom cannot hold', () => {
  test('becomes a meeting without fixed time', () => {
    const made = planPair(pairAt(series()), { appointment: { times: yearly } });
    expect(meetingPatch(made)?.times).toEqual(noFixedTime);
    expect(rulesOf(made)).toEqual(['times-from-calendar', 'times-without-fixed-time']);
  });

  test('gets times again when somebody changes it to what fits', () => {
    const made = planPair(pairAt(yearly, noFixedTime), { appointment: { times: series() } });
    expect(meetingPatch(made)?.times).toEqual(series());
  });

  test('leaves a meeting without fixed time as it is while it does not fit', () => {
    const later = series({
      ...(yearly.kind === 'series' ? yearly.recurrence : {}),
      start: '2026-11-23T12:00:00',
    });
    const made = planPair(pairAt(yearly, noFixedTime), { appointment: { times: later } });
    expect(kindsOf(made)).toEqual([]);
    expect(rulesOf(made)).toEqual(['agree-already']);
  });

  test('is not asked of a meeting that somebody made one without fixed time', () => {
    const removed = planPair(pairAt(single(DAY)), { meeting: { times: noFixedTime } });
    expect([kindsOf(removed), rulesOf(removed)]).toEqual([[], ['times-without-fixed-time']]);
    const movedLater = planPair(pairAt(single(DAY), noFixedTime), {
      appointment: { times: single(2 * DAY) },
    });
    expect([kindsOf(movedLater), rulesOf(movedLater)]).toEqual([[], ['times-without-fixed-time']]);
  });

  test('is cut to a day in Zoom, and stays as long as it is in the calendar', () => {
    const long = single(DAY, 3000);
    const made = planPair(pairAt(single(DAY)), { appointment: { times: long } });
    expect(meetingPatch(made)?.times).toEqual(single(DAY, 1440));
    const back = planPair(pairAt(long, single(DAY, 1440)), { meeting: { times: single(2 * DAY, 1440) } });
    expect(appointmentPatch(back)?.times).toEqual(single(2 * DAY, 3000));
  });

  test('of a zone that Zoom does not know is sent as the same instant', () => {
    const made = planPair(pairAt(single(DAY)), {
      appointment: { times: single(2 * DAY, 30, 'Customized Time Zone') },
    });
    expect(meetingPatch(made)?.times).toEqual(single(2 * DAY, 30, 'UTC'));
  });
});

describe('what is past', () => {
  test('is not sent to Zoom, which would ignore it', () => {
    const made = planPair(pairAt(single(2 * DAY)), { appointment: { times: single(-2 * HOUR) } });
    expect(kindsOf(made)).toEqual([]);
    expect(rulesOf(made)).toEqual(['past-stays']);
  });

  test('begins with what starts within the minute', () => {
    const soon = planPair(pairAt(single(DAY)), { appointment: { times: single(MINUTE / 2) } });
    expect(kindsOf(soon)).toEqual([]);
    const later = planPair(pairAt(single(DAY)), { appointment: { times: single(2 * MINUTE) } });
    expect(kindsOf(later)).toEqual(['update-meeting']);
  });

  test('does not keep a running meeting from becoming longer', () => {
    const made = planPair(pairAt(single(-10 * MINUTE)), { appointment: { times: single(-10 * MINUTE, 60) } });
    expect(meetingPatch(made)?.times).toEqual(single(-10 * MINUTE, 60));
  });

  test('of both sides, longer ago than the window, is left as it is whatever differs', () => {
    const made = planPair(pairAt(single(-3 * DAY)), { appointment: { subject: 'Notes of last week' } });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['past-stays']]);
  });

  test('of a series stays in the calendar when Zoom changes what is to come', () => {
    const own = series({ start: '2026-11-02T10:00:00', end: { kind: 'count', count: 8 } });
    const inZoom = series({ end: { kind: 'count', count: 5 } });
    const made = planPair(pairAt(own, inZoom), {
      meeting: { times: series({ end: { kind: 'count', count: 5 }, start: '2026-11-23T14:00:00' }) },
    });
    expect(appointmentPatch(made)?.times).toMatchObject({
      recurrence: { start: '2026-11-02T14:00:00', end: { kind: 'until', date: '2026-12-21' } },
    });
  });

  test('of a series is not sent to Zoom', () => {
    const own = series({ start: '2026-11-02T10:00:00', end: { kind: 'count', count: 8 } });
    const later = series({ start: '2026-11-02T14:00:00', end: { kind: 'count', count: 8 } });
    const made = planPair(pairAt(own, series()), { appointment: { times: later } });
    expect(meetingPatch(made)?.times).toMatchObject({
      recurrence: { start: '2026-11-23T14:00:00', end: { kind: 'count', count: 5 } },
    });
  });

  test.each([
    ['a series that ended', series({ start: '2026-11-09T10:00:00', end: { kind: 'count', count: 2 } })],
    ['a single appointment', single(-2 * HOUR)],
  ])('only: %s in the calendar cancels what is left in Zoom', (_, times) => {
    const own = series({ start: '2026-11-09T10:00:00', end: { kind: 'count', count: 4 } });
    const made = planPair(pairAt(own, series({ end: { kind: 'count', count: 2 } })), {
      appointment: { times },
    });
    expect(meetingPatch(made)?.occurrences).toEqual([cancelled(0), cancelled(1)]);
  });
});

describe('equal in meaning', () => {
  test.each([
    [
      'a count and the date that it ends on',
      series(),
      series({ end: { kind: 'until', date: '2026-12-21' } }),
    ],
    ['a Windows and an IANA name of a zone', series(), series({ timeZone: 'W. Europe Standard Time' })],
    ['the zone of a single one', single(DAY), single(DAY, 30, 'America/New_York')],
    ['parts of a second', single(DAY), startingAt('2026-11-24T07:00:00.250Z')],
  ])('%s: nothing is written', (_, before, after) => {
    expect(kindsOf(planPair(pairAt(before), { appointment: { times: after } }))).toEqual([]);
  });

  test('both moved to the same time: only that is noted', () => {
    const made = planPair(pairAt(single(DAY)), {
      appointment: { times: single(2 * DAY) },
      meeting: { times: single(2 * DAY) },
    });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['agree-already']]);
  });
});

test('times that make no sense are left alone, and the rest of the pair is not', () => {
  const made = planPair(pairAt(single(DAY)), {
    appointment: { times: startingAt('2026-99-99T99:99:99Z'), subject: 'Renamed' },
  });
  expect(kindsOf(made)).toEqual(['update-meeting']);
  expect(meetingPatch(made)).toEqual({ id: ID, version: null, topic: 'Renamed' });
  expect(rulesOf(made)).toEqual(['topic-from-calendar', 'times-not-understood']);
});

test('what somebody else hosts is never moved, and what was agreed stays agreed', () => {
  const made = planPair(pairAt(single(DAY), single(DAY), { hostedByMe: false }), {
    appointment: { times: single(2 * DAY) },
  });
  expect(kindsOf(made)).toEqual([]);
  expect(made.tasks).toMatchObject([{ outcome: { keep: { appointment: { times: single(DAY) } } } }]);
});
