/** What a person typed inside the block, when the body's format is switched or a client takes the marks away. */
import fc from 'fast-check';
import {
  findInvitations,
  invitationLanguages,
  putInvitation,
  removeInvitation,
  renderInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import { blockOf, context, meeting, otherMeeting, zoomsOwnText } from './samples';

const { id } = meeting;
const marker = 'Please bring cake 4711';
const toText = (content: string) => rewriters['to-plain-text']({ format: 'html', content }).content;
const toHtml = (content: string) => rewriters['to-formatted']({ format: 'text', content }).content;
const certain = (format: 'html' | 'text', body: string) =>
  findInvitations(format, body).filter((found) => found.certain);

const typedLine = fc.constantFrom(
  `<p>${marker}</p>`,
  `<ul><li>plates</li><li>${marker}</li></ul>`,
  `<p>see ${otherMeeting.joinUrl}</p><p>${marker}</p>`,
  `<p>${marker}</p><p>${'long '.repeat(40)}</p>`,
);

test('typed formatted and switched to plain text: one invitation, and the line outlives it', () => {
  fc.assert(
    fc.property(fc.constantFrom(...invitationLanguages), fc.nat(4), typedLine, (language, at, typed) => {
      const block = renderInvitation('html', meeting, { ...context, language });
      const lines = block.split('\n');
      lines.splice(2 + at, 0, typed);
      const present = toText(`<p>Agenda</p>${lines.join('\n')}<p>Notes</p>`);
      expect(certain('text', present)).toMatchObject([
        { meetingId: id, joinUrl: meeting.joinUrl, passcode: meeting.passcode },
      ]);

      const updated = putInvitation('text', present, blockOf('text'), id);
      expect(updated.how).toBe('replaced');
      expect(updated.body.split(marker)).toHaveLength(2);
      expect(updated.body.split(meeting.joinUrl)).toHaveLength(2);
      expect(certain('text', updated.body)).toMatchObject([{ typed: [] }]);

      const { body: rest, removed } = removeInvitation('text', present, id);
      expect(rest.split(marker)).toHaveLength(2);
      expect(rest).not.toContain(meeting.joinUrl);
      expect(rest).toMatch(/^Agenda\r\n[\s\S]*\r\nNotes$/);
      expect(removed && restoreInvitation('text', rest, removed)).toBe(present);
    }),
  );
});

test('typed as text and switched to formatted: no ruled line is left, and the line outlives the block', () => {
  const text = blockOf('text').replace('\nMeeting ID', `\n${marker}\nMeeting ID`);
  const present = toHtml(`Agenda\n\n${text}\nNotes`);
  const updated = putInvitation('html', present, blockOf('html'), id);
  expect(updated.how).toBe('replaced');
  expect(updated.body.split(marker)).toHaveLength(2);
  expect(certain('html', updated.body)).toHaveLength(1);
  const rest = removeInvitation('html', present, id).body;
  expect(rest).toContain(marker);
  expect(rest).not.toMatch(/[┌└─]/);
});

test('a client that drops every mark does not lose what was typed between our lines', () => {
  const marked = blockOf('html').replace(/(<p[^>]*>Time)/, `<p>${marker}</p>$1`);
  const present = `<p>Agenda</p>${marked.replace(/\s(?:id|class|name)="[^"]*"/g, '')}`;
  expect(certain('html', present)).toMatchObject([{ foundBy: 'join-url', meetingId: id }]);
  expect(removeInvitation('html', present, id).body.replace(/<[^>]*>/g, ' ')).toMatch(
    /^ *Agenda +Please bring cake 4711 *$/,
  );
});

describe('words of ours that are no invitation of ours', () => {
  const headline = 'Sandbox Organizer is inviting you to a Zoom meeting.';
  test.each([
    ['our headline above Zoom’s own text', `${headline}\nsee here:\n${zoomsOwnText(meeting)}`],
    [
      'two meetings under one headline',
      blockOf('text').split('\n').slice(1, -1).join('\nand\n').replace('123 4567 8901', '987 6543 2109'),
    ],
    [
      'labels of several languages',
      `${headline}\nx\nThema: a\nx\nJoin Zoom meeting:\nx\nID de réunion: 123 4567 8901`,
    ],
  ])('%s', (_, body) => {
    expect(removeInvitation('text', body, id)).toEqual({ body, removed: undefined });
  });

  test('another service’s passcode below ours stays', () => {
    const ours = toText(blockOf('html', { ...meeting, passcode: '' }));
    const theirs = 'Microsoft Teams\r\nMeeting ID: 231 456 789 012\r\nPasscode: tY7wq2';
    expect(removeInvitation('text', `${ours}\r\n${theirs}`, id).body.trim()).toBe(theirs);
  });

  test('a headline that somebody wrote far above takes nothing of what follows it', () => {
    const letter = 'line\n'.repeat(50);
    const body = `${headline}\n${letter}${toText(blockOf('html'))}\nNotes`;
    expect(removeInvitation('text', body, id).body).toBe(`${headline}\n${letter}\nNotes`);
  });
});

describe('a line that a client broke', () => {
  const long = {
    ...meeting,
    topic: `${'All about the roof '.repeat(10)}end`.slice(0, 200),
    hostName: 'Sandbox Organizer of the Committee for Renovation and Repair',
  };
  const own = { id, topics: [long.topic] };

  test('is read as one, where it is the topic’s, the time’s or the headline', () => {
    const present = toText(`<p>Agenda</p>${blockOf('html', long)}<p>Notes</p>`);
    expect(present.split('\r\n').length).toBeGreaterThan(10);
    expect(removeInvitation('text', present, own).body).toBe('Agenda\r\n\r\nNotes');
    expect(putInvitation('text', present, blockOf('text'), own).body).not.toContain('roof');
  });

  test('of a topic that nobody knows stays, rather than what a person wrote goes', () => {
    const present = toText(blockOf('html', long));
    expect(removeInvitation('text', present, id).body).toContain('roof');
  });

  test('does not take the person’s line above it along', () => {
    const above = `${'word '.repeat(14)}word`;
    const present = `${above}\r\n${toText(blockOf('html', long))}`;
    expect(removeInvitation('text', present, own).body.trimEnd()).toBe(above);
  });
});

describe('undo after the body’s format was switched', () => {
  const put = putInvitation('html', '<p>Agenda</p>', blockOf('html'), id).body;
  const { body, removed } = removeInvitation('html', put, id);

  test('the removal remembers its format and its meeting, also as JSON', () => {
    expect(JSON.parse(JSON.stringify(removed))).toMatchObject({ format: 'html', meetingId: id });
  });

  test('puts an invitation rendered anew, once', () => {
    const text = toText(body);
    const again = removed && restoreInvitation('text', text, removed, blockOf('text'));
    expect(again).toBe(putInvitation('text', text, blockOf('text'), id).body);
    expect(removed && restoreInvitation('text', again ?? '', removed, blockOf('text'))).toBe(again);
  });

  test('puts no markup into text where there is none', () => {
    expect(removed && restoreInvitation('text', 'Agenda', removed)).toBe('Agenda');
  });
});
