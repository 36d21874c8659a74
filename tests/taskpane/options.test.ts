/** The form's options as data: which are offered, what they show, who locked them, which people are suggested. */
import { MeetingOptions } from '../../src/domain/meetingOptions';
import { headings, lines, optionsUnder } from '../../src/taskpane/options/list';
import { suggestionsFor, withAddress } from '../../src/taskpane/options/people';
import { hintOf, isOffered, lockOf, valuesOf } from '../../src/taskpane/options/values';
import { englishWords } from '../../src/ui/words';
import { lasting, me } from './support/world';

const grouped = (id: string) => id;
const values = (chosen: MeetingOptions = {}, who = me) =>
  valuesOf(lasting, undefined, chosen, who, { scheduleFor: [], templates: [] }, grouped);

test('every option of the schema has its line, under one heading', () => {
  const shown = headings.flatMap((heading) => optionsUnder(heading, true));
  expect([...shown].sort()).toEqual(Object.keys(MeetingOptions.shape).sort());
});

test('every option has its words', () => {
  const { t } = englishWords();
  for (const name of headings.flatMap((heading) => optionsUnder(heading, true))) {
    expect(t(`options.${name}.label`)).not.toContain('label');
  }
});

test('what Zoom takes only when a meeting is made is not offered afterwards', () => {
  const later = headings.flatMap((heading) => optionsUnder(heading, false));
  expect(later).not.toContain('template');
  expect(later).not.toContain('scheduleFor');
  expect(lines.waitingRoom.onlyNew).toBeUndefined();
});

test('a choice of the form goes before what holds without it', () => {
  expect(values().options.hostVideo).toBe(true);
  expect(values({ hostVideo: false }).options.hostVideo).toBe(false);
});

test('lists with nothing in them, and a personal id that nobody has, are not offered', () => {
  expect(isOffered('scheduleFor', values())).toBe(false);
  expect(isOffered('template', values())).toBe(false);
  expect(isOffered('personalId', values())).toBe(false);
  expect(isOffered('personalId', values({}, { ...me, personalMeetingId: '1234567890' }))).toBe(true);
});

test('a lock tells who set it', () => {
  const locked = values({}, { ...me, locks: { waitingRoom: 'policy', audio: 'zoom' } });
  expect([lockOf('waitingRoom', locked), lockOf('audio', locked), lockOf('template', locked)]).toEqual([
    'policy',
    'zoom',
    undefined,
  ]);
});

describe('the passcode', () => {
  const free = { ...me, defaults: { ...me.defaults, passcodeRequired: false } };
  const present = (passcode: string, chosen: MeetingOptions = {}) =>
    valuesOf(lasting, passcode, chosen, me, undefined, grouped);

  test('that is left empty is what Zoom makes of it, or stays what it is', () => {
    expect(values()).toMatchObject({ passcode: '', passcodeLeft: 'made' });
    expect(values({}, free)).toMatchObject({ passcode: '', passcodeLeft: 'unmade' });
    expect(present('abc')).toMatchObject({ passcode: 'abc', passcodeLeft: 'kept' });
    expect(present('abc', { passcode: 'mine' }).passcode).toBe('mine');
  });
  test('can be none, unless it is locked or would be none anyway', () => {
    expect(values().mayLackPasscode).toBe(true);
    expect(values({}, free).mayLackPasscode).toBe(false);
    expect(values({}, { ...me, locks: { passcode: 'policy' } }).mayLackPasscode).toBe(false);
    expect(values({ passcode: '' })).toMatchObject({
      passcode: '',
      passcodeLeft: 'none',
      mayLackPasscode: true,
    });
  });
  test('can be taken from a meeting that has one', () => {
    expect(present('abc').mayLackPasscode).toBe(true);
    expect(present('').mayLackPasscode).toBe(false);
    expect(present('abc', { passcode: '' })).toMatchObject({ passcode: '', passcodeLeft: 'none' });
  });
});

test('joining before the host is explained while the waiting room is on', () => {
  expect(hintOf('joinBeforeHost', values())).toBeUndefined();
  expect(hintOf('joinBeforeHost', values({ waitingRoom: true }))).toBe('joinBeforeHost.waiting');
});

describe('people for alternative hosts', () => {
  const people = [
    { name: 'Sandbox Attendee', address: 'attendee@example.test' },
    { name: 'Sandbox Assistant', address: 'assistant@example.test' },
    { name: 'Unresolved', address: '' },
    { name: 'Sandbox Attendee', address: 'Attendee@example.test' },
  ];
  test('are found by the beginning of any word of their name or address', () => {
    expect(suggestionsFor('assi', people, []).map(({ address }) => address)).toEqual([
      'assistant@example.test',
    ]);
    expect(suggestionsFor('sand', people, [])).toHaveLength(2);
  });
  test('are not suggested again once chosen, whatever the case of the letters', () => {
    expect(suggestionsFor('', people, ['ATTENDEE@example.test']).map(({ name }) => name)).toEqual([
      'Sandbox Assistant',
    ]);
  });
  test('are not chosen twice', () => {
    expect(withAddress(['a@example.test'], 'A@example.test')).toEqual(['a@example.test']);
    expect(withAddress(['a@example.test'], 'b@example.test')).toHaveLength(2);
  });
});
