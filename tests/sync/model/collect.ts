/**
 * A closed SQLite file stays open until the runtime has collected its statements, and nothing makes it hurry: histories
 * open thousands.
 */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import * as z from 'zod/mini';

setFlagsFromString('--expose-gc');
const collect = z.custom<() => void>((value) => typeof value === 'function').parse(runInNewContext('gc'));

const EVERY = 250;
let histories = 0;

/** After each history. What is collected is let go only when the runtime comes to its other work. */
export async function collectNowAndThen(): Promise<void> {
  histories += 1;
  if (histories % EVERY !== 0) return;
  collect();
  await new Promise((resolve) => setImmediate(resolve));
}
