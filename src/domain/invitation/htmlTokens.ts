/**
 * The tokens of an HTML string with exact places, over htmlparser2's tokenizer. Comments, declarations and
 * processing instructions are passed over.
 *
 * The tokenizer's own decoding of entities stays off: its table of 2,000 names is 22 KB of gzip in a bundle (the
 * build leaves it out, see `webpack.config.js`), and what is compared here needs only the few that clients write.
 */
import { Tokenizer } from 'htmlparser2';

export interface TokenHandler {
  /** A start tag; of its attributes those that were asked for, decoded. `closing`: written `<x/>`. */
  startTag(
    tag: string,
    attributes: Readonly<Record<string, string>>,
    start: number,
    end: number,
    closing: boolean,
  ): void;
  endTag(tag: string, start: number, end: number): void;
  /** Text as it is written, entities included (`decoded` reads them). */
  text(content: string, start: number, end: number): void;
}

/**
 * Reads the whole string. Answers where an unfinished piece of markup at its end begins (a tag without `>`, a
 * comment without `-->`), which would swallow anything appended; undefined when there is none.
 */
export function readTokens(
  html: string,
  wanted: ReadonlySet<string>,
  handler: TokenHandler,
): number | undefined {
  let tagStart = 0;
  let tag = '';
  let attributes: Record<string, string> = {};
  let name = '';
  let value = '';
  /** Behind the last complete token. */
  let at = 0;
  let unfinished: number | undefined;

  const startTag = (index: number, closing: boolean): void => {
    at = index + 1;
    handler.startTag(tag, attributes, tagStart, at, closing);
  };
  const passOver = (index: number): void => {
    at = index + 1;
  };
  const tokenizer = new Tokenizer(
    { xmlMode: false, decodeEntities: false },
    {
      ontext: (start, end) => {
        at = end;
        handler.text(html.slice(start, end), start, end);
      },
      ontextentity: () => undefined,
      onopentagname: (start, end) => {
        tagStart = start - 1;
        tag = html.slice(start, end).toLowerCase();
        attributes = {};
      },
      onattribname: (start, end) => {
        name = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata: (start, end) => {
        if (wanted.has(name)) value += html.slice(start, end);
      },
      onattribentity: () => undefined,
      onattribend: () => {
        if (wanted.has(name)) attributes[name] ??= decoded(value);
      },
      onopentagend: (index) => startTag(index, false),
      onselfclosingtag: (index) => startTag(index, true),
      onclosetag: (nameStart, nameEnd) => {
        const start = html.lastIndexOf('<', nameStart);
        const bracket = html.indexOf('>', nameEnd);
        at = bracket === -1 ? html.length : bracket + 1;
        if (bracket === -1) unfinished = start;
        handler.endTag(html.slice(nameStart, nameEnd).toLowerCase(), start, at);
      },
      oncomment: (start, end) => {
        if (end >= html.length) unfinished = html.lastIndexOf('<', start);
        passOver(end);
      },
      oncdata: (_start, end) => passOver(end),
      ondeclaration: (_start, end) => passOver(end),
      onprocessinginstruction: (_start, end) => passOver(end),
      onend: () => undefined,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return unfinished ?? (at < html.length ? at : undefined);
}

/** U+00A0 to U+00FF, which Word writes by name. */
const latin1 =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro ' +
  'para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil ' +
  'Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave ' +
  'Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml ' +
  'igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute ' +
  'thorn yuml';

const named: ReadonlyMap<string, string> = new Map([
  ...latin1.split(' ').map((name, index): [string, string] => [name, String.fromCodePoint(0xa0 + index)]),
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
  ['ndash', '–'],
  ['mdash', '—'],
  ['lsquo', '‘'],
  ['rsquo', '’'],
  ['ldquo', '“'],
  ['rdquo', '”'],
  ['hellip', '…'],
  ['lrm', '\u200e'],
  ['rlm', '\u200f'],
  ['zwnj', '\u200c'],
  ['zwj', '\u200d'],
]);

/** Text with its entities read: numbers, and the names that clients write in place of plain characters. */
export const decoded = (text: string): string =>
  text.replace(
    /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([a-zA-Z][a-zA-Z\d]{1,5}));/g,
    (whole: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return named.get(name) ?? whole;
      const codepoint = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
      return codepoint <= 0x10ffff ? String.fromCodePoint(codepoint) : whole;
    },
  );
