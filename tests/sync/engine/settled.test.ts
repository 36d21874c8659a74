import type { Task } from '../../../src/sync/actions';
import type { Observed } from '../../../src/sync/engine/seen';
import { settledBy } from '../../../src/sync/engine/settled';
import type { Link } from '../../../src/sync/model';
import { detailsFor } from '../sides';
import { appointmentItem, linkOf, MEETING, meetingItem, NOW, single, weekly } from './support/items';

const task = (rest: Partial<Task>): Task => ({
  key: MEETING,
  title: 'Planning',
  reasons: [],
  steps: [],
  outcome: { kind: 'unlinked' },
  ...rest,
});

const observed = (link: Link | undefined, rest: Partial<Observed> = {}): Observed => ({
  link,
  meetingRow: undefined,
  meetingReadAt: NOW,
  appointmentRows: new Map(),
  at: NOW,
  ...rest,
});

const origin = { origin: 'adopted' } as const;

describe('the agreed state after a task', () => {
  it('is what was observed where nothing was written', () => {
    const meeting = meetingItem({ topic: 'New' }, { version: 'v7' });
    const appointment = appointmentItem({ subject: 'New' }, { version: 'v8' });
    const { links } = settledBy(
      task({ outcome: { kind: 'linked', link: origin, meeting, appointment } }),
      [],
      observed(undefined, { meetingRow: 'row 7' }),
      NOW,
    );
    expect(links).toEqual([
      expect.objectContaining({
        meeting: meeting.facts,
        appointment: appointment.facts,
        meetingVersion: 'v7',
        appointmentVersion: 'v8',
        meetingRow: 'row 7',
        readAt: NOW,
        endsAt: Date.parse('2026-03-03T09:30:00Z'),
      }),
    ]);
  });

  it('is what the side answered in what was written, in its own form', () => {
    const asked = single('2026-03-05T09:00:00Z');
    const answered = single('2026-03-05T09:00:01Z');
    const link = linkOf();
    const { links, due } = settledBy(
      task({
        steps: [{ kind: 'update-meeting', patch: { id: MEETING, version: 'v1', times: asked } }],
        outcome: {
          kind: 'linked',
          link: origin,
          meeting: meetingItem(),
          appointment: appointmentItem({ times: asked }, { version: 'v2' }),
        },
      }),
      [meetingItem({ times: answered }, { version: 'v2' })],
      observed(link),
      NOW,
    );
    expect(links?.[0]).toMatchObject({
      meeting: { times: answered },
      meetingVersion: 'v2',
      appointment: { times: asked },
    });
    expect(due).toEqual([]);
  });

  it('stays as seen in what somebody else changed meanwhile, and is looked at again', () => {
    const { links, due } = settledBy(
      task({
        steps: [{ kind: 'update-meeting', patch: { id: MEETING, version: null, topic: 'Ours' } }],
        outcome: { kind: 'linked', link: origin, meeting: meetingItem(), appointment: appointmentItem() },
      }),
      [meetingItem({ topic: 'Ours', options: 'theirs' }, { version: 'v3' })],
      observed(linkOf()),
      NOW,
    );
    expect(links?.[0]).toMatchObject({ meeting: { topic: 'Ours', options: 'a' }, meetingVersion: null });
    expect(due).toEqual([{ side: 'meeting', id: MEETING, notBefore: NOW, failures: 0, problem: null }]);
  });

  it('takes of a series whose occurrence was written that occurrence alone, not what became of the series meanwhile', () => {
    const moved = {
      kind: 'moved',
      original: '2026-03-10T09:00:00Z',
      start: '2026-03-10T11:00:00Z',
      durationMinutes: 30,
    } as const;
    const series = weekly();
    const ended = { ...series.recurrence, end: { kind: 'count', count: 2 } } as const;
    const link = linkOf();
    const { links, due } = settledBy(
      task({
        steps: [
          {
            kind: 'update-appointment',
            patch: { id: 'appointment-1', version: null, occurrences: [moved] },
          },
        ],
        outcome: {
          kind: 'linked',
          link: origin,
          meeting: meetingItem({ times: { ...series, deviations: [moved] } }),
          appointment: appointmentItem({ times: series }),
        },
      }),
      [appointmentItem({ times: { ...series, recurrence: ended, deviations: [moved] } })],
      observed(link),
      NOW,
    );
    expect(links?.[0]).toMatchObject({ appointment: { times: { ...series, deviations: [moved] } } });
    expect(due).toHaveLength(1);
  });

  it('forgets the row of a meeting that was written: the list will have another one', () => {
    const link = { ...linkOf(), meetingRow: 'row 1' };
    const outcome = {
      kind: 'linked',
      link: origin,
      meeting: meetingItem(),
      appointment: appointmentItem(),
    } as const;
    const patch = { id: MEETING, version: 'v1', topic: 'New' };
    const written = settledBy(
      task({ steps: [{ kind: 'update-meeting', patch }], outcome }),
      [meetingItem({ topic: 'New' })],
      observed(link),
      NOW,
    );
    expect(written.links?.[0]?.meetingRow).toBeNull();
    const listed = settledBy(
      task({ steps: [{ kind: 'update-meeting', patch }], outcome }),
      [meetingItem({ topic: 'New' })],
      observed(link, { meetingRow: 'row before' }),
      NOW,
    );
    expect(listed.links?.[0]?.meetingRow).toBeNull();
    expect(settledBy(task({ outcome }), [], observed(link), NOW).links?.[0]?.meetingRow).toBe('row 1');
  });

  it('keeps what is not the engine’s to settle', () => {
    const shown = detailsFor(MEETING, 1);
    const { links } = settledBy(
      task({
        outcome: {
          kind: 'linked',
          link: origin,
          meeting: meetingItem(),
          appointment: appointmentItem({ shown: null }),
          keep: { appointment: { shown } },
        },
      }),
      [],
      observed(linkOf()),
      NOW,
    );
    expect(links?.[0]?.appointment?.shown).toEqual(shown);
  });

  it('is the link’s own where a side was not read', () => {
    const link = linkOf();
    const appointment = appointmentItem({ location: 'own' }, { version: 'v2' });
    const { links } = settledBy(
      task({ outcome: { kind: 'linked', link: origin, appointment } }),
      [],
      observed(link, { meetingReadAt: undefined }),
      NOW,
    );
    expect(links?.[0]).toEqual({ ...link, appointment: appointment.facts, appointmentVersion: 'v2' });
  });

  it('links what was made with the appointment that was given to it', () => {
    const made = meetingItem({}, { id: '82000000000', madeHere: true });
    const second = appointmentItem({}, { id: 'second', version: 'v1' });
    const given = appointmentItem(
      { shown: made.facts.details },
      { id: 'second', version: 'v2', meetingId: made.id },
    );
    const { links, copiesGone } = settledBy(
      task({
        key: 'claim',
        steps: [
          {
            kind: 'create-meeting',
            draft: { claim: 'claim', topic: 'Planning', times: single(), like: MEETING },
          },
          { kind: 'give-meeting', expected: { id: 'second', version: 'v1' } },
        ],
        outcome: { kind: 'linked', link: { origin: 'meeting-made' }, appointment: second },
      }),
      [made, given],
      observed(undefined),
      NOW,
    );
    expect(links).toEqual([
      expect.objectContaining({
        meetingId: made.id,
        appointmentId: 'second',
        origin: 'meeting-made',
        madeHere: true,
        appointment: given.facts,
        appointmentVersion: 'v2',
      }),
    ]);
    expect(copiesGone).toContain('second');
  });

  it('has no appointment where the person wants none', () => {
    const meeting = meetingItem();
    const outcome = { kind: 'without-appointment', meeting } as const;
    const { links } = settledBy(task({ outcome }), [], observed(linkOf()), NOW);
    expect(links?.[0]).toMatchObject({ appointmentId: null, appointment: null, appointmentVersion: null });
  });

  it('is nothing once they are no longer linked', () => {
    expect(settledBy(task({ copies: [] }), [null], observed(linkOf()), NOW)).toMatchObject({
      unlinked: [MEETING],
    });
  });
});
