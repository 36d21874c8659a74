/** A plain-text body as lines and regions. Line ends may be CRLF, LF or CR, mixed. */
import { delimiterOf, FIRST_LINE, LAST_LINE } from './marks';
import { folded, linksIn } from './page';
import type { Line, Page, Region } from './page';

export function readText(body: string): Page {
  const lines: Line[] = [];
  const regions: Region[] = [];
  let open: { start: number; exact: boolean } | undefined;

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
      regions.push({ meetingId: undefined, start: open.start, end, selfContained: true, rewritten });
      open = undefined;
    }
    lines.push({
      start,
      end,
      text: folded(shown),
      links: linksIn(body, start, end),
      quoted: shown.startsWith('>'),
    });
  }

  const whole = (first: number, last: number) => {
    const from = lines[first];
    const to = lines[last];
    return from && to ? { start: from.start, end: to.end } : undefined;
  };
  return { lines, regions, whole };
}
