/** Whether an invitation in a body reads as one that is rendered anew would, whatever a client made of its markup. */
import { readHtml } from './htmlPage';
import type { Invitation } from './types';

/**
 * HTML only. Lines that a person typed inside do not count, nor do blanks, which clients put and take away.
 *
 * @param own an invitation in `body`
 * @param block as `renderInvitation` gives it
 */
export function saysTheSame(body: string, own: Invitation, block: string): boolean {
  const typed = (at: number): boolean => own.typed.some(({ start, end }) => start <= at && at < end);
  const there = readHtml(body).lines.filter(
    ({ start, end }) => start >= own.start && end <= own.end && !typed(start),
  );
  return wordsOf(there) === wordsOf(readHtml(block).lines);
}

const wordsOf = (lines: readonly { readonly text: string }[]): string =>
  lines.map(({ text }) => text.replace(/\s/g, '')).join('');
