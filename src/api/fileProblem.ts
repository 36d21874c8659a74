/**
 * What is wrong with a file that somebody brings, as a code that a page has words for, and where. Pure.
 *
 * The same for whoever looks at the file: the backend at settings, the account settings page at lists of people.
 */
import * as z from 'zod/mini';

export const FileProblemCode = z.enum([
  'not-json',
  'too-large',
  /** `levels` at most. */
  'too-deep',
  /** `name` has a meaning of its own on every object. */
  'name-refused',
  /** `name` stands twice in one object. */
  'name-twice',
  /** Something called `name` is not known here. */
  'unknown-name',
  'missing',
  /** `expected`: a type of JSON. */
  'wrong-type',
  /** `values`: those that may be here. */
  'wrong-value',
  'empty',
  /** `most` characters or entries. */
  'too-long',
  'bad-address',
  /** Characters that are not shown, or that turn the direction of what follows. */
  'hidden-characters',
  'listed-twice',
  'mapi-locked-and-forced',
  /** A locked option without its value. */
  'locked-without-value',
  /** `others` are not listed. */
  'more',
  /** None of these. */
  'wrong',
]);
export type FileProblemCode = z.infer<typeof FileProblemCode>;

export const FileProblem = z.object({
  /** `account.mapi.value`, as the names in the file lead to it; empty: the whole file. */
  where: z.string(),
  /** Line of the text, where that is what is wrong. */
  line: z.optional(z.int()),
  code: FileProblemCode,
  /** What fills the sentence. */
  details: z.record(z.string(), z.string()),
  /** English, for whoever reads the interface. */
  message: z.string(),
});
export type FileProblem = z.infer<typeof FileProblem>;

/** A problem with its English sentence. */
export function fileProblem(
  code: FileProblemCode,
  details: Readonly<Record<string, string>> = {},
  place: { readonly where?: string; readonly line?: number } = {},
): FileProblem {
  const message = sentences[code].replace(/\{(\w+)\}/g, (_, name: string) => details[name] ?? '');
  const { where = '', line } = place;
  return { where, ...(line === undefined ? {} : { line }), code, details: { ...details }, message };
}

/** What a schema has against a value, one problem for each name that is not known. */
export const problemsOf = (value: unknown, { issues }: z.core.$ZodError): FileProblem[] =>
  issues.flatMap((issue) => {
    const where = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys')
      return issue.keys.map((name) => fileProblem('unknown-name', { name: shorten(name) }, { where }));
    const [code, details] = codeOf(value, issue);
    return [fileProblem(code, details, { where })];
  });

type Coded = readonly [FileProblemCode, Readonly<Record<string, string>>?];

function codeOf(value: unknown, issue: z.core.$ZodIssue): Coded {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(value, issue.path)
        ? ['missing']
        : ['wrong-type', { expected: jsonType(issue.expected) }];
    case 'invalid_value':
      return isMissing(value, issue.path)
        ? ['missing']
        : ['wrong-value', { values: issue.values.map((one) => JSON.stringify(one)).join(', ') }];
    case 'too_small':
      return ['empty'];
    case 'too_big':
      return ['too-long', { most: String(issue.maximum) }];
    case 'invalid_format':
      return issue.format === 'url' || issue.path.at(-1) === 'email'
        ? ['bad-address']
        : ['hidden-characters'];
    default:
      return [ownRules[String(issue.path.findLast((name) => typeof name === 'string'))] ?? 'wrong'];
  }
}

/** Rules of our own schemas, by what they are about. */
const ownRules: Readonly<Partial<Record<string, FileProblemCode>>> = {
  groups: 'listed-twice',
  value: 'listed-twice',
  ewsUrl: 'bad-address',
  forcedProvider: 'mapi-locked-and-forced',
  locked: 'locked-without-value',
};

function isMissing(value: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (inside, name) =>
      typeof inside === 'object' && inside !== null
        ? Object.getOwnPropertyDescriptor(inside, name)?.value
        : undefined,
    value,
  );
  return found === undefined;
}

/** As JSON calls it. */
const jsonType = (expected: string): string => (expected === 'int' ? 'number' : expected);

/** A name of the file, short enough to be shown. */
export const shorten = (name: string): string => (name.length > 60 ? `${name.slice(0, 60)}…` : name);

const sentences: Readonly<Record<FileProblemCode, string>> = {
  'not-json': 'is no JSON',
  'too-large': 'is larger than any such file is',
  'too-deep': 'goes deeper than {levels} levels',
  'name-refused': 'the name {name} is refused',
  'name-twice': 'the name "{name}" stands twice',
  'unknown-name': 'there is nothing called "{name}" here',
  missing: 'is missing',
  'wrong-type': 'must be of the type {expected}',
  'wrong-value': 'must be one of {values}',
  empty: 'must not be empty',
  'too-long': 'must have {most} characters or entries at most',
  'bad-address': 'is not an address as it has to be here',
  'hidden-characters': 'holds characters that are not shown, or that turn the direction of text',
  'listed-twice': 'names the same twice',
  'mapi-locked-and-forced': 'MAPI is on and locked, so that no other service can be forced',
  'locked-without-value': 'an option is locked without a value',
  more: 'and {others} more',
  wrong: 'is not as it has to be',
};
