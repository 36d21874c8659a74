/**
 * A plain-text body as lines and regions. Line ends may be CRLF, LF or CR, mixed. What somebody types right before or
 * behind a delimiter is a line of its own here.
 */
import { cutAtDelimiters, delimiterOf, FIRST_LINE, LAST_LINE } from './marks';
import { folded, linksIn, wasBroken } from './page';
import type { Line, Page, Region } from './page';

export function readText(body: string): Page {
  const lines: Line[] = [];
  /** The same with the spaces around them. */
  const extents: { readonly start: number; readonly end: number }[] = [];
  const regions: Region[] = [];
  let open: { start: number; exact: boolean } | undefined;
  let before: { readonly length: number; readonly end: number } | undefined;

  for (const { raw, index } of piecesOf(body)) {
    const start = index + (raw.length - raw.trimStart().length);
    const end = index + raw.trimEnd().length;
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
        /^(?:\r\n|\r|\n)$/.test(body.slice(before.end, index)),
    });
    extents.push({ start: index, end: index + raw.length });
    before = { length: raw.trimEnd().length, end: index + raw.length };
  }

  const whole = (first: number, last: number) => {
    const from = lines[first];
    const to = lines[last];
    return from && to ? { start: from.start, end: to.end } : undefined;
  };
  const typed = (first: number, last: number) => {
    const [from, to] = [extents[first], extents[last]];
    return from && to ? [{ start: from.start, end: to.end, text: body.slice(from.start, to.end) }] : [];
  };
  return { lines, regions, whole, typed };
}

/** Lines, and the parts of those that hold a delimiter and more. */
function* piecesOf(body: string): Generator<{ readonly raw: string; readonly index: number }> {
  for (const { 0: line, index } of body.matchAll(/[^\r\n]+/g)) {
    let at = index;
    for (const raw of cutAtDelimiters(line)) {
      yield { raw, index: at };
      at += raw.length;
    }
  }
}
