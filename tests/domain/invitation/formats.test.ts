/** A person switches the body between formatted and plain text while a meeting is on it. */
import fc from 'fast-check';
import { findInvitations, putInvitation, removeInvitation } from '../../../src/domain/invitation';
import { htmlToText, textToHtml } from '../../../src/sandbox/outlook/host/html';
import { blockOf, meeting, otherMeeting, plainText, soundHtml, zoomsOwnText } from './samples';

const id = meeting.id;
const html = blockOf('html');
const text = blockOf('text');
const frameless = htmlToText(html);

const own = (format: 'html' | 'text', body: string, of = id) =>
  findInvitations(format, body).filter(({ certain, meetingId }) => certain && meetingId === of);
const without = (format: 'html' | 'text') => (body: string) => own(format, body).length === 0;
/** Lines that show something; a conversion drops the blanks at the very end of a text. */
const linesOf = (body: string) =>
  body
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .filter(Boolean);

describe('from formatted to plain text', () => {
  test('the invitation keeps its join link, and is known without its marks', () => {
    expect(frameless).toContain(`\nJoin Zoom meeting <${meeting.joinUrl}>\n`);
    expect(findInvitations('text', `Agenda\n\n${frameless}\n\nNotes`)).toEqual([
      expect.objectContaining({
        start: 8,
        end: 8 + frameless.length,
        meetingId: id,
        joinUrl: meeting.joinUrl,
        passcode: meeting.passcode,
        certain: true,
      }),
    ]);
  });

  test('an update leaves one invitation, a removal none, and either every other line', () => {
    fc.assert(
      fc.property(soundHtml.filter(without('html')), fc.constantFrom('\n', '\r\n'), (body, lineEnd) => {
        const convert = (content: string) => htmlToText(content).replaceAll('\n', lineEnd);
        const converted = convert(putInvitation('html', body, html, id).body);
        const updated = putInvitation('text', converted, text, id);
        expect(updated.how).toBe('replaced');
        expect(own('text', updated.body)).toHaveLength(1);
        expect(updated.body.split(meeting.joinUrl)).toHaveLength(2);
        for (const present of [updated.body, converted]) {
          const removed = removeInvitation('text', present, id).body;
          expect(linesOf(removed)).toEqual(linesOf(convert(body)));
          expect(own('text', removed, otherMeeting.id)).toHaveLength(
            own('text', convert(body), otherMeeting.id).length,
          );
        }
      }),
      { numRuns: 200 },
    );
  });

  test.each([
    ['whose link lost its address', frameless.replace(/ <https[^>]*>/, '')],
    ['whose link stands right behind its words', frameless.replace(' <https', '<https')],
    ['without its line for the meeting id', frameless.replace(/\nMeeting ID.*/, '')],
  ])('an invitation %s is known as well', (_, block) => {
    const body = `Agenda\n${block}\nNotes`;
    expect(putInvitation('text', body, text, id)).toEqual({
      body: `Agenda\n${text}\nNotes`,
      how: 'replaced',
    });
    expect(removeInvitation('text', body, id).body).toBe('Agenda\n\nNotes');
  });

  test.each([
    ['Zoom’s own text', zoomsOwnText(meeting)],
    ['a headline with a link', `You are invited to a Zoom meeting.\n${meeting.joinUrl}`],
    ['lines without a headline', frameless.split('\n').slice(1).join('\n')],
    ['a quoted invitation', frameless.replace(/^/gm, '> ')],
    ['lines of two meetings', frameless.replace('123 4567 8901', '987 6543 2109')],
  ])('%s is not taken for an invitation of ours', (_, body) => {
    expect(removeInvitation('text', body, id)).toEqual({ body, removed: undefined });
  });
});

describe('from plain to formatted text', () => {
  test('an update leaves one invitation, a removal none, and neither leaves ruled lines', () => {
    fc.assert(
      fc.property(plainText.filter(without('text')), (body) => {
        fc.pre(own('html', textToHtml(body)).length === 0);
        const converted = textToHtml(putInvitation('text', body, text, id).body);
        expect(own('html', converted)).toHaveLength(1);
        const updated = putInvitation('html', converted, html, id);
        expect(updated.how).toBe('replaced');
        expect(own('html', updated.body)).toHaveLength(1);
        for (const present of [updated.body, converted]) {
          const removed = removeInvitation('html', present, id).body;
          expect(linesOf(htmlToText(removed))).toEqual(linesOf(htmlToText(textToHtml(body))));
        }
      }),
      { numRuns: 200 },
    );
  });
});
