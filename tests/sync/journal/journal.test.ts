/** What the engine's memory keeps and tells of links, copies, cursors and what is due, by each of its calls. */
import type { Journal } from '../../../src/sync/journal';
import { appointmentId, day, Desk, hour, link, meetingId, noon } from './fixtures';

let desk: Desk;
let journal: Journal;
beforeEach(() => {
  desk = new Desk();
  journal = desk.open().journal;
});
afterEach(() => desk.clear());

const known = (side: 'meeting' | 'appointment') =>
  [...journal.known(side)].sort((one, other) => (one.id < other.id ? -1 : 1));

describe('links', () => {
  it('are found by meeting and by appointment, those that are there', () => {
    journal.settle({ links: [link(1), link(2), link(3, { appointmentId: null, appointment: null })] });
    journal = desk.reopen();
    expect(journal.linksOfMeetings([meetingId(2), meetingId(9), meetingId(3)])).toEqual(
      new Map([
        [meetingId(2), link(2)],
        [meetingId(3), link(3, { appointmentId: null, appointment: null })],
      ]),
    );
    expect(journal.linksOfAppointments([appointmentId(1), appointmentId(3), 'nothing'])).toEqual(
      new Map([[appointmentId(1), link(1)]]),
    );
    expect(journal.linksOfMeetings([])).toEqual(new Map());
    expect(journal.linksOfAppointments([])).toEqual(new Map());
  });

  it('are counted where there is an appointment', () => {
    expect(journal.countLinks()).toBe(0);
    journal.settle({ links: [link(1), link(2), link(3, { appointmentId: null, appointment: null })] });
    expect(journal.countLinks()).toBe(2);
    journal.settle({ links: [link(2, { appointmentId: null, appointment: null })] });
    expect(journal.countLinks()).toBe(1);
  });

  it('are replaced by meeting, and forgotten', () => {
    journal.settle({ links: [link(1), link(2)] });
    const moved = link(1, { appointmentId: 'another', endsAt: null, meetingRow: null, meetingVersion: 'v2' });
    journal.settle({ links: [moved], unlinked: [meetingId(2)] });
    journal = desk.reopen();
    expect(journal.linksOfMeetings([meetingId(1), meetingId(2)])).toEqual(new Map([[meetingId(1), moved]]));
    expect(journal.linksOfAppointments([appointmentId(1), 'another'])).toEqual(new Map([['another', moved]]));
  });

  it('that are forgotten and made at once are there', () => {
    journal.settle({ links: [link(1)] });
    const again = link(1, { origin: 'meeting-made' });
    journal.settle({ unlinked: [meetingId(1)], links: [again] });
    expect(journal.linksOfMeetings([meetingId(1)])).toEqual(new Map([[meetingId(1), again]]));
  });

  it('of two meetings with one appointment, on its way from one to the other, tell the one read last', () => {
    const before = link(1, { appointmentId: 'wanderer', readAt: noon });
    const after = link(2, { appointmentId: 'wanderer', readAt: noon + 1 });
    journal.settle({ links: [after] });
    journal.settle({ links: [before] });
    expect(journal.linksOfAppointments(['wanderer'])).toEqual(new Map([['wanderer', after]]));
  });

  it('that could not be read again are refused, with all that was to be written beside them', () => {
    const wrong = link(2, { readAt: 0.5 });
    expect(() => journal.settle({ links: [link(1), wrong], cursors: { meeting: 'next' } })).toThrow();
    expect(journal.countLinks()).toBe(0);
    expect(journal.cursor('meeting')).toBeNull();
  });
});

describe('a whole list is compared with', () => {
  it('the rows of meetings, or their versions, and when they end', () => {
    journal.settle({
      links: [
        link(1),
        link(2, { meetingRow: null, meetingVersion: 'v7', endsAt: null }),
        link(3, { meetingRow: null, appointmentId: null, appointment: null }),
      ],
    });
    expect(known('meeting')).toEqual([
      { id: meetingId(1), mark: 'row-1', endsAt: noon + hour },
      { id: meetingId(2), mark: 'v7', endsAt: null },
      { id: meetingId(3), mark: null, endsAt: noon + 3 * hour },
    ]);
  });

  it('the versions of linked appointments, and the copies', () => {
    journal.settle({
      links: [link(1), link(2, { appointmentId: null, appointment: null })],
      copies: [
        { appointmentId: 'copy', meetingId: meetingId(1) },
        { appointmentId: appointmentId(1), meetingId: meetingId(2) },
      ],
    });
    expect(known('appointment')).toEqual([
      { id: appointmentId(1), mark: 'version-1', endsAt: noon + hour },
      { id: 'copy', mark: null, endsAt: null },
    ]);
  });

  it('each of thousands once, also while others are written', () => {
    const all = Array.from({ length: 4_500 }, (_, at) => link(at));
    journal.settle({ links: all });
    const seen = new Set<string>();
    let count = 0;
    for (const { id } of journal.known('meeting')) {
      if (count % 1_000 === 0) journal.settle({ links: [link(count, { meetingRow: 'new' })] });
      seen.add(id);
      count += 1;
    }
    expect([count, seen.size]).toEqual([4_500, 4_500]);
  });
});

