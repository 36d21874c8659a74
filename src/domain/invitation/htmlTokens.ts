/**
 * The tokens of an HTML string with exact places, over htmlparser2's tokenizer. Comments, declarations and
 * processing instructions are passed over.
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
  /** Text; `exact` when `content` is the very slice `[start, end)`, otherwise it is one decoded character. */
  text(content: string, start: number, end: number, exact: boolean): void;
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
    { xmlMode: false, decodeEntities: true },
    {
      ontext: (start, end) => {
        at = end;
        handler.text(html.slice(start, end), start, end, true);
      },
      ontextentity: (codepoint, end) => {
        const start = at;
        at = end;
        handler.text(String.fromCodePoint(codepoint), start, end, false);
      },
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
      onattribentity: (codepoint) => {
        if (wanted.has(name)) value += String.fromCodePoint(codepoint);
      },
      onattribend: () => {
        if (wanted.has(name)) attributes[name] ??= value;
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
