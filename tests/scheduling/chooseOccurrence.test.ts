/** An occurrence that was moved to another day while nobody looked: the person says which one it is. */
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { chooseOccurrence } from '../../src/scheduling/chooseOccurrence';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const DAY = 86_400_000;

/** Four Tuesdays with a meeting, and one occurrence of them that is opened so many days after the first. */
async function dragged(days: number) {
  const world = newWorld({
    savedId: 'AAMk/series',
    repetition: { kind: 'series', recurrence: TUESDAYS },
  });
  const { meeting } = await addMeeting(world.item, none, world.deps);
  const form = structuredClone(world.form);
  Object.assign(form, {
    savedId: 'AAMk/occurrence',
    repetition: { kind: 'occurrence', seriesId: 'AAMk/series', recurrence: TUESDAYS },
    start: TOMORROW_9 + days * DAY,
    end: TOMORROW_9 + days * DAY + 45 * 60_000,
  });
  const [first, second, third, fourth] = meeting.occurrences.map(({ id }) => id);
  const present = async () => (await world.backend.get(meeting.id)).occurrences;
  return { ...world, meeting, form, item: windowOn(form), ids: { first, second, third, fourth }, present };
}

it('may be those around it, and is changed by no press before', async () => {
  const { item, form, deps, backend, meeting } = await dragged(9);
  const before = structuredClone(form);
  const state = await readState(item, deps);
  expect(state).toMatchObject({ kind: 'lost', meeting });
  expect(state.kind === 'lost' && state.mayBe.map(({ id }) => (Number(id) - TOMORROW_9) / DAY)).toEqual([
    7, 14, 0, 21,
  ]);
  for (const press of [updateMeeting(item, none, deps), followZoom(item, deps), addMeeting(item, none, deps)])
    await expect(press).rejects.toMatchObject({ code: 'occurrence-moved' });
  expect(form).toEqual(before);
  expect(backend.alive()).toEqual([meeting]);
});

it('is from then on the chosen one, at another time than Zoom has', async () => {
  const { item, form, deps, ids, meeting, backend } = await dragged(9);
  const calls = backend.trouble.calls.length;
  const done = await chooseOccurrence(item, ids.second ?? '', deps);
  expect(done).toMatchObject({ meeting, occurrence: { id: ids.second } });
  expect(readLinkProperty(form.property)).toEqual(done.link);
  expect(done.link).toMatchObject({ occurrenceId: ids.second, agreed: { start: '2026-12-01T08:00:00Z' } });
  expect(backend.trouble.calls.slice(calls).filter((call) => call.startsWith('update'))).toEqual([]);
  expect(await readState(windowOn(form), deps)).toEqual({
    kind: 'linked',
    link: done.link,
    meeting,
    occurrence: meeting.occurrences[1],
  });
});

it('is moved in Zoom by the update that follows, and the others stay', async () => {
  const { item, deps, ids, present } = await dragged(9);
  await chooseOccurrence(item, ids.second ?? '', deps);
  await updateMeeting(item, none, deps);
  expect((await present()).map(({ start }) => start)).toEqual([
    '2026-11-24T08:00:00Z',
    '2026-12-03T08:00:00Z',
    '2026-12-08T08:00:00Z',
    '2026-12-15T08:00:00Z',
  ]);
});

it('cannot be one that another appointment turned out to be', async () => {
  const { item, form, deps, ids } = await dragged(9);
  await chooseOccurrence(item, ids.second ?? '', deps);
  await updateMeeting(item, none, deps);
  const other = structuredClone(form);
  Object.assign(other, { property: undefined, savedId: 'AAMk/other', start: TOMORROW_9 + 11 * DAY });
  other.end = other.start + 45 * 60_000;
  const window = windowOn(other);
  const state = await readState(window, deps);
  expect(state.kind === 'lost' && state.mayBe.map(({ id }) => id)).toEqual([ids.third, ids.fourth]);
  await expect(chooseOccurrence(window, ids.second ?? '', deps)).rejects.toMatchObject({
    code: 'occurrence-gone',
  });
  const { link } = await chooseOccurrence(window, ids.third ?? '', deps);
  expect(readLinkProperty(other.property)).toEqual(link);
});

it('may be none other than the one that it is known to be, although Zoom cancelled that', async () => {
  const { item, form, deps, ids, backend, meeting } = await dragged(9);
  await chooseOccurrence(item, ids.second ?? '', deps);
  await backend.removeOccurrence(meeting.id, ids.second ?? '');
  expect(await readState(windowOn(form), deps)).toMatchObject({ kind: 'lost', mayBe: [] });
});

it('stays what it was when Outlook does not keep the choice, and can be chosen again', async () => {
  const { item, form, deps, ids } = await dragged(9);
  const before = form.property;
  item.trouble.fail('write property');
  await expect(chooseOccurrence(item, ids.second ?? '', deps)).rejects.toMatchObject({
    code: 'host-call-failed',
  });
  expect(form.property).toBe(before);
  await chooseOccurrence(item, ids.second ?? '', deps);
  expect(await readState(item, deps)).toMatchObject({ kind: 'linked', occurrence: { id: ids.second } });
});

it('may be none of a meeting that stands for the whole series', async () => {
  const { item, deps, backend, meeting } = await dragged(9);
  backend.change(meeting.id, () => ({ repeats: null, occurrences: [] }));
  expect(await readState(item, deps)).toMatchObject({ kind: 'lost', mayBe: [] });
  await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'occurrence-only' });
});

it('loses its invitation and nothing in Zoom when it is removed without a choice', async () => {
  const { item, form, deps, backend, present, meeting } = await dragged(9);
  expect(await removeMeeting(item, deps)).toMatchObject({ stays: true, canUndo: false });
  expect(form.property).toBeUndefined();
  expect(await present()).toEqual(meeting.occurrences);
  expect(backend.alive()).toHaveLength(1);
});
