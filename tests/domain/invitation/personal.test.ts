/** Meetings that people join with the host's personal meeting id: the marks carry another number than the lines. */
import {
  findInvitations,
  ownBlock,
  putInvitation,
  removeInvitation,
  renderInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import type { BodyFormat } from '../../../src/domain/appointment';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import { blockOf, meeting, otherMeeting, personal, zoomsOwnText } from './samples';

const own = { id: personal.id, joinNumber: personal.joinNumber };
const formats: readonly BodyFormat[] = ['html', 'text'];

describe.each(formats)('in %s', (format) => {
  const block = blockOf(format, personal);

  test('people see the number that they join with, not the meeting’s own', () => {
    const shown = block.replace(/<[^>]*>/g, '');
    expect(shown).toContain('555 123 4567');
    expect(shown).not.toContain('123 4567 8901');
  });

  test('the invitation is found, replaced and removed', () => {
    const put = putInvitation(format, 'Agenda', block, own);
    expect(findInvitations(format, put.body)).toMatchObject([
      { certain: true, joinNumber: personal.joinNumber, joinUrl: personal.joinUrl, passcode: '-a1b2-' },
    ]);
    expect(putInvitation(format, put.body, block, own)).toEqual({ body: put.body, how: 'replaced' });
    const { body, removed } = removeInvitation(format, put.body, own);
    expect(body).toBe('Agenda');
    expect(removed && restoreInvitation(format, body, removed)).toBe(put.body);
    expect(removed && restoreInvitation(format, put.body, removed)).toBe(put.body);
  });

  test('a generated number in the place of the personal one is the same meeting’s invitation', () => {
    const put = putInvitation(format, 'Agenda', block, own).body;
    const generated = blockOf(format, meeting);
    const updated = putInvitation(format, put, generated, own);
    expect(updated.how).toBe('replaced');
    expect(putInvitation(format, updated.body, block, own)).toEqual({ body: put, how: 'replaced' });
  });
});

test('the mark tells whose it is, though two meetings are joined with one number', () => {
  const second = { ...personal, id: otherMeeting.id };
  const both = blockOf('html', second) + blockOf('html', personal);
  const found = findInvitations('html', both);
  expect(found.map(({ meetingId }) => meetingId)).toEqual([second.id, personal.id]);
  expect(ownBlock(found, own)).toBe(found[1]);
  expect(ownBlock(found, { id: second.id, joinNumber: personal.joinNumber })).toBe(found[0]);
  expect(removeInvitation('html', both, own).body).toBe(blockOf('html', second));
});

test('where every mark is lost it is known by the number alone, which only callers who know it can ask for', () => {
  const plain = rewriters['to-plain-text']({
    format: 'html',
    content: `<p>Agenda</p>${blockOf('html', personal)}`,
  });
  expect(removeInvitation('text', plain.content, own).body.trimEnd()).toBe('Agenda');
  expect(removeInvitation('text', plain.content, personal.id).removed).toBeUndefined();
});

test('Zoom’s own text, pasted over ours between our marks, is not ours', () => {
  const pasted = blockOf('html').replace(
    /<p[\s\S]*<\/p>/,
    `<p>${zoomsOwnText(otherMeeting).replaceAll('\n', '<br>')}</p>`,
  );
  expect(removeInvitation('html', pasted, meeting.id)).toEqual({ body: pasted, removed: undefined });
});

test('a series and its language do not matter for the number', () => {
  const arabic = renderInvitation('text', personal, { language: 'ar', timeZone: 'UTC' });
  expect(findInvitations('text', arabic)).toMatchObject([
    { joinNumber: personal.joinNumber, passcode: personal.passcode, certain: true },
  ]);
});
