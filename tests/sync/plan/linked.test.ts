/** A linked pair: topic, invitation, echoes, and deletions as far as the table in `docs/sync.md` does not say it all. */
import {
  appointment,
  appointmentPatch,
  DAY,
  detailsOf,
  HOUR,
  ID,
  ITS,
  kindsOf,
  linkOf,
  meeting,
  meetingPatch,
  onlyTask,
  planOne,
  planPair,
  rulesOf,
  series,
  single,
  stepsOf,
} from './support';

const pair = { meeting: meeting(), appointment: appointment() };

describe('an echo', () => {
  const link = linkOf(pair.meeting, pair.appointment);

  test('of what is known, with the version that is known, is nothing at all', () => {
    const made = planOne({ link, linked: 'seen', meeting: meeting(), appointments: [appointment()] });
    expect(made).toEqual({ tasks: [], leftAlone: [], questions: [] });
  });

  test('with another version only moves what is known', () => {
    const made = planPair(pair, {});
    expect(onlyTask(made)).toMatchObject({ steps: [], reasons: [{ rule: 'agree-already' }] });
    expect(onlyTask(made).outcome).toMatchObject({ appointment: { version: 'v2' } });
  });

  test('of a change that both sides already have is noted once', () => {
    const made = planPair(pair, { appointment: { subject: 'Both' }, meeting: { topic: 'Both' } });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['agree-already']]);
  });

  test('of settings that only Zoom has is noted', () => {
    expect(kindsOf(planPair(pair, { meeting: { options: 'waiting room' } }))).toEqual([]);
  });
});

describe('a topic', () => {
  test('goes to Zoom on one line, harmless, and within the limit', () => {
    const made = planPair(pair, { appointment: { subject: `  Über\r\nalles \u202e${'x'.repeat(300)}` } });
    const topic = meetingPatch(made)?.topic ?? '';
    expect(topic.startsWith('Über alles xxx')).toBe(true);
    expect(topic).toHaveLength(200);
  });

  test('that is empty becomes one that Zoom takes, and the empty subject stays', () => {
    const made = planPair(pair, { appointment: { subject: '' } });
    expect(stepsOf(made)).toEqual([
      { kind: 'update-meeting', patch: { id: ID, version: null, topic: 'Zoom meeting' } },
    ]);
  });

  test('and a time that changed on different sides both arrive', () => {
    const made = planPair(pair, { appointment: { times: single(2 * DAY) }, meeting: { topic: 'Renamed' } });
    expect(meetingPatch(made)).toEqual({ id: ID, version: null, times: single(2 * DAY) });
    expect(appointmentPatch(made)).toEqual({ id: ITS, version: 'v2', subject: 'Renamed' });
  });

  test("of somebody else's meeting that was changed here stays agreed as it was", () => {
    const theirs = { ...pair, meeting: meeting({}, { hostedByMe: false }) };
    const made = planPair(theirs, { appointment: { subject: 'My name for it' } });
    expect(onlyTask(made)).toMatchObject({
      steps: [],
      outcome: { keep: { appointment: { subject: 'Planning' } } },
    });
    expect(made.leftAlone).toMatchObject([{ reasons: [{ rule: 'not-ours-to-change' }] }]);
  });

  test("of somebody else's meeting that changed there arrives", () => {
    const theirs = { ...pair, meeting: meeting({}, { hostedByMe: false }) };
    expect(appointmentPatch(planPair(theirs, { meeting: { topic: 'Renamed' } }))?.subject).toBe('Renamed');
  });
});

describe('an invitation', () => {
  test('that the person removed is not written again, also when one joins otherwise', () => {
    const made = planPair(pair, { appointment: { shown: null }, meeting: { details: detailsOf(ID, 2) } });
    expect([kindsOf(made), rulesOf(made)]).toEqual([[], ['invitation-was-removed']]);
  });

  test('that never was there is not written when one joins otherwise', () => {
    const made = planPair(
      { ...pair, appointment: appointment({ shown: null }) },
      { meeting: { details: detailsOf(ID, 2) } },
    );
    expect(rulesOf(made)).toEqual(['invitation-was-removed']);
  });

  test('that is back and out of date is written anew', () => {
    const made = planPair(
      { meeting: meeting({ details: detailsOf(ID, 2) }), appointment: appointment({ shown: null }) },
      { appointment: { shown: detailsOf(ID) } },
    );
    expect(appointmentPatch(made)?.details).toEqual(detailsOf(ID, 2));
  });
});

