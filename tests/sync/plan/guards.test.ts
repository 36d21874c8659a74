/** What a plan asks before it is carried out. */
import { plan } from '../../../src/sync/plan';
import { defaultPlanSettings } from '../../../src/sync/situation';
import type { Sighting, Situation } from '../../../src/sync/situation';
import { appointment, linkOf, meeting, sighting, situation } from './support';

const ids = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => String(82_000_000_000 + at));
const linked = (id: string, change: Partial<Sighting>): Sighting => {
  const its = meeting({}, { id, madeHere: true });
  return sighting({
    meetingId: id,
    link: linkOf(its, appointment({}, { id: `a-${id}`, meetingId: id })),
    ...change,
  });
};
const ask = (sightings: readonly Sighting[], change: Partial<Omit<Situation, 'sightings'>>) =>
  plan(situation(sightings, change)).questions;

describe('a side that is suddenly empty', () => {
  test('is asked about when several links would suffer', () => {
    const meetings = ids(3).map((id) => linked(id, { meeting: 'gone' }));
    expect(ask(meetings, { listed: { meeting: 0 } })).toEqual([
      { kind: 'side-empty', side: 'meeting', known: 3 },
    ]);
    const appointments = ids(2).map((id) => linked(id, { linked: 'gone' }));
    expect(ask(appointments, { listed: { appointment: 0 } })).toEqual([
      { kind: 'side-empty', side: 'appointment', known: 2 },
    ]);
  });

  test('is asked about as well when it told changes alone, and all that is linked is gone', () => {
    const meetings = ids(3).map((id) => linked(id, { meeting: 'gone' }));
    expect(ask(meetings, { listed: {}, linked: 3 })).toEqual([
      { kind: 'side-empty', side: 'meeting', known: 3 },
    ]);
    expect(ask(meetings, { listed: {}, linked: 4 })).toEqual([]);
  });

  test('is one question: that much is deleted for it is not asked as well', () => {
    const many = ids(12).map((id) => linked(id, { meeting: 'gone' }));
    expect(ask(many, { listed: { meeting: 0 }, linked: 12 })).toHaveLength(1);
  });

  test('is not when it has something left, or only one is gone', () => {
    const meetings = ids(3).map((id) => linked(id, { meeting: 'gone' }));
    expect(ask(meetings, { listed: { meeting: 1, appointment: 0 } })).toEqual([]);
    expect(ask(meetings.slice(0, 1), { listed: { meeting: 0 } })).toEqual([]);
  });
});

describe('many deletions', () => {
  const settings = { ...defaultPlanSettings, deletionsFrom: 3, deletionShare: 0.5 };
  const gone = (count: number, change: Partial<Sighting>) => ids(count).map((id) => linked(id, change));

  test('on one side, more than the share and as many as are worth a question, are asked about', () => {
    expect(ask(gone(3, { linked: 'gone' }), { settings, linked: 5 })).toEqual([
      { kind: 'many-deletions', side: 'meeting', deletions: 3, known: 5, share: 0.5 },
    ]);
  });

  test('taking the meeting off an appointment counts', () => {
    expect(ask(gone(4, { meeting: 'gone' }), { settings, linked: 5 })).toEqual([
      { kind: 'many-deletions', side: 'appointment', deletions: 4, known: 5, share: 0.5 },
    ]);
  });

  test('fewer, or a smaller share, are not', () => {
    expect(ask(gone(2, { linked: 'gone' }), { settings, linked: 3 })).toEqual([]);
    expect(ask(gone(3, { linked: 'gone' }), { settings, linked: 6 })).toEqual([]);
  });

  test('what is not deleted does not count', () => {
    const spared = ids(4).map((id) => linked(id, { linked: 'gone', meeting: meeting({}, { id }) }));
    expect(ask(spared, { settings, linked: 4 })).toEqual([]);
  });
});
