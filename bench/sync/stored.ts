/** A side's items as its file keeps them. */
import type { AppointmentItem, MeetingItem } from '../../src/sync/model';
import type { StoredItem } from './store';

/** @param claim under which it was made */
export const storedMeeting = (item: MeetingItem, claim = ''): StoredItem => ({
  id: item.id,
  key: claim,
  json: JSON.stringify(item),
});

export const storedAppointment = (item: AppointmentItem): StoredItem => ({
  id: item.id,
  key: item.meetingId,
  json: JSON.stringify(item),
});
