/**
 * Every text of pane and ribbon in Arabic; `en/` says what the keys are. Names of buttons stand in «…».
 *
 * What is put in and may be written from left to right stands between U+2068 and U+2069, so that it keeps its own
 * direction and the sentence keeps its own.
 */
import type { Language } from '../types';
import { errors, hostActions } from './errors';
import { meeting } from './meeting';
import { microsoft } from './microsoft';
import { notes } from './notes';
import { options } from './options';
import { pane } from './pane';
import { recurrence } from './recurrence';
import { ribbon } from './ribbon';

export const ar = {
  words: { ...pane, ...meeting, options, recurrence, notes, ribbon, microsoft },
  errors,
  hostActions,
} satisfies Language<'ar'>;
