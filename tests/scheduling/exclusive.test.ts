/** Taking turns, with and without the browser's locks. */
import { exclusiveOver, type Locks } from '../../src/scheduling/exclusive';

const order: string[] = [];
beforeEach(() => order.splice(0));

function work(name: string) {
  let finish: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (finish = resolve));
  return {
    finish: () => finish(),
    run: async () => {
      order.push(`${name} begins`);
      await ended;
      order.push(`${name} ends`);
      return name;
    },
  };
}

it('runs one after the other in a frame without locks, also after a failure', async () => {
  const exclusively = exclusiveOver(undefined, 'test');
  const failing = exclusively(() => Promise.reject(new Error('no')));
  const [a, b] = [work('a'), work('b')];
  const both = Promise.all([exclusively(a.run), exclusively(b.run)]);
  b.finish();
  a.finish();
  await expect(failing).rejects.toThrow('no');
  expect(await both).toEqual(['a', 'b']);
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends']);
});

it('asks the browser for the lock of its name', async () => {
  const asked: string[] = [];
  const locks: Locks = {
    request: (name, run) => {
      asked.push(name);
      return run();
    },
  };
  expect(await exclusiveOver(locks, 'zoom')(async () => 7)).toBe(7);
  expect(asked).toEqual(['zoom']);
});

it('takes turns in the frame where the browser does not let this page use its locks', async () => {
  const locks: Locks = { request: () => Promise.reject(new Error('SecurityError')) };
  expect(await exclusiveOver(locks, 'zoom')(async () => 7)).toBe(7);
});

it('does not run work again that failed under the lock', async () => {
  const run = jest.fn(() => Promise.reject(new Error('work')));
  const locks: Locks = { request: (_, inner) => inner() };
  await expect(exclusiveOver(locks, 'zoom')(run)).rejects.toThrow('work');
  expect(run).toHaveBeenCalledTimes(1);
});
