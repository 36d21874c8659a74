/** When the backend hears that a saved appointment carries the meeting: on proof only, and once. */
import { addMeeting } from '../../src/scheduling/addMeeting';
import { draftMemory } from '../../src/scheduling/drafts';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { confirmSaved } from '../../src/scheduling/saved';
import { fingerprint } from '../../src/scheduling/secrets';
import type { SchedulingDependencies } from '../../src/scheduling/types';
import { NOW, TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld, settle } from './support/world';

const none = { options: {} };

const confirmations = ({ backend }: Pick<ReturnType<typeof newWorld>, 'backend'>) =>
  backend.trouble.calls.filter((call) => call === 'confirm').length;

describe('a draft that was never saved', () => {
  it('is not confirmed by adding, nor by looking at it', async () => {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, world.deps);
    await readState(world.item, world.deps);
    expect(await confirmSaved(world.item, world.deps)).toBeUndefined();
    expect(world.backend.kept.get(meeting.id)?.confirmed).toBe(false);
  });

  it('is confirmed once it is saved, with the fingerprint of its id and never the id itself', async () => {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, world.deps);
    world.form.savedId = 'AAMk/1';
    expect(await confirmSaved(world.item, world.deps)).toBe('this');
    const kept = world.backend.kept.get(meeting.id);
    expect(kept?.confirmed).toBe(true);
    expect([...(kept?.appointments ?? [])]).toEqual([await fingerprint('AAMk/1')]);
  });

  it('is told once, and Outlook is not asked again after that', async () => {
    const world = newWorld();
    await addMeeting(world.item, none, world.deps);
    world.form.savedId = 'AAMk/1';
    await confirmSaved(world.item, world.deps);
    world.item.trouble.calls.length = 0;
    expect(await confirmSaved(world.item, world.deps)).toBe('this');
    await readState(world.item, world.deps);
    expect(confirmations(world)).toBe(1);
    expect(world.item.trouble.calls).not.toContain('read id');
  });

  it('is not confirmed by a pane that is opened on it again', async () => {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, world.deps);
    const again = windowOn(world.form);
    expect(await readState(again, world.deps)).toMatchObject({ kind: 'linked' });
    expect(await confirmSaved(again, world.deps)).toBeUndefined();
    expect(world.backend.kept.get(meeting.id)?.confirmed).toBe(false);
  });

  it('costs one host call a look while it is unsaved', async () => {
    const world = newWorld();
    await addMeeting(world.item, none, world.deps);
    world.item.trouble.calls.length = 0;
    await confirmSaved(world.item, world.deps);
    expect(world.item.trouble.calls).toEqual(['read id']);
  });
});

it('says nothing about an appointment without a meeting', async () => {
  const world = newWorld({ savedId: 'AAMk/1' });
  await readState(world.item, world.deps);
  world.item.trouble.calls.length = 0;
  expect(await confirmSaved(world.item, world.deps)).toBeUndefined();
  expect(world.item.trouble.calls).toEqual([]);
  expect(confirmations(world)).toBe(0);
});

it('confirms an appointment that nobody looked at before', async () => {
  const world = newWorld({ savedId: 'AAMk/1' });
  await addMeeting(world.item, none, world.deps);
  expect(await confirmSaved(windowOn(world.form), world.deps)).toBe('this');
});

describe('an appointment that had begun when its meeting was made, opened again', () => {
  const WEEK = 7 * 86_400_000;

  it('is the meeting’s own as a series, though Zoom was asked for its later part only', async () => {
    const world = newWorld({ start: TOMORROW_9, repetition: { kind: 'series', recurrence: TUESDAYS } });
    const deps = { ...world.deps, now: () => TOMORROW_9 + WEEK + 3_600_000 };
    const { link } = await addMeeting(world.item, none, deps);
    expect(Date.parse(link.agreed.start ?? '')).toBe(TOMORROW_9 + 2 * WEEK);
    world.form.savedId = 'AAMk/1';
    expect(await confirmSaved(windowOn(world.form), deps)).toBe('this');
  });

  it('is perhaps a copy as a series that takes place at another time of day', async () => {
    const world = newWorld({ start: TOMORROW_9, repetition: { kind: 'series', recurrence: TUESDAYS } });
    await addMeeting(world.item, none, world.deps);
    const form = structuredClone(world.form);
    const recurrence = { ...TUESDAYS, start: '2026-11-24T10:00:00' };
    Object.assign(form, { savedId: 'AAMk/2', start: form.start + 3_600_000, end: form.end + 3_600_000 });
    form.repetition = { kind: 'series', recurrence };
    expect(await confirmSaved(windowOn(form), world.deps)).toBe('untold');
  });

  it.each([
    [0, 'this'],
    [10, 'this'],
    [44, 'this'],
    [45, 'untold'],
    [-1, 'untold'],
  ] as const)('as a single one whose meeting begins %s minutes later: %s', async (minutes, whose) => {
    const world = newWorld();
    const { link } = await addMeeting(world.item, none, world.deps);
    const start = new Date(TOMORROW_9 + minutes * 60_000).toISOString();
    world.form.property = JSON.stringify({ ...link, agreed: { ...link.agreed, start } });
    world.form.savedId = 'AAMk/1';
    expect(await confirmSaved(windowOn(world.form), world.deps)).toBe(whose);
  });
});

