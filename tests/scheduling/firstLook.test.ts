/** What an item came with is decided by the first look at it, also where that was taken without the use cases. */
import { addMeeting } from '../../src/scheduling/addMeeting';
import { noteFirstLook } from '../../src/scheduling/firstLook';
import { readState } from '../../src/scheduling/readState';
import { confirmSaved } from '../../src/scheduling/saved';
import { windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };

test('a saved appointment that is looked at with its meeting is confirmed without a second look', async () => {
  const world = newWorld();
  await addMeeting(world.item, none, world.deps);
  world.form.savedId = 'AAMk/1';
  const opened = windowOn(world.form);
  const snapshot = await opened.snapshot();
  noteFirstLook(opened, snapshot);
  opened.trouble.calls.length = 0;
  expect(await readState(opened, world.deps, snapshot)).toMatchObject({ kind: 'linked' });
  expect(await confirmSaved(opened, world.deps)).toBe('this');
  expect(opened.trouble.calls).toEqual([]);
});

test('a meeting that came on after the first look is none that the item came with', async () => {
  const world = newWorld();
  const opened = windowOn(world.form);
  noteFirstLook(opened, await opened.snapshot());
  // A ribbon button puts one on, which is another window on the same form.
  const { meeting } = await addMeeting(world.item, none, world.deps);
  world.form.savedId = 'AAMk/1';
  // At another time than the meeting's it would look like a copy that the item came with.
  world.form.start += 3_600_000;
  world.form.end += 3_600_000;
  await readState(opened, world.deps);
  expect(await confirmSaved(opened, world.deps)).toBe('this');
  expect(world.backend.kept.get(meeting.id)?.confirmed).toBe(true);
});
