/** Copies of a linked appointment, what becomes of them, and a series that was split in two. */
import type { AppointmentItem, Times } from '../../../src/sync/model';
import type { Sighting } from '../../../src/sync/situation';
import {
  appointment,
  cancelled,
  DAY,
  ID,
  ITS,
  kindsOf,
  linkOf,
  meeting,
  meetingPatch,
  onlyTask,
  planOne,
  rulesOf,
  series,
  single,
  stepsOf,
} from './support';

const copyOf = (id: string, facts: Parameters<typeof appointment>[0] = {}): AppointmentItem =>
  appointment(facts, { id, madeFor: 'another' });
const known = (...ids: string[]) => ids.map((appointmentId) => ({ appointmentId, meetingId: ID }));
const linkedPair = (times: Times = single(DAY), madeHere = false) => {
  const its = meeting({ times }, { madeHere });
  return linkOf(its, appointment({ times }));
};

describe('a copy', () => {
  test('is known from the first time on, and shares the meeting', () => {
    const made = planOne({ link: linkedPair(), linked: 'unread', appointments: [copyOf('copy')] });
    expect(onlyTask(made)).toMatchObject({ steps: [], copies: known('copy') });
    expect(rulesOf(made)).toEqual(['copy-shares']);
  });

  test('that is known is nothing new, whatever is done to it', () => {
    const made = planOne({
      link: linkedPair(),
      appointments: [copyOf('copy', { subject: 'My own now', times: single(5 * DAY) })],
      copies: known('copy'),
    });
    expect(made).toEqual({ tasks: [], leftAlone: [], questions: [] });
  });

  test('that is gone is forgotten', () => {
    const made = planOne({ link: linkedPair(), copies: known('copy'), copiesGone: ['copy'] });
    expect(onlyTask(made)).toMatchObject({
      steps: [],
      forgetCopies: ['copy'],
      reasons: [{ rule: 'copy-gone' }],
    });
  });
});

describe('when the linked appointment is gone', () => {
  const lost = (change: Partial<Sighting>) =>
    planOne({ link: linkedPair(single(DAY), true), linked: 'gone', ...change });

  test('the only other one that carries the meeting takes over, under the same meeting', () => {
    const made = lost({ appointments: [copyOf('moved')] });
    expect(onlyTask(made)).toMatchObject({
      key: ID,
      steps: [],
      reasons: [{ rule: 'copy-takes-over' }],
      outcome: { kind: 'linked', appointment: { id: 'moved' } },
    });
  });

  test('one that was known as a copy is one no more', () => {
    const made = lost({ appointments: [copyOf('moved')], copies: known('moved') });
    expect(onlyTask(made).forgetCopies).toEqual(['moved']);
  });

  test('what that one says otherwise goes to the meeting', () => {
    const made = lost({ appointments: [copyOf('moved', { times: single(8 * DAY) })] });
    expect(meetingPatch(made)).toEqual({ id: ID, version: null, times: single(8 * DAY) });
  });

  test("it is nobody's but the person's, also where we made the one before", () => {
    const link = linkOf(meeting(), appointment(), { origin: 'appointment-made' });
    const made = planOne({ link, linked: 'gone', appointments: [copyOf('moved')] });
    expect(onlyTask(made).outcome).toMatchObject({ link: { origin: 'adopted' } });
  });

  test('two that carry it keep the meeting, and it follows neither', () => {
    const made = lost({ appointments: [copyOf('one'), copyOf('two')] });
    expect(onlyTask(made)).toMatchObject({
      steps: [],
      copies: known('one', 'two'),
      outcome: { kind: 'without-appointment' },
    });
    expect(rulesOf(made)).toEqual(['copy-shares']);
  });

  test('a known copy that was not seen counts as well', () => {
    const made = lost({ appointments: [copyOf('one')], copies: known('unseen') });
    expect(rulesOf(made)).toEqual(['copy-shares']);
    const alone = lost({ appointments: [copyOf('one')], copies: known('late'), copiesGone: ['late'] });
    expect(rulesOf(alone)).toEqual(['copy-takes-over', 'copy-gone']);
  });
});

describe('a meeting whose appointment was deleted', () => {
  const without = linkOf(meeting(), undefined);

  test('gets no other one', () => {
    const made = planOne({ link: without, meeting: meeting({ topic: 'Renamed' }) });
    expect(onlyTask(made)).toMatchObject({ steps: [], outcome: { kind: 'without-appointment' } });
    expect(rulesOf(made)).toEqual(['appointment-stays-deleted']);
  });

  test('says nothing when nothing is new', () => {
    expect(planOne({ link: without, meeting: meeting() }).tasks).toEqual([]);
  });

  test('is linked with a new one that carries it', () => {
    const made = planOne({
      link: without,
      meeting: meeting(),
      appointments: [appointment({}, { id: 'new' })],
    });
    expect(onlyTask(made)).toMatchObject({
      reasons: [{ rule: 'adopt-by-mark' }],
      outcome: { kind: 'linked', appointment: { id: 'new' } },
    });
  });

  test('of several the one that was made for it', () => {
    const made = planOne({
      link: without,
      meeting: meeting(),
      appointments: [copyOf('a'), appointment({}, { id: 'b' })],
    });
    expect(onlyTask(made)).toMatchObject({ outcome: { appointment: { id: 'b' } }, copies: known('a') });
  });

  test('is forgotten once it is gone itself', () => {
    const made = planOne({ link: without, meeting: 'gone' });
    expect(onlyTask(made)).toMatchObject({ outcome: { kind: 'unlinked' }, reasons: [{ rule: 'both-gone' }] });
  });
});

