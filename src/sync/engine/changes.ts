/**
 * What a side says has changed, without all that is known already.
 *
 * A whole list is compared mark by mark with what the journal knows; of a delta, what has the version that the link
 * has (our own writes, and the pane's) says nothing new either. What is left is a small part, and only that is kept.
 */
import type { SideName } from '../actions';
import type { Journal } from '../journal';
import type { Link } from '../model';
import type { Capabilities, Change, ChangePage } from '../ports';
import { SideFault } from '../ports';
import type { Caller } from './caller';
import type { EngineSettings } from './settings';

export interface Moved<Item> {
  /** Told whole, and perhaps not as it was. */
  readonly items: ReadonlyMap<string, Item>;
  /** Told by a row that is not as it was; by id. */
  readonly rows: ReadonlyMap<string, string>;
  /** Told to be deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Known, not in the whole list, and not over since long. */
  readonly missing: readonly string[];
  /** How much a side has that told everything; undefined where it told changes alone. */
  readonly listed: number | undefined;
  readonly cursor: string | null;
}

export interface Listing<Item> {
  readonly name: SideName;
  readonly side: {
    readonly capabilities: Capabilities;
    changes(cursor: string | null, signal: AbortSignal): AsyncIterable<ChangePage<Item>>;
  };
  readonly caller: Caller;
  readonly signal: AbortSignal;
  readonly journal: Journal;
  /** The cursor up to which it was read. */
  readonly from: string | null;
  readonly settings: EngineSettings;
  readonly now: number;
  /** Links by this side's ids. */
  linksOf(ids: readonly string[]): ReadonlyMap<string, Link>;
  /** Whether it was left alone when the list said the same of it. */
  isLeftAlone(id: string, mark: string): boolean;
  onPage(count: number): void;
}

/** What an item without a version is told by. */
export const markOf = (item: { readonly version: string | null }): string =>
  item.version ?? JSON.stringify(item);

/** @throws SideFault where the side does not get to its end */
export async function changesOf<Item extends { readonly id: string; readonly version: string | null }>(
  listing: Listing<Item>,
): Promise<Moved<Item>> {
  let cursor = listing.from;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await walk(listing, cursor);
    } catch (error) {
      if (!(error instanceof SideFault) || attempt >= listing.settings.attempts) throw error;
      if (error.kind === 'cursor-invalid') cursor = null;
      else if (error.kind === 'busy' || error.kind === 'down' || error.kind === 'timeout') {
        await listing.caller.pause(attempt, error);
      } else throw error;
    }
  }
}

async function walk<Item extends { readonly id: string; readonly version: string | null }>(
  { name, side, caller, signal, journal, settings, now, linksOf, isLeftAlone, onPage }: Listing<Item>,
  from: string | null,
): Promise<Moved<Item>> {
  const items = new Map<string, Item>();
  const rows = new Map<string, string>();
  const deleted = new Set<string>();
  const over = name === 'meeting' ? now : now - settings.pastMs;
  let known: Map<string, Known> | undefined;
  let listed = 0;

  function isNews(change: Change<Item>, link: Link | undefined): boolean {
    if (change.kind === 'deleted') return true;
    const mark = change.kind === 'row' ? change.row : markOf(change.item);
    if (link && marksOf(link, name).includes(mark)) return false;
    return !isLeftAlone(idOf(change), mark);
  }

  function take({ changes, whole }: ChangePage<Item>): void {
    if (whole) known ??= knownBy(journal, name);
    const fresh = changes.filter((change) => {
      if (!whole) return true;
      listed += 1;
      const before = known?.get(idOf(change));
      known?.delete(idOf(change));
      if (!before || before.mark === null) return true;
      return (
        change.kind === 'deleted' ||
        before.mark !== (change.kind === 'row' ? change.row : change.item.version)
      );
    });
    const links = fresh.length > 0 ? linksOf(fresh.map(idOf)) : undefined;
    for (const change of fresh) {
      const id = idOf(change);
      // Of one that is named twice the later word counts.
      items.delete(id);
      rows.delete(id);
      deleted.delete(id);
      if (!isNews(change, links?.get(id))) continue;
      if (change.kind === 'item') items.set(id, change.item);
      else if (change.kind === 'row') rows.set(id, change.row);
      else deleted.add(id);
    }
    onPage(changes.length);
  }

  const pages = side.changes(from, signal)[Symbol.asyncIterator]();
  let cursor: string | null | undefined;
  try {
    for (;;) {
      const page = await caller.call('changes', () => pages.next(), { attempts: 1 });
      if (page.done) break;
      take(page.value);
      ({ cursor } = page.value);
      if (cursor !== undefined) break;
    }
  } finally {
    await pages.return?.();
  }
  // Without a cursor on the last page it did not come to its end.
  if (cursor === undefined) throw new SideFault('broken');
  const missing = [...(known ?? [])].flatMap(([id, { endsAt }]) =>
    endsAt !== null && endsAt < over ? [] : [id],
  );
  return { items, rows, deleted, missing, listed: known === undefined ? undefined : listed, cursor };
}

interface Known {
  readonly mark: string | null;
  readonly endsAt: number | null;
}

const knownBy = (journal: Journal, side: SideName): Map<string, Known> => {
  const known = new Map<string, Known>();
  for (const { id, mark, endsAt } of journal.known(side)) known.set(id, { mark, endsAt });
  return known;
};

const idOf = <Item extends { readonly id: string }>(change: Change<Item>): string =>
  change.kind === 'item' ? change.item.id : change.id;

/** What the list said when the link's facts were read. */
const marksOf = (link: Link, side: SideName): (string | null)[] =>
  side === 'meeting' ? [link.meetingRow, link.meetingVersion] : [link.appointmentVersion];
