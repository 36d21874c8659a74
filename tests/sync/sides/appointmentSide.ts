/**
 * An appointment side in memory. It holds all of a person's appointments, and counts every one that leaves through
 * the port, so that a test can prove that only those with a meeting ever did.
 */
import type { AppointmentItem } from '../../../src/sync/model';
import { SideFault } from '../../../src/sync/ports';
import type {
  AppointmentDraft,
  AppointmentPatch,
  AppointmentSide,
  Capabilities,
  Change,
  Removed,
  Written,
} from '../../../src/sync/ports';
import { createAppointmentPeople } from './appointmentPeople';
import type { AppointmentPeople } from './appointmentPeople';
import { appointmentItem, carried, createAppointmentStore, itemCarrying } from './appointmentStore';
import type { StoredAppointment } from './appointmentStore';
import { findInvitation, ownText, writeInvitation } from './appointmentText';
import type { Clock } from './clock';
import { createDoor } from './door';
import type { Control, Rate } from './door';
import type { FaultScript } from './faults';
import { createProcess } from './process';
import type { EngineProcess } from './process';
import { createRandom } from './random';
import { tidy, withOccurrences } from './series';

/** As Exchange and Microsoft 365 are. */
export const likeExchange: Capabilities = {
  changes: 'delta',
  rows: 'items',
  versions: true,
  deletions: true,
  occurrences: true,
  batch: 20,
  parallel: 4,
  creationsADay: null,
};

/** As a desktop profile is: everything is listed each time, deletions are not told. */
export const likeMapi: Capabilities = { ...likeExchange, changes: 'list', deletions: false, batch: 50 };

/** The poorest calendar that is thinkable: rows that say little, no versions, one at a time. */
export const likePoorCalendar: Capabilities = {
  ...likeMapi,
  rows: 'rows',
  versions: false,
  batch: 1,
  parallel: 1,
};

export interface AppointmentSideOptions {
  readonly clock: Clock;
  /** By default `likeExchange`. */
  readonly capabilities?: Capabilities;
  readonly seed?: number;
  readonly pageSize?: number;
  /** Of a delta: a cursor is good for so many changes, and then invalid. */
  readonly cursorLife?: number;
  /** Of a delta: also names deleted items that never had a meeting, by id alone, as calendars do. By default true. */
  readonly tellsStrangers?: boolean;
  readonly faults?: FaultScript;
  readonly rate?: Rate;
}

export interface TestAppointmentSide extends AppointmentSide {
  readonly people: AppointmentPeople;
  readonly control: Control;
  /** The same side for one process; without, calls come from one that never dies. */
  connect(process: EngineProcess): AppointmentSide;
  /** All that carry a meeting, past the port, in the order of making. */
  carrying(): AppointmentItem[];
  /** Past the port; undefined where it is gone or carries no meeting. */
  appointment(id: string): AppointmentItem | undefined;
  /** Everything, also what carries no meeting. */
  stored(id: string): StoredAppointment | undefined;
  everything(): StoredAppointment[];
  /** Ids of the items and rows that left through the port, how often each. */
  readonly told: ReadonlyMap<string, number>;
  /**
   * What must never happen, in words: an appointment without a meeting was told, changed or removed; the person's text
   * or own location is not as the person left it.
   */
  violations(): string[];
  /** These are refused from now on, whatever is asked of them: ids, or subjects of what is to be made. */
  poison(idOrSubject: string): void;
  heal(idOrSubject: string): void;
  /** Effects that came through the port, in their order; with what an appointment was before it was removed. */
  readonly writes: readonly {
    readonly kind: 'create' | 'update' | 'remove';
    readonly id: string;
    readonly before?: StoredAppointment;
  }[];
  forgetCursors(): void;
}

