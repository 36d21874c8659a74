/**
 * Text that people typed elsewhere (subjects, topics, names), made safe to stand on one line of ours.
 *
 * Nothing here escapes for HTML; whoever writes HTML does that last.
 */

/**
 * Folds the text onto one line: control characters, halves of surrogate pairs and the characters that embed,
 * override or isolate writing direction go, any whitespace becomes one space, the ends are trimmed.
 *
 * Direction marks (U+200E, U+200F) and joiners stay: scripts need them, and they cannot reorder what follows.
 */
export function oneLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069\ufffe\uffff]/gu, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether anything of the text can be seen. */
export const isVisible = (text: string): boolean => /[^\s\p{Cf}\p{Cc}\p{Cs}]/u.test(text);

/**
 * Cuts the text to at most `limit` UTF-16 units without leaving half of what a person sees as one character
 * (a surrogate pair, an emoji sequence, a letter with its accents).
 */
export function cutAt(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = wholeCharacters(text.slice(0, limit * 2), limit);
  // One "character" may itself be longer than the limit; then only the surrogate pair is kept whole.
  return whole === '' ? text.slice(0, limit).replace(/[\ud800-\udbff]$/, '') : whole;
}

/** Older browsers have no segmenter; there only pairs and dangling joiners are looked after. */
function wholeCharacters(text: string, limit: number): string {
  if (!('Segmenter' in Intl)) return text.slice(0, limit).replace(/[\ud800-\udbff\u200d]+$/, '');
  let end = 0;
  for (const { index, segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (index + segment.length > limit) break;
    end = index + segment.length;
  }
  return text.slice(0, end);
}
