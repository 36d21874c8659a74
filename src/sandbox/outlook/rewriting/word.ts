/**
 * Classic Outlook for Windows, whose editor is Word, and new Outlook for Mac, which hands over the same in Word's
 * filtered kind (office-js 2426).
 *
 * Modelled: a whole document with a head of styles and conditional comments; everything flattened into paragraphs of
 * the class `MsoNormal`, each ending in `<o:p></o:p>`; divisions and ids are gone, bordered ones stay as
 * `para-border-div`; named anchors stay, as bookmarks; an empty line is a paragraph with a no-break space; attributes
 * without quotes where that is possible, lines broken wherever a space stands, inside tags too; letters beyond ASCII
 * as entities; pictures twice, for VML and without. The filtered kind has quotes, and nothing of `o:` and `mso-`.
 * Plain text comes with CRLF from Windows, with line feeds from Mac.
 */
import { isBlank, isBlockNode, readTree, runsOf } from './tree';
import type { ElementNode, Node } from './tree';
import type { Rewriter } from './types';
import { broken, frameOf, lettersByName, wordsDocument } from './wordsMarkup';
import { writeInline } from './wordsInline';

export const throughWord: Rewriter = ({ format, content }) =>
  format === 'text'
    ? { format, content: content.replace(/\r\n|\r|\n/g, '\r\n') }
    : { format, content: wordsDocument(paragraphs(readTree(content), { filtered: false }), false) };

export const throughMac: Rewriter = ({ format, content }) =>
  format === 'text'
    ? { format, content: content.replace(/\r\n|\r/g, '\n') }
    : { format, content: wordsDocument(paragraphs(readTree(content), { filtered: true }), true) };

export interface Flavour {
  readonly filtered: boolean;
  /** The direction that an element around it has set. */
  readonly direction?: string;
}

const paragraphs = (nodes: readonly Node[], flavour: Flavour): string =>
  runsOf(nodes)
    .map((run) => ('kind' in run ? block(run, flavour) : paragraph('p', run, flavour)))
    .join('');

function block(element: ElementNode, outer: Flavour): string {
  const { tag, attributes, children } = element;
  const direction = attributes['dir']?.toLowerCase();
  const flavour = direction === undefined ? outer : { ...outer, direction };
  const { filtered } = flavour;
  const attribute = (name: string, value: string): string =>
    filtered || !/^\w+$/.test(value) ? ` ${name}="${value}"` : ` ${name}=${value}`;
  switch (tag) {
    case 'p':
    case 'h1':
    case 'h2':
    case 'h3':
      return children.some(isBlockNode) ? paragraphs(children, flavour) : paragraph(tag, children, flavour);
    case 'ul':
    case 'ol': {
      const kind = tag === 'ul' ? 'disc' : '1';
      return `<${tag} style='margin-top:0cm'${attribute('type', kind)}>\r\n${paragraphs(children, flavour)}</${tag}>\r\n\r\n`;
    }
    case 'li': {
      const nested = children.findIndex(isBlockNode);
      const own = nested === -1 ? children : children.slice(0, nested);
      const deeper = nested === -1 ? [] : children.slice(nested);
      return paragraph('li', own, flavour, paragraphs(deeper, flavour));
    }
    case 'table':
      return `<table${attribute('class', 'MsoNormalTable')}${attribute('border', '0')} style='border-collapse:collapse'>\r\n${paragraphs(children, flavour)}</table>\r\n\r\n`;
    case 'thead':
    case 'tbody':
    case 'tfoot':
      return paragraphs(children, flavour);
    case 'tr':
      return `<tr>\r\n${paragraphs(children, flavour)}</tr>\r\n`;
    case 'td':
    case 'th': {
      const spans = ['colspan', 'rowspan'].flatMap((name) => {
        const value = attributes[name];
        return value === undefined ? [] : [attribute(name, value)];
      });
      const inside = children.length === 0 ? paragraph('p', [], flavour) : paragraphs(children, flavour);
      return `<td${spans.join('')} style='padding:.75pt .75pt .75pt .75pt'>\r\n${inside}</td>\r\n`;
    }
    case 'blockquote':
      return `<blockquote style='margin-top:5.0pt;margin-bottom:5.0pt'>\r\n${paragraphs(children, flavour)}</blockquote>\r\n\r\n`;
    case 'hr':
      return `<div${attribute('class', 'MsoNormal')}${attribute('align', 'center')} style='text-align:center'><hr${attribute('size', '2')} width="100%"${attribute('align', 'center')}></div>\r\n\r\n`;
    default: {
      const inside = paragraphs(children, flavour);
      const frame = frameOf(attributes['style'] ?? '', filtered);
      return frame === undefined || inside === ''
        ? inside
        : `<div style='${frame}'>\r\n\r\n${inside}</div>\r\n\r\n`;
    }
  }
}

/** One paragraph, or a list's item with what is nested in it. */
function paragraph(tag: string, nodes: readonly Node[], flavour: Flavour, nested = ''): string {
  const { filtered, direction } = flavour;
  const last = nodes.findLastIndex((node) => !isBlank(node));
  const final = nodes[last];
  // A line break at the very end of a line shows nothing, unless nothing else is in that line.
  const line = final?.kind === 'element' && final.tag === 'br' ? nodes.slice(0, last) : nodes;
  const written = line
    .map((node) => writeInline(node, filtered))
    .join('')
    .trim();
  const bookmarks = written.match(/<a name="[^"]*"><\/a>/g)?.join('') ?? '';
  const empty = written.replace(/<a name="[^"]*"><\/a>|&nbsp;/g, '') === '';
  const content = empty ? bookmarks : written;
  if (empty && content === '' && final === undefined && nested !== '') return nested;

  const className = filtered ? ' class="MsoNormal"' : ' class=MsoNormal';
  const rightToLeft =
    direction === 'rtl'
      ? ` dir=${filtered ? '"RTL"' : 'RTL'} style='text-align:right;direction:rtl;unicode-bidi:embed'`
      : '';
  const start = `<${tag}${/^h\d$/.test(tag) ? '' : className}${rightToLeft}>`;
  const inside = filtered
    ? empty
      ? `${content}&nbsp;`
      : `<span lang="EN-US">${content}</span>`
    : empty
      ? `${content}<o:p>&nbsp;</o:p>`
      : `<span lang=EN-US style='mso-fareast-language:EN-US'>${content}<o:p></o:p></span>`;
  return `${broken(lettersByName(start + inside))}${nested}</${tag}>\r\n\r\n`;
}
