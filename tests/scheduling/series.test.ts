/** Series: the whole of one, one occurrence of it, and what becomes of a series that changes its kind. */
import { ProductError } from '../../src/domain/errors';
import { findInvitations } from '../../src/domain/invitation';
import { readLinkProperty } from '../../src/domain/link';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { undoRemove } from '../../src/scheduling/undoRemove';
import { repairMeeting } from '../../src/scheduling/repairMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { type FormFields, NOW, TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;
const series = { kind: 'series', recurrence: TUESDAYS } as const;
const occurrenceOf = { kind: 'occurrence', seriesId: 'AAMk/series', recurrence: TUESDAYS } as const;

/** The second of four Tuesdays, as it is opened by itself: with everything that the series has. */
const second = (whole: FormFields, fields: Partial<FormFields> = {}): FormFields => ({
  ...structuredClone(whole),
  savedId: 'AAMk/second',
  repetition: occurrenceOf,
  start: TOMORROW_9 + WEEK,
  end: TOMORROW_9 + WEEK + 45 * 60_000,
  ...fields,
});

async function withSeries() {
  const world = newWorld({ savedId: 'AAMk/series', repetition: series });
  const added = await addMeeting(world.item, none, world.deps);
  world.backend.trouble.calls.length = 0;
  const present = () => world.backend.kept.get(added.meeting.id)?.meeting;
  return { ...world, added, present };
}

/** The second occurrence, moved by an hour in Outlook. */
async function withMovedOccurrence() {
  const world = await withSeries();
  const whole = world.form;
  const form = second(whole);
  form.start += HOUR;
  form.end += HOUR;
  return { ...world, whole, form, item: windowOn(form) };
}

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

