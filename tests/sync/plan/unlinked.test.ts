/** Meetings and appointments that no link knows yet: adopted, made, or left alone. */
import { defaultPlanSettings } from '../../../src/sync/situation';
import {
  appointment,
  appointmentPatch,
  DAY,
  detailsOf,
  HOUR,
  ID,
  ITS,
  kindsOf,
  meeting,
  meetingPatch,
  onlyTask,
  planOne,
  rulesOf,
  series,
  single,
  stepsOf,
} from './support';

const windowed = { pastMs: DAY, futureMs: 366 * DAY };

describe('a meeting that nothing carries', () => {
  test('gets an appointment with its topic, its times and how to join', () => {
    const made = planOne({ meeting: meeting({ times: series() }) });
    expect(stepsOf(made)).toEqual([
      {
        kind: 'create-appointment',
        draft: { meetingId: ID, subject: 'Planning', times: series(), details: detailsOf(ID) },
      },
    ]);
    expect(onlyTask(made)).toMatchObject({
      key: ID,
      title: 'Planning',
      outcome: { kind: 'linked', link: { origin: 'appointment-made' } },
    });
    expect(rulesOf(made)).toEqual(['appointment-for-meeting']);
  });

  test('also a webinar', () => {
    expect(kindsOf(planOne({ meeting: meeting({}, { kind: 'webinar' }) }))).toEqual(['create-appointment']);
  });

  test.each([
    ['started on the spot', meeting({}, { kind: 'instant' }), 'meeting-instant'],
    ['of somebody else', meeting({}, { hostedByMe: false }), 'meeting-of-another'],
    ['without fixed time', meeting({ times: { kind: 'no-fixed-time' } }), 'meeting-without-times'],
    ['that ended before the window', meeting({ times: single(-2 * DAY) }), 'meeting-out-of-window'],
    ['that begins after the window', meeting({ times: single(367 * DAY) }), 'meeting-out-of-window'],
    ['scheduled through this product', meeting({}, { madeHere: true }), 'appointment-not-saved-yet'],
    [
      'whose times make no sense',
      meeting({ times: series({ end: { kind: 'until', date: '2020-01-01' } }) }),
      'times-not-understood',
    ],
  ] as const)('but not one %s', (_, its, rule) => {
    const made = planOne({ meeting: its });
    expect(made.tasks).toEqual([]);
    expect(made.leftAlone).toMatchObject([{ key: ID, title: 'Planning', reasons: [{ rule }] }]);
  });

  test('nor any while that is switched off', () => {
    const settings = { ...defaultPlanSettings, makeAppointments: false };
    const made = planOne({ meeting: meeting() }, { settings });
    expect([made.tasks, rulesOf(made)]).toEqual([[], ['appointments-switched-off']]);
  });

  test.each([
    ['ended within the window', single(-12 * HOUR)],
    [
      'began long ago and goes on',
      series({ start: '2026-11-02T10:00:00', end: { kind: 'count', count: 6 } }),
    ],
    ['is endless', series({ start: '2020-01-06T10:00:00', end: { kind: 'never' } })],
  ])('one that %s gets one', (_, times) => {
    const settings = { ...defaultPlanSettings, ...windowed };
    expect(kindsOf(planOne({ meeting: meeting({ times }) }, { settings }))).toEqual(['create-appointment']);
  });
});

