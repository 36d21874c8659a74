/** Which of the lines in a block are ours: at most one of each kind, in our order; the rest is the person's. */
import { folded } from './page';
import type { Line } from './page';
import { isWrittenInto, order, recognise } from './recogniseLine';
import type { Recognised } from './recogniseLine';

interface Chain {
  readonly index: number;
  readonly length: number;
  readonly before: Chain | undefined;
}

/**
 * The indexes, in order, of the longest sequence of lines in our order, of those that can be this meeting's. Only the
 * join link may take two lines, label and address; and a client may have broken any of them. In linear time.
 */
export function ourLines(
  recognised: readonly (Recognised | undefined)[],
  from: number,
  to: number,
  joinNumber: string,
): number[] {
  const best: (Chain | undefined)[] = order.map(() => undefined);
  for (let index = from; index < to; index++) {
    const line = recognised[index];
    if (!line || (line.joinNumber !== undefined && line.joinNumber !== joinNumber)) continue;
    const kind = order.indexOf(line.kind);
    const before = longest(best.slice(0, line.kind === 'join' ? kind + 1 : kind));
    const length = (before?.length ?? 0) + 1;
    if (length > (best[kind]?.length ?? 0)) best[kind] = { index, length, before };
  }
  const indexes: number[] = [];
  for (let chain = longest(best); chain; chain = chain.before) {
    const { index } = chain;
    for (let part = (recognised[index]?.lines ?? 1) - 1; part >= 0; part--) indexes.push(index + part);
  }
  return indexes.reverse();
}

const longest = (chains: readonly (Chain | undefined)[]): Chain | undefined =>
  chains.reduce((most, chain) => ((chain?.length ?? 0) > (most?.length ?? 0) ? chain : most), undefined);

/**
 * What each line says; of a line that a client broke, the first part says it. An address below our label for it is
 * ours also where its host is none of Zoom's. A topic that a person wrote into is theirs, as far as the topics that
 * it can be are known.
 */
export function recogniseAll(lines: readonly Line[], topics: readonly string[]): (Recognised | undefined)[] {
  const recognised: (Recognised | undefined)[] = [];
  for (let index = 0; index < lines.length;) {
    const whole = recogniseAt(lines, index, topics);
    const written = whole?.topic !== undefined && isWrittenInto(whole.topic, topics);
    recognised.push(written ? undefined : whole);
    for (let part = 1; part < (whole?.lines ?? 1); part++) recognised.push(undefined);
    index = recognised.length;
  }
  lines.forEach(({ text }, index) => {
    const label = lines[index - 1];
    const said = recognised[index - 1];
    const behindLabel = said?.kind === 'join' && label?.links.length === 0 && /[:：]$/.test(label.text);
    if (behindLabel && said.language !== undefined && /^<?https?:\/\/[^\s<>]+>?$/.test(text)) {
      recognised[index] = { ...(recognised[index] ?? { kind: 'join' }), language: said.language };
    }
  });
  return recognised;
}

/** Into how many parts a line of ours may be broken: topics have at most 200 characters. */
const PARTS = 5;

/**
 * The line, by itself or with the parts that a client broke off it. A topic goes on as long as that makes it one that
 * is known; other lines of ours tell their end themselves.
 */
function recogniseAt(
  lines: readonly Line[],
  index: number,
  topics: readonly string[],
): Recognised | undefined {
  const first = lines[index];
  if (!first) return undefined;
  const alone = recognise(first);
  if (alone && alone.kind !== 'topic') return alone;
  const known = topics.map(folded);
  let best = alone;
  let { text } = first;
  for (let parts = 2; parts <= PARTS; parts++) {
    const next = lines[index + parts - 1];
    if (!next?.continues || recognise(next)) break;
    text += ` ${next.text}`;
    const whole = recognise({ text, links: [] });
    if (!whole || (alone ? !known.includes(whole.topic ?? '') : !selfEnding.has(whole.kind))) continue;
    best = { ...whole, lines: parts };
    break;
  }
  // A headline begins with a name, which any line above it could be taken for: then it begins further down.
  const later = best?.kind === 'headline' ? recogniseAt(lines, index + 1, topics) : undefined;
  return later?.kind === 'headline' ? undefined : best;
}

/** Kinds of lines by which one sees that nothing of them is missing. */
const selfEnding: ReadonlySet<string> = new Set(['headline', 'time']);
