import { isNothingNew, remarked, sightingOf } from '../../../src/sync/engine/seen';
import type { Observed, SeenAll } from '../../../src/sync/engine/seen';
import type { AppointmentItem, MeetingItem } from '../../../src/sync/model';
import type { Sighting } from '../../../src/sync/situation';
import { appointmentItem, linkOf, MEETING, meetingItem, NOW } from './support/items';

function seen(
  meetings: readonly MeetingItem[],
  appointments: readonly (AppointmentItem | { readonly id: string; readonly gone: true })[],
): SeenAll {
  const carriers = new Map<string, Set<string>>();
  for (const item of appointments) {
    if ('gone' in item) continue;
    carriers.set(item.meetingId, (carriers.get(item.meetingId) ?? new Set()).add(item.id));
  }
  return {
    meetings: new Map(meetings.map((item) => [item.id, { item, at: NOW }])),
    appointments: new Map(
      appointments.map((item) => [item.id, { item: 'gone' in item ? ('gone' as const) : item, at: NOW }]),
    ),
    carriers,
    rows: { meeting: new Map(), appointment: new Map() },
  };
}

describe('what was seen of a meeting', () => {
  it('is unread where nothing moved', () => {
    expect(sightingOf(MEETING, linkOf(), [], seen([], []))).toMatchObject({
      meeting: 'unread',
      linked: 'unread',
      appointments: [],
    });
  });

  it('has lost its appointment also where that carries another meeting now', () => {
    const other = appointmentItem({}, { meetingId: '82000000000' });
    expect(sightingOf(MEETING, linkOf(), [], seen([], [other])).linked).toBe('gone');
    expect(sightingOf(MEETING, linkOf(), [], seen([], [{ id: 'appointment-1', gone: true }])).linked).toBe(
      'gone',
    );
  });

  it('tells which copies are gone', () => {
    const copies = ['copy-1', 'copy-2', 'copy-3'].map((appointmentId) => ({
      appointmentId,
      meetingId: MEETING,
    }));
    const all = seen(
      [],
      [
        appointmentItem({}, { id: 'copy-1' }),
        { id: 'copy-2', gone: true },
        appointmentItem({}, { id: 'copy-3', meetingId: '82000000000' }),
      ],
    );
    expect(sightingOf(MEETING, linkOf(), copies, all).copiesGone).toEqual(['copy-2', 'copy-3']);
  });
});

describe('nothing new', () => {
  const link = linkOf();
  const same = (change: Partial<Sighting>): boolean =>
    isNothingNew({
      meetingId: MEETING,
      link,
      meeting: meetingItem({}, { version: 'v9' }),
      appointments: [appointmentItem({}, { version: 'v9' })],
      linked: 'seen',
      copies: [{ appointmentId: 'copy', meetingId: MEETING }],
      copiesGone: [],
      ...change,
    });

  it('is what is as it was agreed on, whatever its version', () => {
    expect(same({})).toBe(true);
    expect(same({ meeting: 'unread', appointments: [], linked: 'unread' })).toBe(true);
    expect(same({ appointments: [appointmentItem({}, { id: 'copy' })] })).toBe(true);
  });

  it.each<[string, Partial<Sighting>]>([
    ['a meeting that is gone', { meeting: 'gone' }],
    ['a meeting that moved', { meeting: meetingItem({ topic: 'New' }) }],
    ['a meeting of somebody else now', { meeting: meetingItem({}, { hostedByMe: false }) }],
    ['an appointment that is gone', { linked: 'gone', appointments: [] }],
    ['an appointment that moved', { appointments: [appointmentItem({ subject: 'New' })] }],
    ['another appointment', { appointments: [appointmentItem({}, { id: 'second' })] }],
    ['a copy that is gone', { copiesGone: ['copy'] }],
    ['a meeting without a link', { link: undefined }],
  ])('is not %s', (_, change) => {
    expect(same(change)).toBe(false);
  });
});

describe('a link’s marks', () => {
  const observed: Observed = {
    link: linkOf(),
    meetingRow: 'row 2',
    meetingReadAt: NOW,
    appointmentRows: new Map([['appointment-1', 'row of the calendar']]),
    at: NOW,
  };
  const sighting = (change: Partial<Sighting>): Sighting => ({
    meetingId: MEETING,
    link: linkOf(),
    meeting: 'unread',
    appointments: [],
    linked: 'unread',
    copies: [],
    copiesGone: [],
    ...change,
  });

  it('become what the lists say now, and the agreed state stays', () => {
    const meeting = meetingItem({ topic: 'Not settled' }, { version: 'v5' });
    expect(remarked(sighting({ meeting }), observed)).toEqual({
      ...linkOf(),
      meetingVersion: 'v5',
      meetingRow: 'row 2',
      readAt: NOW,
    });
  });

  it('are the row where a calendar has no versions', () => {
    const appointments = [appointmentItem({}, { version: null })];
    expect(remarked(sighting({ appointments }), observed)?.appointmentVersion).toBe('row of the calendar');
  });

  it('are not written again where they are the same', () => {
    expect(remarked(sighting({}), observed)).toBeUndefined();
  });
});
