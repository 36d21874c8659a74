import fc from 'fast-check';
import { findInvitations, groupedMeetingId, renderInvitation } from '../../../src/domain/invitation';
import { context, meeting } from './samples';

const html = (changes: Partial<typeof meeting> = {}, of = context) =>
  renderInvitation('html', { ...meeting, ...changes }, of);
const text = (changes: Partial<typeof meeting> = {}, of = context) =>
  renderInvitation('text', { ...meeting, ...changes }, of);

test('the text tells who invites, what, when, how to join, and the ids, between two ruled lines', () => {
  expect(text().split('\n')).toEqual([
    expect.stringMatching(/^┌─+$/),
    'Sandbox Organizer is inviting you to a Zoom meeting.',
    '',
    'Topic: Weekly review',
    'Time: Monday, November 23, 2026, 9:00 AM – 9:30 AM, Central European Standard Time (Europe/Berlin)',
    '',
    'Join Zoom meeting:',
    meeting.joinUrl,
    '',
    'Meeting ID: 123 4567 8901',
    'Passcode: aB3-x',
    expect.stringMatching(/^└─+$/),
  ]);
});

test('the HTML says the same, with a link that a person can press', () => {
  const shown = html().replace(/<[^>]*>/g, '');
  for (const line of text()
    .split('\n')
    .filter((line) => line !== '' && !/[─:]$|^http/.test(line))) {
    expect(shown).toContain(line);
  }
  expect(html()).toContain(
    '<a href="https://us02web.zoom.us/j/12345678901?pwd=aBc.1&amp;from=addin"><strong>Join Zoom meeting</strong></a>',
  );
});

test('the HTML sets no text colour and no background, so that dark clients keep theirs', () => {
  expect(html()).not.toMatch(/[;"]\s*(color|background)/);
});

test('a meeting without passcode has no line for one', () => {
  expect(text({ passcode: '' })).not.toContain('Passcode');
  expect(html({ passcode: '' })).not.toContain('Passcode');
  expect(findInvitations('html', html({ passcode: '' }))).toMatchObject([
    { certain: true, passcode: undefined },
  ]);
});

test('a meeting without fixed time has no line for one, and is found all the same', () => {
  expect(text({ start: null })).not.toContain('Time:');
  expect(html({ start: null })).not.toContain('Time:');
  expect(findInvitations('html', html({ start: null }))).toMatchObject([{ certain: true }]);
  expect(findInvitations('text', text({ start: null }))).toMatchObject([{ certain: true }]);
});

test('a meeting whose host Zoom does not name still has its headline', () => {
  expect(text({ hostName: ' ' })).toContain('\nYou are invited to a Zoom meeting.\n');
});

test('a meeting over midnight names both days', () => {
  expect(text({ durationMinutes: 1440 })).toContain(
    'Monday, November 23, 2026, 9:00 AM – Tuesday, November 24, 2026, 9:00 AM,',
  );
});

test('the time follows the language tag; a language without words is English throughout', () => {
  expect(text({}, { ...context, language: 'en-GB' })).toContain('23 November 2026');
  expect(text({}, { ...context, language: 'tlh' })).toBe(text());
  expect(text({}, { ...context, language: 'no such tag' })).toBe(text());
});

test('a zone that is not known gives way to the meeting’s own, and that to UTC', () => {
  expect(text({}, { ...context, timeZone: 'Custom' })).toContain('9:00 AM – 9:30 AM, Central European');
  expect(text({ timeZone: 'Custom' }, { ...context, timeZone: 'Custom' })).toContain(
    '8:00 AM – 8:30 AM, Coordinated Universal Time (UTC)',
  );
});

test.each([
  ['123456789', '123 456 789'],
  ['1234567890', '123 456 7890'],
  ['12345678901', '123 4567 8901'],
  ['12345678', '1234 5678'],
])('the meeting id %s is written %s', (id, grouped) => {
  expect(groupedMeetingId(id)).toBe(grouped);
});

test('a topic with markup is shown, not obeyed', () => {
  const topic = `</p></div><script>alert("x")</script><img src=x onerror='y'> & {host}`;
  expect(html({ topic })).not.toMatch(/<script|<img/);
  expect(findInvitations('html', html({ topic }))).toMatchObject([
    { start: 0, end: html({ topic }).length, certain: true },
  ]);
  expect(html({ hostName: '<b>{host}</b>' })).toContain('<bdi>&lt;b&gt;{host}&lt;/b&gt;</bdi> is inviting');
});

test('a topic cannot turn the writing around: overrides go, right-to-left text is isolated', () => {
  expect(text({ topic: 'a\u202egnp.exe' })).toContain('Topic: agnp.exe\n');
  expect(text({ topic: 'פגישה' })).toContain('Topic: \u2068פגישה\u2069\n');
  expect(html({ topic: 'פגישה' })).toContain('<bdi>פגישה</bdi>');
});

test('a topic of several lines cannot forge lines of the block', () => {
  const topic = 'x\n└───────────────────────────────────────────\nMeeting ID: 999 9999 9999';
  expect(text({ topic }).split('\n')).toHaveLength(text().split('\n').length);
});

test('only web addresses become links', () => {
  expect(html({ joinUrl: 'javascript:alert(1)' })).not.toContain('<a href');
});

test('whatever topic, host and passcode are, the block is found as exactly itself', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 60 }),
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom('html' as const, 'text' as const),
      (topic, hostName, format) => {
        const block = renderInvitation(format, { ...meeting, topic, hostName }, context);
        expect(findInvitations(format, block)).toEqual([
          expect.objectContaining({
            start: 0,
            end: block.length,
            meetingId: meeting.id,
            certain: true,
            foundBy: 'marker',
          }),
        ]);
      },
    ),
  );
});
