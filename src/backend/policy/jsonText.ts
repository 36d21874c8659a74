/**
 * Looks into JSON that somebody brings, before anything is made of it: how deep it goes, names that JavaScript takes
 * for something else, and names that stand twice in one object, of which a parser silently takes the last.
 */
import { fileProblem, shorten, type FileProblem } from '../../api/fileProblem';

/** A settings file has five levels. */
const DEEPEST = 12;
/** Names with a meaning of their own on every object. */
const hostile: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

export type ReadJson = { readonly value: unknown } | { readonly problems: readonly FileProblem[] };

/** @returns the value, or everything that is wrong with the text as such */
export function readJson(text: string): ReadJson {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    return { problems: [fileProblem('not-json', {}, { line: lineOf(text, error) })] };
  }
  const problems = problemsIn(text);
  return problems.length > 0 ? { problems } : { value };
}

/** The line at which a parser gave up: its last where it tells no position, since then it came to the end. */
function lineOf(text: string, error: unknown): number {
  const position = /position (\d+)/.exec(error instanceof Error ? error.message : '')?.[1];
  return text.slice(0, position === undefined ? undefined : Number(position)).split('\n').length;
}

/** Walks the text once; it is known to be JSON. */
function problemsIn(text: string): FileProblem[] {
  const problems: FileProblem[] = [];
  const open: (Set<string> | null)[] = [];
  let line = 1;
  for (const { 0: piece } of text.matchAll(/"(?:[^"\\]|\\.)*"\s*:?|[{}[\]\n]/gs)) {
    if (piece === '\n') line += 1;
    else if (piece === '{' || piece === '[') {
      open.push(piece === '{' ? new Set() : null);
      if (open.length > DEEPEST)
        return [...problems, fileProblem('too-deep', { levels: String(DEEPEST) }, { line })];
    } else if (piece === '}' || piece === ']') open.pop();
    else {
      if (piece.endsWith(':')) {
        const name = nameIn(piece);
        const names = open.at(-1);
        if (hostile.has(name)) problems.push(fileProblem('name-refused', { name }, { line }));
        if (names?.has(name) === true)
          problems.push(fileProblem('name-twice', { name: shorten(name) }, { line }));
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
