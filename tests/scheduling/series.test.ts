/** Series: adding to the whole of one, and one occurrence of it: found, updated, removed. */
import { ProductError } from '../../src/domain/errors';
import { findInvitations } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { TOMORROW_9, windowOn } from './support/appointment';
import { newWorld } from './support/world';
import { HOUR, none, occurrenceOf, second, withMovedOccurrence, withSeries } from './support/series';

it('gets one meeting with all its occurrences', async () => {
  const { added, form, item, deps } = await withSeries();
  expect(added.meeting.repeats).toMatchObject({ kind: 'series' });
  expect(added.meeting.occurrences).toHaveLength(4);
  expect(added.link.agreed.repeats).toContain('FREQ=WEEKLY');
  expect(findInvitations('html', form.body.content)).toHaveLength(1);
  expect(await readState(item, deps)).toEqual({ kind: 'linked', link: added.link, meeting: added.meeting });
});

describe('one occurrence that is open', () => {
  it('is the one of Zoom’s that starts with it', async () => {
    const { form, deps, added } = await withSeries();
    expect(await readState(windowOn(second(form)), deps)).toEqual({
      kind: 'linked',
      link: added.link,
      meeting: added.meeting,
      occurrence: added.meeting.occurrences[1],
    });
  });

  it('is not taken for one that Zoom moved onto the same day', async () => {
    const { form, backend, deps, added } = await withSeries();
    const [first, own] = added.meeting.occurrences;
    const moved = { start: '2026-12-01T14:00:00Z', durationMinutes: 45 };
    await backend.updateOccurrence(added.meeting.id, first?.id ?? '', moved);
    expect(await readState(windowOn(second(form)), deps)).toMatchObject({ occurrence: own });
  });

  it('is found by its day when it was moved within it', async () => {
    const { item, deps, added } = await withMovedOccurrence();
    expect(await readState(item, deps)).toMatchObject({ occurrence: added.meeting.occurrences[1] });
  });

  it('is found by what the link remembers wherever it was moved to', async () => {
    const { form, item, deps } = await withMovedOccurrence();
    const { occurrence } = await updateMeeting(item, none, deps);
    form.start += 3 * 24 * HOUR;
    form.end += 3 * 24 * HOUR;
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', occurrence: { id: occurrence?.id } });
  });

  it('is still known when it is moved to another day after a look at it', async () => {
    const { form: whole, backend, deps, added } = await withSeries();
    const form = second(whole);
    const item = windowOn(form);
    await readState(item, deps);
    form.start += 2 * 24 * HOUR;
    form.end += 2 * 24 * HOUR;
    const [, own] = added.meeting.occurrences;
    expect(await readState(item, deps)).toMatchObject({ occurrence: own });
    await updateMeeting(item, none, deps);
    expect(backend.kept.get(added.meeting.id)?.meeting.occurrences).toEqual(
      added.meeting.occurrences.map((each) =>
        each === own ? { ...own, start: new Date(form.start).toISOString().replace('.000', '') } : each,
      ),
    );
  });

  it('is lost, with nothing that it may be, when it was cancelled in Zoom', async () => {
    const { form, backend, deps, added } = await withSeries();
    await backend.removeOccurrence(added.meeting.id, added.meeting.occurrences[1]?.id ?? '');
    const one = windowOn(second(form));
    expect(await readState(one, deps)).toMatchObject({ kind: 'lost', mayBe: [] });
    await expect(updateMeeting(one, none, deps)).rejects.toMatchObject({ code: 'occurrence-gone' });
  });

  it('never gets a second meeting', async () => {
    const { form, backend, deps, added } = await withSeries();
    const one = windowOn(second(form));
    const before = one.trouble.calls.length;
    const { meeting, notes } = await addMeeting(one, none, deps);
    expect(meeting.id).toBe(added.meeting.id);
    expect(notes).toContain('already-there');
    expect(backend.kept.size).toBe(1);
    expect(one.trouble.calls.slice(before).filter((call) => call.startsWith('write'))).toEqual([]);
  });

  it('gets back an invitation that only it has lost, with its own time', async () => {
    const { form, deps } = await withSeries();
    const one = second(form, { body: { format: 'html', content: '<html><body></body></html>' } });
    expect(await readState(windowOn(one), deps)).toMatchObject({
      kind: 'incomplete',
      missing: ['invitation'],
    });
    await repairMeeting(windowOn(one), deps);
    expect(one.body.content).toContain('December 1, 2026');
    expect(await readState(windowOn(one), deps)).toMatchObject({ kind: 'linked' });
  });
});

