/** The document around Word's paragraphs, and its ways with lines, letters and borders. */
import { readStyle } from './tree';

const namespaces =
  'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40"';

const styles = `<style><!--
/* Style Definitions */
p.MsoNormal, li.MsoNormal, div.MsoNormal
	{margin:0cm;
	font-size:11.0pt;
	font-family:"Calibri",sans-serif;}
a:link, span.MsoHyperlink
	{color:#0563C1;
	text-decoration:underline;}
div.WordSection1
	{page:WordSection1;}
--></style>`.replace(/\n/g, '\r\n');

/** The whole document for these paragraphs; `filtered` is the kind without Word's own elements. */
export const wordsDocument = (paragraphs: string, filtered: boolean): string =>
  filtered
    ? `<html>\r\n\r\n<head>\r\n<meta http-equiv=Content-Type content="text/html; charset=utf-8">\r\n<meta name=Generator content="Microsoft Word 15 (filtered)">\r\n${styles}\r\n</head>\r\n\r\n<body lang="EN-US" link="#0563C1" vlink="#954F72">\r\n\r\n<div class="WordSection1">\r\n\r\n${paragraphs}</div>\r\n\r\n</body>\r\n\r\n</html>\r\n`
    : `<html ${namespaces}><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><meta name=Generator content="Microsoft Word 15 (filtered medium)"><!--[if !mso]><style>v\\:* {behavior:url(#default#VML);}\r\no\\:* {behavior:url(#default#VML);}\r\n</style><![endif]-->${styles}<!--[if gte mso 9]><xml>\r\n<o:shapedefaults v:ext="edit" spidmax="1026" />\r\n</xml><![endif]--></head><body lang=EN-US link="#0563C1" vlink="#954F72" style='word-wrap:break-word'><div class=WordSection1>${paragraphs}</div></body></html>\r\n`;

/** How long a line gets, at most, where a space allows it. */
const WIDTH = 76;

/** A paragraph with line ends in place of spaces, inside tags too. */
export function broken(paragraph: string): string {
  let column = 0;
  return paragraph
    .split(' ')
    .map((word, index) => {
      const breaks = index > 0 && column + 1 + word.length > WIDTH;
      column = index === 0 || breaks ? word.length : column + 1 + word.length;
      return index === 0 ? word : `${breaks ? '\r\n' : ' '}${word}`;
    })
    .join('');
}

const names = new Map(
  (
    'ä auml,ö ouml,ü uuml,Ä Auml,Ö Ouml,Ü Uuml,ß szlig,à agrave,á aacute,â acirc,ç ccedil,è egrave,é eacute,ê ecirc,' +
    'í iacute,î icirc,ï iuml,ñ ntilde,ó oacute,ô ocirc,ú uacute,û ucirc,ù ugrave,« laquo,» raquo,¿ iquest,¡ iexcl'
  )
    .split(',')
    .flatMap((pair): [string, string][] => {
      const [letter, name] = pair.split(' ');
      return letter === undefined || name === undefined ? [] : [[letter, name]];
    }),
);

/** Western letters by name, typographic signs and direction marks by number; other scripts stay. */
export const lettersByName = (html: string): string =>
  html.replace(/[\u00a1-\u00ff\u200c-\u200f\u2010-\u2027\u2066-\u2069]/g, (letter) => {
    const name = names.get(letter);
    return name === undefined ? `&#${String(letter.codePointAt(0))};` : `&${name};`;
  });

/** The border that a division keeps, all that Word keeps of it; undefined for one without. */
export function frameOf(style: string, filtered: boolean): string | undefined {
  const edges = readStyle(style).flatMap(([name, value]) => {
    if (!/^border(?:-top|-bottom|-left|-right)?$/.test(name) || /^none/.test(value)) return [];
    const colour = hexadecimal(value);
    return colour === undefined ? [] : [`${name}:solid ${colour} 1.0pt`];
  });
  if (edges.length === 0) return undefined;
  return [
    ...(filtered ? [] : ['mso-element:para-border-div']),
    'border:none',
    ...edges,
    'padding:8.0pt 0cm 8.0pt 0cm',
  ].join(';');
}

function hexadecimal(value: string): string | undefined {
  const plain = /#[\da-f]{6}\b/i.exec(value)?.[0];
  if (plain !== undefined) return plain.toUpperCase();
  const parts = /rgb\((\d+), ?(\d+), ?(\d+)\)/.exec(value);
  return parts
    ? `#${parts
        .slice(1)
        .map((part) => Number(part).toString(16).padStart(2, '0'))
        .join('')
        .toUpperCase()}`
    : undefined;
}
