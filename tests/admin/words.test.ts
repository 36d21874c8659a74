/** What the page says: impact, values, changes, and all its tables in every language. */
import { changesInWords } from '../../src/admin/words/changes';
import { impactInWords } from '../../src/admin/words/impact';
import { fits } from '../../src/admin/words/search';
import { partName } from '../../src/admin/words/values';
import { adminWordsFor, type AdminWords } from '../../src/ui/adminWords';
import { adminLanguageFor } from '../../src/ui/languages/admin';
import { admin } from '../../src/ui/languages/en/admin';
import { flat, wrongPlurals, wrongTexts } from '../../tools/languages.mjs';
import { impact } from './support/account';

let en: AdminWords;
beforeAll(async () => {
  en = await adminWordsFor('en-US');
});

it('says what saving does, with numbers, and what nobody knows', () => {
  const counted = { ...impact, configured: 312, losing: 41, losingOnMacOrMobile: 41, unseen: 1 };
  expect(impactInWords(counted, en)).toEqual({
    sentence:
      '312 Windows members will be configured automatically, 41 on Mac or mobile only lose integration',
    unseen: '1 member was never seen in Outlook, so nobody knows what this does to them.',
    advice: undefined,
  });
  expect(impactInWords(impact, en).sentence).toBe('No member’s integration changes.');
});

it('advises against MAPI where many use a Mac or a mobile device', () => {
  const many = { ...impact, members: 10, onMacOrMobile: 4, advice: 'many-without-mapi' as const };
  expect(impactInWords(many, en).advice).toMatch(/^40% of your members .* We do not suggest using MAPI/);
});

it('tells changes of settings, of defaults one by one, and of what is no setting', () => {
  const changes = [
    { what: 'mapi', from: null, to: { value: true, locked: true } },
    {
      what: 'meeting',
      from: { defaults: { waitingRoom: true }, locked: [] },
      to: { defaults: { waitingRoom: true, recording: 'local' }, locked: ['waitingRoom'] },
    },
    { what: 'order', from: ['g1', 'g2'], to: ['g2', 'g1'] },
    { what: 'members', from: ['a'], to: [] },
  ];
  const groups = new Map([
    ['g1', 'Sales'],
    ['g2', 'Engineers'],
  ]);
  expect(changesInWords(changes, en, groups)).toEqual([
    { what: partName('mapi', en), from: 'Not set', to: 'On, locked' },
    { what: 'Waiting room', from: 'On', to: 'On, locked' },
    { what: 'Record automatically', from: 'Not set', to: 'On the host’s computer' },
    { what: 'Order of the groups', from: 'Sales and Engineers', to: 'Engineers and Sales' },
    { what: 'Members', from: '1 member', to: 'Nobody' },
  ]);
});

it('tells what a file changes in a group, setting by setting, and that it makes one', () => {
  const group = (settings: object) => ({ name: 'Sales', settings });
  const mapi = { mapi: { value: false, locked: false } };
  expect(
    changesInWords([{ what: 'group', from: group(mapi), to: group({ integration: { value: true } }) }], en),
  ).toEqual([
    { what: `Sales: ${partName('integration', en)}`, from: 'Not set', to: 'On' },
    { what: `Sales: ${partName('mapi', en)}`, from: 'Off', to: 'Not set' },
  ]);
  expect(changesInWords([{ what: 'group', from: null, to: group(mapi) }], en)).toEqual([
    { what: 'Group', from: 'Not set', to: 'Sales' },
    { what: `Sales: ${partName('mapi', en)}`, from: 'Not set', to: 'Off' },
  ]);
  expect(changesInWords([{ what: 'group', from: 'Sales', to: null }], en)).toEqual([
    { what: 'Group', from: 'Sales', to: 'Not set' },
  ]);
});

it('names who joined and left a group as they were called then, and says how many more', () => {
  const ids = Array.from({ length: 8 }, (_, index) => `p${index}`);
  const names = Object.fromEntries(ids.map((id) => [id, `Sandbox ${id}`]));
  const change = { what: 'members', from: ['gone', 'stays'], to: ['stays', ...ids] };
  expect(changesInWords([{ ...change, names: { ...names, gone: 'Sandbox Gone' } }], en)).toEqual([
    {
      what: 'Members',
      from: '2 members',
      to: '9 members · Added: Sandbox p0, Sandbox p1, Sandbox p2, Sandbox p3, Sandbox p4, and 3 more · Removed: Sandbox Gone',
    },
  ]);
  expect(changesInWords([change], en)).toMatchObject([{ from: '2 members', to: '9 members' }]);
});

it('names groups as they were called when they were put in order, also those that are gone', () => {
  const order = { what: 'order', from: ['g1', 'g2'], to: ['g2', 'g1'], names: { g1: 'Sales', g2: 'Field' } };
  const now = new Map([['g1', 'Sales abroad']]);
  expect(changesInWords([order], en, now)).toMatchObject([
    { from: 'Sales and Field', to: 'Field and Sales' },
  ]);
});

it('shows what it does not know as it is, rather than nothing', () => {
  expect(changesInWords([{ what: 'later', from: 1200, to: { odd: [1] } }], en)).toEqual([
    { what: 'later', from: '1,200', to: '{"odd":[1]}' },
  ]);
});

it('finds settings by any of their words, whatever case and accents', () => {
  expect(fits('  MAPI windows ', ['use MAPI (for Windows only)'])).toBe(true);
  expect(fits('cafe', ['Café'])).toBe(true);
  expect(fits('mapi mac', ['use MAPI (for Windows only)'])).toBe(false);
  expect(fits('', ['anything'])).toBe(true);
});

describe.each(['de', 'ja', 'ar'])('in %s', (code) => {
  it('the page says all that English says', async () => {
    const texts = flat((await adminLanguageFor(code)) ?? {});
    expect([...wrongTexts(code, texts, flat(admin)), ...wrongPlurals(code, texts)]).toEqual([]);
    expect(Object.keys(texts).length).toBeGreaterThan(200);
  });

  it('the page is in the language as a whole', async () => {
    const words = await adminWordsFor(`${code}-XA`);
    expect(words.words.language).toBe(code);
    expect(words.t('page.places.management')).not.toBe(admin.page.places.management);
    expect(partName('meeting.waitingRoom', words)).not.toBe(partName('meeting.waitingRoom', en));
  });
});
