/**
 * Every language beside English says all that English says: the compiler sees to the keys, `tools/languages.mjs` to
 * what is in the texts, and this file to what they promise about buttons and bars.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { addedWords, errorWords } from '../../src/commands/words';
import { catalogue, isErrorCode, ProductError } from '../../src/domain/errors';
import { sentences } from '../../src/domain/errorSentences';
import { hostActions } from '../../src/domain/hostActions';
import { NOTIFICATION_LIMIT } from '../../src/outlook/notifications';
import { parseManifest } from '../../src/sandbox/outlook/server/manifest/xml';
import { errorSentence } from '../../src/ui/errorWords';
import { languageCodes, languageFor } from '../../src/ui/languages';
import { en } from '../../src/ui/languages/en';
import { wordsFor, type Words } from '../../src/ui/words';
import { textsOf, wrongPlurals, wrongTexts } from '../../tools/languages.mjs';

const root = path.resolve(__dirname, '..', '..');
const manifest = readFileSync(path.join(root, 'manifest.xml'), 'utf8');

const english = textsOf({
  words: en,
  errors: sentences,
  hostActions: Object.fromEntries(hostActions.map((action) => [action, action])),
});

const keysOf = <T extends object>(table: T) =>
  Object.keys(table).filter((key): key is keyof T & string => Object.hasOwn(table, key));

/** Every text that can stand in the bar, as a function of the words. */
const everythingInBar: ((words: Words) => string)[] = [
  ({ t }) => t('ribbon.signingIn'),
  ({ t }) => t('ribbon.adding'),
  ({ t }) => t('ribbon.removing'),
  ({ t }) => t('ribbon.removed'),
  ...keysOf(en.ribbon.steps).map(
    (step) =>
      ({ t }: Words) =>
        t(`ribbon.steps.${step}`),
  ),
  (words) => addedWords(['already-there'], words),
  ...keysOf(en.ribbon.notes).map((note) => (words: Words) => addedWords([note], words)),
  ...Object.keys(catalogue)
    .filter(isErrorCode)
    .flatMap((code) =>
      hostActions.map((action) => (words: Words) => errorWords(new ProductError(code, { action }), words)),
    ),
];

const others = languageCodes.filter((code) => code !== 'en');

async function textsIn(code: string) {
  const language = await languageFor(code);
  if (!language) throw new Error(`There is no language ${code}.`);
  return textsOf(language);
}

test('every folder of words is a language that is offered', () => {
  const folders = readdirSync(path.join(root, 'src/ui/languages'), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
  expect([...languageCodes].sort()).toEqual(folders.sort());
});

describe.each(others)('%s', (code) => {
  test('puts in what English puts in, and leaves nothing in English', async () => {
    expect(wrongTexts(code, await textsIn(code), english)).toEqual([]);
  });

  test('has the plural forms that its numbers ask for', async () => {
    const texts = await textsIn(code);
    expect(Object.keys(texts).filter((key) => key.endsWith('_other')).length).toBeGreaterThan(5);
    expect(wrongPlurals(code, texts)).toEqual([]);
  });

  test('is chosen by Outlook’s display language, whatever the region', async () => {
    const words = await wordsFor(`${code}-XA`);
    expect(words).toMatchObject({ language: code, locale: `${code}-XA` });
    expect(words.t('new.add')).not.toBe(en.new.add);
  });
});

describe.each(languageCodes)('in %s', (code) => {
  let words: Words;
  beforeAll(async () => {
    words = await wordsFor(code);
  });
  const error = (name: keyof typeof catalogue, details = {}) =>
    errorSentence(words, new ProductError(name, { action: 'change the appointment', ...details }));

  test('sentences call the buttons of the pane as the buttons call themselves', () => {
    const { t } = words;
    expect(error('half-done')).toContain(t('actions.repair'));
    expect(error('half-updated')).toContain(t('actions.update'));
    expect(error('half-removed')).toContain(t('actions.remove'));
    expect(error('occurrence-gone')).toContain(t('actions.update'));
    expect(t('notes.series-exceptions-dropped')).toContain(t('actions.update'));
    expect(t('incomplete.what')).toContain(t('actions.repair'));
    expect(t('meeting.aboutOccurrence')).toContain(t('actions.update'));
    expect(t('meeting.aboutOccurrence')).toContain(t('actions.remove'));
  });

  test('sentences call the buttons of the ribbon as the manifest calls them', () => {
    const { resources } = parseManifest(manifest, code);
    const label = (id: string) => (resources.get(id) ?? 'no such button').toLowerCase();
    expect(words.t('ribbon.halfDone', { action: '' }).toLowerCase()).toContain(label('Add.Label'));
    expect(error('popup-blocked').toLowerCase()).toContain(label('Settings.Label'));
  });

  test('what the bar above the item shows whole in English, it shows whole', async () => {
    const inEnglish = await wordsFor('en');
    const whole = everythingInBar.filter((text) => text(inEnglish).length <= NOTIFICATION_LIMIT);
    expect(whole.length).toBeGreaterThan(100);
    expect(whole.map((text) => text(words)).filter((text) => text.length > NOTIFICATION_LIMIT)).toEqual([]);
  });
});
