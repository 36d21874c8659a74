/**
 * Reads JSON without losing digits. Zoom's ids are int64 numbers and `JSON.parse` rounds beyond 2^53: an integer
 * that it would round is made text before. Pure.
 */

const TEXT_OR_NUMBER = /"[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/g;

/** The value, or undefined when the text is not JSON (`null` is JSON). */
export function parseJson(text: string): unknown {
  try {
    // Almost no answer has a long number in it: the others need no second look.
    return JSON.parse(/\d{16}/.test(text) ? text.replace(TEXT_OR_NUMBER, withoutRounding) : text);
  } catch {
    return undefined;
  }
}

const withoutRounding = (token: string): string =>
  /^-?\d+$/.test(token) && !Number.isSafeInteger(Number(token)) ? `"${token}"` : token;
