import { unanswered } from '../../../src/sync/engine/questions';
import type { Question } from '../../../src/sync/actions';

const deletions = (number: number): Question => ({
  kind: 'many-deletions',
  side: 'meeting',
  deletions: number,
  known: 40,
  share: 0.2,
});
const empty: Question = { kind: 'side-empty', side: 'appointment', known: 40 };

test('an answer is good for the very numbers that were asked about', () => {
  expect(unanswered([deletions(12), empty], [deletions(12)])).toEqual([empty]);
  expect(unanswered([deletions(13)], [deletions(12)])).toEqual([deletions(13)]);
  expect(unanswered([{ ...empty, side: 'meeting' }], [empty])).toHaveLength(1);
  expect(unanswered([empty], [empty, deletions(1)])).toEqual([]);
});
