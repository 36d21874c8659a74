/** Which questions nobody has answered. An answer is good for the very numbers that were asked about. */
import type { Question } from '../actions';
import { isSame } from '../same';

export const unanswered = (
  questions: readonly Question[],
  approved: readonly Question[],
): readonly Question[] => questions.filter((each) => !approved.some((answer) => isSame(answer, each)));
