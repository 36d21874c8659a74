/** Invitations in each language: what they say, and that whatever is put can be taken out again. */
import fc from 'fast-check';
import {
  findInvitations,
  invitationLanguages,
  putInvitation,
  removeInvitation,
  renderInvitation,
} from '../../../src/domain/invitation';
import { words } from '../../../src/domain/invitation/words';
import { seriesWords } from '../../../src/domain/invitation/seriesWords';
import type { BodyFormat } from '../../../src/domain/appointment';
import { rewriters } from '../../../src/sandbox/outlook/rewriting';
import { context, meeting, otherMeeting, plainText, soundHtml } from './samples';

const render = (format: BodyFormat, language: string, of = meeting) =>
  renderInvitation(format, of, { ...context, language });
const linesIn = (language: string) => render('text', language).split('\n').filter(Boolean).slice(1, -1);

test('there are invitations in six languages, and every one can tell a series', () => {
  expect(invitationLanguages).toEqual(['en', 'de', 'ja', 'ar', 'fr', 'es']);
  expect(Object.keys(seriesWords)).toEqual(invitationLanguages);
});

test.each([
  [
    'de',
    [
      'Sandbox Organizer lädt Sie zu einem Zoom-Meeting ein.',
      'Thema: Weekly review',
      'Zeit: Montag, 23. November 2026, 9:00 – 9:30 Uhr, Mitteleuropäische Normalzeit (Europe/Berlin)',
      'Zoom-Meeting beitreten:',
      meeting.joinUrl,
      'Meeting-ID: 123 4567 8901',
      'Kenncode: aB3-x',
    ],
  ],
  [
    'ja',
    [
      'Sandbox Organizer さんから Zoom ミーティングへのご招待です。',
      'トピック: Weekly review',
      '日時: 2026年11月23日月曜日、9:00 – 9:30、中央ヨーロッパ標準時 (Europe/Berlin)',
      'Zoom ミーティングに参加する:',
      meeting.joinUrl,
      'ミーティング ID: 123 4567 8901',
      'パスコード: aB3-x',
    ],
  ],
  [
    'ar',
    [
      'يدعوك \u2068Sandbox Organizer\u2069 إلى اجتماع Zoom.',
      'الموضوع: \u2068Weekly review\u2069',
      'الموعد: الاثنين، 23 نوفمبر 2026، 9:00 ص – 9:30 ص، توقيت وسط أوروبا الرسمي \u200e(Europe/Berlin)\u200e',
      'الانضمام إلى اجتماع Zoom:',
      meeting.joinUrl,
      'معرّف الاجتماع: \u200e123 4567 8901\u200e',
      'رمز المرور: \u200eaB3-x\u200e',
    ],
  ],
  [
    'fr',
    [
      'Sandbox Organizer vous invite à une réunion Zoom.',
      'Sujet\u00a0: Weekly review',
      'Date et heure\u00a0: lundi 23 novembre 2026, 9:00 – 9:30, heure normale d’Europe centrale (Europe/Berlin)',
      'Rejoindre la réunion Zoom\u00a0:',
      meeting.joinUrl,
      'ID de réunion\u00a0: 123 4567 8901',
      'Code secret\u00a0: aB3-x',
    ],
  ],
  [
    'es',
    [
      'Sandbox Organizer le invita a una reunión de Zoom.',
      'Tema: Weekly review',
      'Fecha y hora: lunes, 23 de noviembre de 2026, 9:00 – 9:30, hora estándar de Europa central (Europe/Berlin)',
      'Unirse a la reunión de Zoom:',
      meeting.joinUrl,
      'ID de reunión: 123 4567 8901',
      'Código de acceso: aB3-x',
    ],
  ],
])('in %s everything is in that language', (language, lines) => {
  expect(linesIn(language)).toEqual(lines);
});

test('the HTML names language and direction', () => {
  expect(render('html', 'de-AT')).toContain(' lang="de-AT" dir="ltr" ');
  expect(render('html', 'ar')).toContain(' lang="ar" dir="rtl" ');
});

