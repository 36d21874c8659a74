/** A sync from end to end: what is read, what is written, what is known afterwards. */
import { detailsFor, likeMapi, likePoorCalendar, likeZoom, withDelta } from '../sides';
import { single, weekly } from './support/items';
import { callsOf, createWorld, endWorlds } from './support/world';
import type { World } from './support/world';

afterEach(endWorlds);

describe('the first sync', () => {
  it('makes an appointment for each meeting, full calls at a time', async () => {
    const world = createWorld();
    for (let index = 0; index < 25; index += 1) {
      world.meetings.people.make({ topic: `Meeting ${index}`, times: single() });
    }
    const report = await world.sync();
    expect(report).toMatchObject({ status: 'done', done: { 'appointment-for-meeting': 25 }, failed: [] });
    expect(world.appointments.carrying()).toHaveLength(25);
    // Rows say too little: each meeting is read. The whole calendar was listed, so none has to be looked for.
    expect(callsOf(report)).toEqual({
      meeting: { changes: 1, read: 25 },
      appointment: { changes: 1, create: 2 },
    });
  });

  it('adopts what knows each other and makes nothing twice', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    const report = await world.sync();
    expect(report.done).toEqual({ 'adopt-by-mark': 1 });
    expect(world.writes()).toEqual([]);
    expect(world.journal().linksOfMeetings([meetingId]).get(meetingId)).toMatchObject({ appointmentId });
  });
});

describe('nothing changed', () => {
  it.each([
    ['Zoom and Exchange', {}, { meeting: { changes: 1 }, appointment: { changes: 1 } }],
    ['two deltas', { meetings: withDelta }, { meeting: { changes: 1 }, appointment: { changes: 1 } }],
    [
      'Zoom and a profile',
      { appointments: likeMapi },
      { meeting: { changes: 1 }, appointment: { changes: 1 } },
    ],
    [
      'Zoom and the poorest calendar',
      { appointments: likePoorCalendar },
      { meeting: { changes: 1 }, appointment: { changes: 1 } },
    ],
  ])('means the least calls and no write: %s', async (_, sides, calls) => {
    const world = createWorld({ ...sides, settings: { rotation: 0 } });
    world.schedule('Planning');
    world.schedule('Series', weekly());
    world.meetings.people.make({ topic: 'Alone', times: single() });
    await world.sync();
    await world.sync();
    const before = world.writes().length;
    const report = await world.sync();
    expect(callsOf(report)).toEqual(calls);
    expect(world.writes()).toHaveLength(before);
    expect(report).toMatchObject({ status: 'done', done: {}, failed: [], later: 0 });
  });

  it('writes nothing to the journal either', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    world.schedule('Planning');
    await world.sync();
    const doomed = await world.syncUntil(undefined);
    // Two pages, before and after each.
    expect(doomed.moments()).toBe(4);
  });

  it('reads the details of a few meetings all the same, the longest unread first', async () => {
    const world = createWorld({ settings: { rotation: 2 } });
    const ids = ['1', '2', '3'].map((topic) => world.schedule(topic).meetingId);
    await world.sync();
    for (const id of ids) world.meetings.people.changeOptions(id, 'quiet');
    world.clock.advance(1);
    await world.sync();
    world.clock.advance(1);
    await world.sync();
    const links = world.journal().linksOfMeetings(ids);
    expect(ids.map((id) => links.get(id)?.meeting.options)).toEqual(['quiet', 'quiet', 'quiet']);
  });

  it('leaves what is left alone unread, until the list says something else of it', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const id = world.meetings.people.make({ topic: 'Any time', times: { kind: 'no-fixed-time' } });
    expect((await world.sync()).leftAlone).toMatchObject([{ title: 'Any time' }]);
    expect(callsOf(await world.sync()).meeting).toEqual({ changes: 1 });
    world.meetings.people.reschedule(id, single());
    expect(await world.sync()).toMatchObject({ done: { 'appointment-for-meeting': 1 } });
  });
});

