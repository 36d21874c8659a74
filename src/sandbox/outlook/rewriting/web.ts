/**
 * Outlook on the web and new Outlook.
 *
 * Modelled, from the office-js tracker (numbers are its own): ids and names get the prefix `x_`, once more at every
 * round; classes are gone but its own `elementToProof` (5296, 5320); `data-` and other attributes that it does not
 * know are gone; comments and Word's elements are gone; styles come back the way a browser writes them, colours as
 * `rgb()`, nothing of Word's; bare text and inline elements get a `div` of its own with the person's font around them
 * (5482). Plain text comes with line feeds.
 */
import { isBlockNode, readStyle, readTree, runsOf, writeAttribute, writeText } from './tree';
import type { ElementNode, Node } from './tree';
import type { Rewriter } from './types';

const ownDivision =
  '<div class="elementToProof" style="font-family: Aptos, Calibri, Helvetica, sans-serif; font-size: 12pt; color: rgb(0, 0, 0);">';

const voidTags: ReadonlySet<string> = new Set(['area', 'br', 'col', 'hr', 'img', 'wbr']);
const attributes: ReadonlySet<string> = new Set(
  (
    'align alt bgcolor border cellpadding cellspacing color colspan dir face height href lang rowspan size src start ' +
    'target title type valign width'
  ).split(' '),
);
/** Elements that it takes out and leaves the content of. */
const unknown = (tag: string): boolean => tag.includes(':') || tag === 'bdi' || tag === 'bdo';

export const throughWeb: Rewriter = ({ format, content }) =>
  format === 'text'
    ? { format, content: content.replace(/\r\n|\r/g, '\n') }
    : {
        format,
        content: runsOf(readTree(content))
          .map((run) => ('kind' in run ? write(run) : `${ownDivision}${run.map(write).join('')}</div>`))
          .join(''),
      };

function write(node: Node): string {
  if (node.kind === 'text') return writeText(node.text);
  const inside = node.children.map(write).join('');
  if (unknown(node.tag)) return inside;
  const start = `<${node.tag}${writeAttributes(node)}>`;
  return voidTags.has(node.tag) ? start : `${start}${inside}</${node.tag}>`;
}

function writeAttributes(node: ElementNode): string {
  const own = (node.attributes['class'] ?? '').split(/\s+/).includes('elementToProof');
  const written = Object.entries(node.attributes).flatMap(([name, value]) => {
    if (name === 'id' || name === 'name') return [`${name}=${writeAttribute(`x_${value}`)}`];
    if (name === 'style') {
      const style = browsersStyle(value);
      return style === '' ? [] : [`style=${writeAttribute(style)}`];
    }
    return attributes.has(name) ? [`${name}=${writeAttribute(value)}`] : [];
  });
  const kept = own && isBlockNode(node) ? ['class="elementToProof"', ...written] : written;
  return kept.map((attribute) => ` ${attribute}`).join('');
}

const browsersStyle = (style: string): string =>
  readStyle(style)
    .filter(([name]) => !name.startsWith('mso-'))
    .map(
      ([name, value]) =>
        `${name}: ${value.replace(/#[\da-f]{6}\b/gi, rgb).replace(/(?<![\d.#(, ])0(?= |$)|(?<= )0(?= |$)/g, '0px')};`,
    )
    .join(' ');

const rgb = (colour: string): string =>
  `rgb(${[1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16)).join(', ')})`;