describe('a deletion', () => {
  test('in Zoom takes everything of the meeting off, and nothing else', () => {
    const link = linkOf(pair.meeting, pair.appointment, { origin: 'meeting-made' });
    const made = planOne({ link, meeting: 'gone', linked: 'unread' });
    expect(stepsOf(made)).toEqual([
      { kind: 'update-appointment', patch: { id: ITS, version: 'v1', details: null } },
    ]);
    expect(onlyTask(made).outcome).toEqual({ kind: 'unlinked' });
  });

  test('in Zoom spares an appointment that somebody saved since, though no field moved', () => {
    const link = linkOf(pair.meeting, pair.appointment, { origin: 'appointment-made' });
    const saved = appointment({}, { version: 'v2' });
    const made = planOne({ link, meeting: 'gone', linked: 'seen', appointments: [saved] });
    expect(rulesOf(made)).toEqual(['meeting-deleted-appointment-changed']);
  });

  test('in Zoom spares an appointment of which nobody knows the version', () => {
    const link = linkOf(pair.meeting, pair.appointment, {
      origin: 'appointment-made',
      appointmentVersion: null,
    });
    expect(kindsOf(planOne({ link, meeting: 'gone' }))).toEqual(['update-appointment']);
  });

  test('in Zoom forgets the copies', () => {
    const link = linkOf(pair.meeting, pair.appointment);
    const copies = [{ appointmentId: 'copy', meetingId: ID }];
    expect(onlyTask(planOne({ link, meeting: 'gone', copies })).forgetCopies).toEqual(['copy']);
  });

  test('of an appointment is tied to the meeting as it was read', () => {
    const its = meeting({}, { madeHere: true, version: 'm7' });
    const link = linkOf(its, pair.appointment);
    const made = planOne({ link, meeting: its, linked: 'gone' });
    expect(stepsOf(made)).toEqual([{ kind: 'delete-meeting', expected: { id: ID, version: 'm7' } }]);
  });

  test('of an appointment spares a meeting of which one occurrence was changed in Zoom', () => {
    const its = meeting({ times: series() }, { madeHere: true });
    const changed = series({}, [{ kind: 'cancelled', original: '2026-11-30T09:00:00Z' }]);
    const made = planOne({
      link: linkOf(its, pair.appointment),
      meeting: { ...its, facts: { ...its.facts, times: changed } },
      linked: 'gone',
    });
    expect(rulesOf(made)).toEqual(['appointment-deleted-meeting-changed']);
  });

  test('of an appointment whose meeting Zoom writes in another way deletes it all the same', () => {
    const its = meeting({ times: series() }, { madeHere: true });
    const same = series({ end: { kind: 'until', date: '2026-12-21' } });
    const made = planOne({
      link: linkOf(its, pair.appointment),
      meeting: { ...its, facts: { ...its.facts, times: same } },
      linked: 'gone',
    });
    expect(kindsOf(made)).toEqual(['delete-meeting']);
  });
});

test('a linked appointment that is said to be seen and is not there counts as unread', () => {
  const link = linkOf(pair.meeting, pair.appointment);
  expect(planOne({ link, linked: 'seen' })).toEqual({ tasks: [], leftAlone: [], questions: [] });
});

test("a meeting that is over an hour ago still follows its appointment's name", () => {
  const times = single(-2 * HOUR);
  const made = planPair(
    { meeting: meeting({ times }), appointment: appointment({ times }) },
    { appointment: { subject: 'What we really talked about' } },
  );
  expect(kindsOf(made)).toEqual(['update-meeting']);
});
