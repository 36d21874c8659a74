/** Every text of pane and ribbon in German; `en/` says what the keys are. Names of buttons stand in „…“. */
import type { Language } from '../types';
import { errors, hostActions } from './errors';
import { meeting } from './meeting';
import { microsoft } from './microsoft';
import { notes } from './notes';
import { options } from './options';
import { pane } from './pane';
import { recurrence } from './recurrence';
import { ribbon } from './ribbon';

export const de = {
  words: { ...pane, ...meeting, options, recurrence, notes, ribbon, microsoft },
  errors,
  hostActions,
} satisfies Language<'de'>;
