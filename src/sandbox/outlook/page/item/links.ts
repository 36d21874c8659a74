/** Finds the addresses of web pages in a line of text. Pure. */

export interface LinkPart {
  readonly text: string;
  /** Only http and https, so that a link can be followed safely. */
  readonly url?: string;
}

/** The line in pieces: text as it is, addresses with where they lead. */
export function linkParts(line: string): LinkPart[] {
  const parts: LinkPart[] = [];
  let at = 0;
  for (const found of line.matchAll(/https?:\/\/[^\s<>"';]+/gi)) {
    const text = found[0].replace(/[.,:!?)\]]+$/, '');
    if (!URL.canParse(text)) continue;
    if (found.index > at) parts.push({ text: line.slice(at, found.index) });
    parts.push({ text, url: text });
    at = found.index + text.length;
  }
  if (at < line.length) parts.push({ text: line.slice(at) });
  return parts;
}
