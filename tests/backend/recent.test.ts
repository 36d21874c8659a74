/** What was read a moment ago: for how long it is trusted, when it is read again, and that it stays bounded. */
import { createRecent, FRESH_MS } from '../../src/backend/recent';
import { Clock } from './support';

let clock: Clock;
let readings: string[];
beforeEach(() => {
  clock = new Clock();
  readings = [];
});

const reading =
  (key: string, value = key) =>
  async () => {
    readings.push(key);
    return { value };
  };
const recent = (most?: number) =>
  createRecent<{ value: string }>({ now: clock.now, ...(most === undefined ? {} : { most }) });

it('is read once as long as it is fresh, and again afterwards', async () => {
  const kept = recent();
  expect(await kept.get('a', reading('a', 'old'))).toEqual({ value: 'old' });
  clock.advance(FRESH_MS - 1);
  expect(await kept.get('a', reading('a', 'new'))).toEqual({ value: 'old' });
  clock.advance(1);
  expect(await kept.get('a', reading('a', 'new'))).toEqual({ value: 'new' });
  expect(readings).toEqual(['a', 'a']);
});

it('counts its age from when the reading began, however long that took', async () => {
  const kept = recent();
  const slow = kept.get('a', async () => {
    clock.advance(FRESH_MS);
    return { value: 'late' };
  });
  expect(await slow).toEqual({ value: 'late' });
  expect(await kept.get('a', reading('a', 'new'))).toEqual({ value: 'new' });
});

it('is read once for all who ask meanwhile', async () => {
  const kept = recent();
  const answers = await Promise.all([kept.get('a', reading('a')), kept.get('a', reading('a'))]);
  expect(answers).toEqual([{ value: 'a' }, { value: 'a' }]);
  expect(readings).toEqual(['a']);
});

it('is read anew by whoever asks after it was made forgotten, also in the middle of a reading', async () => {
  const kept = recent();
  let finish: (value: { value: string }) => void = () => undefined;
  const before = kept.get('a', () => new Promise((resolve) => (finish = resolve)));
  kept.forget('a');
  const after = kept.get('a', reading('a', 'new'));
  finish({ value: 'old' });
  expect([await before, await after]).toEqual([{ value: 'old' }, { value: 'new' }]);
  expect(await kept.get('a', reading('a', 'newer'))).toEqual({ value: 'new' });
});

it('makes forgotten what is meant, and whatever is still being read', async () => {
  const kept = recent();
  await kept.get('a', reading('a'));
  await kept.get('b', reading('b'));
  const begun = kept.get('c', reading('c'));
  kept.forgetWhere(({ value }) => value === 'a');
  await begun;
  for (const key of ['a', 'b', 'c']) await kept.get(key, reading(key));
  expect(readings).toEqual(['a', 'b', 'c', 'a', 'c']);
});

it('stays when what it is was not meant', async () => {
  const kept = recent();
  await kept.get('a', reading('a'));
  kept.forget('a', ({ value }) => value !== 'a');
  await kept.get('a', reading('a'));
  expect(readings).toEqual(['a']);
});

it('keeps no failure', async () => {
  const kept = recent();
  await expect(kept.get('a', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  expect(await kept.get('a', reading('a'))).toEqual({ value: 'a' });
});

it('trusts nothing from the future when the clock is put back', async () => {
  const kept = recent();
  await kept.get('a', reading('a', 'old'));
  clock.advance(-1);
  expect(await kept.get('a', reading('a', 'new'))).toEqual({ value: 'new' });
});

it('keeps no more than it may; the oldest goes first', async () => {
  const kept = recent(2);
  for (const key of ['a', 'b', 'c']) await kept.get(key, reading(key));
  await kept.get('c', reading('c'));
  await kept.get('b', reading('b'));
  expect(readings).toEqual(['a', 'b', 'c']);
  await kept.get('a', reading('a'));
  expect(readings).toEqual(['a', 'b', 'c', 'a']);
});
