/**
 * Meetings of drafts: which are open in a pane now, which were put on an unsaved form lately, and which of those that
 * no saved appointment is known for are to be shown to the person.
 *
 * A pane that is open on a draft holds a Web Lock by the meeting's id; the browser lets go of it when the pane closes,
 * however it closes. Without Web Locks nothing is held, and a draft that is open elsewhere may be listed.
 */
import type { UnusedMeetings } from '../api/backend';
import type { DraftMemory } from './types';

/** The part of `navigator.locks` that is used beside `Locks`. */
export interface DraftLocks {
  request<T>(name: string, work: () => Promise<T>): Promise<T>;
  /** The names of all locks that are held, in any frame of this origin. */
  held(): Promise<readonly string[]>;
}

const lockName = (meetingId: string): string => `zoom-calendar.draft.${meetingId}`;

/** Says to other panes that the draft with this meeting is open here. Returns the way to let go. */
export function holdDraft(locks: DraftLocks | undefined, meetingId: string): () => void {
  let letGo: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  // Pages without a real origin have the API and may not use it; then nothing is held.
  locks?.request(lockName(meetingId), () => held).catch(() => undefined);
  return letGo;
}

type Unused = UnusedMeetings['meetings'];

/** Of the meetings that no saved appointment is known for, those whose draft is not open in a pane now. */
export async function notOpen(
  unused: Unused,
  locks: DraftLocks | undefined,
  current: string | undefined,
): Promise<Unused> {
  const held = new Set(await locks?.held().catch(() => []));
  return unused.filter(({ id }) => id !== current && !held.has(lockName(id)));
}

/** Kept text, shared by the frames of this browser. */
interface Storage {
  read(key: string): string | undefined;
  write(key: string, value: string | undefined): void;
}

const KEY = 'drafts';

/** How long a form may stay open unsaved, as far as anybody is reminded of it. */
const REMEMBERED_MS = 24 * 3_600_000;

/** Keeps `<meeting id>@<UTC milliseconds>`, separated by spaces. */
export function draftMemory(storage: Storage, now: () => number): DraftMemory {
  const present = () =>
    (storage.read(KEY) ?? '')
      .split(' ')
      .map((entry) => entry.split('@'))
      .flatMap(([id, at]) => (id && now() - Number(at) < REMEMBERED_MS ? [{ id, at: Number(at) }] : []));
  return {
    remember(meetingId) {
      const others = present().filter(({ id }) => id !== meetingId);
      const entries = [...others, { id: meetingId, at: now() }];
      storage.write(KEY, entries.map(({ id, at }) => `${id}@${at}`).join(' '));
    },
    has: (meetingId) => present().some(({ id }) => id === meetingId),
  };
}
