/** Reads many items, as many at a time as a side takes. One that cannot be read does not keep the others from it. */
import type { Capabilities } from '../ports';
import { SideFault } from '../ports';
import type { Caller } from './caller';
import { chunksOf, eachOf } from './parallel';
import type { CallName } from './report';
import { isOfTheSide } from './retry';

export interface Read<Answer> {
  readonly found: Map<string, Answer>;
  /** Asked for, and never answered in a way that makes sense. */
  readonly failed: Map<string, SideFault>;
}

export interface Reader<Answer> {
  readonly capabilities: Capabilities;
  readonly caller: Caller;
  readonly name: CallName;
  /** What is not in the answer failed, unless `absent` stands for it. */
  send(ids: readonly string[]): Promise<ReadonlyMap<string, Answer>>;
  readonly absent?: Answer;
}

/** @throws SideFault where it is the side, and not the item, that does not answer */
export async function readAll<Answer>(
  { capabilities, caller, name, send, absent }: Reader<Answer>,
  ids: readonly string[],
  onRead: (count: number) => void = () => undefined,
): Promise<Read<Answer>> {
  const found = new Map<string, Answer>();
  const failed = new Map<string, SideFault>();

  async function read(some: readonly string[], isSearch = false): Promise<void> {
    try {
      const how = isSearch ? { attempts: 1, isSearch } : {};
      const answer = await caller.call(name, () => send(some), how);
      for (const id of some) {
        const one = answer.get(id) ?? absent;
        if (one === undefined) failed.set(id, new SideFault('broken'));
        else found.set(id, one);
      }
      onRead(some.length);
    } catch (error) {
      if (!(error instanceof SideFault) || isOfTheSide(error.kind) || caller.closedBy()) throw error;
      const half = Math.ceil(some.length / 2);
      if (some.length === 1) {
        for (const id of some) failed.set(id, error);
      } else {
        await read(some.slice(0, half), true);
        await read(some.slice(half), true);
      }
    }
  }

  await eachOf(chunksOf(ids, capabilities.batch), capabilities.parallel, (some) => read(some));
  return { found, failed };
}
