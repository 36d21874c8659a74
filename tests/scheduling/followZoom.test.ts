/** Taking Zoom's side: the appointment follows, and Zoom hears nothing of it. */
import type { Meeting } from '../../src/domain/meeting';
import { addMeeting } from '../../src/scheduling/addMeeting';
import { followZoom } from '../../src/scheduling/followZoom';
import { readState } from '../../src/scheduling/readState';
import { type FormFields, TOMORROW_9, TUESDAYS, windowOn } from './support/appointment';
import { newWorld } from './support/world';

const none = { options: {} };
const HOUR = 3_600_000;
const WEEK = 7 * 24 * HOUR;

/** An appointment with a meeting that somebody changes in Zoom. */
async function changed(how: (meeting: Meeting) => Partial<Meeting>, fields: Partial<FormFields> = {}) {
  const world = newWorld(fields);
  const added = await addMeeting(world.item, none, world.deps);
  const meeting = world.backend.change(added.meeting.id, how);
  world.backend.trouble.calls.length = 0;
  world.item.trouble.calls.length = 0;
  return { ...world, added, meeting };
}

const later = () => ({ start: '2026-11-25T14:00:00Z', durationMinutes: 60, topic: 'Moved' });

it('takes topic and times, then the text follows', async () => {
  const { form, item, backend, deps, meeting } = await changed(later);
  const { link } = await followZoom(item, deps);
  expect(form).toMatchObject({
    subject: 'Moved',
    start: Date.parse('2026-11-25T14:00:00Z'),
    end: Date.parse('2026-11-25T15:00:00Z'),
  });
  expect(form.body.content).toContain('Wednesday, November 25, 2026');
  expect(form.body.content).toContain('Moved');
  expect(await readState(item, deps)).toEqual({ kind: 'linked', link, meeting });
  expect(backend.trouble.calls.filter((call) => !['get', 'confirm'].includes(call))).toEqual([]);
});

it('leaves the subject alone where the topic is its own', async () => {
  const { form, item, backend, deps } = newWorld();
  const { meeting } = await addMeeting(item, { topic: 'Mine', options: {} }, deps);
  backend.change(meeting.id, later);
  const { link } = await followZoom(item, deps);
  expect(form).toMatchObject({ subject: 'Planning', start: Date.parse('2026-11-25T14:00:00Z') });
  expect(link.ownTopic).toBe(true);
});

it('writes only the facts that differ', async () => {
  const { item, deps } = await changed(() => ({ topic: 'Other' }));
  await followZoom(item, deps);
  const facts = item.trouble.calls.filter((call) => /write (subject|times|recurrence)/.test(call));
  expect(facts).toEqual(['write subject']);
});

it('leaves a subject that becomes the same topic as it is, however it is written', async () => {
  const { form, item, deps } = await changed(() => ({ start: '2026-11-25T14:00:00Z' }), {
    subject: '  Planning  for\tall ',
  });
  await followZoom(item, deps);
  expect(form.subject).toBe('  Planning  for\tall ');
});