describe('a meeting and an appointment that carries it', () => {
  test.each(['property', 'location', 'body'] as const)('are linked when it is found by its %s', (foundBy) => {
    const made = planOne({ meeting: meeting(), appointments: [appointment({}, { foundBy })] });
    expect(onlyTask(made)).toMatchObject({
      steps: [],
      reasons: [{ rule: 'adopt-by-mark', facts: { by: foundBy } }],
      outcome: { kind: 'linked', link: { origin: 'adopted' }, meeting: { id: ID }, appointment: { id: ITS } },
    });
  });

  test('the calendar wins where they differ, Zoom in how one joins', () => {
    const made = planOne({
      meeting: meeting({ details: detailsOf(ID, 2) }),
      appointments: [appointment({ subject: 'Budget', times: single(2 * DAY) })],
    });
    expect(meetingPatch(made)).toEqual({ id: ID, version: null, topic: 'Budget', times: single(2 * DAY) });
    expect(appointmentPatch(made)).toEqual({ id: ITS, version: 'v1', details: detailsOf(ID, 2) });
    expect(rulesOf(made)).toEqual([
      'adopt-by-mark',
      'topic-from-calendar',
      'times-from-calendar',
      'details-from-zoom',
    ]);
  });

  test('a series and a meeting without fixed time agree where Zoom cannot hold it', () => {
    const endless = series({ end: { kind: 'never' } });
    const made = planOne({
      meeting: meeting({ times: { kind: 'no-fixed-time' } }),
      appointments: [appointment({ times: endless })],
    });
    expect(kindsOf(made)).toEqual([]);
    expect(rulesOf(made)).toEqual(['adopt-by-mark']);
  });

  test('nothing is written into a text that has no invitation', () => {
    const item = appointment({ shown: null, location: 'own' }, { foundBy: 'location' });
    expect(kindsOf(planOne({ meeting: meeting(), appointments: [item] }))).toEqual([]);
  });

  test("somebody else's, known by the text alone, is that person's invitation", () => {
    const made = planOne({
      meeting: meeting({}, { hostedByMe: false }),
      appointments: [appointment({}, { foundBy: 'body' })],
    });
    expect([made.tasks, rulesOf(made)]).toEqual([[], ['not-ours-to-change']]);
  });

  test("somebody else's with our property is linked, and nothing goes to the meeting", () => {
    const made = planOne({
      meeting: meeting({}, { hostedByMe: false }),
      appointments: [appointment({ subject: 'My name for it' })],
    });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['adopt-by-mark', 'not-ours-to-change']]);
  });

  test.each(['gone', 'unread'] as const)('nothing is done when the meeting is %s', (its) => {
    const made = planOne({ meeting: its, appointments: [appointment()] });
    expect([made.tasks, rulesOf(made)]).toEqual([[], ['appointment-of-unknown-meeting']]);
  });

  test('nor when it was started on the spot', () => {
    const made = planOne({ meeting: meeting({}, { kind: 'instant' }), appointments: [appointment()] });
    expect([made.tasks, rulesOf(made)]).toEqual([[], ['meeting-instant']]);
  });
});

describe('of several appointments that carry it', () => {
  const linkedOf = (...appointments: ReturnType<typeof appointment>[]) => {
    const { outcome, copies } = onlyTask(planOne({ meeting: meeting(), appointments }));
    if (outcome.kind !== 'linked') throw new Error('Nothing was linked');
    return [outcome.appointment?.id, copies?.map(({ appointmentId }) => appointmentId)];
  };

  test.each([
    ['that it was made for', { madeFor: 'this', foundBy: 'body' }, { madeFor: 'untold' }],
    [
      'found more surely',
      { madeFor: 'untold', foundBy: 'property' },
      { madeFor: 'untold', foundBy: 'location' },
    ],
    ['with the smaller id', { madeFor: 'untold' }, { madeFor: 'untold' }],
  ] as const)('the one %s is linked, the other is a copy', (_, better, worse) => {
    const [good, bad] = [appointment({}, { ...better, id: 'a' }), appointment({}, { ...worse, id: 'b' })];
    expect(linkedOf(good, bad)).toEqual(['a', ['b']]);
    expect(linkedOf(bad, good)).toEqual(['a', ['b']]);
  });

  test.each([
    ['times', {}, { times: single(2 * DAY) }],
    ['topic', {}, { subject: 'Something else' }],
  ])("the one with the meeting's %s is linked", (_, same, other) => {
    const good = appointment(same, { madeFor: 'untold', id: 'z' });
    expect(linkedOf(appointment(other, { madeFor: 'untold', id: 'a' }), good)).toEqual(['z', ['a']]);
  });

  test('the copy is left alone, and the plan says so', () => {
    const copy = appointment({ subject: 'Copy' }, { id: 'b', madeFor: 'another' });
    const made = planOne({ meeting: meeting(), appointments: [appointment(), copy] });
    expect(kindsOf(made)).toEqual([]);
    expect(made.leftAlone).toMatchObject([{ title: 'Copy', reasons: [{ rule: 'copy-shares' }] }]);
  });
});
