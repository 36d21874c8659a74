/** Meetings, appointments and links to begin a test with; each field as given, the others ordinary. */
import type { AppointmentItem, Link, MeetingItem, Times } from '../../../../src/sync/model';
import { detailsFor } from '../../sides';

export const NOW = Date.parse('2026-03-02T08:00:00Z');
export const HOUR = 3_600_000;

export const single = (start = '2026-03-03T09:00:00Z', durationMinutes = 30): Times => ({
  kind: 'single',
  start,
  durationMinutes,
  timeZone: 'Europe/Berlin',
});

/** Weekly, five times, from the day after `NOW` on. */
export const weekly = (): Extract<Times, { kind: 'series' }> => ({
  kind: 'series',
  recurrence: {
    rule: { frequency: 'weekly', interval: 1, days: ['tuesday'], weekStart: 'monday' },
    end: { kind: 'count', count: 5 },
    start: '2026-03-03T10:00:00',
    durationMinutes: 30,
    timeZone: 'Europe/Berlin',
  },
  deviations: [],
});

export const MEETING = '81000000001';

export function meetingItem(
  facts: Partial<MeetingItem['facts']> = {},
  item: Partial<MeetingItem> = {},
): MeetingItem {
  const { id = MEETING } = item;
  return {
    id,
    version: 'v1',
    kind: 'meeting',
    hostedByMe: true,
    madeHere: false,
    ...item,
    facts: { topic: 'Planning', times: single(), details: detailsFor(id, 1), options: 'a', ...facts },
  };
}

export function appointmentItem(
  facts: Partial<AppointmentItem['facts']> = {},
  item: Partial<AppointmentItem> = {},
): AppointmentItem {
  const { meetingId = MEETING } = item;
  return {
    id: 'appointment-1',
    version: 'v1',
    meetingId,
    foundBy: 'property',
    madeFor: 'this',
    ...item,
    facts: {
      subject: 'Planning',
      times: single(),
      shown: detailsFor(meetingId, 1),
      location: 'join',
      ...facts,
    },
  };
}

export function linkOf(meeting = meetingItem(), appointment = appointmentItem()): Link {
  return {
    meetingId: meeting.id,
    appointmentId: appointment.id,
    origin: 'adopted',
    kind: meeting.kind,
    madeHere: meeting.madeHere,
    hostedByMe: meeting.hostedByMe,
    meeting: meeting.facts,
    appointment: appointment.facts,
    meetingVersion: meeting.version,
    appointmentVersion: appointment.version,
    meetingRow: null,
    endsAt: Date.parse('2026-03-03T09:30:00Z'),
    readAt: NOW - HOUR,
  };
}
