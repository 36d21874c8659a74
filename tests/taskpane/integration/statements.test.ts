/** What a person is told of a policy: the seed's sentences, and one for every reason, state and platform. */
import fc from 'fast-check';
import { effectivePolicy, ServiceReason, type MemberChoice } from '../../../src/domain/policy/effective';
import type { PolicyLayers } from '../../../src/domain/policy/layers';
import { SettingsLayer } from '../../../src/domain/policy/settings';
import { Platform } from '../../../src/domain/policy/terms';
import { isOffered } from '../../../src/taskpane/integration/registry';
import { caseOf, offersOf, statementOf, toDisconnect } from '../../../src/taskpane/integration/statements';
import { integrationWordsFor, type ReadIntegration } from '../../../src/ui/integrationWords';
import { languageCodes } from '../../../src/ui/languages';
import { integrationLanguageFor } from '../../../src/ui/languages/integration';
import { integration as english } from '../../../src/ui/languages/en/integration';
import { wordsFor } from '../../../src/ui/words';
import { flat, wrongPlurals, wrongTexts } from '../../../tools/languages.mjs';
import { anyChoice, anyLayers } from '../../domain/policy/support';
import { mapiLocked, mapiOn, on } from './support/world';

/** What the section says, as one text. */
function told(
  layers: PolicyLayers,
  platform: Platform,
  t: ReadIntegration,
  choice: MemberChoice | null = null,
) {
  const policy = effectivePolicy({ ...layers, choice, platform });
  const says = statementOf(policy, isOffered);
  const service = policy.service.provider === null ? '' : t(`providers.${policy.service.provider}`);
  return [
    t(`headline.${says.case}`, { service }),
    says.forced === undefined || says.forced === 'permissions'
      ? t(`why.${says.case}`)
      : t(`forced.${says.forced}`),
    ...(says.place ? [t(`place.${says.place}`)] : []),
    ...(says.does === 'notYet' || says.does === 'noneYet' ? [] : [t(`next.${says.case}`)]),
    ...(says.does ? [t(`does.${says.does}`, { service })] : []),
    ...(says.forced === 'permissions' ? [t('forced.permissions')] : []),
    t(`who.${says.who}`, { group: policy.service.origin.group ?? '' }),
  ].join(' ');
}

const reader = async (code: string) => (await integrationWordsFor(await wordsFor(code))).t;
let t: ReadIntegration;
beforeAll(async () => {
  t = await reader('en');
});

describe.each<{
  when: string;
  account: object;
  on: Platform;
  choice?: MemberChoice;
  says: (string | RegExp)[];
}>([
  {
    when: 'MAPI is on and locked',
    account: mapiLocked,
    on: 'windows-classic',
    says: [
      'The calendar is automatically integrated for your Zoom Windows application.',
      'Set and locked by your account. Only your Zoom administrator can change it.',
    ],
  },
  {
    when: 'MAPI is on and locked',
    account: mapiLocked,
    on: 'mac',
    says: [
      'Calendar integration is for Windows only.',
      'A Mac has no MAPI.',
      /^.*Use classic Outlook on a Windows computer/,
    ],
  },
  {
    when: 'MAPI is on and locked',
    account: mapiLocked,
    on: 'windows-new',
    says: ['New Outlook for Windows has no MAPI.', 'Use classic Outlook on this computer'],
  },
  {
    when: 'MAPI is on and locked',
    account: mapiLocked,
    on: 'mobile',
    says: ['Calendar integration is for Windows only.', 'Phones and tablets have no MAPI.'],
  },
  {
    when: 'a service and its permissions are forced',
    account: {
      ...on,
      forcedProvider: { value: 'google', locked: true },
      permissions: { value: { calendar: 'read', contacts: 'none' }, locked: true },
    },
    on: 'mac',
    says: [
      'Google is not connected yet.',
      'This version cannot connect to Google yet.',
      'Your administrator makes you use a specific service and prevents you from choosing calendar/contact permissions. For more details, contact your Zoom administrator.',
    ],
  },
  {
    when: 'a service is forced, and MAPI stands in its place',
    account: { ...mapiOn, forcedProvider: { value: 'exchange', locked: false } },
    on: 'windows-classic',
    choice: { provider: 'mapi' },
    says: [
      'Exchange is connected.',
      'Your administrator makes you use a specific service. ',
      'As long as the bridge does not run',
    ],
  },
  {
    when: 'only services may be chosen that this version cannot connect to',
    account: mapiOn,
    on: 'mac',
    says: ['No calendar and contact service is connected.', 'cannot connect to any of these services yet'],
  },
  {
    when: 'integration is off',
    account: {},
    on: 'web',
    says: ['Calendar and contact integration is off.', 'Nobody in your account has set this.'],
  },
  {
    when: 'what was connected works elsewhere',
    account: mapiOn,
    on: 'web',
    choice: { provider: 'mapi' },
    says: ['does not work here', 'Outlook on the web has no MAPI.', 'and it stays connected there'],
  },
  {
    when: 'a choice is kept that this version cannot use',
    account: on,
    on: 'mac',
    choice: { provider: 'office365' },
    says: ['Office 365 is connected.', 'this version cannot sync with Office 365 yet'],
  },
])('where $when, on $on', ({ account, on: platform, choice, says }) => {
  test('the section says so', () => {
    const text = told({ account: SettingsLayer.parse(account), groups: [] }, platform, t, choice);
    for (const part of says)
      expect(text).toMatch(part instanceof RegExp ? part : new RegExp(part.replace(/[.?()]/g, '\\$&')));
  });
});

