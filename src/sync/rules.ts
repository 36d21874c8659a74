/** Every rule in one sentence for whoever reads a plan. `{name}` stands for a fact of the reason. */
import type { Reason, RuleCode } from './actions';

export const ruleSentences: Readonly<Record<RuleCode, string>> = {
  'adopt-by-mark': 'The appointment carries this meeting (found by its {by}), so the two are linked.',
  'text-decides-nothing':
    'Only the text or the location of the appointment names the meeting, so what differs stays until somebody changes it.',
  'agree-already': 'Both sides say the same already; only that is noted.',
  'topic-from-calendar': 'It is called "{topic}" in the calendar now, so the meeting is called the same.',
  'topic-from-zoom': 'It is called "{topic}" in Zoom now, so the appointment is called the same.',
  'times-from-calendar': 'The appointment has other times now, and the meeting follows: {times}.',
  'times-from-zoom': 'The meeting has other times now, and the appointment follows: {times}.',
  'occurrence-from-calendar':
    'Single occurrences changed in the calendar ({count}), and the meeting follows.',
  'occurrence-from-zoom': 'Single occurrences changed in Zoom ({count}), and the appointment follows.',
  'details-from-zoom': 'One joins differently now, so the invitation is written anew.',
  'calendar-wins': 'Both sides changed the {field}; what the calendar says counts.',
  'invitation-was-removed':
    'Somebody removed the invitation from the appointment, so it is not written again.',
  'not-ours-to-change': 'Somebody else hosts the meeting, so the {field} cannot be settled from here.',
  'times-without-fixed-time':
    'The meeting has no fixed time, which suits whatever times the appointment has.',
  'occurrences-not-possible': 'One side cannot change single occurrences, so they stay as they are there.',
  'past-stays': 'It is past, and what is past is not changed any more.',
  'times-not-understood': 'Its times make no sense here, so they are left as they are.',
  'appointment-for-meeting': 'The meeting has no appointment yet, so it gets one: {times}.',
  'meeting-for-second-half':
    'The series was split in two, and its second part gets a meeting of its own: {times}.',
  'meeting-instant': 'The meeting was started on the spot and needs no appointment.',
  'meeting-out-of-window':
    'The meeting is further away than {past} days in the past or {future} days in the future.',
  'meeting-without-times': 'The meeting has no fixed time, so there is nothing to put into the calendar.',
  'meeting-of-another': 'Somebody else hosts the meeting, and it belongs into their calendar.',
  'appointments-switched-off': 'Meetings made in Zoom do not get appointments: that is switched off.',
  'appointment-not-saved-yet':
    'The meeting was made for an appointment that is not saved yet, or not in this calendar.',
  'appointment-of-unknown-meeting':
    'The appointment carries a meeting that cannot be seen: deleted, expired, or not yours.',
  'copy-shares': 'More appointments carry this meeting ({count}): copies share it and are left alone.',
  'copy-takes-over':
    'This is the only appointment left that carries the meeting (found by its {by}), so it takes over.',
  'copy-gone': 'Copies are gone ({count}), and forgotten.',
  'meeting-deleted-appointment-ours':
    'The meeting was deleted in Zoom, and the appointment was only there for it.',
  'meeting-deleted-appointment-changed':
    'The meeting was deleted in Zoom, but somebody changed the appointment: it only loses the invitation.',
  'meeting-deleted-appointment-theirs':
    'The meeting was deleted in Zoom; the appointment was there before and only loses the invitation.',
  'meeting-expired': 'The meeting is over and Zoom has forgotten it; the appointment stays as it is.',
  'appointment-deleted-meeting-ours':
    'The appointment was deleted, and the meeting was scheduled for it through this product.',
  'appointment-deleted-meeting-changed':
    'The appointment was deleted, but somebody changed the meeting in Zoom: it stays there.',
  'appointment-deleted-meeting-theirs':
    'The appointment was deleted; the meeting was not scheduled through this product and stays in Zoom.',
  'appointment-deleted-webinar':
    'The appointment was deleted; a webinar stays, because people may be registered for it.',
  'appointment-stays-deleted': 'Its appointment was deleted once, and is not made again.',
  'both-gone': 'Both the meeting and the appointment are gone.',
};

/** @returns the rule's sentence with the reason's facts, as they are: whoever shows it makes them harmless */
export const sentenceOf = ({ rule, facts = {} }: Reason): string =>
  ruleSentences[rule].replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'));
