/** Writes that were made for an older state: refused, with what others did since, by whom and when. */
import { ProductError } from '../../domain/errors';
import { decidedRevision, steps, type About } from '../database/policyHistory';
import type { Deciding } from './deciding';
import { changedMeanwhile } from './shownSteps';
import type { Expected } from './versions';

/** A refused write is told of so many steps at most. */
const MOST_TOLD = 50;

/** @throws ProductError `changed-meanwhile` unless what is to be written is still as it was expected */
export async function refuseLate(
  deciding: Deciding,
  expected: Expected,
  present: number,
  about: About,
): Promise<void> {
  if (expected === undefined || expected === present) return;
  throw changedMeanwhile(present, await since(deciding, expected, about));
}

/** @throws ProductError `changed-meanwhile` where an administrator decided anything since that revision */
export async function refuseAfterDecisions(deciding: Deciding, expected: Expected): Promise<void> {
  const { database, acting } = deciding;
  await refuseLate(deciding, expected, await decidedRevision(database, acting.accountId), {
    what: 'decisions',
  });
}

/** @returns why a group that is not there cannot be written: who deleted it since, or that it never was of the account */
export async function whyGone(deciding: Deciding, expected: Expected, id: string): Promise<ProductError> {
  const later = await since(deciding, expected, { what: 'group-itself', id });
  const [newest] = later;
  return newest === undefined ? new ProductError('not-found') : changedMeanwhile(newest.revision, later);
}

const since = ({ database, acting }: Deciding, after: Expected, about: About) =>
  steps(database, acting.accountId, { after, about, most: MOST_TOLD });
