/** Storage that frames share, and what takes its place where there is none. */
import { sharedStorage, type StorageWorld } from '../../src/outlook/storage';

/** A browser's local storage, as far as it is used. */
function newBrowser() {
  const entries = new Map<string, string>();
  const frames: ((key: string | null) => void)[] = [];
  const storage: Storage = {
    get length() {
      return entries.size;
    },
    clear: () => entries.clear(),
    key: () => null,
    getItem: (key) => entries.get(key) ?? null,
    setItem: (key, value) => {
      entries.set(key, value);
      frames.forEach((tell) => tell(key));
    },
    removeItem: (key) => {
      entries.delete(key);
      frames.forEach((tell) => tell(key));
    },
  };
  const frame = (partitionKey: string | undefined, world: Partial<StorageWorld> = {}) =>
    sharedStorage({
      storage: () => storage,
      partitionKey,
      onForeignChange(listener) {
        frames.push(listener);
        return () => void frames.splice(frames.indexOf(listener), 1);
      },
      ...world,
    });
  return { entries, frame };
}

it('is shared by the frames of one partition and by no others', () => {
  const { frame } = newBrowser();
  const [pane, ribbon, elsewhere] = [frame('a.'), frame('a.'), frame('b.')];
  pane.write('session', 'x');
  expect(ribbon.read('session')).toBe('x');
  expect(elsewhere.read('session')).toBeUndefined();
  ribbon.write('session', undefined);
  expect(pane.read('session')).toBeUndefined();
  expect(pane.kind).toBe('shared');
});

it('leaves nothing of its own first look behind', () => {
  const { entries, frame } = newBrowser();
  frame(undefined);
  expect(entries.size).toBe(0);
});

it('tells of changes by this frame and by others, to that key only, until stopped', () => {
  const { frame } = newBrowser();
  const [pane, ribbon] = [frame('a.'), frame('a.')];
  const heard = jest.fn();
  const stop = pane.onChange('session', heard);
  ribbon.write('session', 'x');
  ribbon.write('other', 'x');
  expect(heard).toHaveBeenCalledTimes(1);
  pane.write('session', 'y');
  expect(heard.mock.calls.length).toBeGreaterThan(1);
  const before = heard.mock.calls.length;
  stop();
  ribbon.write('session', 'z');
  pane.write('session', 'z');
  expect(heard).toHaveBeenCalledTimes(before);
});

it.each<[string, StorageWorld['storage'], RegExp]>([
  ['has none', () => undefined, /no storage/],
  [
    'forbids to look at it',
    () => {
      throw new Error('SecurityError');
    },
    /does not allow/,
  ],
])('keeps things in memory where the browser %s, and says why', (_, storage, reason) => {
  const { frame } = newBrowser();
  const pane = frame('a.', { storage });
  const heard = jest.fn();
  pane.onChange('session', heard);
  pane.write('session', 'x');
  expect(pane.read('session')).toBe('x');
  expect(pane).toMatchObject({ kind: 'memory', reason: expect.stringMatching(reason) });
  expect(heard).toHaveBeenCalledTimes(1);
  pane.write('session', undefined);
  expect(pane.read('session')).toBeUndefined();
});