describe('a series that was split', () => {
  const whole = series();
  const first = series({ end: { kind: 'count', count: 2 } });
  const rest = series({ start: '2026-12-07T10:00:00', end: { kind: 'count', count: 3 } });

  const split = (second: AppointmentItem, change: Partial<Sighting> = {}) =>
    planOne({
      link: linkedPair(whole),
      linked: 'seen',
      appointments: [appointment({ times: first }, { version: 'v2' }), second],
      ...change,
    });

  test('ends earlier in Zoom, and its second part gets a meeting of its own like the first', () => {
    const made = split(copyOf('second', { times: rest }));
    expect(stepsOf(made)).toEqual([
      { kind: 'update-meeting', patch: { id: ID, version: null, times: first } },
      {
        kind: 'create-meeting',
        draft: { claim: `second-half-${ID}-second`, topic: 'Planning', times: rest, like: ID },
      },
      { kind: 'give-meeting', expected: { id: 'second', version: 'v1' } },
    ]);
    expect(made.tasks[1]).toMatchObject({
      key: `second-half-${ID}-second`,
      reasons: [{ rule: 'meeting-for-second-half' }],
      outcome: { kind: 'linked', link: { origin: 'meeting-made' }, appointment: { id: 'second' } },
    });
  });

  test.each([
    ['at another time of day', { start: '2026-12-07T15:00:00' }],
    [
      'on another day of the week',
      { start: '2026-12-09T10:00:00', rule: { frequency: 'daily', interval: 7 } },
    ],
  ] as const)('also when it goes on %s', (_, change) => {
    const second = series({ end: { kind: 'count', count: 3 }, ...change });
    expect(kindsOf(split(copyOf('second', { times: second })))).toContain('create-meeting');
  });

  test('takes its own single occurrences along', () => {
    const deviating = rest.kind === 'series' ? { ...rest, deviations: [cancelled(3)] } : rest;
    const made = split(copyOf('second', { times: deviating }));
    expect(stepsOf(made)).toContainEqual(
      expect.objectContaining({ draft: expect.objectContaining({ times: deviating }) }),
    );
  });

  test('twice before anybody looked gives two meetings', () => {
    const middle = series({ start: '2026-12-07T10:00:00', end: { kind: 'count', count: 1 } });
    const last = series({ start: '2026-12-14T10:00:00', end: { kind: 'count', count: 2 } });
    const made = split(copyOf('z', { times: middle }), {
      appointments: [
        appointment({ times: first }),
        copyOf('z', { times: middle }),
        copyOf('b', { times: last }),
      ],
    });
    expect(kindsOf(made).filter((kind) => kind === 'create-meeting')).toHaveLength(2);
  });

  test('is found when the journal is lost as well', () => {
    const made = planOne({
      meeting: meeting({ times: first }),
      appointments: [appointment({ times: first }), copyOf('second', { times: rest })],
    });
    expect(kindsOf(made)).toEqual(['create-meeting', 'give-meeting']);
  });

  test('where Zoom cannot hold the second part, that meeting has no fixed time', () => {
    const endless = series({ start: '2026-12-07T10:00:00', end: { kind: 'never' } });
    const made = split(copyOf('second', { times: endless }));
    expect(stepsOf(made)).toContainEqual(
      expect.objectContaining({ draft: expect.objectContaining({ times: { kind: 'no-fixed-time' } }) }),
    );
  });

  test('and known as a copy before the first part ended gets its own when that ends', () => {
    const made = split(copyOf('second', { times: rest }), { copies: known('second') });
    expect(made.tasks[1]).toMatchObject({ forgetCopies: ['second'] });
  });

  test.each([
    ['begins before the first one ends', copyOf('second', { times: series() })],
    ['begins long after it', copyOf('second', { times: series({ start: '2027-03-01T10:00:00' }) })],
    ['is a single one', copyOf('second', { times: single(14 * DAY) })],
    ['was made for itself', appointment({ times: rest }, { id: 'second', madeFor: 'this' })],
  ])('a copy that %s is a copy', (_, second) => {
    const made = split(second);
    expect(kindsOf(made)).toEqual(['update-meeting']);
    expect(rulesOf(made)).toContain('copy-shares');
  });

  test("of somebody else's meeting is a copy", () => {
    const theirs = meeting({ times: first }, { hostedByMe: false });
    const link = linkOf(theirs, appointment({ times: first }));
    const made = planOne({ link, meeting: theirs, appointments: [copyOf('second', { times: rest })] });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['copy-shares']]);
  });

  test('the linked one is not taken for its own second part', () => {
    const made = planOne({
      link: linkedPair(whole),
      linked: 'seen',
      appointments: [appointment({ times: first })],
    });
    expect(kindsOf(made)).toEqual(['update-meeting']);
    expect(onlyTask(made).outcome).toMatchObject({ appointment: { id: ITS } });
  });
});
