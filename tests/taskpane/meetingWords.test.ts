/** Times of unused meetings, in the zone of the calendar that they were made for. */
import { wordsFor } from '../../src/ui/words';
import { unusedTimes } from '../../src/taskpane/screens/meetingWords';
import { facts, me } from './support/world';

const made = { start: '2026-11-23T09:00:00Z', madeAt: '2026-11-22T23:30:00Z' };
const member = { ...me, member: { ...me.member, timeZone: 'Asia/Tokyo' } };

/** Without the special spaces that Intl puts before AM and PM. */
async function shown(timeZone: string | undefined, start: string | null = made.start): Promise<string[]> {
  const state = { facts: timeZone === undefined ? undefined : { ...facts, timeZone }, me: member };
  const times = unusedTimes({ ...made, start }, state, await wordsFor('en-US'));
  return [times.start, times.madeAt].map((text) => text.replace(/\s/g, ' '));
}

test.each([
  ['W. Europe Standard Time', 'Nov 23, 2026, 10:00 AM', 'Made Nov 23, 2026, 12:30 AM'],
  ['America/New_York', 'Nov 23, 2026, 4:00 AM', 'Made Nov 22, 2026, 6:30 PM'],
])('are in the zone of Outlook: %s', async (timeZone, start, madeAt) => {
  expect(await shown(timeZone)).toEqual([start, madeAt]);
});
test.each([['tzone://Custom'], [''], [undefined]])(
  'are in the zone of Zoom where Outlook tells none that is known: %p',
  async (timeZone) => {
    expect((await shown(timeZone))[0]).toBe('Nov 23, 2026, 6:00 PM');
  },
);
test('of one without a fixed time say so', async () => {
  expect((await shown('UTC', null))[0]).not.toMatch(/2026/);
});
