/** What is wrong with a file, in a sentence. Pure. */
import type { FileProblem } from '../../api/fileProblem';
import type { ReadAdmin } from '../../ui/adminWords';

export function problemInWords(
  { code, details }: Pick<FileProblem, 'code' | 'details'>,
  t: ReadAdmin,
): string {
  const { name = '', levels = '', expected = '', values = '', most = '', others = '' } = details;
  return t(`files.problems.${code}`, { name, levels, expected, values, most, others });
}