describe('what moved', () => {
  it('is all that is read', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    for (let index = 0; index < 30; index += 1) world.schedule(`Meeting ${index}`);
    const { appointmentId } = world.schedule('One');
    const { meetingId } = world.schedule('Another one');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'From the calendar');
    world.meetings.people.rename(meetingId, 'From Zoom');
    const report = await world.sync();
    expect(callsOf(report)).toEqual({
      // The row that moved, and before a side without versions is written, what is written.
      meeting: { changes: 1, read: 2, update: 1 },
      appointment: { changes: 1, update: 1 },
    });
    expect(report.done).toEqual({ 'topic-from-calendar': 1, 'topic-from-zoom': 1 });
  });

  it('is what a notification names, though no row shows it', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId, appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    world.meetings.people.cancelOccurrence(meetingId, '2026-03-10T09:00:00Z');
    expect((await world.sync()).done).toEqual({});
    expect((await world.sync({ hints: [meetingId, meetingId] })).done).toEqual({ 'occurrence-from-zoom': 1 });
    expect(world.appointments.appointment(appointmentId)?.facts.times).toMatchObject({
      deviations: [{ kind: 'cancelled' }],
    });
  });

  it('is not forgotten where the sync that a notification began did not come to its end', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId } = world.schedule('Series', weekly());
    await world.sync();
    world.meetings.people.cancelOccurrence(meetingId, '2026-03-10T09:00:00Z');
    world.appointments.control.fail({ kind: 'says', fault: 'denied' }, 'changes');
    expect(await world.sync({ hints: [meetingId] })).toMatchObject({
      status: 'stopped',
      faults: { appointment: 'denied' },
    });
    world.restart();
    expect((await world.sync()).done).toEqual({ 'occurrence-from-zoom': 1 });
  });

  it('is a series that goes on in a copy, also where the copy was seen first', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { appointmentId } = world.schedule('Series', weekly());
    await world.sync();
    const series = world.appointments.appointment(appointmentId)?.facts.times;
    const second = world.appointments.people.split(appointmentId, '2026-03-17T09:00:00Z');
    const shortened = world.appointments.appointment(appointmentId)?.facts.times;
    if (!series || !shortened) throw new Error('The series is gone');
    // The calendar tells of the copy, and only later that the first one ends earlier.
    world.appointments.people.reschedule(appointmentId, series);
    expect((await world.sync()).done).toEqual({ 'copy-shares': 1 });
    world.appointments.people.reschedule(appointmentId, shortened);
    expect((await world.sync()).done).toMatchObject({ 'meeting-for-second-half': 1 });
    expect(world.appointments.appointment(second)?.meetingId).not.toBe(
      world.appointments.appointment(appointmentId)?.meetingId,
    );
  });

  it('is a copy that takes over when the appointment is deleted', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { appointmentId, meetingId } = world.schedule('Planning');
    await world.sync();
    const copy = world.appointments.people.copy(appointmentId);
    expect((await world.sync()).done).toEqual({ 'copy-shares': 1 });
    world.appointments.people.delete(appointmentId);
    expect((await world.sync()).done).toMatchObject({ 'copy-takes-over': 1 });
    expect(world.meetings.meeting(meetingId)).toBeDefined();
    expect(world.journal().linksOfMeetings([meetingId]).get(meetingId)?.appointmentId).toBe(copy);
    expect(world.journal().copiesOfMeetings([meetingId])).toEqual([]);
  });

  it('comes back as an echo that says nothing, however late and often', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.reschedule(appointmentId, single('2026-03-04T09:00:00Z'));
    await world.sync();
    const written = world.writes().length;
    await world.sync({ hints: [meetingId] });
    world.clock.advance(7 * 86_400_000);
    world.restart();
    await world.sync({ hints: [meetingId, meetingId] });
    expect(world.writes()).toHaveLength(written);
  });

  it('keeps the appointment’s identity when the time changes, in both directions', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.meetings.people.reschedule(meetingId, single('2026-03-05T09:00:00Z'));
    await world.sync();
    expect(world.appointments.appointment(appointmentId)?.facts.times).toMatchObject({
      start: '2026-03-05T09:00:00Z',
    });
    world.appointments.people.reschedule(appointmentId, single('2026-03-06T09:00:00Z'));
    await world.sync();
    expect(world.meetings.meeting(meetingId)?.facts.times).toMatchObject({ start: '2026-03-06T09:00:00Z' });
    expect(world.writes().map(({ kind }) => kind)).toEqual(['update', 'update']);
  });

  it('starts again where the cursor means nothing any more', async () => {
    const world = createWorld();
    const { appointmentId, meetingId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.rename(appointmentId, 'Renamed');
    world.appointments.forgetCursors();
    expect((await world.sync()).status).toBe('done');
    expect(world.meetings.meeting(meetingId)?.facts.topic).toBe('Renamed');
  });
});

