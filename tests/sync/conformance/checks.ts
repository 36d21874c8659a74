/** A check is data, so that a suite can run it as a test, and the suite's own test can watch it fail. */
import { SideFault } from '../../../src/sync/ports';
import type { Capabilities, Change, ChangePage, Expected, Removed, Written } from '../../../src/sync/ports';
import type { Times } from '../../../src/sync/model';

export interface Check<Setup> {
  readonly name: string;
  run(setup: Setup): Promise<void>;
}

/** What both kinds of sides have. */
export interface AnySide<Item, Draft, Patch> {
  readonly capabilities: Capabilities;
  changes(cursor: string | null, signal: AbortSignal): AsyncIterable<ChangePage<Item>>;
  read(ids: readonly string[], signal: AbortSignal): Promise<ReadonlyMap<string, Item | 'gone'>>;
  create(drafts: readonly Draft[], signal: AbortSignal): Promise<readonly Written<Item>[]>;
  update(patches: readonly Patch[], signal: AbortSignal): Promise<readonly Written<Item>[]>;
  remove(those: readonly Expected[], signal: AbortSignal): Promise<readonly Removed[]>;
}

/** A signal that nobody ever aborts. */
export const calm = (): AbortSignal => new AbortController().signal;

export interface Told<Item> {
  readonly pages: readonly ChangePage<Item>[];
  readonly changes: readonly Change<Item>[];
  /** Of the last page. */
  readonly cursor: string | null | undefined;
}

/** Everything that a side tells from this cursor on; `between` happens after each page. */
export async function tell<Item extends { readonly id: string }>(
  side: Pick<AnySide<Item, never, never>, 'changes'>,
  cursor: string | null,
  between?: (page: number) => Promise<void> | void,
): Promise<Told<Item>> {
  const pages: ChangePage<Item>[] = [];
  for await (const page of side.changes(cursor, calm())) {
    pages.push(page);
    await between?.(pages.length);
  }
  return { pages, changes: pages.flatMap(({ changes }) => changes), cursor: pages.at(-1)?.cursor };
}

export const idOf = <Item extends { readonly id: string }>(change: Change<Item>): string =>
  change.kind === 'item' ? change.item.id : change.id;

/** Of items and rows; what was deleted is left out. */
export const listedIds = <Item extends { readonly id: string }>({ changes }: Told<Item>): string[] =>
  changes.filter(({ kind }) => kind !== 'deleted').map(idOf);

/** The fault that it fails with; anything else is a failure of the check. */
export async function faultOf(call: () => Promise<unknown>): Promise<SideFault> {
  let answered: unknown;
  try {
    answered = await call();
  } catch (error) {
    if (error instanceof SideFault) return error;
    throw new Error('It threw something else than a fault', { cause: error });
  }
  throw new Error(`It answered: ${JSON.stringify(answered)}`);
}

/** The item of one answer that has to be `done`. */
export function done<Item>(answers: readonly Written<Item>[], index = 0): Item {
  const answer = answers[index];
  if (answer?.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(answers)}`);
  return answer.item;
}

export async function readOne<Item>(
  side: Pick<AnySide<Item, never, never>, 'read'>,
  id: string,
): Promise<Item | 'gone'> {
  const answers = await side.read([id], calm());
  const answer = answers.get(id);
  if (answer === undefined || answers.size !== 1) throw new Error(`Read ${[...answers.keys()].join()}`);
  return answer;
}

/** The same where it has to be there. */
export async function readItem<Item>(
  side: Pick<AnySide<Item, never, never>, 'read'>,
  id: string,
): Promise<Item> {
  const answer = await readOne(side, id);
  if (answer === 'gone') throw new Error(`${id} is gone`);
  return answer;
}

const DAY_MS = 86_400_000;

/** Half an hour, so many days from now, on a whole hour; in UTC, which every side has. */
export function singleIn(days: number, now: number): Extract<Times, { kind: 'single' }> {
  const start = `${new Date(now + days * DAY_MS).toISOString().slice(0, 13)}:00:00Z`;
  return { kind: 'single', start, durationMinutes: 30, timeZone: 'UTC' };
}

/** Daily, so many times, from the same time on; its originals are what `occurrencesOfDaily` says. */
export function dailyIn(days: number, now: number, count: number): Extract<Times, { kind: 'series' }> {
  const { start, durationMinutes, timeZone } = singleIn(days, now);
  return {
    kind: 'series',
    recurrence: {
      rule: { frequency: 'daily', interval: 1 },
      end: { kind: 'count', count },
      start: start.slice(0, -1),
      durationMinutes,
      timeZone,
    },
    deviations: [],
  };
}

/** The start of the occurrence with this index. */
export const originalIn = (times: Extract<Times, { kind: 'series' }>, index: number): string =>
  shifted(`${times.recurrence.start}Z`, index * DAY_MS);

export const shifted = (instant: string, milliseconds: number): string =>
  `${new Date(Date.parse(instant) + milliseconds).toISOString().slice(0, 19)}Z`;

/** At the same moment as far as the side allows several calls at a time, otherwise one after the other. */
export async function together<T>(
  { parallel }: Pick<Capabilities, 'parallel'>,
  calls: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const answers: T[] = [];
  for (let at = 0; at < calls.length; at += parallel) {
    answers.push(...(await Promise.all(calls.slice(at, at + parallel).map((call) => call()))));
  }
  return answers;
}
