/**
 * What replacing a whole body does to its inline images on the clients that lose them (office-js issue 6808).
 */
import { Parser } from 'htmlparser2';

/** An image whose bytes lie in the item itself rather than on a server. */
const inline = /^\s*(?:cid|data|blob):/i;

/** The same string without its inline images; nothing else changes, and images from elsewhere stay. */
export function withoutInlineImages(html: string): string {
  const images: { from: number; to: number }[] = [];
  const parser: Parser = new Parser(
    {
      onopentag: (name, { src = '' }) => {
        if (name === 'img' && inline.test(src))
          images.push({ from: parser.startIndex, to: parser.endIndex + 1 });
      },
    },
    { decodeEntities: true },
  );
  parser.write(html);
  parser.end();
  return images.reduceRight((text, { from, to }) => text.slice(0, from) + text.slice(to), html);
}
