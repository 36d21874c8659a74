/** An update whose form was discarded: Zoom has it, the saved appointment never had it. */
import { addMeeting } from '../../src/scheduling/addMeeting';
import { isLastSent, rememberSent } from '../../src/scheduling/lastSent';
import { readState } from '../../src/scheduling/readState';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { keptText, meeting as single } from '../taskpane/support/world';
import { windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;

/** Saved with its meeting, moved by three hours, updated, and opened again as it was saved. */
async function discarded() {
  const world = newWorld();
  const deps = { ...world.deps, kept: keptText() };
  await addMeeting(world.item, none, deps);
  const saved = structuredClone(world.form);
  world.form.start += 3 * HOUR;
  world.form.end += 3 * HOUR;
  const { meeting } = await updateMeeting(world.item, none, deps);
  return { ...world, deps, meeting, form: saved, item: windowOn(saved) };
}

it('is known as the last that was sent from here', async () => {
  const { item, deps, meeting } = await discarded();
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked', meeting: { start: meeting.start } });
  expect(isLastSent(deps.kept, meeting, undefined)).toBe(true);
});

it('is put back by an update, without writing anything on the appointment', async () => {
  const { item, form, deps } = await discarded();
  const before = structuredClone(form);
  const { meeting } = await updateMeeting(item, none, deps);
  expect(Date.parse(meeting.start ?? '')).toBe(form.start);
  expect(form).toEqual(before);
});

it('is no longer known once Zoom has something else, even if that is undone there', async () => {
  const { deps, meeting } = await discarded();
  expect(isLastSent(deps.kept, { ...meeting, topic: 'Renamed in Zoom' }, undefined)).toBe(false);
  expect(isLastSent(deps.kept, meeting, undefined)).toBe(false);
});

it('of one occurrence is known apart from that of its series', () => {
  const kept = keptText();
  const { meeting } = series();
  const [first, second] = meeting.occurrences;
  rememberSent(kept, meeting, first);
  expect(isLastSent(kept, meeting, first)).toBe(true);
  expect(isLastSent(kept, meeting, second)).toBe(false);
  expect(isLastSent(kept, meeting, undefined)).toBe(false);
});

it('of a series is known when its first occurrences have gone by', () => {
  const kept = keptText();
  const { meeting } = series();
  rememberSent(kept, meeting, undefined);
  expect(isLastSent(kept, { ...meeting, start: '2026-11-25T08:00:00Z' }, undefined)).toBe(true);
});

it('is kept for some meetings, the latest ones, and in words that nobody can read', async () => {
  const kept = keptText();
  const { meeting } = series();
  for (let id = 1; id <= 60; id += 1) rememberSent(kept, { ...meeting, id: String(id) }, undefined);
  expect(isLastSent(kept, { ...meeting, id: '60' }, undefined)).toBe(true);
  expect(isLastSent(kept, { ...meeting, id: '1' }, undefined)).toBe(false);
  expect(kept.read('sent')?.split(' ')).toHaveLength(50);
  expect(kept.read('sent')).not.toContain(meeting.topic);
});

function series() {
  const occurrence = (day: number) => ({
    id: String(Date.UTC(2026, 10, day, 8)),
    start: `2026-11-${day}T08:00:00Z`,
    durationMinutes: 30,
    cancelled: false,
  });
  return {
    meeting: {
      ...single,
      repeats: {
        kind: 'series' as const,
        rule: { frequency: 'daily' as const, interval: 1 },
        end: { kind: 'count' as const, count: 2 },
      },
      occurrences: [occurrence(23), occurrence(24)],
    },
  };
}