it('asks again after the backend was away, and shows no error meanwhile', async () => {
  const world = newWorld();
  await addMeeting(world.item, none, world.deps);
  world.form.savedId = 'AAMk/1';
  world.backend.trouble.fail('confirm');
  expect(await confirmSaved(world.item, world.deps)).toBeUndefined();
  expect(await confirmSaved(world.item, world.deps)).toBe('this');
});

it('is the same appointment when its id changes while it is open', async () => {
  const world = newWorld({ savedId: 'AAMk/draft' });
  const { meeting } = await addMeeting(world.item, none, world.deps);
  await confirmSaved(world.item, world.deps);
  world.form.savedId = 'AAMk/sent';
  expect(await readState(world.item, world.deps)).toMatchObject({ kind: 'linked' });
  // Opened again it has the new id only.
  expect(await readState(windowOn(world.form), world.deps)).toMatchObject({ kind: 'linked' });
  expect(world.backend.kept.get(meeting.id)?.appointments.size).toBe(2);
});

it('does not forget a meeting that was put on during a look that began before', async () => {
  const world = newWorld({ savedId: 'AAMk/1' });
  let goOn = (): void => undefined;
  const held = new Promise<void>((resolve) => (goOn = resolve));
  await readState(world.item, world.deps);
  const turn = world.item.trouble.turn;
  // The property is read at once and the body late, as when Outlook answers them one after the other.
  world.item.trouble.turn = (call) => (call === 'read body' ? held : turn(call));
  const look = readState(world.item, world.deps);
  world.item.trouble.turn = turn;
  const { meeting } = await addMeeting(world.item, none, world.deps);
  goOn();
  await look;
  await settle();
  world.item.trouble.calls.length = 0;
  expect(await confirmSaved(world.item, world.deps)).toBe('this');
  expect(world.backend.kept.get(meeting.id)?.confirmed).toBe(true);
});

it('is not taken for a copy after removing and undoing', async () => {
  const world = newWorld({ savedId: 'AAMk/1' });
  await addMeeting(world.item, none, world.deps);
  await confirmSaved(world.item, world.deps);
  const removed = await removeMeeting(world.item, world.deps);
  await undoRemove(world.item, removed, world.deps);
  expect(await confirmSaved(world.item, world.deps)).toBe('this');
  expect(await readState(windowOn(world.form), world.deps)).toMatchObject({ kind: 'linked' });
});

it('tells one occurrence without a fingerprint', async () => {
  const world = newWorld({ savedId: 'AAMk/1', repetition: { kind: 'series', recurrence: TUESDAYS } });
  const { meeting } = await addMeeting(world.item, none, world.deps);
  await confirmSaved(world.item, world.deps);
  const occurrence = { ...world.form, savedId: 'AAMk/1-occurrence' };
  occurrence.repetition = { kind: 'occurrence', seriesId: 'AAMk/1', recurrence: TUESDAYS };
  expect(await readState(windowOn(occurrence), world.deps)).toMatchObject({ kind: 'linked' });
  expect(world.backend.kept.get(meeting.id)?.appointments.size).toBe(1);
});

describe('where the client tells no ids', () => {
  const tellsNone = (deps: SchedulingDependencies): SchedulingDependencies => ({
    ...deps,
    tellsItemIds: () => false,
  });

  it('an appointment that came with its link is saved', async () => {
    const world = newWorld();
    const { meeting } = await addMeeting(world.item, none, tellsNone(world.deps));
    expect(await confirmSaved(world.item, tellsNone(world.deps))).toBeUndefined();
    expect(await confirmSaved(windowOn(world.form), tellsNone(world.deps))).toBe('untold');
    expect(world.backend.kept.get(meeting.id)?.confirmed).toBe(true);
  });

  it('a form on which this browser put the meeting a moment ago is not', async () => {
    const world = newWorld();
    const kept = new Map<string, string | undefined>();
    let time = NOW;
    const storage = {
      read: (key: string) => kept.get(key),
      write: (key: string, value: string | undefined) => void kept.set(key, value),
    };
    const deps = { ...tellsNone(world.deps), drafts: draftMemory(storage, () => time) };
    await addMeeting(world.item, none, deps);
    expect(await confirmSaved(windowOn(world.form), deps)).toBeUndefined();
    time += 25 * 3_600_000;
    expect(await confirmSaved(windowOn(world.form), deps)).toBe('untold');
  });

  it('one that is updated soon after it was saved is not taken for an unsaved form again', async () => {
    const world = newWorld();
    const kept = new Map<string, string | undefined>();
    let time = NOW;
    const storage = {
      read: (key: string) => kept.get(key),
      write: (key: string, value: string | undefined) => void kept.set(key, value),
    };
    const deps = { ...tellsNone(world.deps), drafts: draftMemory(storage, () => time) };
    await addMeeting(world.item, none, deps);
    time += 20 * 3_600_000;
    const later = windowOn(world.form);
    await readState(later, deps);
    world.form.start += 3_600_000;
    world.form.end += 3_600_000;
    await updateMeeting(later, none, deps);
    time += 5 * 3_600_000;
    expect(await confirmSaved(windowOn(world.form), deps)).toBe('untold');
  });
});
