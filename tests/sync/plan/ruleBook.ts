/** The tables of `docs/sync.md`, as text. */
import { readFileSync } from 'node:fs';
import path from 'node:path';

export const ruleBook = readFileSync(path.resolve(__dirname, '..', '..', '..', 'docs', 'sync.md'), 'utf8');

/** The rows of the table with this head, without it. */
export function tableOf(...head: readonly string[]): string[][] {
  const rows = ruleBook.split('\n').map(cellsOf);
  const at = rows.findIndex((cells) => cells.join('|') === head.join('|'));
  if (at < 0) throw new Error(`docs/sync.md has no table ${head.join(' | ')}`);
  const rest = rows.slice(at + 2);
  const end = rest.findIndex((cells) => cells.length === 0);
  return end < 0 ? rest : rest.slice(0, end);
}

const cellsOf = (line: string): string[] =>
  line.startsWith('|')
    ? line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim())
    : [];

/** What stands between back-ticks in a cell. */
export const codesIn = (cell: string): string[] =>
  [...cell.matchAll(/`([^`]+)`/g)].flatMap(([, code]) => code ?? []);
