/** Invitations in every language, in real-looking bodies, after every client has rewritten them. */
import {
  findInvitations,
  invitationLanguages,
  putInvitation,
  removeInvitation,
  renderInvitation,
} from '../../../src/domain/invitation';
import type { BodyFormat } from '../../../src/domain/appointment';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import { htmlToText, innerBody } from '../../../src/sandbox/outlook/host/html';
import type { ClientName, RewritableBody } from '../../../src/sandbox/outlook/rewriting';
import { htmlCorpus, textCorpus } from './corpus';
import { context, meeting, otherMeeting, personalSeries } from './samples';

const ways: readonly (readonly ClientName[])[] = [
  ['exact'],
  ['web'],
  ['web', 'web', 'web'],
  ['windows-classic'],
  ['windows-classic', 'windows-classic'],
  ['mac'],
  ['to-plain-text'],
  ['web', 'windows-classic'],
  ['windows-classic', 'web'],
  ['mac', 'windows-classic', 'web'],
  ['to-plain-text', 'to-formatted'],
  ['to-plain-text', 'to-formatted', 'windows-classic'],
  ['to-plain-text', 'to-formatted', 'web', 'to-plain-text'],
  ['web', 'windows-classic', 'to-plain-text'],
];

const along = (way: readonly ClientName[], body: RewritableBody): RewritableBody =>
  way.reduce((present, client) => rewriters[client](present), body);

/** What has to be the same: white space between tags, and empty lines of what was text, are the clients' own. */
const shownAfter =
  (way: readonly ClientName[]) =>
  ({ format, content }: RewritableBody): string =>
    format === 'html' && !way.includes('to-plain-text')
      ? content.replace(/>\s+</g, '><').trim()
      : (format === 'html' ? htmlToText(innerBody(content)) : content)
          .split(/\r\n|\r|\n/)
          .map((line) => line.trimEnd())
          .filter(Boolean)
          .join('\n');

const meetings = {
  'a single meeting': meeting,
  'a series joined with a personal meeting id': personalSeries,
};
const corpora: readonly (readonly [BodyFormat, string, string])[] = [
  ...htmlCorpus.map(([name, body]) => ['html', name, body] as const),
  ...textCorpus.map(([name, body]) => ['text', name, body] as const),
];

describe.each(ways.map((way) => [way.join(', then '), way] as const))('through %s', (_, way) => {
  const shown = shownAfter(way);
  describe.each(invitationLanguages)('in %s', (language) => {
    test.each(Object.entries(meetings))('%s is found, replaced and removed; all else stays', (_kind, of) => {
      const own = { id: of.id, joinNumber: of.joinNumber, topics: [of.topic] };
      for (const [format, name, body] of corpora) {
        const block = renderInvitation(format, of, { ...context, language });
        const put = putInvitation(format, body, block, own);
        const present = along(way, { format, content: put.body });
        const without = along(way, { format, content: body });
        const found = findInvitations(present.format, present.content).filter(({ certain }) => certain);
        expect([
          name,
          found.map(({ joinNumber, joinUrl, passcode }) => ({ joinNumber, joinUrl, passcode })),
        ]).toEqual([name, [{ joinNumber: of.joinNumber, joinUrl: of.joinUrl, passcode: of.passcode }]]);

        const rest = removeInvitation(present.format, present.content, own).body;
        expect([name, shown({ ...present, content: rest })]).toEqual([name, shown(without)]);

        const anew = renderInvitation(present.format, { ...of, topic: 'Moved' }, { ...context, language });
        const updated = putInvitation(present.format, present.content, anew, own);
        expect([name, updated.how]).toEqual([name, 'replaced']);
        expect(updated.body.split('Moved')).toHaveLength(2);
        expect(updated.body).not.toContain(of.topic);
        expect([
          name,
          shown({ ...present, content: removeInvitation(present.format, updated.body, own).body }),
        ]).toEqual([name, shown(without)]);
      }
    });
  });

  test('an invitation of another meeting, in another language, is left alone', () => {
    for (const [format, name, body] of corpora) {
      const other = renderInvitation(
        format,
        { ...otherMeeting, topic: 'Theirs' },
        { ...context, language: 'fr' },
      );
      const before = putInvitation(format, body, other, otherMeeting.id).body;
      const block = renderInvitation(format, meeting, { ...context, language: 'ja' });
      const present = along(way, { format, content: putInvitation(format, before, block, meeting.id).body });
      const rest = removeInvitation(present.format, present.content, meeting.id).body;
      expect([name, shown({ ...present, content: rest })]).toEqual([
        name,
        shown(along(way, { format, content: before })),
      ]);
    }
  });
});
