/**
 * Looks into JSON that somebody brings, before anything is made of it: how deep it goes, names that JavaScript takes
 * for something else, and names that stand twice in one object, of which a parser silently takes the last.
 */

export interface TextProblem {
  /** Where in the text, such as `line 3`; empty for all of it. */
  readonly where: string;
  readonly message: string;
}

/** A settings file has five levels. */
const DEEPEST = 12;
/** Names with a meaning of their own on every object. */
const hostile: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type ReadJson = { readonly value: unknown } | { readonly problems: readonly TextProblem[] };

/** @returns the value, or everything that is wrong with the text as such */
export function readJson(text: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return {
      problems: [
        { where: '', message: `is no JSON: ${error instanceof Error ? error.message : 'it cannot be read'}` },
      ],
    };
  }
  const problems = problemsIn(text);
  return problems.length > 0 ? { problems } : { value };
}

/** Walks the text once; it is known to be JSON. */
function problemsIn(text: string): TextProblem[] {
  const problems: TextProblem[] = [];
  const open: (Set<string> | null)[] = [];
  let line = 1;
  for (const { 0: piece } of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]\n]/gs)) {
    if (piece === '\n') line += 1;
    else if (piece === '{' || piece === '[') {
      open.push(piece === '{' ? new Set() : null);
      if (open.length > DEEPEST)
        return [...problems, { where: `line ${line}`, message: `goes deeper than ${DEEPEST} levels` }];
    } else if (piece === '}' || piece === ']') open.pop();
    else {
      if (piece.endsWith(':')) {
        const name = nameIn(piece);
        const names = open.at(-1);
        if (hostile.has(name))
          problems.push({ where: `line ${line}`, message: `the name ${name} is refused` });
        if (names?.has(name) === true)
          problems.push({ where: `line ${line}`, message: `the name ${shorten(name)} stands twice` });
        names?.add(name);
      }
      line += piece.split('\n').length - 1;
    }
  }
  return problems;
}

/** Without its quotes; escapes resolved, because they may hide a name. */
function nameIn(piece: string): string {
  const name: unknown = JSON.parse(piece.slice(0, -1));
  return typeof name === 'string' ? name : '';
}

const shorten = (name: string): string => JSON.stringify(name.length > 60 ? `${name.slice(0, 60)}…` : name);
