import { createCaller } from '../../../src/sync/engine/caller';
import type { CallerOptions } from '../../../src/sync/engine/caller';
import { defaultEngineSettings } from '../../../src/sync/engine/settings';
import { SideFault } from '../../../src/sync/ports';
import type { Budget, FaultKind } from '../../../src/sync/ports';
import { likeZoom } from '../sides';

function setUp({
  budget = () => null,
  ...options
}: Partial<CallerOptions> & { budget?: () => Budget | null } = {}) {
  const slept: number[] = [];
  let at = 1_000_000;
  const abort = new AbortController();
  const caller = createCaller({
    side: { capabilities: { ...likeZoom, parallel: 2 }, budget },
    signal: abort.signal,
    settings: defaultEngineSettings,
    now: () => at,
    random: () => 0,
    sleep: async (milliseconds) => {
      slept.push(milliseconds);
      at += milliseconds;
    },
    ...options,
  });
  return { caller, slept, abort, now: () => at };
}

/** Answers with these faults first, and well afterwards. */
function failing(...kinds: FaultKind[]) {
  return jest.fn(async () => {
    const kind = kinds.shift();
    if (kind) throw new SideFault(kind);
    return 'well';
  });
}

describe('the way to a side', () => {
  it('tries again what may pass, later each time', async () => {
    const { caller, slept } = setUp();
    await expect(caller.call('read', failing('busy', 'down', 'timeout'))).resolves.toBe('well');
    expect(slept).toEqual([250, 500, 1000]);
    expect(caller.counts.read).toBe(4);
  });

  it('gives up after its attempts', async () => {
    const { caller } = setUp();
    const send = failing('busy', 'busy', 'busy', 'busy', 'busy');
    await expect(caller.call('read', send)).rejects.toMatchObject({ kind: 'busy' });
    expect(send).toHaveBeenCalledTimes(4);
  });

  it.each(['broken', 'denied', 'budget', 'cursor-invalid'] as const)(
    'does not try %s again',
    async (kind) => {
      const { caller } = setUp();
      const send = failing(kind);
      await expect(caller.call('update', send)).rejects.toMatchObject({ kind });
      expect(send).toHaveBeenCalledTimes(1);
    },
  );

  it('never sends a write again of which nothing was heard', async () => {
    const { caller } = setUp();
    const send = failing('timeout');
    await expect(caller.call('create', send)).rejects.toMatchObject({ kind: 'timeout' });
    expect(send).toHaveBeenCalledTimes(1);
  });

  it('waits until a side that has no more requests has some again, before it says so', async () => {
    const budget: { current: Budget } = { current: { remaining: 0, resetsAt: 1_004_000 } };
    const { caller, slept, now } = setUp({
      budget: () => (now() >= 1_004_000 ? { remaining: 9, resetsAt: 2_000_000 } : budget.current),
    });
    await caller.call('read', failing());
    expect(slept).toEqual([4000]);
  });

  it('counts what is under way against what is left', async () => {
    let remaining = 1;
    const gate: (() => void)[] = [];
    const { caller, slept, now } = setUp({
      budget: () => (now() >= 1_002_000 ? null : { remaining, resetsAt: 1_002_000 }),
    });
    const first = caller.call('read', () => new Promise<void>((resolve) => gate.push(resolve)));
    const second = caller.call('read', failing());
    await Promise.resolve();
    gate.forEach((open) => open());
    remaining = 0;
    await Promise.all([first, second]);
    expect(slept).toEqual([2000]);
  });

  it('does not wait longer than a sync may', async () => {
    const { caller, slept } = setUp({ budget: () => ({ remaining: 0, resetsAt: 9_000_000 }) });
    await expect(caller.call('read', failing())).rejects.toMatchObject({
      kind: 'busy',
      retryAfterMs: 8_000_000,
    });
    expect(slept).toEqual([]);
  });

  it('has everybody wait where one was told to', async () => {
    const { caller, slept } = setUp();
    const told = jest.fn(async () => {
      if (told.mock.calls.length === 1) throw new SideFault('busy', 3000);
    });
    await Promise.all([caller.call('read', told), caller.call('read', failing())]);
    await caller.call('read', failing());
    expect(slept).toEqual([3000]);
  });

  it('leaves a side in peace after so many faults in a row', async () => {
    const { caller } = setUp({ settings: { ...defaultEngineSettings, breakerAfter: 3, attempts: 9 } });
    const send = failing('down', 'down', 'down', 'down');
    await expect(caller.call('read', send)).rejects.toMatchObject({ kind: 'down' });
    expect(send).toHaveBeenCalledTimes(3);
    const other = failing();
    await expect(caller.call('read', other)).rejects.toMatchObject({ kind: 'down' });
    expect(other).not.toHaveBeenCalled();
  });

  it('counts faults anew after each answer', async () => {
    const { caller } = setUp({ settings: { ...defaultEngineSettings, breakerAfter: 3 } });
    for (let round = 0; round < 4; round += 1) await caller.call('read', failing('down', 'down'));
    expect(caller.closedBy()).toBeUndefined();
  });

  it('ends where the person may not go on, whatever is asked for, and not where it is one item', async () => {
    const { caller } = setUp();
    const ask = () => caller.call('read', failing('denied'));
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(caller.closedBy()).toBeUndefined();
    await expect(ask()).rejects.toMatchObject({ kind: 'denied' });
    expect(caller.closedBy()?.kind).toBe('denied');
  });

  it('makes no more calls at a time than the side takes', async () => {
    const { caller } = setUp();
    let together = 0;
    let most = 0;
    const send = async (): Promise<void> => {
      together += 1;
      most = Math.max(most, together);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      together -= 1;
    };
    await Promise.all(Array.from({ length: 7 }, () => caller.call('read', send)));
    expect(most).toBe(2);
  });

  it('sends nothing any more once it was stopped', async () => {
    const { caller, abort } = setUp();
    abort.abort();
    const send = failing();
    await expect(caller.call('read', send)).rejects.toMatchObject({ kind: 'cancelled' });
    expect(send).not.toHaveBeenCalled();
  });
});
