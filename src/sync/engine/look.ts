/**
 * Looks at meetings and all that carries them, until nothing is missing that a plan needs.
 *
 * Only what moved is read, and what has to be known beside it: the meeting that an unknown appointment carries, the
 * appointments of an unknown meeting, and the other half of a link on a side that has no versions, because nothing
 * else would notice that it moved as well.
 */
import type { SideName } from '../actions';
import type { AppointmentItem, Copy, Link, MeetingItem } from '../model';
import type { SideFault } from '../ports';
import type { Sighting } from '../situation';
import { markOf } from './changes';
import { findAppointments, readAppointments, readMeetings } from './run';
import type { Run } from './run';
import { isSame } from '../same';
import { isAppointmentAsLinked, isAsLinked, isNothingNew, remarked, sightingOf } from './seen';
import type { Observed } from './seen';
import { createSeenStore } from './seenStore';
import type { Target } from './work';

export interface LookOptions {
  /** Nothing is asked or said about these: their tasks are not over. */
  readonly excluded?: { readonly meetings: ReadonlySet<string>; readonly appointments: ReadonlySet<string> };
  /** Meetings whose appointments would all have been seen by now. */
  isCovered?(meetingId: string): boolean;
  onRead?(done: number, total: number): void;
}

export interface Looked {
  readonly sightings: readonly Sighting[];
  readonly observed: ReadonlyMap<string, Observed>;
  /** Links that are as they were, with what the lists say of them now. */
  readonly unchanged: readonly Link[];
  readonly copiesGone: readonly string[];
  readonly failed: readonly { readonly side: SideName; readonly id: string; readonly fault: SideFault }[];
  /**
   * Left for later: a task about them is not over, or something that has to be known with them cannot be read. No side
   * may tell of them again.
   */
  readonly waiting: readonly Target[];
}

export interface Look {
  sawMeeting(id: string, item: MeetingItem | 'gone', row?: string): void;
  sawAppointment(id: string, item: AppointmentItem | 'gone', row?: string): void;
  /** It has to be read; where it is as linked, that is all. */
  wantMeeting(id: string, row?: string): void;
  wantAppointment(id: string, row?: string): void;
  /** Both halves have to be read. */
  wantAll(meetingId: string): void;
  resolve(): Promise<Looked>;
}

