// @ts-check
// Checks the words of pane, ribbon and account settings page: `node tools/languages.mjs`, part of `npm run lint`.
// The compiler finds missing and misspelt keys where they are written; this finds them too, looks at what is in the
// texts, and finds those that nobody reads.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/**
 * One language: everything that `t(…)` can read, as a flat table from key to text. The sentences of errors stand under
 * `errors:`, what Outlook could not do under `hostActions:`. The account settings page has tables of its own, whose keys
 * are no keys of the pane's.
 * @typedef {Readonly<Record<string, string>>} Texts
 */

/**
 * Texts that are rightly the same as in English, by language.
 * @type {Readonly<Record<string, readonly string[]>>}
 */
const sameAsEnglish = {
  de: ['Administrator', 'Audio', 'Computer', 'Host', 'In Zoom', 'Meeting', 'Subscription Edition'],
};

/** Names of products and of their versions, which every language may leave as they are. */
const names = new Set(['2010 SP2', '2013 SP1', 'Exchange', 'Google', 'Office 365']);

/** What is put in and is written in the language of the sentence; anything else may run in another direction. */
const ownWords = new Set([
  'action',
  'count',
  'date',
  'day',
  'days',
  'excess',
  'month',
  'pattern',
  'seconds',
  'when',
  'which',
]);

const form = /_(zero|one|two|few|many|other|each)$/;

/**
 * @param {string} text
 * @returns {string[]} The names of what is put into it, each once.
 */
const gaps = (text) => [...new Set(Array.from(text.matchAll(/\{(\w+)\}/g), ([, name = '']) => name))].sort();

/**
 * The English text that a key translates: of a plural form, the form for many.
 * @param {Texts} english
 * @param {string} key
 */
const originalOf = (english, key) => english[key] ?? english[key.replace(form, '_other')];

/**
 * What is wrong with the texts of a language, each a sentence that begins with the key.
 * @param {string} code The language, such as `ar`.
 * @param {Texts} texts
 * @param {Texts} english
 * @returns {string[]}
 */
export function wrongTexts(code, texts, english) {
  const rightToLeft = new Intl.Locale(code).maximize().script === 'Arab';
  /** @type {string[]} */
  const wrong = [];
  for (const [key, text] of Object.entries(texts)) {
    const original = originalOf(english, key);
    if (original === undefined) {
      wrong.push(`${key} is not in the English table.`);
      continue;
    }
    const wanted = gaps(original);
    const found = gaps(text);
    for (const name of found)
      if (!wanted.includes(name)) wrong.push(`${key} puts in {${name}}, English does not.`);
    for (const name of wanted) {
      // "once", "twice": these forms may say their number in words.
      const sayable = name === 'count' && /_(zero|one|two|each)$/.test(key);
      if (!found.includes(name) && !sayable) wrong.push(`${key} does not put in {${name}}.`);
    }
    if (/[{}]/.test(text.replace(/\{\w+\}/g, ''))) wrong.push(`${key} has a brace that encloses no name.`);
    if (text.trim() === '') wrong.push(`${key} is empty.`);
    if (text !== text.trim() || text.includes('  ')) wrong.push(`${key} has spaces too many.`);
    const hasWords = /\p{L}/u.test(text.replace(/\{\w+\}/g, ''));
    if (text === original && hasWords && !names.has(text) && !sameAsEnglish[code]?.includes(text))
      wrong.push(`${key} is still the English text.`);
    if (rightToLeft)
      for (const name of found)
        if (!ownWords.has(name) && !text.includes(`\u2068{${name}}\u2069`))
          wrong.push(`${key} puts in {${name}} without isolating its direction.`);
  }
  return wrong;
}

/**
 * What English has and the language has not, in no plural form either; each a sentence that begins with the key.
 * @param {Texts} texts
 * @param {Texts} english
 * @returns {string[]}
 */
export function missingTexts(texts, english) {
  const there = new Set(Object.keys(texts).map((key) => key.replace(form, '')));
  const wanted = new Set(Object.keys(english).map((key) => key.replace(form, '')));
  return [...wanted].filter((key) => !there.has(key)).map((key) => `${key} is missing.`);
}

