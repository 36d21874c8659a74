/** What people do, and what Zoom and a calendar make of it. */
import { createAppointmentSide, createClock, createMeetingSide, detailsFor, likeMapi, originalsOf } from '.';
import type { TestAppointmentSide, TestMeetingSide } from '.';
import type { Times } from '../../../src/sync/model';

const NOW = Date.parse('2026-11-23T08:00:00Z');
const DAY_MS = 86_400_000;
const single = {
  kind: 'single',
  start: '2026-11-24T09:00:00Z',
  durationMinutes: 30,
  timeZone: 'UTC',
} as const;
const series: Times = {
  kind: 'series',
  recurrence: {
    rule: { frequency: 'daily', interval: 1 },
    end: { kind: 'count', count: 5 },
    start: '2026-11-24T09:00:00',
    durationMinutes: 30,
    timeZone: 'Europe/Berlin',
  },
  deviations: [],
};
const calm = (): AbortSignal => new AbortController().signal;

let clock: ReturnType<typeof createClock>;
let zoom: TestMeetingSide;
let calendar: TestAppointmentSide;
beforeEach(() => {
  clock = createClock(NOW);
  zoom = createMeetingSide({ clock });
  calendar = createAppointmentSide({ clock });
});

describe('Zoom', () => {
  const listed = async (): Promise<string[]> => {
    const ids: string[] = [];
    for await (const { changes } of zoom.changes(null, calm())) {
      for (const change of changes) if (change.kind === 'row') ids.push(change.id);
    }
    return ids;
  };
  const isThere = async (id: string): Promise<boolean> => (await zoom.read([id], calm())).get(id) !== 'gone';

  it('no longer lists what expired, still reads it for a while, and then it is gone', async () => {
    const id = zoom.people.make({ topic: 'Over soon', times: single });
    const states: unknown[] = [];
    for (const days of [0, 5, 40]) {
      clock.set(NOW + days * DAY_MS);
      states.push([await listed(), await isThere(id)]);
    }
    expect(states).toEqual([
      [[id], true],
      [[], true],
      [[], false],
    ]);
  });

  it('ignores a past start in an update, and takes it for now in a new meeting', async () => {
    const id = zoom.people.make({ topic: 'Planned', times: single });
    const past = { ...single, start: '2026-11-01T09:00:00Z', durationMinutes: 45 };
    await zoom.update([{ id, version: null, times: past, topic: 'New' }], calm());
    expect(zoom.meeting(id)?.facts).toMatchObject({
      topic: 'New',
      times: { start: single.start, durationMinutes: 45 },
    });
    const [made] = await zoom.create([{ claim: 'a', topic: 'Late', times: past, like: null }], calm());
    expect(made).toMatchObject({ item: { facts: { times: { start: '2026-11-23T08:00:00Z' } } } });
  });

  it('knows an occurrence by its original start, and moves none into the past', async () => {
    const id = zoom.people.make({ topic: 'Daily', times: series });
    const [, second = ''] = originalsOf(series, 5);
    expect(second).toBe('2026-11-25T08:00:00Z');
    zoom.people.moveOccurrence(id, second, '2026-11-25T12:00:00Z', 30);
    const patch = {
      kind: 'moved',
      original: second,
      start: '2026-11-20T12:00:00Z',
      durationMinutes: 30,
    } as const;
    await zoom.update([{ id, version: null, occurrences: [patch] }], calm());
    expect(zoom.meeting(id)?.facts.times).toMatchObject({
      deviations: [{ kind: 'moved', original: second, start: '2026-11-25T12:00:00Z' }],
    });
    expect(() => zoom.people.cancelOccurrence(id, '2026-11-25T09:00:00Z')).toThrow(RangeError);
  });

  it('shows in its list neither options nor single occurrences, but a new passcode', async () => {
    const id = zoom.people.make({ topic: 'Daily', times: series });
    const row = async (): Promise<string> => {
      for await (const { changes } of zoom.changes(null, calm())) {
        for (const change of changes) if (change.kind === 'row') return change.row;
      }
      return '';
    };
    const before = await row();
    zoom.people.changeOptions(id, 'waiting-room=0');
    zoom.people.cancelOccurrence(id, '2026-11-25T08:00:00Z');
    expect(await row()).toBe(before);
    zoom.people.changePasscode(id);
    expect(await row()).not.toBe(before);
  });

  it('brings back what was deleted, as it was', async () => {
    const id = zoom.people.make({ topic: 'Daily', times: series });
    const before = zoom.meeting(id);
    zoom.people.delete(id);
    expect(await isThere(id)).toBe(false);
    zoom.people.recover(id);
    expect(zoom.meeting(id)).toEqual(before);
  });

  it('has webinars, instant meetings, meetings of others and without fixed time', () => {
    zoom.people.make({ topic: 'Webinar', times: single, kind: 'webinar' });
    zoom.people.makeInstant('Now');
    zoom.people.make({ topic: 'Foreign', times: single, hostedByMe: false });
    zoom.people.make({ topic: 'Any time', times: { kind: 'no-fixed-time' } });
    expect(
      zoom.meetings().map(({ kind, hostedByMe, facts }) => [kind, hostedByMe, facts.times.kind]),
    ).toEqual([
      ['webinar', true, 'single'],
      ['instant', true, 'single'],
      ['meeting', false, 'single'],
      ['meeting', true, 'no-fixed-time'],
    ]);
  });

  it('notifies of every change, and some notifications are lost, repeated or late', () => {
    const id = zoom.people.make({ topic: 'Planned', times: single });
    zoom.people.rename(id, 'New');
    expect(zoom.drainHints()).toEqual([id, id]);
    expect(zoom.drainHints()).toEqual([]);
    const poor = createMeetingSide({ clock, hints: { lost: 0.3, repeated: 0.3, late: 0.5 } });
    const ids = Array.from({ length: 60 }, () => poor.people.make({ topic: 'Planned', times: single }));
    const first = poor.drainHints();
    const later = [...poor.drainHints(), ...poor.drainHints(), ...poor.drainHints(), ...poor.drainHints()];
    const told = new Set([...first, ...later]);
    expect(told.size).toBeLessThan(ids.length);
    expect(first.length + later.length).toBeGreaterThan(told.size);
    expect(first).not.toEqual([...first].sort());
    expect(later.some((each) => !first.includes(each))).toBe(true);
  });
});

