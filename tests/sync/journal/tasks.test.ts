/** Tasks from their beginning to their end, and the creations that are counted with it. */
import type { Journal } from '../../../src/sync/journal';
import { appointment, day, Desk, link, meeting, meetingId, noon, task } from './fixtures';

let desk: Desk;
let journal: Journal;
beforeEach(() => {
  desk = new Desk();
  journal = desk.open().journal;
});
afterEach(() => desk.clear());

describe('tasks', () => {
  it('are unfinished from their beginning to their end, with what they were answered', () => {
    const [first = 0, second = 0] = journal.begin([task(1), task(2)], noon);
    journal.advance(first, 1, appointment(1));
    journal.advance(second, 1, null);
    journal.advance(second, 2, meeting(2));
    journal = desk.reopen();
    expect(journal.unfinished()).toEqual([
      { taskId: first, task: task(1), step: 1, answers: [appointment(1)] },
      { taskId: second, task: task(2), step: 2, answers: [null, meeting(2)] },
    ]);
    journal.finish([first], { links: [link(1)] });
    journal = desk.reopen();
    expect(journal.unfinished().map(({ taskId }) => taskId)).toEqual([second]);
    expect(journal.linksOfMeetings([meetingId(1)]).get(meetingId(1))).toEqual(link(1));
  });

  it('never have the id of one that is over', () => {
    const [first = 0] = journal.begin([task(1)], noon);
    journal.finish([first], {});
    journal = desk.reopen();
    expect(journal.begin([task(1)], noon)[0]).toBeGreaterThan(first);
  });

  it.each([
    ['are not there', () => journal.advance(99, 1, null)],
    ['are further on', () => journal.advance(1, 2, null)],
    ['are over', () => journal.finish([1, 99], { links: [link(1)] })],
  ])('that %s are refused and nothing is written', (_name, write) => {
    journal.begin([task(1)], noon);
    expect(write).toThrow(RangeError);
    expect(journal.unfinished()).toMatchObject([{ taskId: 1, step: 0, answers: [] }]);
    expect(journal.countLinks()).toBe(0);
  });

  it('that could not be read again are refused', () => {
    const wrong = { ...task(1), steps: [{ kind: 'delete-meeting', expected: { id: '1', version: 7 } }] };
    const begin: unknown = Reflect.get(journal, 'begin');
    expect(() => typeof begin === 'function' && begin([task(2), wrong], noon)).toThrow();
    expect(journal.unfinished()).toEqual([]);
  });
});

describe('creations', () => {
  const create = (at: number) => {
    const [id = 0] = journal.begin([task(at)], desk.time);
    return id;
  };

  it('are counted by side when they were answered or linked', () => {
    const [answered, linked, failed] = [create(1), create(2), create(3)];
    journal.advance(answered, 1, appointment(1));
    journal.finish([answered, linked, failed], { links: [link(2)] });
    expect(journal.creationsSince('appointment', noon)).toBe(2);
    expect(journal.creationsSince('appointment', noon + 1)).toBe(0);
    expect(journal.creationsSince('meeting', 0)).toBe(0);
  });

  it('of meetings are known by the appointment that they were made for', () => {
    const item = appointment(1);
    const { times } = item.facts;
    const making = (madeFor: typeof item) => ({
      key: 'claim',
      title: 'Planning',
      reasons: [],
      steps: [
        { kind: 'create-meeting', draft: { claim: 'claim', topic: 'Planning', times, like: null } },
      ] as const,
      outcome: { kind: 'linked', link: { origin: 'meeting-made' }, appointment: madeFor } as const,
    });
    const ids = journal.begin([making(item), making(appointment(2))], noon);
    journal.finish(ids, { links: [link(1)] });
    expect(journal.creationsSince('meeting', noon)).toBe(1);
  });

  it('while the clock is set back count as made now, and not for years', () => {
    desk.time = noon + 400 * day;
    journal.finish([create(1)], { links: [link(1)] });
    desk.time = noon;
    journal.finish([create(2)], { links: [link(2)] });
    expect(journal.creationsSince('appointment', noon - day)).toBe(2);
    desk.time = noon + 2 * day;
    expect(journal.creationsSince('appointment', desk.time - day)).toBe(0);
  });
});