export function createLook(run: Run, { excluded, isCovered = () => false, onRead }: LookOptions = {}): Look {
  const { journal, memory } = run;
  const seen = createSeenStore(run.now);
  const wanted = { meeting: new Set<string>(), appointment: new Set<string>() };
  const all = new Set<string>();
  const touched = new Set<string>();
  const links = new Map<string, Link | undefined>();
  const searched = new Set<string>();
  const failed = new Map<string, Looked['failed'][number]>();
  const left = new Map<string, Target>();
  const copiesGone = new Set<string>();
  /** Seen, and not yet asked what they mean for which meeting. */
  let unsorted = { meeting: new Set<string>(), appointment: new Set<string>() };
  let read = 0;

  const isExcluded = (side: SideName, id: string): boolean => {
    const those = side === 'meeting' ? excluded?.meetings : excluded?.appointments;
    if (!those?.has(id)) return false;
    left.set(`${side} ${id}`, { side, id });
    return true;
  };

  function sawMeeting(id: string, item: MeetingItem | 'gone', row?: string): void {
    if (isExcluded('meeting', id)) return;
    seen.putMeeting(id, item, row);
    unsorted.meeting.add(id);
  }

  function sawAppointment(id: string, item: AppointmentItem | 'gone', row?: string): void {
    if (isExcluded('appointment', id)) return;
    seen.putAppointment(id, item, row);
    unsorted.appointment.add(id);
  }

  function touch(meetingId: string): void {
    if (!isExcluded('meeting', meetingId)) touched.add(meetingId);
  }

  /** What was seen touches its meeting, unless it is as its link has it. */
  function sort(): void {
    const { meeting, appointment } = unsorted;
    unsorted = { meeting: new Set(), appointment: new Set() };
    const byMeeting = journal.linksOfMeetings([...meeting]);
    for (const id of meeting) {
      const item = seen.meeting(id);
      const link = byMeeting.get(id);
      if (item === undefined) continue;
      if (link) same(id, link, item !== 'gone' && isAsLinked(item, link));
      // Of a meeting that nobody knew it says nothing that it is gone.
      else if (item !== 'gone') touch(id);
    }
    const byAppointment = journal.linksOfAppointments([...appointment]);
    const copies = new Map(
      journal.copiesOfAppointments([...appointment]).map((copy) => [copy.appointmentId, copy.meetingId]),
    );
    for (const id of appointment) {
      const item = seen.appointment(id);
      const link = byAppointment.get(id);
      const copied = copies.get(id);
      if (item === undefined) continue;
      if (link) same(link.meetingId, link, item !== 'gone' && isAppointmentAsLinked(item, link));
      if (copied !== undefined && (item === 'gone' || item.meetingId !== copied)) copiesGone.add(id);
      if (item !== 'gone' && copied === item.meetingId) {
        // Nothing of a copy is settled, so the list is not asked about it again while it says the same.
        const mark = seen.all.rows.appointment.get(id) ?? markOf(item);
        memory.leaveAlone('appointment', id, {
          mark,
          until: run.now() + run.settings.leftAloneMs,
          meetingId: copied,
        });
      }
      const isKnown = item === 'gone' || copied === item.meetingId || link?.meetingId === item.meetingId;
      if (!isKnown) touch(item.meetingId);
    }
  }

  const unmoved = new Map<string, Link>();
  function same(meetingId: string, link: Link, isUnmoved: boolean): void {
    if (isUnmoved) unmoved.set(meetingId, link);
    else touch(meetingId);
  }

  const isUnread = (side: SideName, id: string): boolean =>
    (side === 'meeting' ? seen.meeting(id) : seen.appointment(id)) === undefined &&
    !failed.has(`${side} ${id}`) &&
    !isExcluded(side, id);

  /** What has to be read now, as far as it is known. */
  function lacking(): { meeting: string[]; appointment: string[] } {
    const unknown = [...touched, ...all].filter((id) => !links.has(id));
    const found = journal.linksOfMeetings(unknown);
    for (const id of unknown) links.set(id, found.get(id));
    const meeting = new Set(wanted.meeting);
    const appointment = new Set(wanted.appointment);
    for (const id of new Set([...touched, ...all])) {
      const link = links.get(id);
      const isMeant = all.has(id);
      const hasMark = run.meetings.capabilities.versions && link?.meetingVersion !== null;
      if (!link || isMeant || !hasMark) meeting.add(id);
      if (link?.appointmentId == null) continue;
      const marked = run.appointments.capabilities.versions && link.appointmentVersion !== null;
      if (isMeant || !marked) appointment.add(link.appointmentId);
      // A series that changed may go on in a copy.
      const now = seen.appointment(link.appointmentId);
      if (touched.has(id) && now !== undefined && now !== 'gone' && now.facts.times.kind === 'series') {
        if (isSame(now.facts.times, link.appointment?.times)) continue;
        for (const copy of journal.copiesOfMeetings([id])) appointment.add(copy.appointmentId);
      }
    }
    return {
      meeting: [...meeting].filter((id) => isUnread('meeting', id)),
      appointment: [...appointment].filter((id) => isUnread('appointment', id)),
    };
  }

  /** Meetings of which it has to be known which appointments carry them. */
  function unsearched(): string[] {
    return [...touched].filter((id) => {
      if (searched.has(id) || failed.has(`meeting ${id}`)) return false;
      const link = links.get(id);
      if (link) return lostItsAppointment(id, link);
      const item = seen.meeting(id);
      const isThere = item !== undefined && item !== 'gone';
      return isThere && !seen.isCarried(id) && !(isCovered(id) && !memory.carries(id));
    });
  }

  /**
   * Then a copy may take its place. Before a meeting is deleted with its appointment that is made sure of: one that was
   * moved to another calendar may not have been told yet.
   */
  const lostItsAppointment = (id: string, link: Link): boolean =>
    sightingOf(id, link, [], seen.all).linked === 'gone' &&
    (link.madeHere || journal.copiesOfMeetings([id]).length > 0);

  async function readLacking(): Promise<boolean> {
    const ids = lacking();
    const total = read + ids.meeting.length + ids.appointment.length;
    const count = (some: number): void => onRead?.((read += some), total);
    if (ids.meeting.length > 0) {
      const answer = await readMeetings(run, ids.meeting, count);
      for (const [id, item] of answer.found) sawMeeting(id, item);
      for (const [id, fault] of answer.failed) failed.set(`meeting ${id}`, { side: 'meeting', id, fault });
    }
    if (ids.appointment.length > 0) {
      const answer = await readAppointments(run, ids.appointment, count);
      for (const [id, item] of answer.found) sawAppointment(id, item);
      for (const [id, fault] of answer.failed) {
        failed.set(`appointment ${id}`, { side: 'appointment', id, fault });
      }
    }
    return ids.meeting.length + ids.appointment.length > 0;
  }

  async function search(): Promise<boolean> {
    const ids = unsearched();
    if (ids.length === 0) return false;
    const answer = await findAppointments(run, ids);
    for (const id of ids) searched.add(id);
    for (const item of [...answer.found.values()].flat()) sawAppointment(item.id, item);
    for (const [id, fault] of answer.failed) failed.set(`meeting ${id}`, { side: 'meeting', id, fault });
    return true;
  }

  const carriersOf = (meetingId: string): Target[] =>
    [...(seen.all.carriers.get(meetingId) ?? [])].map((id) => ({ side: 'appointment', id }));

  function looked(): Looked {
    const known = new Map<string, Link | undefined>([...unmoved, ...links]);
    const copies = new Map<string, Copy[]>();
    for (const copy of journal.copiesOfMeetings([...touched])) {
      copies.set(copy.meetingId, [...(copies.get(copy.meetingId) ?? []), copy]);
    }
    const sightings: Sighting[] = [];
    const observed = new Map<string, Observed>();
    const unchanged: Link[] = [];
    const waiting = [...left.values()];
    for (const { side, id } of [...left.values(), ...failed.values()]) {
      if (side === 'meeting') waiting.push(...carriersOf(id));
    }
    for (const [id, link] of known) {
      const sighting = sightingOf(id, link, copies.get(id) ?? [], seen.all);
      const of = seen.observed(sighting);
      const isReadable =
        !failed.has(`meeting ${id}`) &&
        !(link?.appointmentId != null && failed.has(`appointment ${link.appointmentId}`));
      if (!isReadable) {
        waiting.push({ side: 'meeting', id }, ...carriersOf(id));
        continue;
      }
      if (link && (!touched.has(id) || isNothingNew(sighting))) {
        const next = remarked(sighting, of);
        if (next) unchanged.push(next);
      } else if (
        touched.has(id) &&
        (link || sighting.meeting !== 'gone' || sighting.appointments.length > 0)
      ) {
        sightings.push(sighting);
        observed.set(id, of);
      }
    }
    return {
      sightings,
      observed,
      unchanged,
      copiesGone: [...copiesGone],
      failed: [...failed.values()],
      waiting,
    };
  }

  return {
    sawMeeting,
    sawAppointment,
    wantMeeting(id, row) {
      wanted.meeting.add(id);
      seen.putRow('meeting', id, row);
    },
    wantAppointment(id, row) {
      wanted.appointment.add(id);
      seen.putRow('appointment', id, row);
    },
    wantAll: (meetingId) => void all.add(meetingId),
    async resolve() {
      do {
        sort();
      } while (
        (await readLacking()) ||
        unsorted.meeting.size + unsorted.appointment.size > 0 ||
        (await search())
      );
      return looked();
    },
  };
}