describe('a calendar', () => {
  const details = detailsFor('85000000001', 1);
  const withMeeting = (times: Times = single): string =>
    calendar.people.make({
      subject: 'Review',
      times,
      text: 'Bring the plan.',
      carries: { meetingId: '85000000001', by: 'property', details },
    });

  it('copies body and property along', () => {
    const id = withMeeting();
    const copy = calendar.people.copy(id, { subject: 'Copy of Review' });
    const moved = calendar.people.moveToCalendar(id);
    expect(calendar.carrying().map((item) => [item.id, item.madeFor, item.meetingId])).toEqual([
      [copy, 'another', '85000000001'],
      [moved, 'another', '85000000001'],
    ]);
    expect(calendar.stored(copy)?.body).toBe(calendar.stored(moved)?.body);
  });

  it('splits a series in two, each with its own deviations', () => {
    const id = withMeeting(series);
    const [first = '', , third = '', fourth = ''] = originalsOf(series, 5);
    calendar.people.cancelOccurrence(id, first);
    calendar.people.moveOccurrence(id, fourth, '2026-11-27T10:00:00Z', 30);
    const second = calendar.people.split(id, third);
    expect(calendar.appointment(id)?.facts.times).toMatchObject({
      recurrence: { end: { kind: 'count', count: 2 } },
      deviations: [{ kind: 'cancelled', original: first }],
    });
    expect(calendar.appointment(second)).toMatchObject({
      madeFor: 'another',
      facts: {
        times: {
          recurrence: { start: '2026-11-26T09:00:00', end: { kind: 'count', count: 3 } },
          deviations: [{ kind: 'moved', original: fourth }],
        },
      },
    });
  });

  it('keeps the words around an invitation, wherever it stands', async () => {
    const id = withMeeting();
    calendar.people.writeText(id, 'Before.\r\n', '\r\nBehind.');
    await calendar.update([{ id, version: null, details: detailsFor('85000000001', 2) }], calm());
    expect(calendar.stored(id)?.body).toMatch(/^Before\.\r\n[^]*pass2[^]*\r\nBehind\.$/);
    await calendar.update([{ id, version: null, details: null }], calm());
    expect(calendar.stored(id)?.body).toBe('Before.\r\n\r\nBehind.');
    expect(calendar.violations()).toEqual([]);
  });

  it('loses its cursor after so many changes', async () => {
    const forgetful = createAppointmentSide({ clock, cursorLife: 2 });
    const read = async (cursor: string | null): Promise<string | null> => {
      let next: string | null = null;
      for await (const page of forgetful.changes(cursor, calm())) next = page.cursor ?? next;
      return next;
    };
    const cursor = await read(null);
    for (let index = 0; index < 2; index += 1) forgetful.people.make({ subject: 'Own', times: single });
    expect(await read(cursor)).not.toBe(cursor);
    forgetful.people.make({ subject: 'Own', times: single });
    await expect(read(cursor)).rejects.toMatchObject({ kind: 'cursor-invalid' });
  });

  it('counts what left through the port, and nothing of the person’s own did', async () => {
    const side = createAppointmentSide({ clock, capabilities: likeMapi });
    const own = side.people.make({ subject: 'Own', times: single, text: 'Private' });
    const carrying = side.people.make({
      subject: 'Review',
      times: single,
      carries: { meetingId: '85000000001', by: 'body', details },
    });
    for await (const { changes } of side.changes(null, calm())) expect(changes).toHaveLength(1);
    await side.read([own, carrying], calm());
    await side.find(['85000000001'], calm());
    expect([...side.told]).toEqual([[carrying, 3]]);
    expect(side.violations()).toEqual([]);
  });
});
