/** How names of groups are told apart: however they are spelt. Pure. */

/** Letter by letter, as the database does it: no letter depends on where it stands in a word. */
export const foldedName = (name: string): string => [...name].map((letter) => letter.toLowerCase()).join('');

/** So many groups an account may have. */
export const MOST_GROUPS = 2_000;
