/** What a person types right beside the delimiters of a block of plain text: it stays, and the block is still known. */
import {
  findInvitations,
  putInvitation,
  removeInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import { blockOf, meeting } from './samples';

const { id } = meeting;
const block = blockOf('text');
const body = putInvitation('text', 'Agenda\nPlease read', block, id).body;
const first = body.indexOf('┌');
const last = body.indexOf('└');
const behind = (at: number) => body.indexOf('─\n', at) + 1 || body.length;
const withAt = (at: number, typed: string) => body.slice(0, at) + typed + body.slice(at);

describe.each(['\n', '\r\n'])('with line ends %j', (lineEnd) => {
  const ends = (text: string) => text.replaceAll('\n', lineEnd);

  it.each([
    ['behind the last', withAt(body.length, ' my note'), 'Agenda\nPlease read\n\n my note'],
    ['behind the last, and on', withAt(body.length, 'my note\nmore'), 'Agenda\nPlease read\n\nmy note\nmore'],
    ['before the last', withAt(last, 'my note'), 'Agenda\nPlease read\n\nmy note'],
    ['behind the first', withAt(behind(first), ' my note'), 'Agenda\nPlease read\n\n my note'],
    ['before the first', withAt(first, 'my note '), 'Agenda\nPlease read\n\nmy note '],
  ])('%s delimiter', (_, typed, left) => {
    const without = removeInvitation('text', ends(typed), id);
    expect(without.body).toBe(ends(left));
    expect(without.body).not.toMatch(/[┌└]/);
    if (!without.removed) throw new Error('Nothing was found.');
    expect(restoreInvitation('text', without.body, without.removed)).toBe(ends(typed));
  });
});

it('is kept by an update, too, once', () => {
  const typed = withAt(body.length, ' my note');
  const updated = putInvitation('text', typed, blockOf('text', { ...meeting, topic: 'Moved' }), id);
  expect(updated.how).toBe('replaced');
  expect(updated.body.match(/my note/g)).toHaveLength(1);
  expect(findInvitations('text', updated.body)).toMatchObject([{ certain: true, meetingId: id }]);
});

it('does not take a drawing for a delimiter, whatever is written in it', () => {
  const line = '─'.repeat(43);
  const drawing = `┌${line}┐\n│ https://zoom.us/j/${id} │\n└${line}┘`;
  expect(findInvitations('text', drawing)).toMatchObject([{ foundBy: 'join-url', certain: false }]);
});
