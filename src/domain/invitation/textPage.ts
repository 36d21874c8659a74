/** A plain-text body as lines and regions. Line ends may be CRLF, LF or CR, mixed. */
import { delimiterOf, FIRST_LINE, LAST_LINE } from './marks';
import { folded, linksIn, wasBroken } from './page';
import type { Line, Page, Region } from './page';

export function readText(body: string): Page {
  const lines: Line[] = [];
  const regions: Region[] = [];
  let open: { start: number; exact: boolean } | undefined;
  let before: { readonly length: number; readonly end: number } | undefined;

  for (const match of body.matchAll(/[^\r\n]+/g)) {
    const raw = match[0];
    const start = match.index + (raw.length - raw.trimStart().length);
    const end = match.index + raw.trimEnd().length;
    if (end <= start) continue;

    const shown = body.slice(start, end);
    const delimiter = delimiterOf(shown);
    if (delimiter === 'first') open = { start, exact: raw === FIRST_LINE };
    if (delimiter === 'last' && open) {
      const rewritten = !(open.exact && raw === LAST_LINE);
      regions.push({
        meetingId: undefined,
        start: open.start,
        end,
        selfContained: true,
        framed: true,
        rewritten,
      });
      open = undefined;
    }
    lines.push({
      start,
      end,
      text: folded(shown),
      links: linksIn(body, start, end),
      quoted: shown.startsWith('>'),
      continues:
        before !== undefined &&
        wasBroken(before.length, shown) &&
        /^(?:\r\n|\r|\n)$/.test(body.slice(before.end, match.index)),
    });
    before = { length: raw.trimEnd().length, end: match.index + raw.length };
  }

  const whole = (first: number, last: number) => {
    const from = lines[first];
    const to = lines[last];
    return from && to ? { start: from.start, end: to.end } : undefined;
  };
  const typed = (first: number, last: number) => {
    const [from, to] = [lines[first], lines[last]];
    if (!from || !to) return [];
    let { start } = from;
    let { end } = to;
    while (start > 0 && !isLineEnd(body[start - 1])) start -= 1;
    while (end < body.length && !isLineEnd(body[end])) end += 1;
    return [{ start, end, text: body.slice(start, end) }];
  };
  return { lines, regions, whole, typed };
}

const isLineEnd = (character: string | undefined): boolean => character === '\r' || character === '\n';
