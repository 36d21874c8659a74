import fc from 'fast-check';
import {
  findInvitations,
  putInvitation,
  removeInvitation,
  restoreInvitation,
} from '../../../src/domain/invitation';
import type { BodyFormat } from '../../../src/domain/appointment';
import {
  blockOf,
  brokenHtml,
  meeting,
  otherMeeting,
  plainText,
  soundHtml,
  throughOutlookOnTheWeb,
  throughWord,
} from './samples';

const bodies: [string, BodyFormat, fc.Arbitrary<string>][] = [
  ['HTML as clients write it', 'html', soundHtml],
  ['broken and hostile HTML', 'html', brokenHtml],
  ['plain text', 'text', plainText],
];

const ownOf = (format: BodyFormat, body: string, id = meeting.id) =>
  findInvitations(format, body).filter((invitation) => invitation.certain && invitation.meetingId === id);

const hasNone = (format: BodyFormat) => (body: string) => ownOf(format, body).length === 0;

const runs = { numRuns: 400 };

describe.each(bodies)('in %s', (_, format, arbitrary) => {
  const block = blockOf(format);
  const without = arbitrary.filter(hasNone(format));

  test('removing what was put gives the body back, byte for byte', () => {
    fc.assert(
      fc.property(without, (body) => {
        const put = putInvitation(format, body, block, meeting.id);
        expect(put.how).toBe('inserted');
        expect(removeInvitation(format, put.body, meeting.id).body).toBe(body);
      }),
      runs,
    );
  });

  test('what was put is found with exact offsets and its join link', () => {
    fc.assert(
      fc.property(without, (body) => {
        const put = putInvitation(format, body, block, meeting.id).body;
        const [own] = ownOf(format, put);
        expect(own).toMatchObject({ foundBy: 'marker', joinUrl: meeting.joinUrl });
        expect(put.slice(own?.start, own?.end).replaceAll('\r\n', '\n')).toBe(block);
      }),
      runs,
    );
  });

  test('putting twice is putting once', () => {
    fc.assert(
      fc.property(without, (body) => {
        const once = putInvitation(format, body, block, meeting.id).body;
        expect(putInvitation(format, once, block, meeting.id)).toEqual({ body: once, how: 'replaced' });
      }),
      runs,
    );
  });

  test('a changed invitation replaces the old one and nothing around it', () => {
    const changed = blockOf(format, { ...meeting, topic: 'Moved', joinUrl: `${meeting.joinUrl}new` });
    fc.assert(
      fc.property(without, (body) => {
        const before = putInvitation(format, body, block, meeting.id).body;
        const [own] = ownOf(format, before);
        const after = putInvitation(format, before, changed, meeting.id).body;
        expect(after.startsWith(before.slice(0, own?.start))).toBe(true);
        expect(after.endsWith(before.slice(own?.end))).toBe(true);
        expect(putInvitation(format, after, block, meeting.id).body).toBe(before);
        expect(removeInvitation(format, after, meeting.id).body).toBe(body);
      }),
      runs,
    );
  });

  test('invitations of other meetings are as many and the same as before', () => {
    fc.assert(
      fc.property(without, (body) => {
        const others = (text: string) =>
          ownOf(format, text, otherMeeting.id).map(({ start, end }) => text.slice(start, end));
        const put = putInvitation(format, body, block, meeting.id).body;
        expect(others(put)).toEqual(others(body));
      }),
      runs,
    );
  });

  test('undoing a removal gives the body with the invitation back', () => {
    fc.assert(
      fc.property(without, (body) => {
        const put = putInvitation(format, body, block, meeting.id).body;
        const { body: rest, removed } = removeInvitation(format, put, meeting.id);
        expect(removed && restoreInvitation(format, rest, removed)).toBe(put);
      }),
      runs,
    );
  });

  test('all that is found lies within the body, in order', () => {
    fc.assert(
      fc.property(arbitrary, (body) => {
        const found = findInvitations(format, putInvitation(format, body, block, meeting.id).body);
        let end = 0;
        for (const invitation of found.filter(({ certain }) => certain)) {
          expect(invitation.start).toBeGreaterThanOrEqual(end);
          end = invitation.end;
        }
      }),
      runs,
    );
  });
});

describe('after a client rewrote the HTML', () => {
  const block = blockOf('html');
  const clients: [string, (html: string) => string][] = [
    ['Outlook on the web', (html) => throughOutlookOnTheWeb(html)],
    ['Outlook on the web, classes kept', (html) => throughOutlookOnTheWeb(html, 'kept')],
    [
      'Outlook on the web, three rounds',
      (html) => throughOutlookOnTheWeb(throughOutlookOnTheWeb(throughOutlookOnTheWeb(html))),
    ],
    ['classic Outlook', (html) => throughWord(html, 'kept')],
    ['classic Outlook, which drops the element', (html) => throughWord(html, 'dropped')],
    [
      'a client that drops every id, class and name',
      (html) => html.replace(/\s(?:id|class|name)="[^"]*"/g, ''),
    ],
  ];

  test.each(clients)('%s: the invitation is found, replaced and removed as a whole', (_, rewrite) => {
    fc.assert(
      fc.property(soundHtml.filter(hasNone('html')), (body) => {
        const rewritten = rewrite(putInvitation('html', body, block, meeting.id).body);
        const found = ownOf('html', rewritten);
        expect(found).toHaveLength(1);
        const updated = putInvitation('html', rewritten, block, meeting.id);
        expect(updated).toEqual({
          body: rewritten.slice(0, found[0]?.start) + block + rewritten.slice(found[0]?.end),
          how: 'replaced',
        });
        const removed = removeInvitation('html', rewritten, meeting.id).body;
        expect(findInvitations('html', removed).filter(({ meetingId }) => meetingId === meeting.id)).toEqual(
          [],
        );
        expect(removed).not.toContain('Weekly review');
        expect(ownOf('html', removed, otherMeeting.id)).toHaveLength(
          ownOf('html', rewritten, otherMeeting.id).length,
        );
      }),
      { numRuns: 150 },
    );
  });
});