describe('a series', () => {
  const series = { repetition: { kind: 'series', recurrence: TUESDAYS } } as const;

  it('that Zoom holds from mid-way only keeps its past occurrences', async () => {
    // Three Tuesdays are over, four are to come: those are all that Zoom was asked for.
    const running = { ...TUESDAYS, start: '2026-11-03T09:00:00', end: { kind: 'count', count: 7 } } as const;
    const { form, item, backend, deps } = newWorld({ repetition: { kind: 'series', recurrence: running } });
    const { meeting } = await addMeeting(item, none, deps);
    expect(meeting.start).toBe('2026-11-24T08:00:00Z');
    backend.change(meeting.id, ({ occurrences }) => ({
      start: '2026-11-24T09:00:00Z',
      durationMinutes: 60,
      occurrences: occurrences.map(({ id, cancelled }) => ({
        id: String(Number(id) + HOUR),
        start: new Date(Number(id) + HOUR).toISOString(),
        durationMinutes: 60,
        cancelled,
      })),
    }));
    await followZoom(item, deps);
    expect(form.repetition).toMatchObject({
      recurrence: {
        rule: running.rule,
        start: '2026-11-03T10:00:00',
        end: { kind: 'until', date: '2026-12-15' },
        durationMinutes: 60,
      },
    });
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('takes the whole recurrence', async () => {
    const { form, item, deps } = await changed(({ repeats }) => {
      if (repeats?.kind !== 'series') throw new Error('not a series');
      return {
        repeats: { ...repeats, end: { kind: 'count', count: 2 } },
        start: '2026-11-24T09:00:00Z',
        occurrences: [],
      };
    }, series);
    await followZoom(item, deps);
    expect(form.repetition).toMatchObject({
      kind: 'series',
      recurrence: { start: '2026-11-24T10:00:00', end: { kind: 'count', count: 2 }, durationMinutes: 45 },
    });
    expect(await readState(item, deps)).toMatchObject({ kind: 'linked' });
  });

  it('becomes a single appointment when it is one in Zoom', async () => {
    const { form, item, deps } = await changed(
      () => ({ repeats: null, occurrences: [], start: '2026-12-01T08:00:00Z' }),
      series,
    );
    await followZoom(item, deps);
    expect(form).toMatchObject({ repetition: { kind: 'single' }, start: TOMORROW_9 + WEEK });
  });

  it('is refused with the reason, before anything is written, where the client tells no recurrence', async () => {
    const { form, item, deps } = await changed(() => ({ topic: 'Other' }), series);
    form.repetition = { kind: 'unknown' };
    const before = structuredClone(form);
    await expect(followZoom(item, deps)).rejects.toMatchObject({
      code: 'host-unsupported',
      details: { reason: expect.stringContaining('repeats') },
    });
    expect(form).toEqual(before);
  });

  it('takes of one occurrence that one’s times only', async () => {
    const world = await changed(() => ({ topic: 'Other' }), { ...series, savedId: 'AAMk/series' });
    const second = world.added.meeting.occurrences[1];
    await world.backend.updateOccurrence(world.meeting.id, second?.id ?? '', {
      start: '2026-12-01T14:00:00Z',
      durationMinutes: 30,
    });
    const form: FormFields = {
      ...structuredClone(world.form),
      savedId: 'AAMk/second',
      repetition: { kind: 'occurrence', seriesId: 'AAMk/series', recurrence: TUESDAYS },
      start: TOMORROW_9 + WEEK,
      end: TOMORROW_9 + WEEK + 45 * 60_000,
    };
    const item = windowOn(form);
    const { link } = await followZoom(item, world.deps);
    expect(form).toMatchObject({
      subject: 'Planning',
      start: Date.parse('2026-12-01T14:00:00Z'),
      end: Date.parse('2026-12-01T14:30:00Z'),
    });
    expect(link.occurrenceId).toBe(second?.id);
    expect(form.body.content).toContain('December 1, 2026');
    expect(await readState(item, world.deps)).toMatchObject({ kind: 'linked', link });
  });
});

it('changes nothing when Outlook refuses the first fact', async () => {
  const { form, item, deps } = await changed(later);
  const before = structuredClone(form);
  item.trouble.fail('write times');
  await expect(followZoom(item, deps)).rejects.toMatchObject({ code: 'host-call-failed' });
  expect(form).toEqual(before);
});

it.each(['write subject', 'read body', 'write body', 'write property'] as const)(
  'is finished by pressing again after Outlook failed to %s',
  async (call) => {
    const { item, deps, meeting } = await changed(later);
    item.trouble.fail(call, 'before', call === 'read body' ? 2 : 1);
    await expect(followZoom(item, deps)).rejects.toMatchObject({
      code: 'half-followed',
      details: { action: call },
    });
    const { link } = await followZoom(item, deps);
    expect(await readState(item, deps)).toEqual({ kind: 'linked', link, meeting });
  },
);

it('has nothing to follow without a meeting, or one that is gone', async () => {
  const { item, backend, deps } = newWorld();
  await expect(followZoom(item, deps)).rejects.toMatchObject({ code: 'no-meeting' });
  const { meeting } = await addMeeting(item, none, deps);
  await backend.remove(meeting.id);
  await expect(followZoom(item, deps)).rejects.toMatchObject({ code: 'meeting-gone' });
});

describe.each([
  ['a single appointment', {}],
  ['a series', { repetition: { kind: 'series', recurrence: TUESDAYS } }],
] satisfies [string, Partial<FormFields>][])('on %s', (_, fields) => {
  it('refuses a meeting that has no fixed time any more, before anything is written', async () => {
    const { form, item, deps } = await changed(
      () => ({ repeats: { kind: 'no-fixed-time' }, occurrences: [], start: null, topic: 'Any time' }),
      fields,
    );
    const before = structuredClone(form);
    await expect(followZoom(item, deps)).rejects.toMatchObject({ code: 'meeting-without-time' });
    expect(form).toEqual(before);
  });
});