describe('in Arabic', () => {
  test('ids, passcode and zone run from left to right in the HTML', () => {
    const html = render('html', 'ar');
    for (const piece of ['123 4567 8901', 'aB3-x', '(Europe/Berlin)']) {
      expect(html).toContain(`<span dir="ltr">${piece}</span>`);
    }
  });

  test('a passcode of digits has nothing unseen around it in text, so that it can be copied', () => {
    expect(render('text', 'ar', { ...meeting, passcode: '123456' })).toContain('رمز المرور: 123456\n');
  });

  test('the join link stands alone on its line, as it is', () => {
    expect(render('text', 'ar').split('\n')).toContain(meeting.joinUrl);
  });

  test('digits and calendar are those of the join details in every Arabic region', () => {
    expect(linesIn('ar-SA')[2]).toBe(linesIn('ar')[2]);
    expect(linesIn('ar-EG')[2]).toContain('23 نوفمبر 2026');
  });
});

test('no two languages share the words by which one recognises them', () => {
  const labels = Object.values(words).map((row) => row.headlineWithoutHost);
  expect(new Set(labels).size).toBe(labels.length);
});

const clients = fc.constantFrom(...(['exact', 'web', 'windows-classic', 'mac'] as const));
const outside = fc.string({ unit: 'grapheme', maxLength: 40 });

describe.each(invitationLanguages)('in %s', (language) => {
  describe.each([
    ['html', soundHtml],
    ['text', plainText],
  ] as const)('in %s', (format, bodies) => {
    test('whatever is said, putting, replacing and removing gives the body back byte for byte', () => {
      fc.assert(
        fc.property(bodies, outside, outside, fc.boolean(), (body, topic, hostName, timed) => {
          const of = { ...meeting, topic, hostName, start: timed ? meeting.start : null };
          fc.pre(removeInvitation(format, body, of.id).removed === undefined);
          const own = { id: of.id, topics: [topic] };
          const put = putInvitation(format, body, render(format, language, of), own).body;
          const [found] = findInvitations(format, put).filter(
            (one) => one.certain && one.meetingId === of.id,
          );
          expect(found).toMatchObject({
            foundBy: 'marker',
            passcode: of.passcode,
            joinUrl: of.joinUrl,
            typed: [],
          });
          expect(putInvitation(format, put, render(format, language, of), own)).toEqual({
            body: put,
            how: 'replaced',
          });
          const anew = putInvitation(format, put, render(format, 'en'), own).body;
          expect(removeInvitation(format, anew, { ...own, topics: [topic, meeting.topic] }).body).toBe(body);
          expect(removeInvitation(format, put, own).body).toBe(body);
        }),
        { numRuns: 60 },
      );
    });
  });

  test('whatever client rewrites it, it is found as a whole and gone as a whole', () => {
    fc.assert(
      fc.property(soundHtml, clients, clients, outside, (body, first, second, topic) => {
        const of = { ...meeting, topic };
        fc.pre(removeInvitation('html', body, of.id).removed === undefined);
        const put = putInvitation('html', body, render('html', language, of), of.id).body;
        const through = (content: string) =>
          rewriters[second](rewriters[first]({ format: 'html', content })).content;
        const own = { id: of.id, topics: [topic] };
        const squeezed = (html: string) => html.replace(/>\s+</g, '><').trim();
        expect(squeezed(removeInvitation('html', through(put), own).body)).toBe(squeezed(through(body)));
      }),
      { numRuns: 60 },
    );
  });
});

test('invitations in several languages in one body are each known', () => {
  const body = invitationLanguages.reduce((present, language, index) => {
    const of = {
      ...otherMeeting,
      id: `9876543210${String(index)}`,
      joinNumber: `9876543210${String(index)}`,
      joinUrl: `https://zoom.us/j/9876543210${String(index)}`,
    };
    return putInvitation('text', present, render('text', language, of), of.id).body;
  }, 'Agenda');
  // Without their ruled lines, too.
  for (const content of [body, body.replace(/^[┌└]─+$/gm, '')]) {
    const found = findInvitations('text', content);
    expect(found.map(({ meetingId, certain }) => [meetingId, certain])).toEqual(
      invitationLanguages.map((_, index) => [`9876543210${String(index)}`, true]),
    );
  }
});
