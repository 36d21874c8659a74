/**
 * The shape of a language: the English tables with every text replaced, plural forms as the language has them.
 *
 * A missing or misspelt key does not type-check, and neither does a missing plural form.
 */
import type { ErrorCode } from '../../domain/errors';
import type { HostAction } from '../../domain/hostActions';
import type { en } from './en';
import type { admin } from './en/admin';
import type { integration } from './en/integration';
import type { meeting } from './en/meeting';
import type { microsoft } from './en/microsoft';
import type { notes } from './en/notes';
import type { options } from './en/options';
import type { pane } from './en/pane';
import type { recurrence } from './en/recurrence';
import type { ribbon } from './en/ribbon';

/** The plural forms of each language beside English. */
interface PluralForms {
  readonly de: 'one' | 'other';
  readonly ja: 'other';
  readonly ar: 'zero' | 'one' | 'two' | 'few' | 'many' | 'other';
}

/** Languages that English is translated into. */
export type OtherLanguage = keyof PluralForms;

/** The English tables, one for each subject and file. */
interface EnglishTables {
  readonly pane: typeof pane;
  readonly meeting: typeof meeting;
  readonly options: typeof options;
  readonly recurrence: typeof recurrence;
  readonly notes: typeof notes;
  readonly ribbon: typeof ribbon;
  readonly microsoft: typeof microsoft;
}

/**
 * `T` with its texts free, and each `…_one`, `…_other` pair replaced by the forms of the language; `…_each`, where it
 * says an interval of one differently although it has no form for it.
 */
type Translated<T, Forms extends string> = {
  readonly [K in keyof T as K extends `${string}_one` | `${string}_other` ? never : K]: T[K] extends string
    ? string
    : Translated<T[K], Forms>;
} & { readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_${Forms}` : never]: string } & {
  readonly [K in keyof T as K extends `${infer Base}_other` ? `${Base}_each` : never]?: string;
};

/** The words of one subject in a language. Each file says it of its own table, so that a key too many is found too. */
export type Table<Subject extends keyof EnglishTables, Code extends OtherLanguage> = Translated<
  EnglishTables[Subject],
  PluralForms[Code]
>;

/** The same for one subject of the account settings page. */
export type AdminTable<Subject extends keyof typeof admin, Code extends OtherLanguage> = Translated<
  (typeof admin)[Subject],
  PluralForms[Code]
>;

/** The same for the pane's calendar and contact integration. */
export type IntegrationTable<Code extends OtherLanguage> = Translated<typeof integration, PluralForms[Code]>;

/** Sentences of errors by code; `{name}` is filled from the error's details. */
export type ErrorWords = Readonly<Record<ErrorCode, string>>;

/** What follows "Outlook could not …" in a language. */
export type HostActionWords = Readonly<Record<HostAction, string>>;

/** A whole language beside English, whose errors and host actions have their English in `domain/`. */
export interface Language<Code extends OtherLanguage> {
  readonly words: Translated<typeof en, PluralForms[Code]>;
  readonly errors: ErrorWords;
  readonly hostActions: HostActionWords;
}
