/**
 * Every text of pane and ribbon in English: the table whose shape all languages have, a file for each subject.
 *
 * `{name}` is filled in by the caller; keys that end in `_one` and `_other` are plural forms of the key without it,
 * chosen by `count`. Sentences of errors are in `domain/errors.ts`.
 */
import { meeting } from './meeting';
import { microsoft } from './microsoft';
import { notes } from './notes';
import { options } from './options';
import { pane } from './pane';
import { recurrence } from './recurrence';
import { ribbon } from './ribbon';

export const en = { ...pane, ...meeting, options, recurrence, notes, ribbon, microsoft } as const;