describe('what is no longer there', () => {
  it('is asked for before it is called gone', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.meetings.people.delete(meetingId);
    const report = await world.sync();
    expect(report.calls.meeting.read).toBe(1);
    expect(world.appointments.appointment(appointmentId)).toBeUndefined();
    expect(world.appointments.stored(appointmentId)).toBeDefined();
  });

  it('is not asked for at all once it is over: it has expired', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.clock.advance(40 * 86_400_000);
    expect(world.meetings.meeting(meetingId)).toBeUndefined();
    expect(callsOf(await world.sync()).meeting).toEqual({ changes: 1 });
    expect(world.appointments.appointment(appointmentId)).toBeDefined();
  });

  it('is looked for before its meeting goes: it may only have been moved to another calendar', async () => {
    const world = createWorld({ settings: { rotation: 0 } });
    const { meetingId, appointmentId } = world.schedule('Planning');
    await world.sync();
    world.appointments.people.delete(appointmentId);
    // The other calendar tells of it only after the first one was read.
    world.appointments.control.fail(
      {
        kind: 'meanwhile',
        happens: () =>
          world.appointments.people.make({
            subject: 'Planning',
            times: single(),
            carries: { meetingId, by: 'property', details: detailsFor(meetingId, 1) },
          }),
      },
      'find',
    );
    expect((await world.sync()).done).toEqual({ 'copy-takes-over': 1 });
    expect(world.meetings.meeting(meetingId)).toBeDefined();
    expect(world.writes()).toEqual([]);
  });

  it.each<[string, (world: World, id: string) => void]>([
    ['wrote an agenda into it', (world, id) => world.appointments.people.writeText(id, 'Agenda')],
    ['gave it another subject', (world, id) => world.appointments.people.rename(id, 'Renamed')],
  ])(
    'does not take the appointment that we made with it, once the person %s, however long ago',
    async (_, change) => {
      const world = createWorld();
      const meetingId = world.meetings.people.make({ topic: 'Planning', times: single() });
      await world.sync();
      const [made] = world.appointments.carrying();
      if (!made) throw new Error('No appointment was made');
      change(world, made.id);
      await world.sync();
      await world.sync();
      world.meetings.people.delete(meetingId);
      expect((await world.sync()).done).toEqual({ 'meeting-deleted-appointment-theirs': 1 });
      expect(world.appointments.stored(made.id)).toBeDefined();
      expect(world.appointments.carrying()).toEqual([]);
    },
  );

  it('is asked about when it is a whole side, with a few looks and no write', async () => {
    const world = createWorld();
    const all = Array.from({ length: 60 }, (_, index) => world.schedule(`Meeting ${index}`));
    await world.sync();
    for (const { meetingId } of all) world.meetings.people.delete(meetingId);
    const report = await world.sync();
    expect(report).toMatchObject({
      status: 'asks',
      questions: [{ kind: 'side-empty', side: 'meeting', known: 60 }],
    });
    expect(report.calls.meeting.read).toBeLessThanOrEqual(20);
    expect(world.writes()).toEqual([]);
    expect((await world.sync({ approved: report.questions })).status).toBe('done');
    expect(world.appointments.carrying()).toEqual([]);
  });

  it('is not said yes to by an answer for other numbers', async () => {
    const world = createWorld();
    const all = Array.from({ length: 30 }, (_, index) => world.schedule(`Meeting ${index}`));
    await world.sync();
    for (const { meetingId } of all.slice(0, 12)) world.meetings.people.delete(meetingId);
    const { questions } = await world.sync();
    expect(questions).toMatchObject([{ kind: 'many-deletions', deletions: 12 }]);
    world.meetings.people.delete(all[20]?.meetingId ?? '');
    expect(await world.sync({ approved: questions })).toMatchObject({ status: 'asks' });
    expect(world.writes()).toEqual([]);
  });
});

describe('an appointment that only names a meeting in its text', () => {
  it('is linked, so that there is no second one, and does not move the meeting', async () => {
    const world = createWorld();
    const meetingId = world.meetings.people.make({ topic: 'Board', times: single() });
    const note = world.appointments.people.make({
      subject: 'Before the board',
      times: single('2026-03-02T15:00:00Z'),
      carries: { meetingId, by: 'body', details: detailsFor(meetingId, 1) },
    });
    expect((await world.sync()).done).toEqual({ 'adopt-by-mark': 1, 'text-decides-nothing': 1 });
    expect(world.writes()).toEqual([]);
    expect(world.meetings.meeting(meetingId)?.facts).toMatchObject({ topic: 'Board', times: single() });
    // What somebody changes from then on flows.
    world.meetings.people.reschedule(meetingId, single('2026-03-04T09:00:00Z'));
    await world.sync();
    expect(world.appointments.appointment(note)?.facts).toMatchObject({
      subject: 'Before the board',
      times: { start: '2026-03-04T09:00:00Z' },
    });
  });

  it('takes the place of one that was deleted without moving the meeting', async () => {
    const world = createWorld();
    const { meetingId, appointmentId } = world.schedule('Board');
    world.appointments.people.make({
      subject: 'After the board',
      times: single('2026-03-20T15:00:00Z'),
      carries: { meetingId, by: 'body', details: detailsFor(meetingId, 1) },
    });
    await world.sync();
    world.appointments.people.delete(appointmentId);
    await world.sync();
    await world.sync();
    expect(world.meetings.meeting(meetingId)?.facts).toMatchObject({ topic: 'Board', times: single() });
  });
});

