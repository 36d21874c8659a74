/**
 * The Zoom stand-in's parts put together, and the changes to meetings that the REST API and the web page share.
 */
import { randomBytes } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Clock } from './clock';
import { Limits, type ZoomCloudConfig } from './config';
import { zoomErrors } from './errors';
import { Faults } from './faults';
import { Grants } from './grants';
import { Limiter } from './limits';
import type { CreateBody, OccurrenceBody, UpdateBody } from './meetingBodies';
import { isRecoverable, isThere } from './meetingLife';
import { Pager } from './meetingList';
import type { StoredMeeting } from './meetingModel';
import { createdMeeting, newMeetingId, updatedMeeting, type Circumstances } from './meetingRules';
import { occurrenceToChange, withChangedOccurrence, withoutOccurrence } from './occurrenceRules';
import type { Person } from './people';
import { mayManage } from './privileges';
import { RequestLog } from './requestLog';
import { Store } from './store';

export class Cloud {
  readonly clock: Clock;
  readonly store: Store;
  readonly grants: Grants;
  readonly limiter: Limiter;
  readonly pager = new Pager(randomBytes(32).toString('base64url'));
  readonly faults = new Faults();
  readonly requests = new RequestLog();
  /** Emits `changed` after each change to a meeting. */
  readonly changes = new EventEmitter().setMaxListeners(0);
  /** `https://localhost:port`, known once the server listens. */
  origin = '';

  constructor(readonly config: ZoomCloudConfig) {
    this.clock = new Clock(config.now ?? Date.now);
    this.store = new Store(config.stateFile);
    this.grants = new Grants(this.store, this.clock, config.accessTokenSeconds ?? 3600);
    this.limiter = new Limiter(Limits.parse(config.limits ?? {}));
  }

  /** Where join links point. */
  get joinOrigin(): string {
    return this.config.joinOrigin ?? this.origin;
  }

  /** The person by id or email; undefined when there is none. */
  person(idOrEmail: string): Person | undefined {
    return (
      this.store.people.get(idOrEmail) ??
      this.store.people.all().find((person) => person.email === idOrEmail.toLowerCase())
    );
  }

  /** The host of a meeting. */
  hostOf(meeting: StoredMeeting): Person {
    const host = this.store.people.get(meeting.hostId);
    if (host === undefined) throw zoomErrors.userNotFound(meeting.hostId);
    return host;
  }

  /** The meeting under an id. Throws 3001 when it is deleted, expired or was never there. */
  meeting(id: string): StoredMeeting {
    const meeting = this.store.meetings.get(id);
    if (meeting === undefined || !isThere(meeting, this.clock.now())) throw zoomErrors.meetingNotFound(id);
    return meeting;
  }

  /**
   * Where a join link's number leads: the meeting with this id or the next one that uses this personal meeting id; the
   * personal room when no meeting does; nowhere.
   */
  joined(number: string): { meeting?: StoredMeeting; room?: Person } {
    const now = this.clock.now();
    const there = this.store.meetings.all().filter((meeting) => isThere(meeting, now));
    const meeting = there.find(({ id }) => String(id) === number);
    if (meeting !== undefined) return { meeting };
    const room = this.store.people.all().find(({ pmi }) => String(pmi) === number);
    if (room === undefined) return {};
    const [next] = there
      .filter(({ hostId, settings }) => hostId === room.id && settings.use_pmi === true)
      .sort((a, b) => (a.start ?? Infinity) - (b.start ?? Infinity));
    return next === undefined ? { room } : { meeting: next };
  }

  /** Whether somebody may see, change and delete a meeting. */
  mayManage(meeting: StoredMeeting, person: Person): boolean {
    return mayManage(meeting, this.hostOf(meeting), person);
  }

  /** Creates a meeting for its host; `scheduler` is who asks. */
  create(body: CreateBody, host: Person, scheduler: Person): StoredMeeting {
    const id = newMeetingId((taken) => this.store.meetings.get(String(taken)) !== undefined);
    return this.keep(createdMeeting(body, id, scheduler, this.circumstances(host)));
  }

  /** Changes a meeting; with `handing`, somebody hands it to another host. */
  update(
    meeting: StoredMeeting,
    body: UpdateBody,
    handing?: { to: Person; scheduler: Person },
  ): StoredMeeting {
    const host = handing?.to ?? this.hostOf(meeting);
    const updated = updatedMeeting(meeting, body, this.circumstances(host));
    if (handing === undefined || host.id === meeting.hostId) return this.keep(updated);
    const { id } = handing.scheduler;
    return this.keep({ ...updated, assistantId: id === host.id ? null : id });
  }

  /** Changes one occurrence. Throws 300 when the series never had it, 3001 when it is cancelled. */
  updateOccurrence(meeting: StoredMeeting, occurrenceId: string, body: OccurrenceBody): StoredMeeting {
    const occurrence = occurrenceToChange(meeting, occurrenceId);
    const circumstances = this.circumstances(this.hostOf(meeting));
    return this.keep(withChangedOccurrence(meeting, occurrence, body, circumstances));
  }

  /** Cancels one occurrence; the last one takes the meeting with it. Throws as `updateOccurrence`. */
  deleteOccurrence(meeting: StoredMeeting, occurrenceId: string): void {
    const occurrence = occurrenceToChange(meeting, occurrenceId);
    this.keep(withoutOccurrence(meeting, occurrence, this.clock.now()));
  }

  delete(meeting: StoredMeeting): void {
    this.keep({ ...meeting, deletedAt: this.clock.now() });
  }

  /** Brings a deleted meeting back; nothing happens to one that is there. Throws 3001 when it is gone for good. */
  recover(id: string): void {
    const meeting = this.store.meetings.get(id);
    if (meeting === undefined) throw zoomErrors.meetingNotFound(id);
    if (isThere(meeting, this.clock.now())) return;
    if (!isRecoverable(meeting, this.clock.now())) throw zoomErrors.meetingNotFound(id);
    this.keep({ ...meeting, deletedAt: null, modifiedAt: this.clock.now() });
  }

  /** Ends a meeting: only an instant one is over by that. */
  end(meeting: StoredMeeting): void {
    if (meeting.type === 1) this.keep({ ...meeting, ended: true });
  }

  /** Back to an empty account with its first people and the limits of the start; the clock's offset goes too. */
  reset(): void {
    this.store.reset();
    this.grants.revokeAll();
    this.faults.clear();
    this.requests.clear();
    this.limiter.limits = Limits.parse(this.config.limits ?? {});
    this.limiter.reset();
    this.clock.offset = 0;
    this.changes.emit('changed');
  }

  private circumstances(host: Person): Circumstances {
    return {
      host,
      account: this.store.account,
      find: (idOrEmail) => this.person(idOrEmail),
      now: this.clock.now(),
    };
  }

  private keep(meeting: StoredMeeting): StoredMeeting {
    const kept = this.store.meetings.put(meeting);
    this.changes.emit('changed');
    return kept;
  }
}