export function createAppointmentSide(options: AppointmentSideOptions): TestAppointmentSide {
  const { capabilities = likeExchange, seed = 2, pageSize = 50, tellsStrangers = true } = options;
  const { cursorLife = Infinity } = options;
  const store = createAppointmentStore();
  const door = createDoor({ ...options, side: 'appointment', capabilities, random: createRandom(seed) });
  const told = new Map<string, number>();
  const leaks: string[] = [];
  const poisoned = new Set<string>();
  const writes: TestAppointmentSide['writes'][number][] = [];

  /** Whatever of an appointment leaves through the port passes here. */
  function out<T>(stored: StoredAppointment, answer: T, before: StoredAppointment = stored): T {
    told.set(stored.id, (told.get(stored.id) ?? 0) + 1);
    if (!carried(stored) && !carried(before)) leaks.push(`${stored.id} carries no meeting, and was told`);
    return answer;
  }

  const item = (stored: StoredAppointment): AppointmentItem | undefined => {
    const told = appointmentItem(stored, capabilities);
    return told && out(stored, told);
  };

  function create(draft: AppointmentDraft): Written<AppointmentItem> {
    if (poisoned.has(draft.subject)) return { kind: 'refused', code: 'invalid-request' };
    if (draft.times.kind === 'no-fixed-time') return { kind: 'refused', code: 'meeting-without-time' };
    const { meetingId, subject, times, details } = draft;
    const made = store.add(
      {
        subject,
        times: tidy(times),
        body: writeInvitation('', { meetingId, details }),
        location: details.joinUrl,
        property: { meetingId, madeFor: 'this' },
      },
      'port',
    );
    writes.push({ kind: 'create', id: made.id });
    return done(made, made);
  }

  /** What was asked for may have taken the meeting off: then the answer still names the one that was on it. */
  function done(stored: StoredAppointment, before: StoredAppointment): Written<AppointmentItem> {
    const carries = carried(stored) ?? carried(before);
    if (!carries) return { kind: 'gone' };
    return { kind: 'done', item: out(stored, itemCarrying(stored, carries, capabilities), before) };
  }

  function writable(
    id: string,
    version: string | null,
  ): StoredAppointment | Exclude<Removed, { kind: 'done' }> {
    const stored = store.get(id);
    if (!stored || !carried(stored)) return { kind: 'gone' };
    if (capabilities.versions && version !== null && version !== `v${stored.version}`) {
      return { kind: 'conflict' };
    }
    return poisoned.has(id) ? { kind: 'refused', code: 'invalid-request' } : stored;
  }

  function update(patch: AppointmentPatch): Written<AppointmentItem> {
    const before = writable(patch.id, patch.version);
    if (!('subject' in before)) return before;
    let { times } = before;
    if (patch.times) {
      if (patch.times.kind === 'no-fixed-time') return { kind: 'refused', code: 'meeting-without-time' };
      times = tidy(patch.times);
    } else if (patch.occurrences) {
      const wanted = capabilities.occurrences ? withOccurrences(times, patch.occurrences) : undefined;
      if (!wanted) return { kind: 'refused', code: 'occurrence-gone' };
      times = wanted;
    }
    const { subject = before.subject } = patch;
    const changed = store.change(before.id, { subject, times, ...withDetails(before, patch) }, 'port');
    writes.push({ kind: 'update', id: before.id });
    return done(changed, before);
  }

  function remove(id: string, version: string | null): Removed {
    const before = writable(id, version);
    if (!('subject' in before)) return before;
    store.remove(id, 'port');
    writes.push({ kind: 'remove', id, before });
    return { kind: 'done' };
  }

  function tellOne(id: string, whole: boolean): readonly Change<AppointmentItem>[] {
    const stored = store.get(id);
    if (stored && carried(stored)) {
      if (capabilities.rows === 'rows') return [out(stored, { kind: 'row', id, row: rowOf(stored) })];
      const told = item(stored);
      return told ? [{ kind: 'item', item: told }] : [];
    }
    if (whole || !capabilities.deletions) return [];
    // What lost its meeting is none of the port's items any more.
    return store.everCarried(id) || (tellsStrangers && !stored) ? [{ kind: 'deleted', id }] : [];
  }

  function idsSince(cursor: string | null): string[] {
    if (capabilities.changes === 'list' || cursor === null) {
      return [...store.all()].filter(carried).map(({ id }) => id);
    }
    const ids = store.feed.since(cursor);
    if (ids.length > cursorLife) throw new SideFault('cursor-invalid');
    return ids;
  }

  const portOf = (process: EngineProcess): AppointmentSide => ({
    capabilities,
    budget: () => door.budget(),
    async *changes(cursor, signal) {
      const whole = capabilities.changes === 'list' || cursor === null;
      let ids: string[] = [];
      let next: string | null = null;
      for (let at = 0; at === 0 || at < ids.length; at += pageSize) {
        yield await door.pass({ process, signal }, 'changes', 0, () => {
          if (at === 0) {
            ids = idsSince(cursor);
            next = capabilities.changes === 'delta' ? store.feed.cursor() : null;
          }
          const changes = ids.slice(at, at + pageSize).flatMap((id) => tellOne(id, whole));
          const isLast = at + pageSize >= ids.length;
          return { changes, whole, ...(isLast ? { cursor: next } : {}) };
        });
      }
    },
    read: (ids, signal) =>
      door.pass({ process, signal }, 'read', ids.length, () => {
        const answer = (id: string): AppointmentItem | 'gone' => {
          const stored = store.get(id);
          return (stored && item(stored)) ?? 'gone';
        };
        return new Map(ids.map((id) => [id, answer(id)]));
      }),
    find: (meetingIds, signal) =>
      door.pass({ process, signal }, 'find', meetingIds.length, () => {
        const wanted = new Set(meetingIds);
        return [...store.all()].flatMap((stored) => {
          const carries = carried(stored);
          const found = carries && wanted.has(carries.meetingId) ? item(stored) : undefined;
          return found ? [found] : [];
        });
      }),
    create: (drafts, signal) => door.passEach({ process, signal }, 'create', drafts, create),
    update: (patches, signal) => door.passEach({ process, signal }, 'update', patches, update),
    remove: (those, signal) =>
      door.passEach({ process, signal }, 'remove', those, ({ id, version }) => remove(id, version)),
  });

  return {
    ...portOf(createProcess()),
    people: createAppointmentPeople(store),
    control: door.control,
    connect: portOf,
    carrying: () => [...store.all()].flatMap((stored) => appointmentItem(stored, capabilities) ?? []),
    appointment(id) {
      const stored = store.get(id);
      return stored && appointmentItem(stored, capabilities);
    },
    stored: (id) => store.get(id),
    everything: () => [...store.all()],
    told,
    violations: () => [...leaks, ...store.violations()],
    poison: (id) => void poisoned.add(id),
    heal: (id) => void poisoned.delete(id),
    writes,
    forgetCursors: () => store.feed.forget(),
  };
}

/** What changes with an invitation that is written, or with everything of the meeting that is taken off. */
function withDetails(
  before: StoredAppointment,
  { details, meetingId }: Pick<AppointmentPatch, 'details' | 'meetingId'>,
): Partial<StoredAppointment> {
  const { body, location, id } = before;
  const isOurs = carried({ ...before, property: null, body: '' })?.foundBy === 'location';
  if (details === null) return { body: ownText(body), property: null, location: isOurs ? '' : location };
  const property = meetingId === undefined ? {} : { property: { meetingId, madeFor: id } };
  if (details === undefined) return property;
  const carries = meetingId ?? carried(before)?.meetingId ?? findInvitation(body)?.meetingId ?? '';
  return {
    ...property,
    body: writeInvitation(body, { meetingId: carries, details }),
    location: isOurs || location === '' ? details.joinUrl : location,
  };
}

/** Says only that something moved, and roughly what. */
const rowOf = ({ subject, times, version }: StoredAppointment): string =>
  JSON.stringify([subject, times.kind, version]);
