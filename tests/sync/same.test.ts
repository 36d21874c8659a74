import { isSame } from '../../src/sync/same';

test.each([
  ['fields in another order', { a: 1, b: [{ c: null }] }, { b: [{ c: null }], a: 1 }, true],
  ['a field that JSON would leave out', { a: 1, b: undefined }, { a: 1 }, true],
  ['another value', { a: 1 }, { a: 2 }, false],
  ['another length', [1, 2], [1, 2, 3], false],
  ['another order of a list', [1, 2], [2, 1], false],
  ['a list and an object', [], {}, false],
  ['null and an object', null, {}, false],
  ['a field more', { a: 1 }, { a: 1, b: 2 }, false],
])('%s', (_, a, b, same) => {
  expect(isSame(a, b)).toBe(same);
  expect(isSame(b, a)).toBe(same);
});
