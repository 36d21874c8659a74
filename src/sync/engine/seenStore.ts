/** Keeps what is seen in one look: each item once, the latest word of it, and by the meeting that it carries. */
import type { AppointmentItem, MeetingItem } from '../model';
import type { Sighting } from '../situation';
import type { Observed, Seen, SeenAll } from './seen';

export interface SeenStore {
  readonly all: SeenAll;
  meeting(id: string): MeetingItem | 'gone' | undefined;
  appointment(id: string): AppointmentItem | 'gone' | undefined;
  /** @param row what the list said of it, where it was a row */
  putMeeting(id: string, item: MeetingItem | 'gone', row?: string): void;
  putAppointment(id: string, item: AppointmentItem | 'gone', row?: string): void;
  /** The list's word of something that is not read yet. */
  putRow(side: 'meeting' | 'appointment', id: string, row: string | undefined): void;
  isCarried(meetingId: string): boolean;
  observed(sighting: Sighting): Observed;
}

/** @param now UTC milliseconds */
export function createSeenStore(now: () => number): SeenStore {
  const meetings = new Map<string, Seen<MeetingItem>>();
  const appointments = new Map<string, Seen<AppointmentItem>>();
  const carriers = new Map<string, Set<string>>();
  const rows = { meeting: new Map<string, string>(), appointment: new Map<string, string>() };

  function putRow(side: 'meeting' | 'appointment', id: string, row: string | undefined): void {
    if (row !== undefined) rows[side].set(id, row);
  }

  return {
    all: { meetings, appointments, carriers, rows },
    meeting: (id) => meetings.get(id)?.item,
    appointment: (id) => appointments.get(id)?.item,
    putRow,
    isCarried: (meetingId) => (carriers.get(meetingId)?.size ?? 0) > 0,
    putMeeting(id, item, row) {
      meetings.set(id, { item, at: now() });
      putRow('meeting', id, row);
    },
    putAppointment(id, item, row) {
      const before = appointments.get(id)?.item;
      if (before !== undefined && before !== 'gone') carriers.get(before.meetingId)?.delete(id);
      appointments.set(id, { item, at: now() });
      putRow('appointment', id, row);
      if (item === 'gone') return;
      const those = carriers.get(item.meetingId) ?? new Set();
      carriers.set(item.meetingId, those.add(id));
    },
    observed({ meetingId, link, appointments: carrying }) {
      const times = [meetings.get(meetingId), ...carrying.map(({ id }) => appointments.get(id))];
      const appointmentRows = carrying.flatMap(({ id }) => {
        const row = rows.appointment.get(id);
        return row === undefined ? [] : [[id, row] as const];
      });
      return {
        link,
        meetingRow: rows.meeting.get(meetingId),
        meetingReadAt: meetings.get(meetingId)?.at,
        appointmentRows: new Map(appointmentRows),
        at: Math.min(now(), ...times.flatMap((each) => (each ? [each.at] : []))),
      };
    },
  };
}
