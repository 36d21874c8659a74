/** Which of the lines in a block are ours: at most one of each kind, in our order; the rest is the person's. */
import type { Line } from './page';
import { order, recognise } from './recogniseLine';
import type { Recognised } from './recogniseLine';

interface Chain {
  readonly index: number;
  readonly length: number;
  readonly before: Chain | undefined;
}

/**
 * The indexes, in order, of the longest sequence of lines in our order, of those that can be this meeting's. Only the
 * join link may take two lines, label and address. In linear time.
 */
export function ourLines(
  recognised: readonly (Recognised | undefined)[],
  from: number,
  to: number,
  meetingId: string,
): number[] {
  const best: (Chain | undefined)[] = order.map(() => undefined);
  for (let index = from; index < to; index++) {
    const line = recognised[index];
    if (!line || (line.meetingId !== undefined && line.meetingId !== meetingId)) continue;
    const kind = order.indexOf(line.kind);
    const before = longest(best.slice(0, line.kind === 'join' ? kind + 1 : kind));
    const length = (before?.length ?? 0) + 1;
    if (length > (best[kind]?.length ?? 0)) best[kind] = { index, length, before };
  }
  const indexes: number[] = [];
  for (let chain = longest(best); chain; chain = chain.before) indexes.push(chain.index);
  return indexes.reverse();
}

const longest = (chains: readonly (Chain | undefined)[]): Chain | undefined =>
  chains.reduce((most, chain) => ((chain?.length ?? 0) > (most?.length ?? 0) ? chain : most), undefined);

/** What each line says. An address below our label for it is ours also where its host is none of Zoom's. */
export function recogniseAll(lines: readonly Line[]): (Recognised | undefined)[] {
  const recognised = lines.map(recognise);
  lines.forEach(({ text }, index) => {
    const label = lines[index - 1];
    const behindLabel =
      recognised[index - 1]?.kind === 'join' && label?.links.length === 0 && label.text.endsWith(':');
    if (behindLabel && /^<?https?:\/\/[^\s<>]+>?$/.test(text)) recognised[index] ??= { kind: 'join' };
  });
  return recognised;
}
