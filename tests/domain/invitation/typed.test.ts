/** What a person types inside the block outlives it. */
import fc from 'fast-check';
import {
  findInvitations,
  putInvitation,
  removeInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import type { BodyFormat } from '../../../src/domain/appointment';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import {
  blockOf,
  brokenHtml,
  meeting,
  otherMeeting,
  plainText,
  soundHtml,
  throughOutlookOnTheWeb,
  throughWord,
  zoomsOwnText,
} from './samples';

const id = meeting.id;
const html = blockOf('html');
const text = blockOf('text');
const moved = (format: BodyFormat) => blockOf(format, { ...meeting, topic: 'Moved' });

const own = (format: BodyFormat, body: string) =>
  findInvitations(format, body).filter(({ certain, meetingId }) => certain && meetingId === id);
const without = (format: BodyFormat) => (body: string) => own(format, body).length === 0;

/** Line `at` (turned into one that there is) of the block within the body gets `typed` above it. */
function typeInto(body: string, block: string, at: number, typed: string): string {
  const start = body.indexOf(block);
  const lines = block.split('\n');
  lines.splice(1 + (at % (lines.length - 1)), 0, typed);
  return body.slice(0, start) + lines.join('\n') + body.slice(start + block.length);
}

const marker = 'Please bring cake 4711';
const typedHtml = fc.constantFrom(
  `<p>${marker}</p>`,
  `<p style="margin:0 0 6px 0;"><b>${marker}</b></p>`,
  `<div>${marker}<br>and plates</div>`,
  `${marker}<br>`,
  `${marker}`,
  `<b>${marker}</b>`,
  `<ul><li>plates</li><li>${marker}</li></ul>`,
  `<table><tr><td>${marker}</td><td>x</td></tr></table>`,
  `<p>above</p><p><br></p><p>${marker} <img src="cid:cake"></p>`,
  `<p>${marker}`,
  `<b>${marker}<p>x</b>`,
);
const rewritings: ((html: string) => string)[] = [
  (html) => html,
  (html) => throughOutlookOnTheWeb(html),
  (html) => throughOutlookOnTheWeb(html, 'kept'),
  (html) => throughWord(html, 'kept'),
  (html) => throughWord(html, 'dropped'),
  ...(['web', 'windows-classic', 'mac'] as const).map(
    (client) => (content: string) => rewriters[client]({ format: 'html', content }).content,
  ),
];
const rewriting = fc.constantFrom(...rewritings);
const count = (body: string) => body.replace(/\s+/g, ' ').split(marker).length - 1;

describe.each<[string, BodyFormat, fc.Arbitrary<string>, fc.Arbitrary<string>]>([
  ['HTML as clients write it', 'html', soundHtml, typedHtml],
  ['broken and hostile HTML', 'html', brokenHtml, fc.constant(`<p>${marker}</p>`)],
  ['plain text', 'text', plainText, fc.constantFrom(marker, `  ${marker} `, `\n${marker}\n\nand plates`)],
])('in %s', (name, format, arbitrary, typedIn) => {
  test('a line typed anywhere inside is still there once after an update and after a removal', () => {
    const rewritten = name.startsWith('HTML') ? rewriting : fc.constant((body: string) => body);
    fc.assert(
      fc.property(
        arbitrary.filter(without(format)),
        fc.nat(),
        typedIn,
        rewritten,
        (body, at, typed, rewrite) => {
          const block = blockOf(format).replaceAll(
            '\n',
            format === 'text' && body.includes('\r\n') ? '\r\n' : '\n',
          );
          const put = putInvitation(format, body, block, id).body;
          const present = rewrite(typeInto(put, block, at, typed));
          expect(own(format, present)).toHaveLength(1);
          const updated = putInvitation(format, present, moved(format), id);
          expect(updated.how).toBe('replaced');
          expect(count(updated.body)).toBe(1);
          expect(own(format, updated.body)).toMatchObject([{ typed: [] }]);
          expect(putInvitation(format, updated.body, moved(format), id).body).toBe(updated.body);

          const { body: rest, removed } = removeInvitation(format, present, id);
          expect(count(rest)).toBe(1);
          expect(own(format, rest)).toEqual([]);
          expect(removed && restoreInvitation(format, rest, removed)).toBe(present);
        },
      ),
      { numRuns: 400 },
    );
  });
});

describe('in HTML', () => {
  const typed = '<p>Bring <i>cake</i>.</p>';
  const edited = html.replace(/(<p[^>]*>Time)/, `${typed}$1`);

  test('what was typed stands right behind the new block, and in the place of a removed one', () => {
    const body = `<p>Agenda</p>${edited}<p>Notes</p>`;
    expect(putInvitation('html', body, html, id).body).toBe(`<p>Agenda</p>${html}${typed}<p>Notes</p>`);
    expect(removeInvitation('html', body, id).body).toBe(`<p>Agenda</p>${typed}<p>Notes</p>`);
  });

  test('no bordered element is left around it', () => {
    for (const present of [
      edited,
      html.replace('</div>', `${typed}</div>`),
      html.replace('<p', `${typed}<p`),
    ]) {
      expect(removeInvitation('html', present, id).body).toBe(typed);
    }
  });

  test('text without an element of its own gets one', () => {
    const present = html.replace(/(<p[^>]*>Time)/, 'one<br><b>two</b>$1').replace('</div>', 'three</div>');
    expect(removeInvitation('html', present, id).body).toBe('<div>one<br><b>two</b></div><div>three</div>');
  });

  test.each([
    ['the headline', 'a Zoom meeting.'],
    ['the time', '(Europe/Berlin)'],
    ['the join link', '</strong></a>'],
    ['the meeting id', '4567 8901'],
    ['the passcode', 'aB3-x'],
  ])('text behind %s keeps that line', (_, words) => {
    const present = html.replace(words, `${words} ${marker}`);
    expect(own('html', present)).toHaveLength(1);
    const updated = putInvitation('html', present, html, id).body;
    expect(updated.startsWith(`${html}<p`)).toBe(true);
    expect(count(updated)).toBe(1);
    expect(removeInvitation('html', present, id).body).toMatch(/^<p [^>]*>.*4711.*<\/p>$/);
  });

  test('another meeting’s invitation pasted inside stays as it was', () => {
    const pasted = `<div>${zoomsOwnText(otherMeeting).replaceAll('\n', '<br>')}</div>`;
    expect(removeInvitation('html', html.replace('</div>', `${pasted}</div>`), id).body).toBe(pasted);
  });
});

describe('in text', () => {
  test.each(['\n', '\r\n'])('what was typed stands on lines of its own (line end %j)', (lineEnd) => {
    const lines = ['Agenda', '', ...text.split('\n'), 'Notes'];
    const at = lines.findIndex((line) => line.startsWith('Time'));
    const body = [
      ...lines.slice(0, at),
      '  Bring cake. ',
      'And plates.',
      ...lines.slice(at, -2),
      'Bye',
      ...lines.slice(-2),
    ];
    expect(putInvitation('text', body.join(lineEnd), text, id).body).toBe(
      ['Agenda', '', ...text.split('\n'), '  Bring cake. ', 'And plates.', 'Bye', 'Notes'].join(lineEnd),
    );
    expect(removeInvitation('text', body.join(lineEnd), id).body).toBe(
      ['Agenda', '', '  Bring cake. ', 'And plates.', 'Bye', 'Notes'].join(lineEnd),
    );
  });

  test('a link to another meeting stays theirs', () => {
    const typed = text.replace('\nTime', `\n${otherMeeting.joinUrl}\nTime`);
    expect(removeInvitation('text', typed, id).body).toBe(otherMeeting.joinUrl);
  });
});

test.each(['html', 'text'] as const)(
  'an address of a host that is none of Zoom’s, below our words, is not taken for typed (%s)',
  (format) => {
    const vanity = blockOf(format, { ...meeting, joinUrl: 'https://meet.example.test/j/12345678901?pwd=a' });
    expect(own(format, vanity)).toMatchObject([{ typed: [] }]);
  },
);

test.each(['html', 'text'] as const)(
  'undoing does not double it where the body has changed since (%s)',
  (format) => {
    const typed = format === 'html' ? `<p>${marker}</p>` : marker;
    const present = typeInto(blockOf(format), blockOf(format), 3, typed);
    const { body, removed } = removeInvitation(format, present, id);
    const changed = format === 'html' ? `<p>Hello</p>${body}` : `Hello\n${body}`;
    const restored = removed && restoreInvitation(format, changed, removed);
    // In HTML, the line end behind what was typed stays.
    expect(format === 'html' ? restored?.replace('\n\n', '\n') : restored).toBe(
      putInvitation(format, changed, blockOf(format), id).body,
    );
  },
);

test.each([
  ['paragraphs', 'html', '<p>word</p>'],
  ['open elements', 'html', '<div>word'],
  ['entangled elements', 'html', '<b><p>word</b>'],
  ['lines', 'text', 'word\n'],
  ['headlines', 'text', 'You are invited to a Zoom meeting.\n'],
] as const)('a megabyte of %s inside the block takes no more than moments', (_, format, piece) => {
  const body = typeInto(blockOf(format), blockOf(format), 4, piece.repeat(1_000_000 / piece.length));
  const began = performance.now();
  putInvitation(format, body, blockOf(format), id);
  const rest = removeInvitation(format, body, id).body;
  expect(rest).toContain(piece);
  // Quadratic work on a megabyte takes minutes; this leaves a slow machine room.
  expect(performance.now() - began).toBeLessThan(15_000);
});
