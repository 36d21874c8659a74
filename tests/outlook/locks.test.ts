/** The browser's locks, as this page sees them. */
import { pageLocks } from '../../src/outlook/locks';

const original = Object.getOwnPropertyDescriptor(globalThis, 'navigator');
afterEach(() => {
  if (original) Object.defineProperty(globalThis, 'navigator', original);
  else Reflect.deleteProperty(globalThis, 'navigator');
});

const browser = (navigator: unknown): void =>
  void Object.defineProperty(globalThis, 'navigator', { value: navigator, configurable: true });

it('are absent where the runtime has none', () => {
  browser({});
  expect(pageLocks()).toBeUndefined();
  browser(undefined);
  expect(pageLocks()).toBeUndefined();
});

it('run work under a name and answer with its result', async () => {
  const asked: string[] = [];
  browser({
    locks: {
      request: async (name: string, work: () => Promise<unknown>) => {
        asked.push(name);
        return work();
      },
    },
  });
  expect(await pageLocks()?.request('one', async () => 7)).toBe(7);
  expect(asked).toEqual(['one']);
});

it.each<[unknown, string[]]>([
  [
    { held: [{ name: 'one', mode: 'exclusive' }, { name: 'two' }, {}], pending: [{ name: 'three' }] },
    ['one', 'two'],
  ],
  [{}, []],
])('tell which names are held: %j', async (state, names) => {
  browser({ locks: { query: async () => state } });
  expect(await pageLocks()?.held()).toEqual(names);
});
