/**
 * What an update changes in Zoom: the whole meeting, one occurrence of it, or of the whole all but its times.
 *
 * One occurrence gets its own times and nothing else: Zoom has topic and most options for the series only. The times
 * of a series are left out where they agree, since Zoom forgets single occurrences that were changed when it is sent
 * others than it has, and of a running series only the part to come can be sent. They are left out, too, where the
 * client does not tell how the appointment repeats: what is open may be one occurrence or the whole.
 */
import { topicFor } from '../domain/meetingFacts';
import type { AppointmentSnapshot } from '../domain/appointment';
import { ProductError } from '../domain/errors';
import type { Link } from '../domain/link';
import type { Meeting, MeetingChange, MeetingRequest, Occurrence } from '../domain/meeting';
import { isException } from '../domain/occurrences';
import { differences, meetingRequestFor, occurrenceRequestFor } from '../domain/meetingRequest';
import type { LinkMore } from './agreed';
import { isOwnTopic, kept, requested } from './choices';
import { likelyMeeting } from './likelyMeeting';
import type { ComposeAppointment } from '../outlook/item';
import { asOccurrence, lostError, placedOn } from './placed';
import type { Choices, MeetingsService, Note, SchedulingDependencies } from './types';

export interface Change {
  /** The meeting on this appointment as it will about be, to know the invitation's length beforehand. */
  readonly guess: Meeting;
  /** Sends it to Zoom. */
  send(): Promise<Changed>;
}

export interface Changed {
  /** The whole meeting, and as this appointment has it (see `placed.ts`). */
  readonly meeting: Meeting;
  readonly view: Meeting;
  readonly occurrence?: Occurrence;
  readonly notes: readonly Note[];
  /** What the link keeps from now on; undefined where an occurrence goes on with what it has from its series. */
  readonly more: LinkMore | undefined;
}

/** What is changed: an appointment, and the meeting by its link or (where that was lost) as it was found. */
export interface Subject {
  readonly item: ComposeAppointment;
  readonly snapshot: AppointmentSnapshot;
  readonly link: Link | undefined;
  readonly found: Meeting | undefined;
}

export async function changeFor(
  subject: Subject,
  choices: Choices,
  deps: Pick<SchedulingDependencies, 'meetings' | 'now'>,
): Promise<Change> {
  const { snapshot, link } = subject;
  const { kind } = snapshot.repetition;
  const id = link?.meetingId ?? subject.found?.id;
  if (id === undefined) throw new ProductError('no-meeting');
  // What repeats in Zoom, or may by now, is looked at first.
  const looks = kind !== 'single' || link?.shares === true;
  const before = subject.found ?? (looks ? await deps.meetings.get(id) : undefined);

  if (before && link?.shares) return ofOccurrence(subject, before, undefined, choices, deps);
  if (before && kind === 'occurrence') {
    const { occurrence, lost } = await placedOn(subject.item, snapshot, link, before, deps.now());
    if (lost) throw lostError(before, lost);
    if (occurrence || before.repeats) return ofOccurrence(subject, before, occurrence, choices, deps);
  }
  if (before?.repeats && kind === 'unknown') {
    const notes: readonly Note[] = before.repeats.kind === 'series' ? ['series-times-kept'] : [];
    return ofAllButTimes(topicOf(choices, snapshot), before, notes, choices, deps.meetings);
  }
  return ofWhole(subject, id, before, choices, deps);
}

function ofWhole(
  { snapshot, link }: Subject,
  id: string,
  before: Meeting | undefined,
  choices: Choices,
  deps: Pick<SchedulingDependencies, 'meetings' | 'now'>,
): Change {
  const zoomStart = link?.agreed.start ? Date.parse(link.agreed.start) : undefined;
  const { request, notes } = meetingRequestFor(snapshot, requested(choices), deps.now(), zoomStart);
  if (before?.repeats?.kind === 'series' && timesAgree(snapshot, before, deps.now())) {
    return ofAllButTimes(request.topic, before, notes, choices, deps.meetings);
  }
  return {
    guess: guessed(request, id, before ?? link),
    async send() {
      const meeting = await deps.meetings.update(id, request);
      const dropped = before !== undefined && dropsExceptions(before, meeting, deps.now());
      return {
        meeting,
        view: meeting,
        notes: dropped ? [...notes, 'series-exceptions-dropped'] : notes,
        more: kept(choices),
      };
    },
  };
}

