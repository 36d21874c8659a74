/**
 * Reads JSON without losing digits. Zoom's ids are int64 numbers and `JSON.parse` rounds beyond 2^53: a run of
 * 16 or more digits that stands outside of text is made text before it is parsed. Pure.
 */

const TEXT_OR_LONG_INTEGER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d{16,}(?![\d.eE])/g;

/** The value, or undefined when the text is not JSON (`null` is JSON). */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(/\d{16}/.test(text) ? text.replace(TEXT_OR_LONG_INTEGER, asText) : text);
  } catch {
    return undefined;
  }
}

const asText = (token: string): string => (token.startsWith('"') ? token : `"${token}"`);
