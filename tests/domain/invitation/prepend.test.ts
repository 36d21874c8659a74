import {
  findInvitations,
  prependBlock,
  putInvitation,
  removeInvitation,
} from '../../../src/domain/invitation';
import { blockOf, meeting, spaceLine, throughOutlookOnTheWeb } from './samples';

const id = meeting.id;
const block = blockOf('html');

const endingInPictures = [
  '<div>hi</div><div>Bob<br><img src="cid:x"></div>',
  '<p><img src="cid:x"></p>',
  '<img src="cid:x">',
  '<table><tr><td>a</td><td><img src="cid:x"></td></tr></table>',
];

describe.each(endingInPictures)('the body %s', (body) => {
  test('gets the invitation at its end when it is rewritten', () => {
    expect(putInvitation('html', body, block, id).body).toBe(`${body}${spaceLine}${block}`);
  });

  test('has an empty line above a prepended invitation, and is itself again once that is removed', () => {
    const put = prependBlock(block, id) + body;
    expect(put).toMatch(/^<div[^>]*><a [^>]*><\/a><br><\/div>/);
    expect(removeInvitation('html', put, id).body).toBe(body);
    const rewritten = throughOutlookOnTheWeb(put);
    expect(removeInvitation('html', rewritten, id).body).toBe(body);
  });

  test('keeps what is typed into the line above a prepended invitation', () => {
    const typed = (prependBlock(block, id) + body).replace('<br></div>', 'Hello all</div>');
    const updated = putInvitation('html', typed, blockOf('html', { ...meeting, topic: 'Moved' }), id).body;
    expect(updated).toMatch(/^<div[^>]*><a [^>]*><\/a>Hello all<\/div>\n<div/);
    expect(updated).toContain('Moved');
    expect(removeInvitation('html', updated, id).body).toMatch(/^<div[^>]*><a [^>]*><\/a>Hello all<\/div>\n/);
  });
});

test('a block made ready for prepending can be put like any other', () => {
  const ready = prependBlock(block, id);
  const put = putInvitation('html', '<p>Hello</p>', block, id).body;
  expect(putInvitation('html', '<p>Hello</p>', ready, id).body).toBe(put);
  expect(putInvitation('html', put, ready, id)).toEqual({ body: put, how: 'replaced' });
  expect(findInvitations('html', put)).toHaveLength(1);
});
