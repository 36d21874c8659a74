import { dueDelayMs, isOfTheSide, mayPass, retryDelayMs } from '../../../src/sync/engine/retry';

describe('waiting before a retry', () => {
  it('doubles with each attempt, by half of it at most shorter', () => {
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 0))).toEqual([250, 500, 1000, 2000]);
    expect([1, 2, 3, 4].map((attempt) => retryDelayMs(attempt, 1))).toEqual([500, 1000, 2000, 4000]);
  });

  it('never is shorter than what the side asked for', () => {
    expect(retryDelayMs(1, 0, 5000)).toBe(5000);
  });

  it('has an end', () => {
    expect(retryDelayMs(50, 1)).toBe(30_000);
  });
});

describe('waiting for another sync', () => {
  it('grows with each failure up to six hours', () => {
    expect([1, 2, 3].map((failures) => dueDelayMs(failures, 1))).toEqual([60_000, 240_000, 960_000]);
    expect(dueDelayMs(30, 1)).toBe(6 * 3_600_000);
  });
});

test('only what may pass is tried again', () => {
  const kinds = [
    'timeout',
    'busy',
    'down',
    'cursor-invalid',
    'budget',
    'denied',
    'cancelled',
    'broken',
  ] as const;
  expect(kinds.filter(mayPass)).toEqual(['timeout', 'busy', 'down']);
  expect(kinds.filter((kind) => !isOfTheSide(kind))).toEqual(['timeout', 'denied', 'broken']);
});
