import { beginsAt, endsAt } from '../../src/sync/ends';
import { single, weekly } from './engine/support/items';

const at = (instant: string): number => Date.parse(instant);

describe('when a meeting is over', () => {
  it('is the end of a single one', () => {
    expect(endsAt(single('2026-03-03T09:00:00Z', 45))).toBe(at('2026-03-03T09:45:00Z'));
  });

  it('is the end of the last occurrence, on the wall of its zone', () => {
    // The last one is after the clocks went forward.
    expect(endsAt(weekly())).toBe(at('2026-03-31T08:30:00Z'));
  });

  it('is later where an occurrence was moved behind the last', () => {
    const moved = {
      kind: 'moved',
      original: '2026-03-10T09:00:00Z',
      start: '2026-05-01T09:00:00Z',
      durationMinutes: 60,
    } as const;
    expect(endsAt({ ...weekly(), deviations: [moved] })).toBe(at('2026-05-01T10:00:00Z'));
  });

  it('is never without an end or a time', () => {
    const endless = weekly();
    expect(endsAt({ ...endless, recurrence: { ...endless.recurrence, end: { kind: 'never' } } })).toBeNull();
    expect(endsAt({ kind: 'no-fixed-time' })).toBeNull();
  });
});

test('a series begins on the wall of its zone', () => {
  expect(beginsAt(weekly())).toBe(at('2026-03-03T09:00:00Z'));
  expect(beginsAt(single())).toBe(at('2026-03-03T09:00:00Z'));
  expect(beginsAt({ kind: 'no-fixed-time' })).toBeNull();
});
