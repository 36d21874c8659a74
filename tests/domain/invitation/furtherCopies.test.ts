/** Several invitations of one meeting, as a body with pictures is left with: the topmost one counts, the others go along. */
import {
  findInvitations,
  ownBlock,
  prependBlock,
  putInvitation,
  removeInvitation,
  restoreInvitation,
  saysTheSame,
} from '../../../src/domain/invitation';
import { blockOf, meeting, otherMeeting, throughOutlookOnTheWeb, throughWord } from './samples';

const older = blockOf('html');
const newer = blockOf('html', { ...meeting, topic: 'Moved' });
const changed = blockOf('html', { ...meeting, topic: 'Moved again' });
const text = '<p>Agenda</p>';
const both = `${prependBlock(newer, meeting.id)}${prependBlock(older, meeting.id)}${text}`;
const found = (body: string) => findInvitations('html', body).map(({ meetingId }) => meetingId);

test('putting leaves one, where the topmost stood', () => {
  const { body } = putInvitation('html', both, changed, meeting.id);
  expect(body).toBe(`${prependBlock(changed, meeting.id)}${text}`);
});

test('removing leaves none, and undoing brings the topmost back', () => {
  const { body, removed } = removeInvitation('html', both, meeting.id);
  expect(body).toBe(text);
  expect(removed && restoreInvitation('html', body, removed)).toBe(
    `${prependBlock(newer, meeting.id)}${text}`,
  );
});

test.each([
  ['Word', (body: string) => throughWord(body, 'dropped')],
  ['Word, which keeps the block,', (body: string) => throughWord(body, 'kept')],
  ['Outlook on the web', (body: string) => throughOutlookOnTheWeb(body)],
])('all go after %s has rewritten them, and what else is there stays', (_, rewritten) => {
  const body = rewritten(`${both}${blockOf('html', otherMeeting)}`);
  expect(found(body)).toEqual([meeting.id, meeting.id, otherMeeting.id]);
  const rest = removeInvitation('html', body, meeting.id).body;
  expect(found(rest)).toEqual([otherMeeting.id]);
  expect(rest).toContain('Agenda');
});

test('in text, too', () => {
  const [first, second] = [blockOf('text', { ...meeting, topic: 'Moved' }), blockOf('text')];
  const body = `Hello\n\n${first}\nAgenda\n\n${second}`;
  expect(removeInvitation('text', body, meeting.id).body).toBe('Hello\nAgenda');
});

test('what a person typed inside an older one stays', () => {
  const typed = older.replace('</div>', '<p>Bring the plan</p></div>');
  const body = `${newer}${text}${typed}`;
  for (const after of [
    putInvitation('html', body, changed, meeting.id).body,
    removeInvitation('html', body, meeting.id).body,
  ]) {
    expect(after).toContain('<p>Bring the plan</p>');
    expect(found(after).length).toBeLessThanOrEqual(1);
  }
});

test('one in a quotation is left to the letter that it is part of', () => {
  const quoted = `<blockquote>${older}</blockquote>`;
  expect(removeInvitation('html', `${newer}${quoted}`, meeting.id).body).toBe(quoted);
});

describe('an invitation says the same as one rendered anew', () => {
  const same = (body: string, block: string) => {
    const own = ownBlock(findInvitations('html', body), meeting.id);
    return own && saysTheSame(body, own, block);
  };

  test.each([
    ['as it was put', (body: string) => body],
    ['rewritten by Word', (body: string) => throughWord(body, 'dropped')],
    ['rewritten by Outlook on the web', (body: string) => throughOutlookOnTheWeb(body)],
  ])('%s', (_, rewritten) => {
    expect(same(rewritten(`${older}${text}`), older)).toBe(true);
    expect(same(rewritten(`${older}${text}`), newer)).toBe(false);
  });

  test('whatever a person typed inside', () => {
    expect(same(older.replace('</div>', '<p>Bring the plan</p></div>'), older)).toBe(true);
  });
});
