import {
  findInvitations,
  putInvitation,
  removeInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import { blockOf, meeting, otherMeeting, spaceLine, zoomsOwnText } from './samples';

const html = blockOf('html');
const text = blockOf('text');
const id = meeting.id;

describe('invitations of others', () => {
  test('Zoom’s own text is read as a link with its passcode, and never taken for ours', () => {
    const body = `Hello,\n${zoomsOwnText(meeting)}\n`;
    const [found] = findInvitations('text', body);
    expect(found).toMatchObject({
      meetingId: id,
      joinUrl: meeting.joinUrl,
      passcode: '123456',
      foundBy: 'join-url',
      certain: false,
    });
    expect(body.slice(found?.start, found?.end)).toBe(meeting.joinUrl);
    expect(removeInvitation('text', body, id)).toEqual({ body, removed: undefined });
    expect(putInvitation('text', body, text, id)).toEqual({ body: `${body}\n\n${text}`, how: 'inserted' });
  });

  test('a passcode belongs to the last link before it', () => {
    const [first, second] = findInvitations(
      'text',
      `${meeting.joinUrl}\n${otherMeeting.joinUrl}\nPasscode: theirs1\n`,
    );
    expect(first).toMatchObject({ meetingId: id, passcode: undefined });
    expect(second).toMatchObject({ meetingId: otherMeeting.id, passcode: 'theirs1' });
  });

  test('a link in HTML has the place of its element, and is looked up behind Safe Links', () => {
    const link = `<a href="https://eur01.safelinks.protection.outlook.com/?url=${encodeURIComponent(meeting.joinUrl)}&amp;data=x">Join</a>`;
    const [found] = findInvitations('html', `<p>Hello ${link} and ${link}</p>`);
    expect(found).toMatchObject({ start: 9, end: 9 + link.length, joinUrl: meeting.joinUrl, certain: false });
    expect(findInvitations('html', `<p>Hello ${link} and ${link}</p>`)).toHaveLength(1);
  });

  test('a link that is only written out is found too', () => {
    expect(findInvitations('html', `<p>Join at ${meeting.joinUrl.replace('&', '&amp;')}.</p>`)).toMatchObject(
      [{ joinUrl: meeting.joinUrl }],
    );
  });
});

describe('several invitations in one body', () => {
  test.each(['html', 'text'] as const)('each is found, and one can go without the other (%s)', (format) => {
    const first = putInvitation(format, 'Agenda', blockOf(format), id).body;
    const both = putInvitation(format, first, blockOf(format, otherMeeting), otherMeeting.id).body;
    expect(findInvitations(format, both).map((found) => [found.meetingId, found.certain])).toEqual([
      [id, true],
      [otherMeeting.id, true],
    ]);
    expect(removeInvitation(format, both, otherMeeting.id).body).toBe(first);
    expect(removeInvitation(format, removeInvitation(format, both, id).body, otherMeeting.id).body).toBe(
      'Agenda',
    );
  });

  test('of two copies of one meeting the first outside a quotation is the one', () => {
    const quote = `<blockquote>${html}</blockquote>`;
    expect(removeInvitation('html', `${quote}<p>and</p>${html}`, id).body).toBe(`${quote}<p>and</p>`);
    expect(findInvitations('html', quote)).toMatchObject([{ quoted: true, certain: true }]);
  });

  test('in text, a quoted copy is not ours', () => {
    const quote = text.replace(/^/gm, '> ');
    expect(findInvitations('text', quote)).toMatchObject([
      { certain: false, quoted: true, foundBy: 'join-url' },
    ]);
  });
});

describe('what a person typed into the block', () => {
  test('below the last line stays theirs, also through an update', () => {
    const typed = html.replace('</div>', '<p>Please bring <i>cake</i>.</p><img src="cid:1"></div>');
    const updated = putInvitation('html', typed, html, id).body;
    expect(updated).toContain('<p>Please bring <i>cake</i>.</p><img src="cid:1">');
    expect(putInvitation('html', updated, html, id).body).toBe(updated);
    const removed = removeInvitation('html', typed, id).body;
    expect(removed).toContain('<p>Please bring <i>cake</i>.</p><img src="cid:1">');
    expect(removed).not.toContain('Meeting ID');
  });

  test('above the first line stays theirs', () => {
    const typed = html.replace('<p', '<p>Hello all</p><p');
    expect(removeInvitation('html', typed, id).body).toContain('<p>Hello all</p>');
  });

  test('behind the passcode keeps that line', () => {
    const typed = html.replace('aB3-x', 'aB3-x is for all of us');
    expect(removeInvitation('html', typed, id).body).toContain('is for all of us');
  });

  test('in text, before the closing rule stays theirs', () => {
    const typed = text.replace('\n└', '\nPlease bring cake.\n└');
    const removed = removeInvitation('text', typed, id).body;
    expect(removed).toContain('Please bring cake.');
    expect(removed).not.toContain('Meeting ID');
  });

  test('in place of a line of ours does not hide the block, and outlives it', () => {
    const edited = html.replace(/<p[^>]*><a href[\s\S]*?<\/p>/, '<p>(link follows)</p>');
    expect(findInvitations('html', edited)).toMatchObject([
      { joinUrl: undefined, certain: true, start: 0, end: edited.length },
    ]);
    expect(putInvitation('html', edited, html, id).body).toBe(`${html}<p>(link follows)</p>`);
    expect(removeInvitation('html', edited, id).body).toBe('<p>(link follows)</p>');
  });
});

describe('marks that are none of ours', () => {
  test.each([
    ['in a comment', `<!-- ${html} -->`],
    ['in an attribute', `<p title='${html.replaceAll("'", '')}'>x</p>`],
    ['in a script', `<script>${html}</script>`],
    ['in a text area', `<textarea>${html}</textarea>`],
  ])('a block %s is not found as one', (_, body) => {
    expect(findInvitations('html', body).filter(({ certain }) => certain)).toEqual([]);
  });

  test('a mark without an invitation in it is nothing', () => {
    expect(findInvitations('html', `<div id="zoom-meeting-${id}"><p>My own notes</p></div>`)).toEqual([]);
  });

  test('a mark around the whole body does not make the body ours', () => {
    const body = `<div id="zoom-meeting-${id}"><p>My notes</p>${html}<p>More notes</p></div>`;
    expect(removeInvitation('html', body, id).body).toBe(
      `<div id="zoom-meeting-${id}"><p>My notes</p><p>More notes</p></div>`,
    );
  });

  test('a block marked with another meeting’s id is not this meeting’s', () => {
    const forged = html.replaceAll(id, otherMeeting.id);
    expect(removeInvitation('html', forged, id).removed).toBeUndefined();
  });

  test('a block that was never closed is still found by its wording', () => {
    const open = html.slice(0, -'</div>'.length);
    const [found] = findInvitations('html', `${open}<p>After</p>`);
    expect(found?.certain).toBe(true);
    expect(removeInvitation('html', `${open}<p>After</p>`, id).body).toContain('<p>After</p>');
  });
});

describe('the place of a new invitation', () => {
  test('is right before the end of the body, after an empty line', () => {
    const { body } = putInvitation('html', '<html><body><p>Hello</p></body></html>', html, id);
    expect(body).toBe(`<html><body><p>Hello</p>${spaceLine}${html}</body></html>`);
  });

  test('in text is after a blank line, with the line ends of the body', () => {
    expect(putInvitation('text', 'Hello\r\nthere', text, id).body).toBe(
      `Hello\r\nthere\r\n\r\n${text.replaceAll('\n', '\r\n')}`,
    );
  });

  test('is not inside an unclosed comment or tag', () => {
    for (const body of ['<p>a</p><!-- open', '<p>a</p><div id="x', '<p>a</p><script>var a = 1;']) {
      expect(findInvitations('html', putInvitation('html', body, html, id).body)).toMatchObject([
        { certain: true },
      ]);
    }
  });
});

describe('undo', () => {
  test('puts the block at the end where its surroundings have changed', () => {
    const { removed } = removeInvitation('html', putInvitation('html', '<p>Hello</p>', html, id).body, id);
    const restored = removed && restoreInvitation('html', '<p>Something else</p>', removed);
    expect(restored).toBe(`<p>Something else</p>${spaceLine}${html}`);
  });

  test('leaves a body alone that has the invitation again', () => {
    const put = putInvitation('text', 'Hello', text, id).body;
    const { removed } = removeInvitation('text', put, id);
    expect(removed && restoreInvitation('text', put, removed)).toBe(put);
  });
});

describe('a megabyte', () => {
  const many = (piece: string) => piece.repeat(Math.ceil(1_000_000 / piece.length));
  const unclosed = `<div id="zoom-meeting-${id}">`;
  test.each([
    ['of paragraphs', 'html', many('<p class="MsoNormal">Some words &amp; more.</p>\n')],
    ['of open elements', 'html', many('<div>')],
    ['of open inline elements and divisions', 'html', many('<b>') + many('<div></div>')],
    ['of end tags', 'html', many('</div>')],
    ['of open marks', 'html', many(unclosed)],
    ['of anchors', 'html', many(`<a name="zoom_start_${id}"></a>`)],
    ['of less-than signs', 'html', many('<')],
    ['of open comments', 'html', many('<!--')],
    ['of dots behind a scheme', 'html', `https://${many('.')}x`],
    ['of prefixes in an id', 'html', `<div id="${many('x_')}">`],
    ['of other invitations', 'html', many(blockOf('html', otherMeeting))],
    ['of headlines', 'text', many('Sandbox Organizer is inviting you to a Zoom meeting.\n')],
    ['of join links', 'text', many(`${meeting.joinUrl}\n`)],
    ['of opening rules', 'text', many(`${text.split('\n')[0]}\n`)],
    ['of spaces', 'text', many(' ')],
    ['without a line end', 'text', many('word ')],
  ] as const)('%s takes no more than moments', (_, format, body) => {
    const began = performance.now();
    const put = putInvitation(format, body, blockOf(format), id).body;
    expect(removeInvitation(format, put, id).body).toBe(body);
    // Quadratic work on a megabyte takes minutes; this leaves a slow machine room.
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