test.each(languageCodes)('every policy that can be has its sentences in %s', async (code) => {
  const read = await reader(code);
  const reasons = new Set<string>();
  fc.assert(
    fc.property(anyLayers, anyChoice, fc.constantFrom(...Platform.options), (layers, choice, platform) => {
      const policy = effectivePolicy({ ...layers, choice, platform });
      reasons.add(policy.service.reason);
      const text = told(layers, platform, read, choice);
      // A key that has no text is read as itself.
      expect(text).not.toMatch(/(headline|why|place|next|who|does|forced)\.[\w-]+/);
      expect(text).not.toContain('{');
    }),
    { numRuns: 2000, seed: 7 },
  );
  // All of them were met.
  expect([...reasons].sort()).toEqual([...ServiceReason.options].sort());
});

test('each reason is told apart, and a forced service by whether it is connected', () => {
  const cases = ServiceReason.options.flatMap((reason) => [
    caseOf({ reason, state: 'connected' }),
    caseOf({ reason, state: 'connect' }),
  ]);
  expect(new Set(cases).size).toBe(ServiceReason.options.length + 1);
  expect(Object.keys(english.headline).sort()).toEqual([...new Set(cases)].sort());
});

describe('the list of services', () => {
  const offers = (account: object, platform: Platform) =>
    offersOf(effectivePolicy({ account: SettingsLayer.parse(account), groups: [], choice: null, platform }));

  test('has MAPI in the place of Exchange in classic Outlook', () => {
    expect(offers(mapiOn, 'windows-classic')).toEqual([
      { name: 'exchange', provider: 'mapi' },
      { name: 'office365', provider: 'office365' },
      { name: 'google', provider: 'google' },
    ]);
  });

  test('leaves Office 365 and Google to a Mac, and says what becomes of Exchange', () => {
    expect(offers(mapiOn, 'mac')).toEqual([
      { name: 'exchange', refused: 'exchangeNotHere' },
      { name: 'office365', provider: 'office365' },
      { name: 'google', provider: 'google' },
    ]);
  });

  test('has one that may be chosen where it is forced, and those that are not allowed with the reason', () => {
    expect(offers({ ...on, forcedProvider: { value: 'google', locked: true } }, 'web')).toEqual([
      { name: 'exchange', refused: 'another' },
      { name: 'office365', refused: 'another' },
      { name: 'google', provider: 'google' },
    ]);
    expect(offers({ ...on, providers: { value: ['office365'] } }, 'windows-classic')).toEqual([
      { name: 'exchange', refused: 'notHere' },
      { name: 'office365', provider: 'office365' },
      { name: 'google', refused: 'notHere' },
    ]);
  });
});

test('what is integrated by itself, or not at all, is not disconnected by a member', () => {
  const choice: MemberChoice = { provider: 'mapi' };
  expect(toDisconnect({ state: 'automatic' }, choice)).toBeUndefined();
  expect(toDisconnect({ state: 'none' }, choice)).toBeUndefined();
  expect(toDisconnect({ state: 'choose' }, null)).toBeUndefined();
  // It works elsewhere, and can be given up from here.
  expect(toDisconnect({ state: 'choose' }, choice)).toBe('mapi');
});

test.each(['de', 'ja', 'ar'])('the words in %s say all that English says', async (code) => {
  const texts = flat((await integrationLanguageFor(code)) ?? {});
  expect([...wrongTexts(code, texts, flat(english)), ...wrongPlurals(code, texts)]).toEqual([]);
  expect(Object.keys(texts).sort()).toEqual(Object.keys(flat(english)).sort());
});
