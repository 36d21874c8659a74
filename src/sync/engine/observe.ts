/** What happened on both sides since the last sync, as far as it says anything new. Reads, and writes nothing. */
import type { Question } from '../actions';
import type { AppointmentItem, MeetingItem } from '../model';
import type { Situation } from '../situation';
import { changesOf } from './changes';
import type { Moved } from './changes';
import { asksAboutEmptiness } from './emptiness';
import { createLook } from './look';
import type { Look, Looked } from './look';
import { MISSING } from './memory';
import { unfinishedSubjects } from './recover';
import { situationOf } from './replan';
import type { Run } from './run';
import { scopeOf } from './settings';
import { keyOf } from './work';
import type { Target } from './work';

export interface Asked {
  /** Meetings that notifications named, without those that were due already. */
  readonly hints: readonly string[];
  readonly approved: readonly Question[];
}

export interface Observation {
  readonly looked: Looked;
  readonly situation: Situation;
  readonly cursors: { readonly meeting: string | null; readonly appointment: string | null };
  /** What the journal wanted to be looked at by now. */
  readonly due: readonly Target[];
  /** What the lists name no more; known, and asked for. */
  readonly missing: readonly Target[];
  /** About a side that seems to be empty; then nothing that is missing there was asked for. */
  readonly questions: readonly Question[];
}

/** @throws SideFault where a side cannot be read to its end */
export async function observe(run: Run, { hints, approved }: Asked): Promise<Observation> {
  const { journal, settings } = run;
  const hinted = new Set(hints);
  const due = journal.due(run.now());
  // Meetings first: who puts a new meeting on an appointment has made the meeting before.
  const ofMeetings = await meetingChanges(run);
  const ofAppointments = await appointmentChanges(run);
  const listed = {
    ...(ofMeetings.listed === undefined ? {} : { meeting: ofMeetings.listed }),
    ...(ofAppointments.listed === undefined ? {} : { appointment: ofAppointments.listed }),
  };

  const wholeCalendar = ofAppointments.listed !== undefined;
  const look = createLook(run, {
    excluded: unfinishedSubjects(run),
    isCovered: (id) => wholeCalendar && (ofMeetings.items.has(id) || ofMeetings.rows.has(id)),
    onRead: (done, total) => run.tell({ phase: 'reading', done, total }),
  });
  feed(ofMeetings, look.sawMeeting, look.wantMeeting);
  feed(ofAppointments, look.sawAppointment, look.wantAppointment);

  const missing: Target[] = [];
  const questions: Question[] = [];
  for (const side of ['meeting', 'appointment'] as const) {
    const ids = (side === 'meeting' ? ofMeetings : ofAppointments).missing.filter(
      (id) => !run.memory.isLeftAlone(side, id, MISSING, run.now()),
    );
    const open = listed[side] === 0 ? await asksAboutEmptiness(run, side, ids, approved) : [];
    questions.push(...open);
    if (open.length > 0) continue;
    for (const id of ids) {
      missing.push({ side, id });
      if (side === 'meeting') look.wantMeeting(id);
      else look.wantAppointment(id);
    }
  }

  for (const id of hinted) if (!ofMeetings.items.has(id)) look.wantMeeting(id);
  if (run.meetings.capabilities.rows === 'rows' && settings.rotation > 0) {
    for (const id of journal.leastRecentlyRead(settings.rotation, run.now())) look.wantMeeting(id);
  }
  const links = journal.linksOfAppointments(
    due.flatMap(({ side, id }) => (side === 'appointment' ? [id] : [])),
  );
  for (const { side, id } of due) {
    if (side === 'meeting' && hinted.has(id)) continue;
    const link = links.get(id);
    if (side === 'meeting') look.wantAll(id);
    else if (link) look.wantAll(link.meetingId);
    else if (!ofAppointments.items.has(id)) look.wantAppointment(id);
  }

  const looked = await look.resolve();
  return {
    looked,
    situation: situationOf(run, looked, listed),
    cursors: { meeting: ofMeetings.cursor, appointment: ofAppointments.cursor },
    due: uniqueTargets([...due, ...hints.map((id) => ({ side: 'meeting' as const, id }))]),
    missing,
    questions,
  };
}

function feed<Item>(
  { items, rows, deleted }: Moved<Item>,
  saw: (id: string, item: Item | 'gone') => void,
  want: Look['wantMeeting'],
): void {
  for (const [id, item] of items) saw(id, item);
  for (const [id, row] of rows) want(id, row);
  for (const id of deleted) saw(id, 'gone');
}

const meetingChanges = (run: Run): Promise<Moved<MeetingItem>> =>
  changesOf({
    ...listingOf(run),
    name: 'meeting',
    from: isForTheseSettings(run) ? run.journal.cursor('meeting') : null,
    side: run.meetings,
    caller: run.callers.meeting,
    linksOf: (ids) => run.journal.linksOfMeetings(ids),
    isLeftAlone: (id, mark) => run.memory.isLeftAlone('meeting', id, mark, run.now()),
  });

/** With others, meetings that were left alone may get an appointment now, and a delta does not name them. */
const isForTheseSettings = ({ journal, settings }: Run): boolean => journal.scope() === scopeOf(settings);

const appointmentChanges = (run: Run): Promise<Moved<AppointmentItem>> =>
  changesOf({
    ...listingOf(run),
    name: 'appointment',
    from: run.journal.cursor('appointment'),
    side: run.appointments,
    caller: run.callers.appointment,
    linksOf: (ids) => run.journal.linksOfAppointments(ids),
    isLeftAlone: (id, mark) => run.memory.isLeftAlone('appointment', id, mark, run.now()),
  });

function listingOf(run: Run) {
  const { signal, journal, settings } = run;
  let listed = 0;
  return {
    signal,
    journal,
    settings,
    now: run.now(),
    onPage(count: number) {
      listed += count;
      run.tell({ phase: 'reading', done: listed, total: listed });
    },
  };
}

const uniqueTargets = (targets: readonly Target[]): Target[] => [
  ...new Map(targets.map(({ side, id }) => [keyOf({ side, id }), { side, id }])).values(),
];
