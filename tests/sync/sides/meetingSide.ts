/** A meeting side in memory, in two flavours: as poor as Zoom, or one that tells its changes itself. */
import type { MeetingItem } from '../../../src/sync/model';
import { SideFault } from '../../../src/sync/ports';
import type {
  Capabilities,
  Change,
  MeetingPatch,
  MeetingSide,
  Removed,
  Written,
} from '../../../src/sync/ports';
import type { Clock } from './clock';
import { createDoor } from './door';
import type { Control, Rate } from './door';
import type { FaultScript } from './faults';
import { createHints, reliableHints } from './hints';
import type { HintChances } from './hints';
import { createMeetingPeople } from './meetingPeople';
import type { MeetingPeople } from './meetingPeople';
import { createMeetingStore, meetingItem, meetingRow } from './meetingStore';
import type { MeetingRules, StoredMeeting } from './meetingStore';
import { createProcess } from './process';
import type { EngineProcess } from './process';
import { createRandom } from './random';

const DAY_MS = 86_400_000;

/** As Zoom's REST API is, see `zoomTimes.ts` for its rules about times. */
export const likeZoom: Capabilities = {
  changes: 'list',
  rows: 'rows',
  versions: false,
  deletions: false,
  occurrences: true,
  batch: 1,
  parallel: 8,
  creationsADay: 100,
};

export const withDelta: Capabilities = {
  changes: 'delta',
  rows: 'items',
  versions: true,
  deletions: true,
  occurrences: true,
  batch: 20,
  parallel: 4,
  creationsADay: null,
};

export interface MeetingSideOptions {
  readonly clock: Clock;
  /** By default `likeZoom`. */
  readonly capabilities?: Capabilities;
  /** By default Zoom's where the capabilities are a list, and none otherwise. */
  readonly rules?: MeetingRules;
  readonly seed?: number;
  readonly pageSize?: number;
  readonly faults?: FaultScript;
  readonly rate?: Rate;
  readonly hints?: HintChances;
}

export interface TestMeetingSide extends MeetingSide {
  readonly people: MeetingPeople;
  readonly control: Control;
  /** The same side for one process; without, calls come from one that never dies. */
  connect(process: EngineProcess): MeetingSide;
  /** Meetings that notifications named, as far as these arrived. */
  drainHints(): string[];
  /** What is there by now, past the port: neither deleted nor expired for good, in the order of making. */
  meetings(): MeetingItem[];
  /** Past the port; undefined where it is gone. */
  meeting(id: string): MeetingItem | undefined;
  isListed(id: string): boolean;
  /** These are refused from now on, whatever is asked of them: ids, or topics of what is to be made. */
  poison(idOrTopic: string): void;
  heal(idOrTopic: string): void;
  /** Effects that came through the port, in their order. */
  readonly writes: readonly { readonly kind: 'create' | 'update' | 'remove'; readonly id: string }[];
  forgetCursors(): void;
}

