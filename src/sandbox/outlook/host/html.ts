/**
 * Bodies between host and add-in: the document around the editor's content, and plain text from HTML and back.
 *
 * Everything works on the strings themselves, so that what needs no change comes through byte for byte.
 */
import { Parser } from 'htmlparser2';

/** The content between the tags of `<body>`, or the whole when there is no such tag. */
export function innerBody(html: string): string {
  let from: number | undefined;
  let to: number | undefined;
  const parser: Parser = new Parser(
    {
      onopentag: (name) => {
        if (name === 'body') from ??= parser.endIndex + 1;
      },
      onclosetag: (name, implied) => {
        if (name === 'body' && !implied) to = parser.startIndex;
      },
    },
    { decodeEntities: false },
  );
  parser.write(html);
  parser.end();
  return from === undefined ? html : html.slice(from, to ?? html.length);
}

/** The document that an add-in is given for the editor's content. */
export function wrapDocument(content: string): string {
  if (/<body[\s>]/i.test(content)) return content;
  return `<html><head>\r\n<meta http-equiv="Content-Type" content="text/html; charset=utf-8"></head><body>${content}</body></html>`;
}

const blocks = new Set([
  'p',
  'div',
  'li',
  'tr',
  'table',
  'ul',
  'ol',
  'blockquote',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'hr',
]);
const silent = new Set(['script', 'style', 'head', 'title']);

/**
 * What a person reads of HTML: blocks and line breaks as lines, runs of white space as one space. A link keeps its
 * address, as in Outlook: `words <https://…>`, or the words alone where they are the address.
 */
export function htmlToText(html: string): string {
  let text = '';
  let hidden = 0;
  const links: { address: string; from: number }[] = [];
  const line = () => {
    text = text.replace(/ +$/, '');
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const parser = new Parser({
    onopentag: (name, { href = '' }) => {
      if (silent.has(name)) hidden += 1;
      else if (name === 'a') links.push({ address: href.trim(), from: text.length });
      else if (name === 'br') text += '\n';
      else if (name === 'td' || name === 'th') text += text === '' || /\s$/.test(text) ? '' : '\t';
      else if (blocks.has(name)) line();
    },
    onclosetag: (name) => {
      if (silent.has(name)) hidden -= 1;
      else if (blocks.has(name)) line();
      const link = name === 'a' ? links.pop() : undefined;
      if (link) text = withAddress(text, link);
    },
    ontext: (chunk) => {
      if (hidden > 0) return;
      const flat = chunk.replace(/[ \t\r\n]+/g, ' ');
      text += text === '' || /\s$/.test(text) ? flat.replace(/^ /, '') : flat;
    },
  });
  parser.write(html);
  parser.end();
  return text.replace(/\s+$/, '');
}

/** The text with the address of the link that its end, from `from` on, is the words of. */
function withAddress(text: string, { address, from }: { address: string; from: number }): string {
  if (!/^(?:https?|mailto):/i.test(address)) return text;
  const words = text.slice(from).trim();
  if ([words, `${words}/`, `mailto:${words}`].includes(address)) return text;
  const shown = text.trimEnd();
  const behind = text.slice(shown.length);
  return words === '' ? `${text}<${address}>` : `${shown} <${address}>${behind}`;
}

/** Plain text as HTML that looks the same. */
export function textToHtml(text: string): string {
  return text
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\r\n|\r|\n/g, '<br>');
}