describe('settings that change', () => {
  it.each([
    ['are lists', likeZoom],
    ['tell changes alone', withDelta],
  ])('hold for what was looked at before as well, on sides that %s', async (_, meetings) => {
    const world = createWorld({ meetings, settings: { makeAppointments: false } });
    world.meetings.people.make({ topic: 'Planning', times: single() });
    expect(await world.sync()).toMatchObject({
      done: {},
      leftAlone: [{ reasons: [{ rule: 'appointments-switched-off' }] }],
    });
    await world.sync();
    world.restart({ makeAppointments: true });
    expect((await world.sync()).done).toEqual({ 'appointment-for-meeting': 1 });
    expect((await world.sync()).done).toEqual({});
  });

  it('are looked for once: with the same ones a delta is a delta', async () => {
    const world = createWorld({ meetings: withDelta });
    for (let index = 0; index < 60; index += 1) world.schedule(`Meeting ${index}`);
    await world.sync();
    world.restart();
    expect((await world.sync()).calls.meeting.changes).toBe(1);
  });
});

describe('an appointment that carries a meeting of which nothing is known', () => {
  it('is left alone and asked about once, until the meeting comes into sight', async () => {
    const world = createWorld({ appointments: likeMapi, settings: { rotation: 0 } });
    const id = world.meetings.people.make({ topic: 'Theirs', times: single(), madeHere: true });
    world.meetings.people.delete(id);
    world.appointments.people.make({
      subject: 'Theirs',
      times: single(),
      carries: { meetingId: id, by: 'property', details: detailsFor(id, 1) },
    });
    expect((await world.sync()).calls.meeting.read).toBe(1);
    expect((await world.sync()).calls.meeting.read).toBe(0);
    world.meetings.people.recover(id);
    const report = await world.sync();
    expect(report.done).toEqual({ 'adopt-by-mark': 1 });
    expect(world.writes()).toEqual([]);
  });
});

describe('a journal that is lost', () => {
  it('is rebuilt by adoption, without a duplicate or a write', async () => {
    const world = createWorld();
    world.schedule('Planning');
    world.schedule('Series', weekly());
    world.meetings.people.make({ topic: 'Alone', times: single() });
    await world.sync();
    const before = world.writes().length;
    world.loseJournal();
    expect((await world.sync()).done).toEqual({ 'adopt-by-mark': 3 });
    expect(world.writes()).toHaveLength(before);
    expect(world.journal().countLinks()).toBe(3);
  });
});

describe('a dry run', () => {
  it('says what a sync would do, and writes nothing anywhere', async () => {
    const world = createWorld();
    world.schedule('Planning');
    world.meetings.people.make({ topic: 'Alone', times: single() });
    const { tasks } = await world.dryRun();
    expect(tasks.map(({ reasons }) => reasons.map(({ rule }) => rule))).toEqual([
      ['adopt-by-mark'],
      ['appointment-for-meeting'],
    ]);
    expect(world.writes()).toEqual([]);
    expect(world.journal().countLinks()).toBe(0);
    expect(world.journal().cursor('appointment')).toBeNull();
    expect((await world.sync()).done).toEqual({ 'adopt-by-mark': 1, 'appointment-for-meeting': 1 });
  });
});

test('progress is counted up to the end', async () => {
  const world = createWorld();
  for (let index = 0; index < 5; index += 1) {
    world.meetings.people.make({ topic: `Meeting ${index}`, times: single() });
  }
  await world.sync();
  const applying = world.progress.filter(({ phase }) => phase === 'applying');
  expect(applying.map(({ done, total }) => `${done} of ${total}`)).toEqual([
    '1 of 5',
    '2 of 5',
    '3 of 5',
    '4 of 5',
    '5 of 5',
  ]);
  expect(world.progress.every(({ done, total }) => done <= total)).toBe(true);
});

test('syncs that are asked for together come one after the other', async () => {
  const world = createWorld();
  world.meetings.people.make({ topic: 'Alone', times: single() });
  await Promise.all([world.sync(), world.sync(), world.sync()]);
  expect(world.appointments.carrying()).toHaveLength(1);
});
