/** Meetings, generated bodies, and what Outlook's clients make of HTML, for the tests of the invitation. */
import fc from 'fast-check';
import type { BodyFormat } from '../../../src/domain/appointment';
import type { Meeting } from '../../../src/domain/meeting';
import { fallbackOptions } from '../../../src/domain/meetingOptions';
import { renderInvitation } from '../../../src/domain/invitation';

export const meeting: Meeting = {
  id: '12345678901',
  topic: 'Weekly review',
  start: '2026-11-23T08:00:00Z',
  durationMinutes: 30,
  repeats: null,
  occurrences: [],
  timeZone: 'Europe/Berlin',
  joinUrl: 'https://us02web.zoom.us/j/12345678901?pwd=aBc.1&from=addin',
  passcode: 'aB3-x',
  joinNumber: '12345678901',
  options: { ...fallbackOptions, waitingRoom: true, alternativeHosts: [] },
  hostedByMe: true,
  hostName: 'Sandbox Organizer',
};

export const otherMeeting: Meeting = {
  ...meeting,
  id: '98765432109',
  joinNumber: '98765432109',
  topic: 'Another matter',
  joinUrl: 'https://us02web.zoom.us/j/98765432109?pwd=zyx',
};

/** A series, which is told as a pattern. */
export const series: Meeting = {
  ...meeting,
  topic:
    'Weekly review of everything that the committee for the renovation of the northern roof has to decide',
  repeats: {
    kind: 'series',
    rule: { frequency: 'weekly', interval: 1, days: ['monday', 'wednesday'], weekStart: 'monday' },
    end: { kind: 'until', date: '2026-12-18' },
  },
};

/** A meeting that people join with the host's personal meeting id. */
export const personal: Meeting = {
  ...meeting,
  topic: 'Straße & ”roof” – été',
  joinNumber: '5551234567',
  joinUrl: 'https://us02web.zoom.us/j/5551234567?pwd=personal',
  passcode: '-a1b2-',
  options: { ...meeting.options, personalId: true },
};

/** Both at once. */
export const personalSeries: Meeting = { ...personal, topic: series.topic, repeats: series.repeats };

export const context = { language: 'en', timeZone: 'W. Europe Standard Time' };

export const blockOf = (format: BodyFormat, of: Meeting = meeting): string =>
  renderInvitation(format, of, context);

/** The empty line that insertion puts above a block. */
export const spaceLine = `<div id="zoom-meeting-${meeting.id}-space"><a name="zoom_space_${meeting.id}"></a><br></div>\n`;

/** Zoom's own wording, as people paste it. */
export const zoomsOwnText = (of: Meeting): string =>
  [
    'Sandbox Organizer is inviting you to a scheduled Zoom meeting.',
    '',
    'Join Zoom Meeting',
    of.joinUrl,
    '',
    `Meeting ID: ${of.id.replace(/^(\d{3})(\d{4})/, '$1 $2 ')}`,
    'Passcode: 123456',
    '',
    'One tap mobile',
    `+13017158592,,${of.id}#,,,,*123456# US`,
  ].join('\n');

const word = fc.constantFrom(
  'agenda',
  'Straße',
  'שלום',
  'a&amp;b',
  '&nbsp;',
  '&bogus;',
  '日本',
  '🙂',
  'x < y',
  '\u202e',
  ' ',
  '—',
);

const marks = fc.constantFrom(
  `<div id="zoom-meeting-${meeting.id}">`,
  `<div id="x_zoom-meeting-${otherMeeting.id}" class="elementToProof">`,
  `<a name="zoom_start_${meeting.id}"></a>`,
  `<a name="zoom_end_${meeting.id}"></a>`,
  `<div id="zoom-meeting-${meeting.id}-space"><br></div>`,
  `<!-- <div id="zoom-meeting-${meeting.id}"> -->`,
  `<span title='<div id="zoom-meeting-${meeting.id}">'>hint</span>`,
  `<script>"<div id=zoom-meeting-${meeting.id}>"</script>`,
  `<p>Meeting ID: 123 4567 8901</p>`,
  `<p>Topic: not ours</p>`,
  `<a href="${meeting.joinUrl.replace('&', '&amp;')}">a link in a sentence</a>`,
);

const markup = fc.constantFrom(
  '<p>',
  '</p>',
  '<div>',
  '</div>',
  '<b>',
  '</b>',
  '<br>',
  '<br/>',
  '<table><tr><td>',
  '</td></tr></table>',
  '</td>',
  '<ul><li>',
  '<li>',
  '</ul>',
  '<blockquote>',
  '</blockquote>',
  '<img src="cid:1">',
  '<o:p></o:p>',
  '<o:p/>',
  '</o:p>',
  '<p class=MsoNormal>',
  '<span lang=EN-US>',
  '</span>',
  '<a href="https://example.test">',
  '</a>',
  '<h1>',
  '</h1>',
  '<!-- note -->',
  '<!--[if gte mso 9]><xml></xml><![endif]-->',
  '<![if !supportLists]>',
  '<?xml:namespace />',
  '<style>p{}</style>',
  '<svg/>',
  '</div foo>',
  '< p>',
  '</ div>',
  '<div id=a class="b"',
  "<p title='",
  '<!-- open',
  '<textarea>',
  '</body>',
  '</html>',
  '<body>',
  '<script>',
  '</script>',
  '\n',
  '\r\n',
  '\r',
);

