/** Finding settings by words: every word must occur somewhere, whatever its case and accents. Pure. */

export function fits(query: string, texts: readonly string[]): boolean {
  const whole = folded(texts.join(' '));
  return folded(query)
    .split(/\s+/)
    .every((word) => whole.includes(word));
}

const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .trim();
