/** Text from outside as JSON. */

/** The value, or undefined for what is not JSON; `null` is JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
