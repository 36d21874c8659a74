/**
 * The shape of a language: the English table with every text replaced, plural forms as the language has them.
 *
 * A missing or misspelt key does not type-check, and neither does a missing plural form: `Language<'one' | 'other'>`
 * for German, `Language<'other'>` for Japanese, all six for Arabic.
 */
import type { ErrorCode } from '../../domain/errors';
import type { HostAction } from '../../domain/hostActions';
import type { en } from './en';

type PluralCategory = 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';

/**
 * `T` with its texts free, and each `…_one`, `…_other` pair replaced by the forms of the language; `…_each`, where it
 * says an interval of one differently although it has no form for it.
 */
type Translated<T, Forms extends PluralCategory> = {
  readonly [K in keyof T as K extends `${string}_one` | `${string}_other` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K], Forms>;
} & { readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${Forms}` : never]: string } & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_each` : never]?: string;
};

/** A whole language beside English, whose errors and host actions have their English in `domain/`. */
export interface Language<Forms extends PluralCategory> {
  readonly words: Translated<typeof en, Forms>;
  /** Sentences by code; `{name}` is filled from the error's details. */
  readonly errors: Readonly<Record<ErrorCode, string>>;
  /** What follows "Outlook could not …" in this language. */
  readonly hostActions: Readonly<Record<HostAction, string>>;
}
