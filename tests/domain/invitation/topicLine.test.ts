/** What a person writes on the topic's own line outlives the invitation, where callers tell which topics there were. */
import { findInvitations, putInvitation, removeInvitation } from '../../../src/domain/invitation';
import type { BodyFormat } from '../../../src/domain/appointment';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import { blockOf, meeting } from './samples';

const { id, topic } = meeting;
const own = { id, topics: [topic] };
const marker = 'please bring cake';
const formats: readonly BodyFormat[] = ['html', 'text'];

describe.each(formats)('in %s', (format) => {
  const block = blockOf(format);
  const moved = blockOf(format, { ...meeting, topic: 'Moved' });

  test.each([
    ['behind', `${topic} ${marker}`],
    ['before', `${marker}: ${topic}`],
    ['in the middle', `Weekly ${marker} review`],
  ])('words %s the topic stay through an update and a removal', (_, line) => {
    const present = block.replace(topic, line);
    const updated = putInvitation(format, present, moved, own);
    expect(updated.how).toBe('replaced');
    expect(updated.body.startsWith(moved)).toBe(true);
    expect(updated.body.split(marker)).toHaveLength(2);
    expect(findInvitations(format, updated.body).filter(({ certain }) => certain)).toHaveLength(1);
    expect(removeInvitation(format, present, own).body.split(marker)).toHaveLength(2);
  });

  test('an untouched topic goes with the block, and so does an older one', () => {
    expect(removeInvitation(format, block, own).body).toBe('');
    expect(removeInvitation(format, block.replace(topic, 'Weekly'), own).body).toBe('');
    expect(removeInvitation(format, block.replace(topic, 'Another matter'), own).body).toBe('');
    expect(removeInvitation(format, moved, { id, topics: [topic, 'Moved'] }).body).toBe('');
  });

  test('where nobody knows the topic, the line is the block’s', () => {
    expect(removeInvitation(format, block.replace(topic, `${topic} ${marker}`), id).body).toBe('');
  });
});

test.each(['web', 'windows-classic', 'mac'] as const)(
  'a topic that %s rewrote is still the topic',
  (client) => {
    const difficult = 'Größe <&> “été”  — 日本 \u00a0 x';
    const present = rewriters[client]({
      format: 'html',
      content: blockOf('html', { ...meeting, topic: difficult }),
    }).content;
    const removed = removeInvitation('html', present, { id, topics: [difficult] });
    expect(removed.removed?.kept).toBe('');
    const written = present.replace('Gr', `${marker} Gr`);
    expect(removeInvitation('html', written, { id, topics: [difficult] }).body).toContain(marker);
  },
);
