/**
 * One history's world: two sides that live on, people who edit them, and engines that come and go on one journal file.
 * What people did is kept, to tell afterwards what the engine may have done for it.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createEngine } from '../../../src/sync/engine';
import { openJournal } from '../../../src/sync/journal/index';
import type { Times } from '../../../src/sync/model';
import { isSame } from '../../../src/sync/same';
import { defaultPlanSettings } from '../../../src/sync/situation';
import {
  createAppointmentSide,
  createClock,
  createMeetingSide,
  createRandom,
  detailsFor,
  faultsByChance,
  likeExchange,
  likeMapi,
  likePoorCalendar,
  likeZoom,
  originalsOf,
  skewed,
  withDelta,
} from '../sides';
import { createDoomed, type Doomed } from './crash';
import { temporaryFolder } from './folder';
import type { Edit, History, Sync } from './steps';
import { BEGINNING, instantOf, series, single } from './times';

const MINUTE = 60_000;

export class World {
  readonly clock = createClock(BEGINNING);
  readonly meetings;
  readonly appointments;
  /** What people did, to judge by. */
  readonly ledger = {
    deletedMeetings: new Set<string>(),
    recovered: new Set<string>(),
    copies: new Set<string>(),
    splits: 0,
    /** Meetings that the pane made for an appointment. */
    scheduled: new Set<string>(),
    /** Meetings that somebody took off an appointment, or deleted with it. */
    givenUp: new Set<string>(),
    /** Appointments that somebody saved. */
    edited: new Set<string>(),
    /** By appointment: what somebody wrote last, as long as nobody changed the same in Zoom afterwards. */
    lastSubject: new Map<string, string>(),
    lastTimes: new Map<string, Times>(),
  };
  /** When the first quiet sync began, UTC milliseconds. */
  quietSince = Infinity;
  private readonly folder = mkdtempSync(path.join(temporaryFolder, 'history-'));
  private file = 0;
  private seed: number;

  constructor({ seed, meetings, appointments, skew }: History) {
    this.seed = seed;
    const calendars = { exchange: likeExchange, mapi: likeMapi, poor: likePoorCalendar };
    this.meetings = createMeetingSide({
      clock: skewed(this.clock, skew[0] * MINUTE),
      capabilities: meetings === 'zoom' ? likeZoom : withDelta,
      seed,
      pageSize: 3,
      hints: { lost: 0.3, repeated: 0.3, late: 0.3 },
    });
    this.appointments = createAppointmentSide({
      clock: skewed(this.clock, skew[1] * MINUTE),
      capabilities: calendars[appointments],
      seed: seed + 1,
      pageSize: 3,
      cursorLife: 12,
    });
  }

  /** @returns how it ended, and how many moments it had to end at */
  async sync({ trouble, crashAt, meanwhile, isPartial }: Omit<Sync, 'do'>): Promise<Doomed> {
    const doomed = createDoomed(crashAt);
    const random = createRandom(trouble.seed + this.seed++);
    const script = trouble.faults === 0 ? undefined : faultsByChance(random, { share: trouble.faults / 100 });
    this.meetings.control.script(script);
    this.appointments.control.script(script);
    let isRunning = true;
    for (const { atCall, edit } of meanwhile) {
      const happens = (): void => {
        if (isRunning) this.edit(edit);
      };
      this.appointments.control.fail({ kind: 'meanwhile', happens }, atCall % 2 ? 'update' : 'create');
    }
    const opened = openJournal({ file: path.join(this.folder, `${this.file}.db`), now: this.clock.now });
    const abort = new AbortController();
    const engine = createEngine({
      meetings: this.meetings.connect(doomed.process),
      appointments: this.appointments.connect(doomed.process),
      journal: doomed.journal(opened.journal),
      settings: { ...defaultPlanSettings, deletionsFrom: 1_000 },
      now: this.clock.now,
      random: random.next,
      // Time passes while it waits, and nobody else's does.
      sleep: async (milliseconds) => this.clock.advance(milliseconds),
      onProgress: ({ done }) => {
        if (isPartial && done > 0) abort.abort();
      },
    });
    try {
      await engine.sync({ signal: abort.signal, hints: this.meetings.drainHints(), approved: [] });
    } catch (error) {
      if (!doomed.process.isDead()) throw error;
    } finally {
      isRunning = false;
      opened.journal.close();
    }
    return doomed;
  }

  /** Nothing goes wrong, nobody edits, and whatever waits for its time gets it. */
  async quietSync(): Promise<void> {
    this.clock.advance(26 * 60 * MINUTE);
    this.quietSince = Math.min(this.quietSince, this.clock.now());
    await this.sync({ trouble: { faults: 0, seed: 0 }, crashAt: undefined, meanwhile: [], isPartial: false });
  }

  loseJournal(): void {
    this.file += 1;
  }

  end(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  get journalFile(): string {
    return path.join(this.folder, `${this.file}.db`);
  }

  /** Does it, unless there is nothing to do it with. */
  edit(edit: Edit): void {
    const { meetings, appointments } = this;
    const pick = <T>(those: readonly T[], at: number): T | undefined => those[at % Math.max(those.length, 1)];
    const meeting = (at: number) => pick(meetings.meetings(), at);
    const carrying = (at: number) => pick(appointments.carrying(), at);
    const occurrenceOf = (times: Parameters<typeof originalsOf>[0] | undefined, at: number) =>
      times && pick(originalsOf(times, 6), at);
    try {
      switch (edit.do) {
        case 'make-meeting':
          this.made(
            meetings.people.make({
              topic: edit.text || 'Meeting',
              times: single(edit.slot, edit.minutes),
              madeHere: edit.madeHere,
            }),
            edit.madeHere,
          );
          break;
        case 'make-meeting-series':
          meetings.people.make({
            topic: edit.text || 'Meeting',
            times: series(
              edit.slot,
              edit.minutes,
              edit.pattern === 'yearly' || edit.pattern === 'long' ? 'daily' : edit.pattern,
            ),
          });
          break;
        case 'schedule':
          this.schedule(edit.text, single(edit.slot, edit.minutes));
          break;
        case 'schedule-series':
          this.schedule(edit.text, series(edit.slot, edit.minutes, edit.pattern));
          break;
        case 'odd-meeting':
          if (edit.kind === 'instant') meetings.people.makeInstant(edit.text || 'Instant');
          else
            meetings.people.make({
              topic: edit.text || 'Odd',
              times: edit.kind === 'no-fixed-time' ? { kind: 'no-fixed-time' } : single(edit.slot, 60),
              ...(edit.kind === 'webinar' ? { kind: 'webinar' } : {}),
              ...(edit.kind === 'foreign' ? { hostedByMe: false } : {}),
            });
          break;
        case 'own-appointment':
          appointments.people.make({
            subject: edit.text,
            times: single(edit.slot, edit.minutes),
            text: 'Private',
          });
          break;
        case 'rename-meeting':
          this.on(meeting(edit.which), ({ id }) => {
            meetings.people.rename(id, edit.text || 'Renamed');
            this.forget(id, this.ledger.lastSubject);
          });
          break;
        case 'rename-appointment':
          this.byHand(carrying(edit.which), ({ id }) => {
            appointments.people.rename(id, edit.text);
          });
          break;
        case 'move-meeting':
          this.on(meeting(edit.which), ({ id, facts }) => {
            if (facts.times.kind === 'single')
              meetings.people.reschedule(id, single(edit.slot, edit.minutes));
            if (facts.times.kind === 'series')
              meetings.people.reschedule(id, series(edit.slot, edit.minutes, 'daily'));
            this.forget(id, this.ledger.lastTimes);
          });
          break;
        case 'move-appointment':
          this.byHand(carrying(edit.which), ({ id, facts }) =>
            appointments.people.reschedule(
              id,
              facts.times.kind === 'series'
                ? series(edit.slot, edit.minutes, 'weekly')
                : single(edit.slot, edit.minutes),
            ),
          );
          break;
        case 'meeting-occurrence':
          this.on(meeting(edit.which), ({ id, facts }) =>
            this.occurrence(meetings.people, id, occurrenceOf(facts.times, edit.occurrence), edit),
          );
          break;
        case 'appointment-occurrence':
          this.byHand(carrying(edit.which), ({ id, facts }) =>
            this.occurrence(appointments.people, id, occurrenceOf(facts.times, edit.occurrence), edit),
          );
          break;
        case 'recur-appointment':
          this.byHand(carrying(edit.which), ({ id }) =>
            appointments.people.reschedule(id, series(60, 30, edit.pattern)),
          );
          break;
        case 'single-appointment':
          this.byHand(carrying(edit.which), ({ id }) =>
            appointments.people.reschedule(id, single(edit.slot, edit.minutes)),
          );
          break;
        case 'delete-meeting':
          this.on(meeting(edit.which), ({ id }) => {
            meetings.people.delete(id);
            this.ledger.deletedMeetings.add(id);
          });
          break;
        case 'recover-meeting':
          this.on(pick([...this.ledger.deletedMeetings], edit.which), (id) => {
            meetings.people.recover(id);
            this.ledger.recovered.add(id);
          });
          break;
        case 'delete-appointment':
          this.on(carrying(edit.which), ({ id, meetingId }) => {
            appointments.people.delete(id);
            this.ledger.givenUp.add(meetingId);
          });
          break;
        case 'take-off':
          this.on(carrying(edit.which), ({ id, meetingId }) => {
            appointments.people.takeOff(id);
            this.ledger.givenUp.add(meetingId);
          });
          break;
        case 'remove-invitation':
          this.byHand(carrying(edit.which), ({ id }) => appointments.people.removeInvitation(id));
          break;
        case 'passcode':
          this.on(meeting(edit.which), ({ id }) => meetings.people.changePasscode(id));
          break;
        case 'options':
          this.on(meeting(edit.which), ({ id }) => meetings.people.changeOptions(id, edit.text));
          break;
        case 'touch':
          this.on(meeting(edit.which), ({ id }) => meetings.people.touch(id));
          this.byHand(carrying(edit.which), ({ id }) => appointments.people.touch(id));
          break;
        case 'write':
          this.byHand(carrying(edit.which), ({ id }) =>
            appointments.people.writeText(id, edit.text, `${edit.text}\r\n`),
          );
          break;
        case 'locate':
          this.byHand(carrying(edit.which), ({ id }) => appointments.people.setLocation(id, edit.text));
          break;
        case 'copy':
          this.on(carrying(edit.which), ({ id }) =>
            this.ledger.copies.add(appointments.people.copy(id, { times: single(edit.slot, 30) })),
          );
          break;
        case 'to-other-calendar':
          this.on(carrying(edit.which), ({ id }) => {
            const moved = appointments.people.moveToCalendar(id);
            if (this.ledger.copies.has(id)) this.ledger.copies.add(moved);
          });
          break;
        case 'split':
          this.on(carrying(edit.which), ({ id, facts }) => {
            const original = occurrenceOf(facts.times, edit.occurrence);
            if (original === undefined) return;
            this.ledger.copies.add(appointments.people.split(id, original));
            this.ledger.lastTimes.delete(id);
            this.ledger.splits += 1;
          });
          break;
      }
    } catch (error) {
      // What a person cannot do there is not done.
      if (!(error instanceof RangeError)) throw error;
    }
  }

  /** As the pane does it: a meeting for an appointment, with the property. */
  private schedule(subject: string, times: ReturnType<typeof single>): void {
    const isLong =
      times.kind === 'series' &&
      (times.recurrence.rule.frequency === 'yearly' || times.recurrence.end.kind === 'never');
    const id = this.meetings.people.make({
      topic: subject || 'Zoom meeting',
      times: isLong ? { kind: 'no-fixed-time' } : times,
      madeHere: true,
    });
    this.ledger.scheduled.add(id);
    this.appointments.people.make({
      subject,
      times,
      text: 'Agenda\r\n',
      carries: { meetingId: id, by: 'property', details: detailsFor(id, 1) },
    });
  }

  /** Somebody changed it in Zoom. */
  private forget(meetingId: string, last: Map<string, unknown>): void {
    for (const appointment of this.appointments.carrying())
      if (appointment.meetingId === meetingId) last.delete(appointment.id);
  }

  private made(id: string, madeHere: boolean): void {
    if (madeHere) this.ledger.scheduled.add(id);
  }

  /** Something is saved on an appointment. What the person left as it was nobody wrote. */
  private byHand<T extends { readonly id: string }>(item: T | undefined, act: (item: T) => unknown): void {
    this.on(item, (it) => {
      const { id } = it;
      const before = this.appointments.stored(id);
      act(it);
      const now = this.appointments.stored(id);
      if (!before || !now || now.version === before.version) return;
      this.ledger.edited.add(id);
      if (now.subject !== before.subject) this.ledger.lastSubject.set(id, now.subject);
      if (!isSame(ruleOf(now.times), ruleOf(before.times))) this.ledger.lastTimes.set(id, now.times);
    });
  }

  private on<T>(item: T | undefined, act: (item: T) => unknown): void {
    if (item !== undefined) act(item);
  }

  private occurrence(
    people: Pick<World['meetings']['people'], 'moveOccurrence' | 'cancelOccurrence' | 'restoreOccurrence'>,
    id: string,
    original: string | undefined,
    { by, minutes }: { readonly by: 'move' | 'cancel' | 'restore'; readonly minutes: number },
  ): void {
    if (original === undefined) return;
    const later = new Date(Date.parse(original) + 90 * MINUTE).toISOString().replace('.000Z', 'Z');
    if (by === 'move') people.moveOccurrence(id, original, later, minutes);
    if (by === 'cancel') people.cancelOccurrence(id, original);
    if (by === 'restore') people.restoreOccurrence(id, original);
  }
}

/** When it takes place, single occurrences apart. */
export const ruleOf = (times: Times): unknown => (times.kind === 'series' ? times.recurrence : times);

export { instantOf };
