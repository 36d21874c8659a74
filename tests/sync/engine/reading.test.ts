import { createCaller } from '../../../src/sync/engine/caller';
import { readAll } from '../../../src/sync/engine/reading';
import { defaultEngineSettings } from '../../../src/sync/engine/settings';
import { SideFault } from '../../../src/sync/ports';
import { likeExchange } from '../sides';

function setUp(answer: (ids: readonly string[]) => ReadonlyMap<string, string>) {
  const capabilities = { ...likeExchange, batch: 4, parallel: 2 };
  const caller = createCaller({
    side: { capabilities, budget: () => null },
    signal: new AbortController().signal,
    settings: defaultEngineSettings,
    now: () => 0,
    random: () => 0,
    sleep: async () => undefined,
  });
  const asked: (readonly string[])[] = [];
  const read = (ids: readonly string[]) =>
    readAll(
      {
        capabilities,
        caller,
        name: 'read',
        async send(some) {
          asked.push(some);
          return answer(some);
        },
      },
      ids,
    );
  return { read, asked };
}

const wellFor = (ids: readonly string[]) => new Map(ids.map((id) => [id, `item ${id}`]));
const ids = (count: number) => Array.from({ length: count }, (_, index) => String(index + 1));

describe('reading many items', () => {
  it('asks for as many at a time as the side takes', async () => {
    const { read, asked } = setUp(wellFor);
    const { found } = await read(ids(9));
    expect(found.size).toBe(9);
    expect(asked.map((some) => some.length)).toEqual([4, 4, 1]);
  });

  it('finds the one that makes no sense, and reads all others', async () => {
    const { read } = setUp((some) => {
      if (some.includes('3')) throw new SideFault('broken');
      return wellFor(some);
    });
    const { found, failed } = await read(ids(8));
    expect([...failed.keys()]).toEqual(['3']);
    expect([...found.keys()].sort()).toEqual(['1', '2', '4', '5', '6', '7', '8']);
  });

  it('takes what was not answered for a failure, never for gone', async () => {
    const { read } = setUp((some) => wellFor(some.filter((id) => id !== '2')));
    const { found, failed } = await read(ids(3));
    expect(found.has('2')).toBe(false);
    expect(failed.get('2')?.kind).toBe('broken');
  });

  it('stops where the side is down', async () => {
    const { read, asked } = setUp(() => {
      throw new SideFault('down');
    });
    await expect(read(ids(40))).rejects.toMatchObject({ kind: 'down' });
    expect(asked.length).toBeLessThanOrEqual(defaultEngineSettings.breakerAfter + 1);
  });
});