export function createMeetingSide(options: MeetingSideOptions): TestMeetingSide {
  const { clock, capabilities = likeZoom, seed = 1, pageSize = 50 } = options;
  const random = createRandom(seed);
  const hints = createHints(random, options.hints ?? reliableHints);
  const isZoom = capabilities.changes === 'list';
  const rules = options.rules ?? {
    times: isZoom ? 'zoom' : 'anything',
    expiry: isZoom ? { listedMs: DAY_MS, readableMs: 30 * DAY_MS } : null,
  };
  const store = createMeetingStore(clock, rules, (id) => hints.tell(id));
  const door = createDoor({ ...options, side: 'meeting', capabilities, random });
  const item = (meeting: StoredMeeting): MeetingItem => meetingItem(meeting, capabilities);
  const poisoned = new Set<string>();
  const writes: { kind: 'create' | 'update' | 'remove'; id: string }[] = [];
  /** When meetings were made through the port, UTC milliseconds. */
  let creations: number[] = [];

  const isStale = (version: string | null, meeting: StoredMeeting): boolean =>
    capabilities.versions && version !== null && version !== `v${meeting.version}`;

  function untilMore(): number | undefined {
    const most = capabilities.creationsADay;
    creations = creations.filter((at) => at > clock.now() - DAY_MS);
    const [oldest] = creations;
    return most === null || oldest === undefined || creations.length < most
      ? undefined
      : oldest + DAY_MS - clock.now();
  }

  function create(draft: Parameters<MeetingSide['create']>[0][number]): Written<MeetingItem> {
    const known = store.madeByClaim(draft.claim);
    if (known) return store.living(known.id) ? { kind: 'done', item: item(known) } : { kind: 'gone' };
    const taken = poisoned.has(draft.topic) ? undefined : store.taken.draft(draft);
    if (taken === undefined) return { kind: 'refused', code: 'zoom-refused' };
    const retryAfterMs = untilMore();
    if (retryAfterMs !== undefined) return { kind: 'failed', fault: new SideFault('budget', retryAfterMs) };
    const model = draft.like === null ? undefined : store.stored(draft.like);
    const made = store.add({
      ...taken,
      claim: draft.claim,
      madeHere: true,
      ...(model ? { options: model.options } : {}),
    });
    creations.push(clock.now());
    writes.push({ kind: 'create', id: made.id });
    return { kind: 'done', item: item(made) };
  }

  /** The meeting where it may be written; otherwise the answer. */
  function writable(id: string, version: string | null): StoredMeeting | Exclude<Removed, { kind: 'done' }> {
    const meeting = store.living(id);
    if (meeting === undefined) return { kind: 'gone' };
    if (isStale(version, meeting)) return { kind: 'conflict' };
    if (!meeting.hostedByMe) return { kind: 'refused', code: 'meeting-of-another' };
    return poisoned.has(id) ? { kind: 'refused', code: 'zoom-refused' } : meeting;
  }

  function update(patch: MeetingPatch): Written<MeetingItem> {
    const meeting = writable(patch.id, patch.version);
    if (!('topic' in meeting)) return meeting;
    const refused: Written<MeetingItem> = { kind: 'refused', code: 'zoom-refused' };
    if (patch.topic !== undefined && !store.taken.topic(patch.topic)) return refused;
    const { topic = meeting.topic } = patch;
    let times: StoredMeeting['times'] | undefined = meeting.times;
    if (patch.times) times = store.taken.times(patch.times, meeting);
    else if (patch.occurrences) {
      if (!capabilities.occurrences) return refused;
      times = store.taken.occurrences(patch.occurrences, meeting);
      if (times === undefined) return { kind: 'refused', code: 'occurrence-gone' };
    }
    if (times === undefined) return refused;
    writes.push({ kind: 'update', id: meeting.id });
    return { kind: 'done', item: item(store.change(meeting.id, { topic, times })) };
  }

  function remove(id: string, version: string | null): Removed {
    const meeting = writable(id, version);
    if (!('topic' in meeting)) return meeting;
    writes.push({ kind: 'remove', id });
    store.change(id, { deleted: true });
    return { kind: 'done' };
  }

  function told(id: string, whole: boolean): readonly Change<MeetingItem>[] {
    const meeting = store.stored(id);
    if (!meeting || !isTold(id, whole)) return [];
    if (!meeting.deleted) {
      return capabilities.rows === 'items'
        ? [{ kind: 'item', item: item(meeting) }]
        : [{ kind: 'row', id, row: meetingRow(meeting) }];
    }
    return [{ kind: 'deleted', id }];
  }

  /** What expired is left out in silence. */
  function isTold(id: string, whole: boolean): boolean {
    const meeting = store.stored(id);
    if (meeting === undefined) return false;
    return store.isListed(meeting) || (meeting.deleted && !whole && capabilities.deletions);
  }

  const portOf = (process: EngineProcess): MeetingSide => ({
    capabilities,
    budget: () => door.budget(),
    async *changes(cursor, signal) {
      const whole = capabilities.changes === 'list' || cursor === null;
      let ids: string[] = [];
      let next: string | null = null;
      const start = (): void => {
        ids = whole ? [...store.all()].map(({ id }) => id) : store.feed.since(cursor ?? '');
        ids = ids.filter((id) => isTold(id, whole));
        next = capabilities.changes === 'delta' ? store.feed.cursor() : null;
      };
      for (let at = 0; at === 0 || at < ids.length; at += pageSize) {
        yield await door.pass({ process, signal }, 'changes', 0, () => {
          if (at === 0) start();
          const changes = ids.slice(at, at + pageSize).flatMap((id) => told(id, whole));
          const isLast = at + pageSize >= ids.length;
          return { changes, whole, ...(isLast ? { cursor: next } : {}) };
        });
      }
    },
    read: (ids, signal) =>
      door.pass({ process, signal }, 'read', ids.length, () => {
        const answer = (id: string): MeetingItem | 'gone' => {
          const meeting = store.living(id);
          return meeting ? item(meeting) : 'gone';
        };
        return new Map(ids.map((id) => [id, answer(id)]));
      }),
    async create(drafts, signal) {
      const answers = await door.passEach({ process, signal }, 'create', drafts, create);
      const [only, ...more] = answers;
      // A side that makes one at a time says it of the whole call.
      if (more.length === 0 && only?.kind === 'failed') throw only.fault;
      return answers;
    },
    update: (patches, signal) => door.passEach({ process, signal }, 'update', patches, update),
    remove: (those, signal) =>
      door.passEach({ process, signal }, 'remove', those, ({ id, version }) => remove(id, version)),
    findClaims: (claims, signal) =>
      door.pass({ process, signal }, 'findClaims', claims.length, () => {
        const found = claims.flatMap((claim) => {
          const meeting = store.living(store.madeByClaim(claim)?.id ?? '');
          return meeting ? [[claim, item(meeting)] as const] : [];
        });
        return new Map(found);
      }),
  });

  return {
    ...portOf(createProcess()),
    people: createMeetingPeople(store, clock),
    control: door.control,
    connect: portOf,
    drainHints: () => hints.drain(),
    meetings: () => [...store.all()].filter(({ id }) => store.living(id)).map(item),
    meeting(id) {
      const meeting = store.living(id);
      return meeting && item(meeting);
    },
    isListed(id) {
      const meeting = store.stored(id);
      return meeting !== undefined && store.isListed(meeting);
    },
    poison: (id) => void poisoned.add(id),
    heal: (id) => void poisoned.delete(id),
    writes,
    forgetCursors: () => store.feed.forget(),
  };
}