describe('updating the whole series', () => {
  it('sends the whole recurrence', async () => {
    const { form, item, deps } = await withSeries();
    const recurrence = { ...TUESDAYS, end: { kind: 'count', count: 6 } as const };
    form.repetition = { kind: 'series', recurrence };
    const { meeting, link } = await updateMeeting(item, none, deps);
    expect(meeting.occurrences).toHaveLength(6);
    expect(link.agreed.repeats).toContain('COUNT=6');
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  describe('whose times agree', () => {
    /** One occurrence moved and one cancelled in Zoom, and later the first one is over. */
    async function running() {
      const world = await withSeries();
      const [, moved, cancelled] = world.added.meeting.occurrences;
      await world.backend.updateOccurrence(world.added.meeting.id, moved?.id ?? '', {
        start: '2026-12-01T14:00:00Z',
        durationMinutes: 45,
      });
      await world.backend.removeOccurrence(world.added.meeting.id, cancelled?.id ?? '');
      const deps = { ...world.deps, now: () => NOW + 3 * 24 * HOUR };
      return { ...world, deps, occurrences: world.present()?.occurrences };
    }

    it('sends topic and options alone, so that Zoom keeps what differs in single occurrences', async () => {
      const { form, item, backend, deps, occurrences, present } = await running();
      form.subject = 'Weekly';
      const { notes } = await updateMeeting(item, { options: { waitingRoom: true } }, deps);
      expect(backend.changes).toEqual([{ topic: 'Weekly', options: { waitingRoom: true } }]);
      expect(present()).toMatchObject({ topic: 'Weekly', options: { waitingRoom: true }, occurrences });
      expect(notes).toEqual([]);
      expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
    });

    it('sends them where the link was lost, too', async () => {
      const { form, item, backend, deps } = await running();
      form.property = undefined;
      await updateMeeting(item, none, deps);
      expect(backend.changes).toEqual([{ topic: 'Planning', options: {} }]);
    });

    it('leaves out the personal id, which Zoom has for no series', async () => {
      const { item, backend, deps } = await running();
      await updateMeeting(item, { options: { personalId: true, hostVideo: true } }, deps);
      expect(backend.changes).toEqual([{ topic: 'Planning', options: { hostVideo: true } }]);
    });

    it('sends the times when the length changes', async () => {
      const { form, item, backend, deps } = await running();
      form.repetition = { kind: 'series', recurrence: { ...TUESDAYS, durationMinutes: 60 } };
      const { notes } = await updateMeeting(item, none, deps);
      expect(backend.changes).toMatchObject([{ start: '2026-12-01T09:00:00', durationMinutes: 60 }]);
      expect(notes).toContain('series-exceptions-dropped');
    });

    it('stays a series while its last occurrence runs', async () => {
      const { form, item, backend, deps, occurrences, present } = await running();
      const last = TOMORROW_9 + 3 * WEEK;
      form.subject = 'Weekly';
      await updateMeeting(item, none, { ...deps, now: () => last + 10 * 60_000 });
      expect(backend.changes).toEqual([{ topic: 'Weekly', options: {} }]);
      expect(present()).toMatchObject({ repeats: { kind: 'series' }, occurrences });
    });
  });

  it('does not become single where the client cannot tell, though it was single when last agreed', async () => {
    const { form, item, backend, deps } = newWorld();
    const { meeting } = await addMeeting(item, none, deps);
    const other = await withSeries();
    backend.change(meeting.id, () => ({
      repeats: other.added.meeting.repeats,
      occurrences: other.added.meeting.occurrences,
    }));
    form.repetition = { kind: 'unknown' };
    const { notes } = await updateMeeting(item, none, deps);
    expect(notes).toEqual(['series-times-kept']);
    expect(backend.changes).toEqual([{ topic: 'Planning', options: {} }]);
  });

  it('says when Zoom forgot occurrences that were changed by themselves', async () => {
    const { form, item, backend, deps, added } = await withSeries();
    await backend.removeOccurrence(added.meeting.id, added.meeting.occurrences[2]?.id ?? '');
    form.repetition = { kind: 'series', recurrence: { ...TUESDAYS, start: '2026-11-24T10:00:00' } };
    form.start += HOUR;
    form.end += HOUR;
    expect((await updateMeeting(item, none, deps)).notes).toContain('series-exceptions-dropped');
  });

  it('says nothing of that where there were none', async () => {
    const { form, item, deps } = await withSeries();
    form.subject = 'Weekly';
    expect((await updateMeeting(item, none, deps)).notes).toEqual([]);
  });

  it('follows when the series becomes a single appointment, and back', async () => {
    const { form, item, deps, added } = await withSeries();
    form.repetition = { kind: 'single' };
    const single = await updateMeeting(item, none, deps);
    expect(single.meeting).toMatchObject({ id: added.meeting.id, repeats: null });
    expect(single.link.agreed).not.toHaveProperty('repeats');
    form.repetition = series;
    const again = await updateMeeting(item, none, deps);
    expect(again.meeting).toMatchObject({ id: added.meeting.id, repeats: { kind: 'series' } });
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked', link: again.link });
  });

  it('becomes a meeting without fixed time, with the reason, where Zoom cannot hold it', async () => {
    const { form, item, deps } = await withSeries();
    form.repetition = { kind: 'series', recurrence: { ...TUESDAYS, end: { kind: 'never' } } };
    const { meeting, notes } = await updateMeeting(item, none, deps);
    expect(meeting.repeats).toEqual({ kind: 'no-fixed-time' });
    expect(notes.some((note) => note.startsWith('series-'))).toBe(true);
    const one = windowOn(second(form));
    expect(await readState(one, deps)).toMatchObject({ kind: 'linked' });
    expect((await removeMeeting(one, deps)).canUndo).toBe(false);
  });

  it('keeps its times where the client does not tell how the appointment repeats', async () => {
    const { form, item, deps, added } = await withSeries();
    form.repetition = { kind: 'unknown' };
    form.subject = 'Weekly';
    form.start += HOUR;
    form.end += HOUR;
    const { meeting, notes } = await updateMeeting(item, { options: { waitingRoom: true } }, deps);
    expect(notes).toContain('series-times-kept');
    expect(meeting).toMatchObject({ topic: 'Weekly', options: { waitingRoom: true } });
    expect(meeting.occurrences).toEqual(added.meeting.occurrences);
  });

  it('goes on after its first occurrence is over', async () => {
    const { form, item, deps } = await withSeries();
    form.subject = 'Weekly';
    const later = { ...deps, now: () => NOW + 3 * 24 * HOUR };
    const { meeting } = await updateMeeting(item, none, later);
    expect(meeting.topic).toBe('Weekly');
    expect(await readState(item, later)).toMatchObject({ kind: 'linked' });
  });
});
