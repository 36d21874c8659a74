/** Whether two states are the same, whatever the order in which their fields were written. */
export function isSame(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const [ofA, ofB] = [fieldsOf(a), fieldsOf(b)];
  if (ofA.size !== ofB.size) return false;
  for (const [name, value] of ofA) {
    if (!ofB.has(name) || !isSame(value, ofB.get(name))) return false;
  }
  return true;
}

/** What JSON would keep. */
const fieldsOf = (value: object): Map<string, unknown> =>
  new Map(Object.entries(value).filter(([, each]) => each !== undefined));
