/**
 * What becomes of a series when one of its occurrences is changed or cancelled: decisions only, no I/O.
 *
 * An occurrence that the series never had is an invalid parameter (300) when it is to be changed or cancelled; one that
 * was cancelled, or is looked for, does not exist (3001). The last one that is cancelled takes the meeting with it.
 */
import { zoomErrors } from './errors';
import type { OccurrenceBody } from './meetingBodies';
import type { StoredMeeting } from './meetingModel';
import { settled } from './meetingSettings';
import type { Circumstances } from './meetingRules';
import { available, replaced, type OccurrenceSettings, type StoredOccurrence } from './occurrences';
import { parseStart } from './time';

/** The occurrence to be looked at. Throws 3001 when it is not there. */
export function occurrenceToShow(meeting: StoredMeeting, id: string): StoredOccurrence {
  const occurrence = available(meeting).find((candidate) => candidate.id === id);
  if (occurrence === undefined) throw zoomErrors.meetingNotFound(String(meeting.id));
  return occurrence;
}

/** The occurrence to be changed or cancelled. Throws 300 for an unknown, 3001 for a cancelled one. */
export function occurrenceToChange(meeting: StoredMeeting, id: string): StoredOccurrence {
  const occurrence = meeting.occurrences.find((candidate) => candidate.id === id);
  if (occurrence === undefined) throw zoomErrors.invalidParameter('occurrence_id');
  return occurrenceToShow(meeting, id);
}

/** The settings of an occurrence after a change, as far as they are its own. */
function ownSettings(
  meeting: StoredMeeting,
  occurrence: StoredOccurrence,
  asked: OccurrenceSettings,
  { host, account }: Circumstances,
): OccurrenceSettings {
  const own = { ...occurrence.settings, ...asked };
  const { type, password } = meeting;
  const all = settled({ ...meeting.settings, ...own }, { host, locks: account.locks, type, password });
  const { waiting_room, join_before_host, host_video, participant_video, auto_recording } = all;
  return {
    ...own,
    ...(own.host_video === undefined ? {} : { host_video }),
    ...(own.participant_video === undefined ? {} : { participant_video }),
    ...(own.auto_recording === undefined ? {} : { auto_recording }),
    ...(own.waiting_room === undefined && own.join_before_host === undefined
      ? {}
      : { waiting_room, join_before_host }),
  };
}

/** The series with one occurrence changed; a start in the past is ignored. */
export function withChangedOccurrence(
  meeting: StoredMeeting,
  occurrence: StoredOccurrence,
  body: OccurrenceBody,
  circumstances: Circumstances,
): StoredMeeting {
  const { now } = circumstances;
  const asked =
    body.start_time === undefined
      ? undefined
      : parseStart(body.start_time, body.timezone ?? meeting.timezone);
  const changed = {
    ...occurrence,
    start: asked === undefined || asked < now ? occurrence.start : asked,
    duration: body.duration ?? occurrence.duration,
    agenda: body.agenda ?? occurrence.agenda,
    settings: ownSettings(meeting, occurrence, body.settings ?? {}, circumstances),
  };
  return { ...meeting, occurrences: replaced(meeting, changed), modifiedAt: now };
}

/**
 * The series with one occurrence cancelled. When it was the last, the meeting is deleted instead and keeps it, so that
 * recovering the meeting brings it back.
 */
export function withoutOccurrence(
  meeting: StoredMeeting,
  occurrence: StoredOccurrence,
  now: number,
): StoredMeeting {
  if (available(meeting).length === 1) return { ...meeting, deletedAt: now };
  const occurrences = replaced(meeting, { ...occurrence, deleted: true });
  return { ...meeting, occurrences, modifiedAt: now };
}
