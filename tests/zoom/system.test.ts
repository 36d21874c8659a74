import { systemSleep, systemTimer } from '../../src/zoom/system';
import { errorOf } from './support';

describe('the machine’s clock', () => {
  test('sleeps', async () => {
    await expect(systemSleep(0)).resolves.toBeUndefined();
  });

  test('wakes with the caller’s own reason', async () => {
    const caller = new AbortController();
    const woken = errorOf(systemSleep(3_600_000, caller.signal));
    caller.abort('the pane was closed');
    expect(await woken).toBe('the pane was closed');
    expect(await errorOf(systemSleep(3_600_000, AbortSignal.abort('before')))).toBe('before');
  });

  test('fires a timer, and none that was stopped', async () => {
    const fired: string[] = [];
    systemTimer(0, () => fired.push('stopped'))();
    await new Promise<void>((done) => systemTimer(0, done));
    expect(fired).toEqual([]);
  });
});