/**
 * Plural forms that a language has too many or too few, each a sentence that begins with the key.
 * @param {string} code
 * @param {Texts} texts
 * @returns {string[]}
 */
export function wrongPlurals(code, texts) {
  const wanted = [...new Intl.PluralRules(code).resolvedOptions().pluralCategories].sort().join(', ');
  /** @type {Map<string, string[]>} */
  const forms = new Map();
  for (const key of Object.keys(texts)) {
    const name = form.exec(key)?.[1];
    if (name === undefined || name === 'each') continue;
    const base = key.replace(form, '');
    forms.set(base, [...(forms.get(base) ?? []), name]);
  }
  return [...forms]
    .map(([base, found]) => ({ base, found: found.sort().join(', ') }))
    .filter(({ found }) => found !== wanted)
    .map(({ base, found }) => `${base} has the forms ${found}; the language has ${wanted}.`);
}

/**
 * Keys that no program reads.
 * @param {Texts} texts
 * @param {ReadonlySet<string>} read Keys as programs name them, plural forms by what they have in common.
 * @returns {string[]}
 */
export const unreadKeys = (texts, read) =>
  Object.keys(texts)
    .filter((key) => !key.includes(':') && !read.has(key) && !read.has(key.replace(form, '')))
    .map((key) => `${key} is read nowhere.`);

/**
 * Keys that two tables have, so that nobody could tell which of them a program reads.
 * @param {Texts} one
 * @param {Texts} other
 * @returns {string[]}
 */
export const inBoth = (one, other) =>
  Object.keys(one)
    .filter((key) => Object.hasOwn(other, key))
    .map((key) => `${key} is a key of two tables.`);

/**
 * Every key that a call of `t` can read: written out, or put together from what types leave possible
 * (`t(\`notes.${note}\`)`).
 * @param {ts.Program} program
 * @param {(file: ts.SourceFile) => boolean} looksInto
 * @returns {{ read: Set<string>, unclear: string[] }} `unclear`: places whose key could be anything.
 */
export function keysRead(program, looksInto) {
  const checker = program.getTypeChecker();
  /** @type {Set<string>} */
  const read = new Set();
  /** @type {string[]} */
  const unclear = [];

  /**
   * The texts that a type leaves possible; undefined: any.
   * @param {ts.Type} type
   * @returns {string[] | undefined}
   */
  function possible(type) {
    const narrowed = checker.getBaseConstraintOfType(type) ?? type;
    const parts = narrowed.isUnion() ? narrowed.types : [narrowed];
    return parts.every((part) => part.isStringLiteral()) ? parts.map(({ value }) => value) : undefined;
  }

  /**
   * @param {ts.Expression} key
   * @returns {string[] | undefined}
   */
  function keysOf(key) {
    if (!ts.isTemplateExpression(key)) return possible(checker.getTypeAtLocation(key));
    /** @type {string[] | undefined} */
    let texts = [key.head.text];
    for (const { expression, literal } of key.templateSpans) {
      const middles = possible(checker.getTypeAtLocation(expression));
      texts = middles && texts?.flatMap((text) => middles.map((middle) => text + middle + literal.text));
    }
    return texts;
  }

  /** @param {ts.Node} node */
  function visit(node) {
    if (ts.isCallExpression(node)) {
      const { expression, arguments: given } = node;
      const name = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
      const [key] = given;
      if (key && ts.isIdentifier(name) && name.text === 't') {
        const keys = keysOf(key);
        if (keys) for (const one of keys) read.add(one);
        else {
          const file = node.getSourceFile();
          const { line } = file.getLineAndCharacterOfPosition(key.getStart());
          unclear.push(`${file.fileName}:${line + 1}: types do not tell which keys this reads.`);
        }
      }
    }
    ts.forEachChild(node, visit);
  }

  for (const file of program.getSourceFiles()) if (looksInto(file)) visit(file);
  return { read, unclear };
}

/**
 * A tree of texts as a flat table.
 * @param {object} tree
 * @param {string} [start] What stands before every key.
 * @returns {Texts}
 */
