/** The checks of words that are part of lint: each finds what it is for. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import ts from 'typescript';
import {
  flat,
  inBoth,
  keysRead,
  missingTexts,
  unreadKeys,
  wrongPlurals,
  wrongTexts,
} from '../../tools/languages.mjs';

const root = path.resolve(__dirname, '..', '..');

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

  it('that are not there are found, plural forms together', () => {
    expect(missingTexts(german, english)).toEqual([]);
    expect(missingTexts({ 'a.copies_many': '' }, english)).toEqual([
      'a.plain is missing.',
      'a.named is missing.',
    ]);
    expect(missingTexts({ 'a.plain': '', 'a.named': '' }, english)).toEqual(['a.copies is missing.']);
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
  expect(inBoth(english, { 'a.plain': 'Another' })).toEqual(['a.plain is a key of two tables.']);
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

describe('a language as it is', () => {
  const file = (...parts: string[]) => path.join(root, 'src/ui/languages', ...parts);
  /** What no test changes, read once: the compiler's own library is large. */
  const unchanged = new Map<string, ts.SourceFile>();
  const program = (overrides: ReadonlyMap<string, string>) => {
    const { config } = ts.readConfigFile(path.join(root, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, root);
    const compiler = { ...options, incremental: false, tsBuildInfoFile: undefined, types: [] };
    const host = ts.createCompilerHost(compiler);
    return ts.createProgram([...overrides.keys()], compiler, {
      ...host,
      getSourceFile: (name, version) => {
        const changed = overrides.get(path.resolve(name));
        if (changed !== undefined) return ts.createSourceFile(name, changed, version, true);
        const known = unchanged.get(name) ?? host.getSourceFile(name, version);
        if (known) unchanged.set(name, known);
        return known;
      },
    });
  };
  /** What the compiler says of a file of a language, after its text was changed. */
  function saidOf(name: string, change: (text: string) => string): string[] {
    const text = readFileSync(name, 'utf8');
    const changed = program(new Map([[name, change(text)]]));
    return changed
      .getSemanticDiagnostics(changed.getSourceFile(name))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
  }

  it('compiles', () => {
    expect(saidOf(file('de', 'meeting.ts'), (text) => text)).toEqual([]);
    expect(saidOf(file('ar', 'index.ts'), (text) => text)).toEqual([]);
  });

  it.each([
    ['a text', file('de', 'notes.ts'), /^ {2}'location-full':.*\n/m, 'location-full'],
    ['a plural form', file('ar', 'meeting.ts'), /^ {4}bar_few:.*\n/m, 'bar_few'],
    ['the sentence of an error', file('ja', 'errors.ts'), /^ {2}'not-found':.*\n/m, 'not-found'],
    [
      'what Outlook could not do',
      file('de', 'errors.ts'),
      /^ {2}'change the appointment':.*\n/m,
      'change the',
    ],
    ['a whole subject', file('ja', 'index.ts'), ' recurrence,', 'recurrence'],
  ])('does not compile where %s is missing', (_what, name, taken, named) => {
    expect(saidOf(name, (text) => text.replace(taken, '')).join()).toContain(named);
  });

  it.each([
    ['a key', file('de', 'notes.ts'), "'location-full':", "'location-ful':"],
    ['a plural form', file('ja', 'meeting.ts'), 'bar_other:', 'bar_others:'],
  ])('does not compile where %s is misspelt', (_what, name, right, misspelt) => {
    expect(saidOf(name, (text) => text.replace(right, misspelt))).not.toEqual([]);
  });

  it('does not compile with a text that no other language has', () => {
    const said = saidOf(file('ar', 'notes.ts'), (text) => text.replace('= {', "= { invented: 'x',"));
    expect(said.join()).toContain('invented');
  });

  it('fails lint where its texts are wrong, with the language and the key of each', () => {
    const copy = mkdtempSync(path.join(tmpdir(), 'languages-'));
    try {
      for (const part of ['src/ui', 'src/domain', 'tools', 'tsconfig.json'])
        cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
      symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'));
      const change = (name: string, from: string | RegExp, to: string) => {
        const changed = path.join(copy, 'src/ui/languages', name);
        const text = readFileSync(changed, 'utf8');
        expect(text.replace(from, to)).not.toBe(text);
        writeFileSync(changed, text.replace(from, to));
      };
      change('de/pane.ts', /failed: '.*'/, "failed: 'That did not work'");
      change('de/notes.ts', /^ {2}'start-in-the-past':.*\n/m, '');
      change('ja/meeting.ts', '{pattern}', '{patern}');
      change('ar/options.ts', '\\u2068{address}\\u2069', '{address}');
      change('ar/meeting.ts', /^ {4}bar_two:.*\n/m, '');
      const { status, stderr } = spawnSync(process.execPath, [path.join(copy, 'tools/languages.mjs')], {
        cwd: copy,
        encoding: 'utf8',
      });
      // Pane and ribbon, which read the texts, are not there.
      const said = stderr.split('\n').filter((line) => line !== '' && !line.endsWith('is read nowhere.'));
      expect(said.sort()).toEqual([
        'ar: options.alternativeHosts.wrong puts in {address} without isolating its direction.',
        'ar: unused.bar has the forms few, many, one, other, zero; the language has few, many, one, other, two, zero.',
        'de: failed is still the English text.',
        'de: notes.start-in-the-past is missing.',
        'ja: new.series does not put in {pattern}.',
        'ja: new.series puts in {patern}, English does not.',
      ]);
      expect(status).toBe(1);
    } finally {
      rmSync(copy, { recursive: true, force: true });
    }
  });
});
