/**
 * The person switches an appointment between formatted and plain text, in classic Outlook.
 *
 * Modelled: to plain text, links keep their address in angle brackets, everything else of the markup is lost, lines
 * are broken at 76 characters where a space allows it, line ends are CRLF. Back, the text comes the way Exchange
 * writes it: one division of the class `PlainText` in an element for font and size, a line break for every line, and
 * written addresses made links.
 */
import { htmlToText, innerBody } from '../host/html';
import { writeAttribute, writeText } from './tree';
import type { Rewriter } from './types';

const WIDTH = 76;

export const toPlainText: Rewriter = ({ format, content }) => {
  const text = format === 'text' ? content : htmlToText(innerBody(content));
  const lines = text.split(/\r\n|\r|\n/);
  return { format: 'text', content: (format === 'text' ? lines : lines.flatMap(brokenLine)).join('\r\n') };
};

function brokenLine(line: string): string[] {
  const lines: string[] = [];
  for (const word of line.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || (last !== '' && last.length + 1 + word.length > WIDTH)) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((part, index) => (index === lines.length - 1 ? part : part.trimEnd()));
}

export const toFormatted: Rewriter = ({ format, content }) =>
  format === 'html'
    ? { format, content }
    : {
        format: 'html',
        content:
          '<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8">\r\n' +
          '<!-- converted from text --><style><!-- .EmailQuote { margin-left: 1pt; padding-left: 4pt; border-left: #800000 2px solid; } --></style></head>\r\n' +
          `<body>\r\n<font size="2"><span style="font-size:11pt;"><div class="PlainText">${content
            .split(/\r\n|\r|\n/)
            .map(formattedLine)
            .join('<br>\r\n')}</div></span></font>\r\n</body>\r\n</html>\r\n`,
      };

/** Spaces at the beginning and in rows stay visible; addresses can be pressed. */
const formattedLine = (line: string): string =>
  line
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((piece, index) =>
      index % 2 === 1
        ? `<a href=${writeAttribute(piece)}>${writeText(piece)}</a>`
        : writeText(piece).replace(/^ | (?= )/g, '&nbsp;'),
    )
    .join('');
