/** The meetings of one person as a cloud keeps them, and what can be done to one, by whomever. */
import { TOPIC_LIMIT } from '../../../src/domain/meeting';
import type { JoinDetails, MeetingItem, Times } from '../../../src/sync/model';
import type { MeetingDraft, OccurrencePatch } from '../../../src/sync/ports';
import type { Clock } from './clock';
import { createFeed } from './feed';
import type { Feed } from './feed';
import { endOf, tidy, withOccurrences } from './series';
import { zoomOccurrences, zoomTimes } from './zoomTimes';

export interface StoredMeeting {
  readonly id: string;
  readonly kind: MeetingItem['kind'];
  readonly hostedByMe: boolean;
  readonly madeHere: boolean;
  readonly claim: string | null;
  readonly topic: string;
  readonly times: Times;
  readonly details: JoinDetails;
  readonly options: string;
  readonly version: number;
  /** UTC milliseconds. */
  readonly changedAt: number;
  /** It can be recovered. */
  readonly deleted: boolean;
}

export interface MeetingRules {
  /** What times become; `anything` takes all. */
  readonly times: 'zoom' | 'anything';
  /** For how long after its end a meeting is listed, and can be read; null: for ever. Milliseconds. */
  readonly expiry: { readonly listedMs: number; readonly readableMs: number } | null;
}

/** A meeting that belongs to no time lives this long after its last change. */
const TIMELESS_MS = 365 * 86_400_000;

export interface MeetingStore {
  readonly feed: Feed;
  /** Those that were deleted or expired included. */
  readonly all: () => Iterable<StoredMeeting>;
  readonly isListed: (meeting: StoredMeeting) => boolean;
  /** Undefined where it is deleted, expired for good, or never was. */
  readonly living: (id: string) => StoredMeeting | undefined;
  readonly stored: (id: string) => StoredMeeting | undefined;
  readonly madeByClaim: (claim: string) => StoredMeeting | undefined;
  add(made: Pick<StoredMeeting, 'topic' | 'times'> & Partial<StoredMeeting>): StoredMeeting;
  change(id: string, change: Partial<StoredMeeting>): StoredMeeting;
  /** What is asked for, as the store would have it; undefined where it refuses. */
  readonly taken: {
    draft(draft: Pick<MeetingDraft, 'topic' | 'times'>): Pick<StoredMeeting, 'topic' | 'times'> | undefined;
    times(wanted: Times, present: StoredMeeting): Times | undefined;
    occurrences(patches: readonly OccurrencePatch[], present: StoredMeeting): Times | undefined;
    topic(topic: string): boolean;
  };
}

export function createMeetingStore(
  clock: Clock,
  rules: MeetingRules,
  changed: (id: string) => void,
): MeetingStore {
  const meetings = new Map<string, StoredMeeting>();
  const claims = new Map<string, string>();
  const feed = createFeed();
  let made = 0;

  const lives = (meeting: StoredMeeting, after: number): boolean => {
    if (meeting.deleted) return false;
    if (rules.expiry === null) return true;
    const end = endOf(meeting.times);
    return clock.now() <= (end === Infinity ? meeting.changedAt + TIMELESS_MS : end + after);
  };
  const topic = (text: string): boolean => text !== '' && text.length <= TOPIC_LIMIT;
  const times = (wanted: Times, present: Times | undefined): Times | undefined =>
    rules.times === 'zoom' ? zoomTimes(wanted, present, clock.now()) : tidy(wanted);

  function put(meeting: Omit<StoredMeeting, 'version' | 'changedAt'>): StoredMeeting {
    const stored = { ...meeting, version: feed.touch(meeting.id), changedAt: clock.now() };
    meetings.set(meeting.id, stored);
    if (stored.claim !== null) claims.set(stored.claim, stored.id);
    changed(stored.id);
    return stored;
  }

  return {
    feed,
    all: () => meetings.values(),
    isListed: (meeting) => lives(meeting, rules.expiry?.listedMs ?? 0),
    living(id) {
      const meeting = meetings.get(id);
      return meeting && lives(meeting, rules.expiry?.readableMs ?? 0) ? meeting : undefined;
    },
    stored: (id) => meetings.get(id),
    madeByClaim: (claim) => meetings.get(claims.get(claim) ?? ''),
    add(meeting) {
      made += 1;
      const id = String(81_000_000_000 + made);
      return put({
        kind: 'meeting',
        hostedByMe: true,
        madeHere: false,
        claim: null,
        details: detailsFor(id, 1),
        options: 'waiting-room=1',
        deleted: false,
        ...meeting,
        id,
      });
    },
    change(id, change) {
      const present = meetings.get(id);
      if (present === undefined) throw new RangeError(`No meeting ${id}`);
      return put({ ...present, ...change, id });
    },
    taken: {
      draft(draft) {
        const held = times(draft.times, undefined);
        return held !== undefined && topic(draft.topic) ? { topic: draft.topic, times: held } : undefined;
      },
      times: (wanted, present) => times(wanted, present.times),
      occurrences(patches, present) {
        const wanted = withOccurrences(present.times, patches);
        if (rules.times !== 'zoom' || wanted?.kind !== 'series') return wanted;
        return zoomOccurrences(wanted, present.times, clock.now());
      },
      topic,
    },
  };
}

/** Join details of a meeting; another `edition` is another passcode, which the address tells as well. */
export function detailsFor(id: string, edition: number): JoinDetails {
  const passcode = `pass${edition}`;
  return { joinUrl: `https://zoom.us/j/${id}?pwd=${passcode}x${id.slice(-4)}`, passcode, joinNumber: id };
}

/** As the port tells it. */
export const meetingItem = (
  meeting: StoredMeeting,
  knows: { readonly versions: boolean; readonly occurrences: boolean },
): MeetingItem => ({
  id: meeting.id,
  version: knows.versions ? `v${meeting.version}` : null,
  kind: meeting.kind,
  hostedByMe: meeting.hostedByMe,
  madeHere: meeting.madeHere,
  facts: {
    topic: meeting.topic,
    times:
      meeting.times.kind === 'series' && !knows.occurrences
        ? { ...meeting.times, deviations: [] }
        : meeting.times,
    details: meeting.details,
    options: meeting.options,
  },
});

/** As a list with few fields has it: nothing of single occurrences, the rule or the options. */
export function meetingRow({ topic, kind, times, details }: StoredMeeting): string {
  const shown =
    times.kind === 'series'
      ? [times.kind, times.recurrence.start, times.recurrence.durationMinutes, times.recurrence.timeZone]
      : times.kind === 'single'
        ? [times.kind, times.start, times.durationMinutes, times.timeZone]
        : [times.kind];
  return JSON.stringify([topic, kind, ...shown, details.joinUrl]);
}
