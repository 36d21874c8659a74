/**
 * Any JavaScript string as a text that SQLite keeps and compares: control characters (NUL would end the text) and lone
 * surrogates (no UTF-8) are written as JSON, which begins with a quotation mark as no other text then does. One string
 * always has the same form, so it can be searched for.
 */

const needsJson = /^"|[\p{Cc}\p{Cs}]/u;

export const toColumn = (text: string): string => (needsJson.test(text) ? JSON.stringify(text) : text);

/** @throws SyntaxError for what `toColumn` did not make */
export function fromColumn(text: string): string {
  if (!text.startsWith('"')) return text;
  const value: unknown = JSON.parse(text);
  if (typeof value !== 'string') throw new SyntaxError('not a string');
  return value;
}

export const toNullableColumn = (text: string | null): string | null =>
  text === null ? null : toColumn(text);
export const fromNullableColumn = (text: string | null): string | null =>
  text === null ? null : fromColumn(text);

/** For `json_each`. */
export const toList = (texts: readonly string[]): string => JSON.stringify(texts.map(toColumn));
