/** The checks of words that are part of lint: each finds what it is for. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import ts from 'typescript';
import { flat, inBoth, keysRead, unreadKeys, wrongPlurals, wrongTexts } from '../../tools/languages.mjs';

const english = {
  'a.plain': 'A text',
  'a.named': 'Ask {person} to wait {seconds} s.',
  'a.copies_one': 'One copy of {topic}',
  'a.copies_other': '{count} copies of {topic}',
};
const german = {
  'a.plain': 'Ein Text',
  'a.named': 'Bitten Sie {person}, {seconds} s zu warten.',
  'a.copies_one': 'Eine Kopie von {topic}',
  'a.copies_other': '{count} Kopien von {topic}',
};

it('flattens a table into dotted keys', () => {
  expect(flat({ a: { plain: 'A text', deep: { er: 'Another' } } }, 'x:')).toEqual({
    'x:a.plain': 'A text',
    'x:a.deep.er': 'Another',
  });
});

describe('texts', () => {
  it('that say the same pass', () => {
    expect(wrongTexts('de', german, english)).toEqual([]);
  });

  it.each([
    ['a key that English lacks', { 'a.new': 'Neu' }, 'a.new is not in the English table.'],
    [
      'something put in that English has not',
      { 'a.plain': 'Für {whom}' },
      'a.plain puts in {whom}, English does not.',
    ],
    ['something left out', { 'a.named': 'Warten Sie {seconds} s.' }, 'a.named does not put in {person}.'],
    [
      'the number left out of many',
      { 'a.copies_other': 'Kopien von {topic}' },
      'a.copies_other does not put in {count}.',
    ],
    ['a gap left open', { 'a.plain': 'Ein {Text' }, 'a.plain has a brace that encloses no name.'],
    ['nothing', { 'a.plain': '' }, 'a.plain is empty.'],
    ['a space too many', { 'a.plain': 'Ein  Text' }, 'a.plain has spaces too many.'],
    ['English', { 'a.plain': 'A text' }, 'a.plain is still the English text.'],
  ])('that say %s are found', (_what, texts, complaint) => {
    expect(wrongTexts('de', { ...german, ...texts }, english)).toEqual([complaint]);
  });

  it('may be the same as in English where they only put things in, or are named', () => {
    expect(
      wrongTexts('de', { a: '{topic} {seconds}', b: 'Host' }, { a: '{topic} {seconds}', b: 'Host' }),
    ).toEqual([]);
  });

  it('from right to left isolate what may run the other way', () => {
    const named = (person: string) => ({ 'a.named': `اطلب من ${person} الانتظار {seconds} ث.` });
    expect(wrongTexts('ar', named('{person}'), english)).toEqual([
      'a.named puts in {person} without isolating its direction.',
    ]);
    expect(wrongTexts('ar', named('\u2068{person}\u2069'), english)).toEqual([]);
  });
});

describe('plural forms', () => {
  it('are those of the language', () => {
    expect(wrongPlurals('de', german)).toEqual([]);
    expect(wrongPlurals('ja', { 'a.copies_other': '', 'a.copies_each': '' })).toEqual([]);
  });

  it('are found where they are too few or too many', () => {
    expect(wrongPlurals('ar', { 'a.copies_one': '', 'a.copies_other': '' })).toEqual([
      'a.copies has the forms one, other; the language has few, many, one, other, two, zero.',
    ]);
    expect(wrongPlurals('ja', german)).toEqual([
      'a.copies has the forms one, other; the language has other.',
    ]);
  });
});

it('keys belong to one table, so that it is known which of them a program reads', () => {
  expect(inBoth(english, { 'a.other': 'Another' })).toEqual([]);
  expect(inBoth(english, { 'a.plain': 'Another' })).toEqual([
    'a.plain is a key of the pane and of the account settings page.',
  ]);
});

describe('keys in programs', () => {
  /** What is read by a program of one file. */
  function readBy(source: string) {
    const file = ts.createSourceFile('program.ts', source, ts.ScriptTarget.ES2022, true);
    const host: ts.CompilerHost = {
      ...ts.createCompilerHost({}),
      getSourceFile: (name) => (name === 'program.ts' ? file : undefined),
    };
    const program = ts.createProgram(['program.ts'], { noLib: true, types: [], strict: true }, host);
    const { read, unclear } = keysRead(program, () => true);
    return { read: [...read].sort(), unclear };
  }
  const declared = 'declare const t: (key: string, values?: object) => string;';

  it('are read where they are written out', () => {
    expect(
      readBy(`${declared} t('a.plain'); declare const words: { t: typeof t }; words.t('a.named', {});`),
    ).toEqual({
      read: ['a.named', 'a.plain'],
      unclear: [],
    });
  });

  it('are read where types leave some possible', () => {
    const source = `${declared}
      declare const note: 'x' | 'y'; declare const ending: 'label' | 'hint'; declare const whole: 'a.plain' | 'b.plain';
      t(\`notes.\${note}.\${ending}\`); t(whole);
      function of<Name extends 'm' | 'n'>(name: Name) { return t(\`options.\${name}\`); }`;
    expect(readBy(source)).toEqual({
      read: [
        ...['a.plain', 'b.plain', 'notes.x.hint', 'notes.x.label', 'notes.y.hint', 'notes.y.label'],
        ...['options.m', 'options.n'],
      ],
      unclear: [],
    });
  });

  it('that could be anything are told with their place', () => {
    expect(readBy(`${declared}\ndeclare const any: string;\nt(\`notes.\${any}\`); t(any);`)).toEqual({
      read: [],
      unclear: [
        'program.ts:3: types do not tell which keys this reads.',
        'program.ts:3: types do not tell which keys this reads.',
      ],
    });
  });

  it('leave the others unread; plural forms are read together', () => {
    expect(unreadKeys(english, new Set(['a.plain', 'a.copies']))).toEqual(['a.named is read nowhere.']);
  });
});

describe('a component of the pane', () => {
  const root = path.resolve(__dirname, '..', '..');
  /** The lines that lint says have texts of their own in them. */
  function linesWithTexts(...lines: string[]): number[] {
    const { stdout } = spawnSync(
      process.execPath,
      [
        path.join(root, 'node_modules/eslint/bin/eslint.js'),
        ...['--stdin', '--stdin-filename', path.join(root, 'src/taskpane/screens/Probe.tsx')],
        ...['--format', 'json'],
      ],
      { cwd: root, input: lines.join('\n'), encoding: 'utf8' },
    );
    const report: { messages: { ruleId: string; line: number }[] }[] = JSON.parse(stdout);
    const found = (report[0]?.messages ?? []).filter(({ ruleId }) => ruleId === 'no-restricted-syntax');
    return [...new Set(found.map(({ line }) => line))];
  }

  it('has no texts of its own', () => {
    const wrong = [
      'export const a = <p>Hello</p>;',
      "export const b = <p>{'Hello'}</p>;",
      "export const c = <p>{late && 'Hello'}</p>;",
      'export const d = <p>{`Hello ${name}`}</p>;',
      'export const e = <Field label="Name" />;',
      "export const f = <button aria-label={open ? 'Close' : undefined} />;",
    ];
    expect(linesWithTexts(...wrong)).toEqual(wrong.map((_, index) => index + 1));
  });

  it('may have words from the tables, signs between them, and names for programs', () => {
    expect(
      linesWithTexts(
        'export const a = <p className="quiet">{t("new.add")} – {`${first} ${last}`}</p>;',
        'export const b = people.map((name) => <li key={`person ${name}`}>{name}</li>);',
      ),
    ).toEqual([]);
  });
});