const wholeBlocks = fc.constantFrom(
  `\n${blockOf('html', otherMeeting)}\n`,
  `<blockquote>${blockOf('html', otherMeeting)}</blockquote>`,
  `<p>${zoomsOwnText(otherMeeting).replaceAll('\n', '<br>')}</p>`,
);

/** HTML as it should never be, with marks of ours strewn about, and other meetings' invitations. */
export const brokenHtml: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      { weight: 4, arbitrary: markup },
      { weight: 4, arbitrary: word },
      { weight: 1, arbitrary: marks },
      { weight: 1, arbitrary: wholeBlocks },
    ),
    {
      maxLength: 25,
    },
  )
  .map((pieces) => pieces.join(''));

const paragraph = fc.array(word, { minLength: 1, maxLength: 5 }).map((words) => `<p>${words.join(' ')}</p>`);

/** HTML as clients write it: whole documents and fragments, with other meetings' invitations among the paragraphs. */
export const soundHtml: fc.Arbitrary<string> = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: paragraph }, { weight: 1, arbitrary: wholeBlocks }), {
      maxLength: 8,
    }),
    fc.constantFrom<[string, string]>(
      ['', ''],
      ['<html><head><style>p{margin:0}</style></head><body>\n', '\n</body></html>'],
      ['<html><body lang=EN-US link="#0563C1"><div class=WordSection1>', '</div></body>\r\n</html>\r\n'],
      ['<div class="elementToProof">', '</div>'],
    ),
  )
  .map(([pieces, [before, after]]) => before + pieces.join('') + after);

const textLine = fc.oneof(
  fc.array(word, { maxLength: 4 }).map((words) => words.join(' ')),
  fc.constantFrom(
    '',
    '┌───────────────────────────────────────────',
    '└───────────────────────────────────────────',
    '────────────────────────────────',
    'Sandbox Organizer is inviting you to a Zoom meeting.',
    'Meeting ID: 123 4567 8901',
    'Passcode: 123456',
    `see ${meeting.joinUrl} for more`,
    '> Topic: quoted',
    zoomsOwnText(otherMeeting),
    blockOf('text', otherMeeting),
    blockOf('text').replace(/^/gm, '> '),
  ),
);

export const plainText: fc.Arbitrary<string> = fc
  .array(fc.tuple(textLine, fc.constantFrom('\n', '\r\n', '\r', '')), { maxLength: 14 })
  .map((lines) => lines.flat().join(''));

/** Outlook on the web: ids and anchors prefixed, classes dropped or prefixed, styles rewritten, attributes it does not know gone. */
export function throughOutlookOnTheWeb(html: string, classes: 'kept' | 'dropped' = 'dropped'): string {
  return html
    .replace(/\s(id|name)="([^"]*)"/g, ' $1="x_$2"')
    .replace(/\sclass="([^"]*)"/g, classes === 'kept' ? ' class="x_$1"' : '')
    .replace(/\s(?:lang|dir|data-\w+)="[^"]*"/g, '')
    .replace(/\sstyle="[^"]*"/g, ' style="margin: 0px; color: rgb(0, 0, 0);"')
    .replace(/<\/?bdi>/g, '')
    .replace(/>\n</g, '><');
}

/** Classic Outlook: everything becomes Word's paragraphs, wrapped in the source; the block's element may be gone. */
export function throughWord(html: string, element: 'kept' | 'dropped'): string {
  const inner = html
    .replace(/<div id="(zoom-meeting-\d+)"[^>]*>([\s\S]*?)<\/div>/g, (_, id: string, content: string) =>
      element === 'kept'
        ? `<div id=${id} style='border:none;border-top:solid #8A8A8A 1.0pt'>${content}</div>`
        : content,
    )
    .replace(/<div id="[^"]*-space"><br><\/div>/g, '<p class=MsoNormal><o:p>&nbsp;</o:p></p>')
    .replace(/<\/?bdi>/g, '')
    .replace(/<strong>([^<]*)<\/strong>/g, '<b>$1</b>')
    .replace(
      /<p style="[^"]*">([\s\S]*?)<\/p>/g,
      "<p class=MsoNormal style='margin-bottom:4.5pt'><span\r\nlang=EN-US>$1<o:p></o:p></span></p>\r\n",
    )
    .replace(/ (is|meeting|Standard)\b/g, '\r\n$1');
  return `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><!--[if gte mso 9]><xml></xml><![endif]--></head><body lang=EN-US><div class=WordSection1>${inner}</div></body></html>`;
}
