/**
 * Pictures in a body, which rewriting it can lose: `Body.setAsync` may drop them even where the body is given back
 * as it was read (the pictures are attachments behind `cid:` addresses, or data that the client takes apart).
 *
 * What can be done without rewriting such a body: adding, by handing `prependBlock` to `prependAsync` (or the block
 * to `setSelectedDataAsync`, at the cursor). An invitation that is there already can be replaced or removed only by
 * rewriting; the person is told before, or takes it out by hand.
 */
import type { BodyFormat } from '../appointment';
import { readTokens } from './htmlTokens';

const none: ReadonlySet<string> = new Set();
const pictures: ReadonlySet<string> = new Set([
  'img',
  'image',
  'v:imagedata',
  'picture',
  'svg',
  'object',
  'embed',
]);

/** Whether the body shows any picture, wherever it comes from. Plain text has none. */
export function hasInlineImages(format: BodyFormat, content: string): boolean {
  if (format === 'text') return false;
  let found = false;
  readTokens(content, none, {
    startTag(tag) {
      found ||= pictures.has(tag);
    },
    endTag: () => undefined,
    text: () => undefined,
  });
  return found;
}