describe('updating one occurrence', () => {
  it('is finished by Repair when it was moved in Zoom and Outlook then failed', async () => {
    const { item, deps } = await withMovedOccurrence();
    item.trouble.fail('write body');
    await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'half-updated' });
    expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete' });
    await repairMeeting(item, deps);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('changes that one in Zoom and nothing else', async () => {
    const { item, backend, deps, added, present } = await withMovedOccurrence();
    const { occurrence } = await updateMeeting(item, none, deps);
    expect(backend.trouble.calls).toContain('update occurrence');
    expect(backend.trouble.calls).not.toContain('update');
    expect(occurrence).toEqual({ ...added.meeting.occurrences[1], start: '2026-12-01T09:00:00Z' });
    const others = (list = present()?.occurrences ?? []) => list.filter(({ id }) => id !== occurrence?.id);
    expect(others()).toEqual(others([...added.meeting.occurrences]));
  });

  it('writes its own time and its own link on it', async () => {
    const { form, whole, item, deps, added } = await withMovedOccurrence();
    const series = structuredClone(whole);
    const { link } = await updateMeeting(item, none, deps);
    expect(link).toMatchObject({
      meetingId: added.meeting.id,
      occurrenceId: added.meeting.occurrences[1]?.id,
      agreed: { start: '2026-12-01T09:00:00Z', durationMinutes: 45 },
    });
    expect(link.agreed).not.toHaveProperty('repeats');
    expect(readLinkProperty(form.property)).toEqual(link);
    expect(findInvitations('html', form.body.content)).toHaveLength(1);
    expect(form.body.content).toContain('December 1, 2026');
    expect(form.body.content).toContain('10:00');
    expect(whole).toEqual(series);
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', link });
  });

  it('asks Zoom for nothing and writes nothing when it has not moved', async () => {
    const { form, backend, deps } = await withSeries();
    const one = second(form);
    const before = structuredClone(one);
    const { notes } = await updateMeeting(windowOn(one), none, deps);
    expect(one).toEqual(before);
    expect(notes).toEqual([]);
    expect(backend.trouble.calls.filter((call) => call.startsWith('update'))).toEqual([]);
  });

  it('says that topic and options stay those of the series', async () => {
    const { item, deps, present } = await withMovedOccurrence();
    const { notes } = await updateMeeting(item, { topic: 'Other', options: { waitingRoom: true } }, deps);
    expect(notes).toContain('occurrence-options-kept');
    expect(present()).toMatchObject({ topic: 'Planning', options: { waitingRoom: false } });
  });

  it('does not say so of options that the series has anyway', async () => {
    const { item, deps } = await withMovedOccurrence();
    const { notes } = await updateMeeting(item, { options: { waitingRoom: false } }, deps);
    expect(notes).toEqual([]);
  });

  it.each(['read body', 'write body', 'write property'] as const)(
    'is finished by pressing again after Outlook failed to %s',
    async (call) => {
      const { form, item, deps } = await withMovedOccurrence();
      item.trouble.fail(call, 'before', call === 'read body' ? 2 : 1);
      await expect(updateMeeting(item, none, deps)).rejects.toMatchObject({ code: 'half-updated' });
      expect(await readState(item, deps)).toMatchObject({ kind: 'incomplete', missing: ['invitation'] });
      await updateMeeting(item, none, deps);
      expect(form.body.content).toContain('10:00');
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
    },
  );
});

describe('removing one occurrence', () => {
  it('cancels that one in Zoom, takes the invitation off it, and offers no undo', async () => {
    const { form, backend, deps, added, present } = await withSeries();
    const whole = structuredClone(form);
    const one = second(form);
    const removed = await removeMeeting(windowOn(one), deps);
    expect(removed).toMatchObject({ canUndo: false, occurrence: added.meeting.occurrences[1] });
    expect(present()?.occurrences.map(({ cancelled }) => cancelled)).toEqual([false, true, false, false]);
    expect(backend.alive()).toHaveLength(1);
    expect(findInvitations('html', one.body.content)).toEqual([]);
    expect(one).toMatchObject({ location: 'Room 5', property: undefined });
    expect(form).toEqual(whole);
    await expect(undoRemove(windowOn(one), removed, deps)).rejects.toMatchObject({ code: 'occurrence-gone' });
  });

  it('loses its text, too, where it is the last one, with which Zoom deletes the series', async () => {
    const { form, backend, deps, added } = await withSeries();
    const one = second(form);
    backend.removeOccurrence = async (id) => {
      await backend.remove(id);
      throw new ProductError('meeting-gone');
    };
    const removed = await removeMeeting(windowOn(one), deps);
    expect(removed).toMatchObject({ canUndo: false });
    expect(backend.alive()).toEqual([]);
    expect(one).toMatchObject({ location: 'Room 5', property: undefined });
    expect(findInvitations('html', one.body.content)).toEqual([]);
    expect(added.meeting.occurrences).toHaveLength(4);
  });

  it('takes only the text off one that Zoom does not have', async () => {
    const { form, backend, deps } = await withSeries();
    const one = second(form, { start: TOMORROW_9 + 2 * 24 * HOUR, end: TOMORROW_9 + 49 * HOUR });
    const removed = await removeMeeting(windowOn(one), deps);
    expect(removed.canUndo).toBe(false);
    expect(backend.trouble.calls.filter((call) => call.startsWith('remove'))).toEqual([]);
    expect(one.property).toBeUndefined();
  });
});

describe('an occurrence of a series without a meeting', () => {
  it('gets a meeting for itself, which moves and goes with it', async () => {
    const { form, item, backend, deps } = newWorld({ savedId: 'AAMk/second', repetition: occurrenceOf });
    const { meeting } = await addMeeting(item, none, deps);
    expect(meeting).toMatchObject({ repeats: null, start: '2026-11-24T08:00:00Z' });
    form.start += 2 * 24 * HOUR;
    form.end += 2 * 24 * HOUR;
    const { meeting: moved } = await updateMeeting(item, none, deps);
    expect(moved).toMatchObject({ id: meeting.id, start: '2026-11-26T08:00:00Z' });
    const removed = await removeMeeting(item, deps);
    expect(removed.canUndo).toBe(true);
    expect(backend.alive()).toEqual([]);
  });
});

it('does not delete or move, from one occurrence, a single meeting that stands for the whole appointment', async () => {
  const { form, backend, deps } = newWorld();
  const world = newWorld();
  await addMeeting(world.item, none, { ...deps, meetings: backend });
  Object.assign(form, second(world.form));
  const one = windowOn(form);
  await expect(removeMeeting(one, deps)).rejects.toMatchObject({ code: 'occurrence-only' });
  await expect(updateMeeting(one, none, deps)).rejects.toMatchObject({ code: 'occurrence-only' });
  expect(backend.alive()).toMatchObject([{ start: '2026-11-24T08:00:00Z' }]);
});
