/** What Word makes of the content of a line: runs with its own few elements, bookmarks, pictures twice. */
import { readStyle, writeAttribute, writeText } from './tree';
import type { ElementNode, Node } from './tree';

const tags: Readonly<Record<string, string>> = {
  b: 'b',
  strong: 'b',
  i: 'i',
  em: 'i',
  u: 'u',
  s: 's',
  strike: 's',
  sub: 'sub',
  sup: 'sup',
};

/** Of a run's own look, what Word keeps. */
const looks: ReadonlySet<string> = new Set(['color', 'font-size', 'font-family', 'background']);

export function writeInline(node: Node, filtered: boolean): string {
  if (node.kind === 'text') return writeText(node.text);
  const { tag, attributes } = node;
  const inside = node.children.map((child) => writeInline(child, filtered)).join('');
  if (tag === 'br') return '<br>';
  if (tag === 'img') return picture(node, filtered);
  if (tag === 'a') {
    const { href, name = attributes['id'] } = attributes;
    if (href !== undefined) return `<a href=${writeAttribute(href)}>${inside}</a>`;
    return name === undefined ? inside : `<a name=${writeAttribute(name)}>${inside}</a>`;
  }
  const own = tags[tag];
  if (own !== undefined) return inside === '' ? '' : `<${own}>${inside}</${own}>`;
  if (tag === 'span' || tag === 'font') return run(node, inside, filtered);
  return inside;
}

function run({ attributes }: ElementNode, inside: string, filtered: boolean): string {
  const style = readStyle(attributes['style'] ?? '').filter(([name]) => looks.has(name));
  const look =
    style.length === 0
      ? ''
      : ` style='${style.map(([name, value]) => `${name}:${value.replace(/'/g, '"')}`).join(';')}'`;
  const { dir } = attributes;
  const direction =
    dir === undefined ? '' : ` dir=${filtered ? `"${dir.toUpperCase()}"` : dir.toUpperCase()}`;
  return inside === '' || (look === '' && direction === '')
    ? inside
    : `<span${direction}${look}>${inside}</span>`;
}

function picture({ attributes }: ElementNode, filtered: boolean): string {
  const { src = '', alt = '', width = '96', height = '96' } = attributes;
  const image = `<img border=0 width=${writeAttribute(width)} height=${writeAttribute(height)} id="Picture_x0020_1" src=${writeAttribute(src)} alt=${writeAttribute(alt)}>`;
  return filtered
    ? image
    : `<!--[if gte vml 1]><v:shape id="Picture_x0020_1" type="#_x0000_t75"><v:imagedata src=${writeAttribute(src)}/></v:shape><![endif]--><![if !vml]>${image}<![endif]>`;
}
