/** What `docs/sync.md` says in its tables is what the plan does. */
import { ruleCodes } from '../../../src/sync/actions';
import type { Plan } from '../../../src/sync/actions';
import type { AppointmentItem, Link, MeetingFacts, MeetingItem } from '../../../src/sync/model';
import { codesIn, ruleBook, tableOf } from './ruleBook';
import {
  appointment,
  DAY,
  detailsOf,
  HOUR,
  ID,
  kindsOf,
  linkOf,
  meeting,
  moved,
  planOne,
  planPair,
  rulesOf,
  series,
  single,
} from './support';

test('every rule is in the book, and the book has no other', () => {
  const said = [...ruleBook.matchAll(/`([a-z]+(?:-[a-z]+)+)`/g)].map(([, code]) => code);
  const steps = ['create-meeting', 'give-meeting'];
  expect([...new Set(said)].filter((code) => !steps.includes(code ?? '')).sort()).toEqual(
    [...ruleCodes].sort(),
  );
});

/** What a row of the state table begins with. */
interface Start {
  readonly meeting: MeetingItem;
  readonly link: Partial<Link>;
  readonly copies: readonly AppointmentItem[];
  /** What the meeting is changed to. */
  readonly topic: string;
}

const usual: Start = { meeting: meeting(), link: {}, copies: [], topic: 'Renamed in Zoom' };
const ours = meeting({}, { madeHere: true });
const copy = (id: string): AppointmentItem => appointment({}, { id, madeFor: 'another' });

const when: Readonly<Record<string, Start>> = {
  '': usual,
  'somebody else hosts it': { ...usual, meeting: meeting({}, { hostedByMe: false }) },
  'scheduled here': { ...usual, meeting: ours },
  'scheduled here, and over': {
    ...usual,
    meeting: meeting({ times: single(-2 * HOUR) }, { madeHere: true }),
  },
  'made in Zoom': usual,
  'one copy is left': { ...usual, meeting: ours, copies: [copy('copy-1')] },
  'two copies are left': { ...usual, meeting: ours, copies: [copy('copy-1'), copy('copy-2')] },
  'to the same': { ...usual, topic: 'Renamed in the calendar' },
  'a webinar': { ...usual, meeting: meeting({}, { kind: 'webinar', madeHere: true }) },
  'we made the appointment': { ...usual, link: { origin: 'appointment-made' } },
  'the appointment was first': { ...usual, meeting: ours, link: { origin: 'meeting-made' } },
  'without fixed time': {
    ...usual,
    meeting: meeting({ times: { kind: 'no-fixed-time' } }),
    link: { origin: 'appointment-made' },
  },
};

function planRow(meetingState: string, appointmentState: string, condition: string): Plan {
  const start = when[condition];
  if (!start) throw new Error(`Nobody knows what "${condition}" means`);
  const isExpired = meetingState === 'expired';
  const its = isExpired ? meeting({ times: single(-2 * DAY) }) : start.meeting;
  const item = appointment({ times: its.facts.times.kind === 'single' ? its.facts.times : series() });
  const link = linkOf(its, item, start.link);
  const facts: MeetingFacts = { ...its.facts, topic: start.topic };
  const meetings = { unread: 'unread', changed: { ...its, facts }, gone: 'gone', expired: 'gone' } as const;
  const state = new Map(Object.entries(meetings)).get(meetingState);
  if (state === undefined) throw new Error(`Nobody knows what meeting is "${meetingState}"`);
  const changed = { ...item, version: 'v2', facts: { ...item.facts, subject: 'Renamed in the calendar' } };
  const linked = ({ unread: 'unread', changed: 'seen', gone: 'gone' } as const)[
    appointmentState === 'unread' ? 'unread' : appointmentState === 'changed' ? 'changed' : 'gone'
  ];
  return planOne({
    link,
    meeting: state,
    linked,
    appointments: [...(linked === 'seen' ? [changed] : []), ...start.copies],
    copies: start.copies.map(({ id }) => ({ appointmentId: id, meetingId: ID })),
  });
}

describe('the state table', () => {
  const rows = tableOf('Meeting', 'Appointment', 'When', 'Rules', 'Done');

  test('has every state of a meeting with every state of an appointment', () => {
    const states = ['unread', 'changed', 'gone', 'expired'].flatMap((one) =>
      ['unread', 'changed', 'gone'].map((other) => `${one} ${other}`),
    );
    expect([...new Set(rows.map(([one, other]) => `${one} ${other}`))].sort()).toEqual(states.sort());
  });

  test.each(rows)('meeting %s, appointment %s, %s: %s, %s', (one, other, condition, rules, done) => {
    const made = planRow(one ?? '', other ?? '', condition ?? '');
    expect(rulesOf(made)).toEqual(codesIn(rules ?? ''));
    expect(kindsOf(made)).toEqual(done === 'nothing' ? [] : [done]);
  });
});

describe('the table of fields', () => {
  const inSeries = { meeting: meeting({ times: series() }), appointment: appointment({ times: series() }) };
  const alone = { meeting: meeting(), appointment: appointment() };
  const changes = {
    topic: { pair: alone, calendar: { subject: 'One' }, zoom: { topic: 'Another' } },
    times: { pair: alone, calendar: { times: single(2 * DAY) }, zoom: { times: single(3 * DAY) } },
    'one occurrence': {
      pair: inSeries,
      calendar: { times: series({}, [moved(1, 1)]) },
      zoom: { times: series({}, [moved(1, 2)]) },
    },
    joining: {
      pair: alone,
      calendar: { shown: { ...detailsOf(ID), passcode: 'typed over' } },
      zoom: { details: detailsOf(ID, 2) },
    },
  } as const;

  const rows = tableOf('Field', 'Only the calendar', 'Only Zoom', 'Both');

  test('has every field that can change on both sides', () => {
    expect(rows.map(([field]) => field)).toEqual(Object.keys(changes));
  });

  test.each(rows)('%s: %s, %s, %s', (field, inCalendar, inZoom, inBoth) => {
    const change = new Map(Object.entries(changes)).get(field ?? '');
    if (!change) throw new Error(`Nobody knows how "${field}" changes`);
    const { pair, calendar, zoom } = change;
    expect(rulesOf(planPair(pair, { appointment: calendar }))).toEqual(codesIn(inCalendar ?? ''));
    expect(rulesOf(planPair(pair, { meeting: zoom }))).toEqual(codesIn(inZoom ?? ''));
    expect(rulesOf(planPair(pair, { appointment: calendar, meeting: zoom }))).toEqual(codesIn(inBoth ?? ''));
  });
});