export const flat = (tree, start = '') =>
  Object.fromEntries(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === 'string' ? [[start + key, value]] : Object.entries(flat(value, `${start}${key}.`)),
    ),
  );

/**
 * A language as its folder has it, as one table.
 * @param {{ words: object, errors: object, hostActions: object }} language
 * @returns {Texts}
 */
export const textsOf = ({ words, errors, hostActions }) => ({
  ...flat(words),
  ...flat(errors, 'errors:'),
  ...flat(hostActions, 'hostActions:'),
});

/**
 * What a module of constants exports, other modules of constants that it imports included.
 * @param {string} file With or without its ending; a folder stands for its index.
 * @returns {Record<string, any>}
 */
export function load(file) {
  const [found] = [file, `${file}.ts`, path.join(file, 'index.ts')].filter((one) => ts.sys.fileExists(one));
  if (found === undefined) throw new Error(`There is no module ${file}.`);
  const { outputText } = ts.transpileModule(readFileSync(found, 'utf8'), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported = {};
  const required = (/** @type {string} */ name) => load(path.join(path.dirname(found), name));
  new Function('exports', 'require', outputText)(exported, required);
  return exported;
}

/**
 * Every complaint about the words of the project.
 * @param {string} root
 * @returns {string[]}
 */
export function check(root) {
  const at = (/** @type {string[]} */ ...parts) => path.join(root, 'src', ...parts);
  const { en } = load(at('ui', 'languages', 'en'));
  const { sentences } = load(at('domain', 'errorSentences'));
  const { hostActions } = load(at('domain', 'hostActions'));
  const english = textsOf({
    words: en,
    errors: sentences,
    hostActions: Object.fromEntries(hostActions.map((/** @type {string} */ action) => [action, action])),
  });

  /** The tables that stand apart because not every page loads them, by name. */
  const apart = ['admin', 'integration'];
  const apartOf = (/** @type {string} */ code, /** @type {string} */ name) =>
    flat(load(at('ui', 'languages', code, name))[name]);
  const englishApart = apart.map((name) => ({ name, texts: apartOf('en', name) }));

  const codes = readdirSync(at('ui', 'languages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== 'en')
    .map(({ name }) => name);
  const complaints = [
    ...wrongPlurals('en', english),
    ...englishApart.flatMap(({ texts }) => wrongPlurals('en', texts)),
    ...englishApart.flatMap(({ texts }) => inBoth(flat(en), texts)),
    ...englishApart.flatMap(({ texts }, place) =>
      englishApart.slice(place + 1).flatMap((other) => inBoth(texts, other.texts)),
    ),
  ].map((sentence) => `en: ${sentence}`);
  for (const code of codes) {
    for (const { texts, original } of [
      { texts: textsOf(load(at('ui', 'languages', code))[code]), original: english },
      ...englishApart.map(({ name, texts }) => ({ texts: apartOf(code, name), original: texts })),
    ]) {
      const found = [
        ...missingTexts(texts, original),
        ...wrongTexts(code, texts, original),
        ...wrongPlurals(code, texts),
      ];
      complaints.push(...found.map((sentence) => `${code}: ${sentence}`));
    }
  }

  const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
  const sources = ['taskpane', 'commands', 'admin', 'ui'].flatMap((room) =>
    ts.sys.readDirectory(at(room), ['.ts', '.tsx']),
  );
  const program = ts.createProgram(sources, {
    ...options,
    incremental: false,
    tsBuildInfoFile: undefined,
  });
  const { read, unclear } = keysRead(program, ({ fileName }) => fileName.startsWith(at('')));
  const unread = [flat(en), ...englishApart.map(({ texts }) => texts)].flatMap((texts) =>
    unreadKeys(texts, read),
  );
  return [...complaints, ...unclear, ...unread.map((sentence) => `en: ${sentence}`)];
}

if (path.basename(process.argv[1] ?? '') === 'languages.mjs') {
  const complaints = check(path.resolve(path.dirname(process.argv[1] ?? ''), '..'));
  for (const complaint of complaints) console.error(complaint);
  process.exitCode = complaints.length > 0 ? 1 : 0;
}