const timesAgree = (snapshot: AppointmentSnapshot, meeting: Meeting, now: number): boolean =>
  differences(snapshot, meeting, now).every((field) => field === 'topic');

/** Topic and options of a meeting that repeats. */
function ofAllButTimes(
  topic: string,
  before: Meeting,
  notes: readonly Note[],
  choices: Choices,
  meetings: MeetingsService,
): Change {
  const { personalId: _none, ...others } = choices.options;
  // Zoom knows no series with fixed times on the personal id.
  const options = before.repeats?.kind === 'series' ? others : choices.options;
  const change: MeetingChange = { topic, options };
  return {
    guess: { ...before, topic, passcode: options.passcode ?? before.passcode },
    async send() {
      const meeting = await meetings.update(before.id, change);
      return { meeting, view: meeting, notes, more: kept(choices) };
    },
  };
}

/** The topic that `meetingRequestFor` would ask for. */
const topicOf = (choices: Choices, { subject }: AppointmentSnapshot): string =>
  topicFor(isOwnTopic(choices) ? (choices.topic ?? '') : subject).text;

/** An occurrence of a series without fixed time has nothing that could change, nor has who only shares the meeting. */
function ofOccurrence(
  { snapshot, link }: Subject,
  series: Meeting,
  occurrence: Occurrence | undefined,
  choices: Choices,
  deps: Pick<SchedulingDependencies, 'meetings' | 'now'>,
): Change {
  const notes: readonly Note[] = asksForMore(choices, series) ? ['occurrence-options-kept'] : [];
  const sameLanguage = choices.language === link?.language;
  if (!occurrence) {
    const more = link && sameLanguage ? undefined : { ...link, language: choices.language };
    return { guess: series, send: async () => ({ meeting: series, view: series, notes, more }) };
  }
  const now = deps.now();
  const zoomStart = Date.parse(occurrence.start);
  const request = occurrenceRequestFor(snapshot, now, zoomStart);
  // Zoom ignores a start in the past.
  const starts = snapshot.start < now || Date.parse(request.start) === zoomStart;
  const same = starts && request.durationMinutes === occurrence.durationMinutes;
  const inherits =
    same && sameLanguage && link?.occurrenceId === undefined && !isException(occurrence, series);
  return {
    guess: asOccurrence(series, occurrence),
    async send() {
      const meeting = same ? series : await deps.meetings.updateOccurrence(series.id, occurrence.id, request);
      const present = meeting.occurrences.find(({ id }) => id === occurrence.id);
      if (!present) throw new ProductError('occurrence-gone');
      return {
        meeting,
        view: asOccurrence(meeting, present),
        occurrence: present,
        notes,
        more:
          link && inherits ? undefined : { ...link, language: choices.language, occurrenceId: present.id },
      };
    },
  };
}

/** Whether something was chosen that Zoom has for the whole series only, and otherwise than it has it. */
function asksForMore(choices: Choices, series: Meeting): boolean {
  const present: Readonly<Record<string, unknown>> = { ...series.options, passcode: series.passcode };
  const options = Object.entries(choices.options).some(
    ([name, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(present[name]),
  );
  return options || (isOwnTopic(choices) && topicFor(choices.topic ?? '').text !== series.topic);
}

/** Whether Zoom has forgotten what was different about an occurrence that is still to come. */
function dropsExceptions(before: Meeting, after: Meeting, now: number): boolean {
  if (after.repeats?.kind !== 'series') return false;
  return before.occurrences
    .filter((occurrence) => isException(occurrence, before) && Number(occurrence.id) > now)
    .some((exception) => {
      const present = after.occurrences.find(({ id }) => id === exception.id);
      return present?.start !== exception.start || present.cancelled !== exception.cancelled;
    });
}

const guessed = (request: MeetingRequest, id: string, known: { joinUrl: string } | undefined): Meeting => {
  const likely = likelyMeeting(request);
  return { ...likely, id, joinUrl: known?.joinUrl ?? likely.joinUrl };
};
