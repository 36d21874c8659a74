/**
 * Every language beside English: complete (the compiler sees to keys), with the same things filled in, and with the
 * plural forms that the language has.
 */
import { catalogue } from '../../src/domain/errors';
import { languageCodes, languageFor } from '../../src/ui/languages';
import { en } from '../../src/ui/languages/en';
import { wordsFor } from '../../src/ui/words';

function texts(table: object, path = ''): [key: string, text: string][] {
  return Object.entries(table).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : texts(value, `${path}${key}.`),
  );
}

const plural = /_(zero|one|two|few|many|other)$/;
const filledIn = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
const english = new Map(texts(en));
const originalOf = (key: string) => english.get(key) ?? english.get(key.replace(plural, '_other')) ?? '';

describe.each(languageCodes.filter((code) => code !== 'en'))('%s', (code) => {
  const table = async () => {
    const language = await languageFor(code);
    if (!language) throw new Error(`There is no language ${code}.`);
    return language;
  };

  test('fills in what English fills in, but may leave the number out of a plural form', async () => {
    for (const [key, text] of texts((await table()).words)) {
      const wanted = filledIn(originalOf(key));
      const found = filledIn(text);
      const optional: readonly string[] = plural.test(key) ? wanted.filter((name) => name === '{count}') : [];
      expect([key, found.filter((name) => !wanted.includes(name))]).toEqual([key, []]);
      expect([key, wanted.filter((name) => !found.includes(name) && !optional.includes(name))]).toEqual([
        key,
        [],
      ]);
    }
  });

  test('fills in the details of errors that English fills in', async () => {
    const { errors } = await table();
    for (const [key, { sentence }] of Object.entries(catalogue)) {
      expect([key, filledIn(new Map(Object.entries(errors)).get(key) ?? '')]).toEqual([
        key,
        filledIn(sentence),
      ]);
    }
  });

  test('has the plural forms that its numbers ask for', async () => {
    const { words } = await table();
    const wanted = new Intl.PluralRules(code).resolvedOptions().pluralCategories.slice().sort();
    const forms = new Map<string, string[]>();
    for (const [key] of texts(words)) {
      const form = plural.exec(key)?.[1];
      const base = key.replace(plural, '');
      if (form !== undefined) forms.set(base, [...(forms.get(base) ?? []), form]);
    }
    expect(forms.size).toBeGreaterThan(0);
    for (const [base, found] of forms) expect([base, found.sort()]).toEqual([base, wanted]);
  });

  test('is chosen by Outlook’s display language, whatever the region', async () => {
    const words = await wordsFor(`${code}-XA`);
    expect(words).toMatchObject({ language: code, locale: `${code}-XA` });
    expect(words.t('new.add')).not.toBe(en.new.add);
  });
});
