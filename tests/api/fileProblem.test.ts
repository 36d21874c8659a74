/** What is wrong with a file, as codes for which the page has words in every language. */
import type * as z from 'zod/mini';
import { fileProblem, problemsOf } from '../../src/api/fileProblem';
import { PeopleList, SettingsFile } from '../../src/api/policy';

const problems = (schema: z.ZodMiniType, value: unknown) => {
  const parsed = schema.safeParse(value);
  return parsed.success ? [] : problemsOf(value, parsed.error).map(({ where, code }) => [where, code]);
};
const file = (account: unknown, groups: unknown = []) => ({
  format: 'zoom-calendar-settings',
  version: 1,
  account,
  groups,
});
const on = { value: true };

it.each<[string, unknown, [string, string][]]>([
  [
    'nothing',
    {},
    [
      ['format', 'missing'],
      ['version', 'missing'],
      ['account', 'missing'],
      ['groups', 'missing'],
    ],
  ],
  ['another format', { ...file({}), format: 'x' }, [['format', 'wrong-value']]],
  ['another type', file({ mapi: { value: 'on' } }), [['account.mapi.value', 'wrong-type']]],
  [
    'unknown names, each',
    file({ mapy: on, mepi: on }),
    [
      ['account', 'unknown-name'],
      ['account', 'unknown-name'],
    ],
  ],
  [
    'a service that there is not',
    file({ providers: { value: ['fax'] } }),
    [['account.providers.value.0', 'wrong-value']],
  ],
  [
    'a service twice',
    file({ providers: { value: ['google', 'google'] } }),
    [['account.providers.value', 'listed-twice']],
  ],
  [
    'no address',
    file({ exchange: { value: { version: null, ewsUrl: 'x' } } }),
    [['account.exchange.value.ewsUrl', 'bad-address']],
  ],
  [
    'an address with a password',
    file({ exchange: { value: { version: null, ewsUrl: 'https://a:b@example.test/' } } }),
    [['account.exchange.value.ewsUrl', 'bad-address']],
  ],
  [
    'MAPI locked and another forced',
    file({ mapi: { value: true, locked: true }, forcedProvider: { value: 'google' } }),
    [['account.forcedProvider', 'mapi-locked-and-forced']],
  ],
  [
    'a lock without value',
    file({ meeting: { locked: ['audio'] } }),
    [['account.meeting.locked', 'locked-without-value']],
  ],
  ['a group without a name', file({}, [{ name: ' ', settings: {} }]), [['groups.0.name', 'empty']]],
  ['a long name', file({}, [{ name: 'x'.repeat(101), settings: {} }]), [['groups.0.name', 'too-long']]],
  [
    'a name that turns the text',
    file({}, [{ name: 'a\u202Eb', settings: {} }]),
    [['groups.0.name', 'hidden-characters']],
  ],
  [
    'a name over lines',
    file({}, [{ name: 'a\u2028b', settings: {} }]),
    [['groups.0.name', 'hidden-characters']],
  ],
  [
    'one name twice',
    file({}, [
      { name: 'A', settings: {} },
      { name: 'a', settings: {} },
    ]),
    [['groups', 'listed-twice']],
  ],
])('of settings with %s', (_, value, expected) => {
  expect(problems(SettingsFile, value)).toEqual(expected);
});

it('of lists of people', () => {
  const people = [
    { email: 'nobody', name: '' },
    { email: 'attendee@example.test', name: 'a\u202Eb', role: 'owner', phone: 1 },
  ];
  expect(problems(PeopleList, { people })).toEqual([
    ['people.0.email', 'bad-address'],
    ['people.0.name', 'empty'],
    ['people.1.name', 'hidden-characters'],
    ['people.1.role', 'wrong-value'],
    ['people.1', 'unknown-name'],
  ]);
});

it('leaves a name in another direction than the page’s as it is', () => {
  expect(problems(SettingsFile, file({}, [{ name: 'مبيعات', settings: {} }]))).toEqual([]);
});

it('says it in English to whoever reads the interface', () => {
  expect(fileProblem('name-twice', { name: 'version' }, { line: 3 })).toEqual({
    where: '',
    line: 3,
    code: 'name-twice',
    details: { name: 'version' },
    message: 'the name "version" stands twice',
  });
});