describe('the rotation', () => {
  it('begins with what was read longest ago and leaves out what is over', () => {
    journal.settle({
      links: [
        link(1, { readAt: noon - 30 }),
        link(2, { readAt: noon - 50, endsAt: null }),
        link(3, { readAt: noon - 40 }),
        link(0, { readAt: noon - 60 }),
      ],
    });
    expect(journal.leastRecentlyRead(2, noon)).toEqual([meetingId(2), meetingId(3)]);
    expect(journal.leastRecentlyRead(9, noon + 2 * hour)).toEqual([meetingId(2), meetingId(3)]);
    expect(journal.leastRecentlyRead(0, noon)).toEqual([]);
  });

  it('begins with what was read before the clock was set back', () => {
    journal.settle({ links: [link(1, { readAt: noon + 5 * day }), link(2, { readAt: noon - day })] });
    expect(journal.leastRecentlyRead(1, noon)).toEqual([meetingId(1)]);
    expect(journal.leastRecentlyRead(9, noon)).toEqual([meetingId(1), meetingId(2)]);
  });
});

describe('copies', () => {
  const first = { appointmentId: 'copy-1', meetingId: meetingId(1) };
  const second = { appointmentId: 'copy-2', meetingId: meetingId(1) };

  it('are found by meeting and by appointment, and forgotten', () => {
    journal.settle({ copies: [second, first] });
    journal = desk.reopen();
    expect(journal.copiesOfMeetings([meetingId(1), meetingId(2)])).toEqual([first, second]);
    expect(journal.copiesOfAppointments(['copy-2', 'copy-2', 'none'])).toEqual([second]);
    journal.settle({ copiesGone: ['copy-1'] });
    expect(journal.copiesOfMeetings([meetingId(1)])).toEqual([second]);
    expect(journal.copiesOfMeetings([])).toEqual([]);
  });

  it('of another meeting now are copies of that one alone', () => {
    journal.settle({ copies: [first] });
    journal.settle({ copies: [{ ...first, meetingId: meetingId(2) }] });
    expect(journal.copiesOfMeetings([meetingId(1), meetingId(2)])).toEqual([
      { ...first, meetingId: meetingId(2) },
    ]);
  });
});

it('a cursor stays until it is set, and is set to the beginning by null', () => {
  expect(journal.cursor('meeting')).toBeNull();
  journal.settle({ cursors: { meeting: 'one', appointment: 'two' } });
  journal.settle({ cursors: { meeting: null } });
  journal.settle({});
  journal = desk.reopen();
  expect([journal.cursor('meeting'), journal.cursor('appointment')]).toEqual([null, 'two']);
});

describe('what is to be looked at again', () => {
  const soon = { side: 'meeting', id: '1', notBefore: noon + 1, failures: 0, problem: null } as const;
  const late = {
    side: 'appointment',
    id: '1',
    notBefore: noon + day,
    failures: 3,
    problem: 'zoom-busy',
  } as const;

  it('is told when its time has come, and every failure at any time', () => {
    journal.settle({ due: [late, soon] });
    journal = desk.reopen();
    expect(journal.due(noon)).toEqual([]);
    expect(journal.due(noon + 1)).toEqual([soon]);
    expect(journal.due(noon + day)).toEqual([soon, late]);
    expect(journal.failed()).toEqual([late]);
  });

  it('is replaced and done by side and id', () => {
    journal.settle({ due: [late, soon] });
    journal.settle({ due: [{ ...late, failures: 4 }], dueDone: [{ side: 'meeting', id: '1' }] });
    expect(journal.due(noon + day)).toEqual([{ ...late, failures: 4 }]);
  });

  it('is due at once when the clock was set back since', () => {
    desk.time = noon + 400 * day;
    journal.settle({ due: [{ ...soon, notBefore: desk.time + hour }] });
    expect(journal.due(desk.time)).toEqual([]);
    expect(journal.due(noon)).toHaveLength(1);
  });
});

it('a journal that is closed is used no more, and closed again without harm', () => {
  journal.close();
  journal.close();
  for (const use of [
    () => journal.countLinks(),
    () => journal.settle({}),
    () => [...journal.known('meeting')],
  ])
    expect(use).toThrow('closed');
});
