/** Updating the whole of a series, and what becomes of one that changes its kind. */
import { addMeeting } from '../../src/scheduling/addMeeting';
import { readState } from '../../src/scheduling/readState';
import { removeMeeting } from '../../src/scheduling/removeMeeting';
import { updateMeeting } from '../../src/scheduling/updateMeeting';
import { NOW, TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';
import { HOUR, none, second, series, WEEK, withSeries } from './support/series';

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
