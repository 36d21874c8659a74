/** Who gets which service, as a table, and that it cannot be got around. */
import fc from 'fast-check';
import { effectivePolicy, type MemberChoice, type PolicyInputs } from '../../../src/domain/policy/effective';
import { SettingsLayer } from '../../../src/domain/policy/settings';
import { Permissions, Platform, Provider, ServerProvider } from '../../../src/domain/policy/terms';
import { cloud, every, groupRows, mapi, mapiLocked, on, type Row } from './groupRows';
import { anyLayers, anyChoice } from './support';

const table: Row[] = [
  {
    when: 'nobody decided anything',
    on: 'windows-classic',
    state: 'none',
    reason: 'integration-off',
    from: 'product',
  },
  {
    when: 'integration is off, with a choice made before',
    account: { integration: { value: false, locked: true }, mapi: { value: true, locked: true } },
    choice: { provider: 'google' },
    on: 'windows-classic',
    state: 'none',
    reason: 'integration-off',
    from: 'account',
    locked: true,
  },
  {
    when: 'on, nothing chosen',
    account: on,
    on: 'web',
    state: 'choose',
    choices: every,
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'on, one service allowed',
    account: { ...on, providers: { value: ['office365'] } },
    on: 'mobile',
    state: 'choose',
    choices: ['office365'],
    reason: 'nothing-chosen',
    from: 'account',
  },
  {
    when: 'on, no service allowed',
    account: { ...on, providers: { value: [] } },
    on: 'mac',
    state: 'none',
    reason: 'nothing-allowed',
    from: 'account',
  },

  // MAPI on and locked: everybody is configured, only Windows members have integration.
  {
    when: 'MAPI locked',
    account: mapiLocked,
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'account',
    locked: true,
  },
  {
    when: 'MAPI locked, another service chosen before',
    account: mapiLocked,
    choice: { provider: 'google' },
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'account',
    locked: true,
  },
  ...(['mac', 'web', 'mobile'] as const).map((place): Row => ({
    when: 'MAPI locked',
    account: mapiLocked,
    choice: { provider: 'office365' },
    on: place,
    state: 'none',
    reason: 'mapi-locked-elsewhere',
    from: 'account',
    locked: true,
  })),
  {
    when: 'MAPI locked',
    account: mapiLocked,
    on: 'windows-new',
    state: 'none',
    reason: 'mapi-locked-new-outlook',
    from: 'account',
    locked: true,
  },

  // MAPI on and unlocked: Windows members may use it, Mac members may use Office 365 or Google.
  {
    when: 'MAPI unlocked',
    account: mapi,
    on: 'windows-classic',
    state: 'choose',
    choices: ['mapi', ...cloud],
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'MAPI unlocked',
    account: mapi,
    on: 'mac',
    state: 'choose',
    choices: cloud,
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'MAPI unlocked',
    account: mapi,
    on: 'windows-new',
    state: 'choose',
    choices: cloud,
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'MAPI unlocked and chosen',
    account: mapi,
    choice: { provider: 'mapi' },
    on: 'windows-classic',
    state: 'connected',
    provider: 'mapi',
    choices: ['mapi', ...cloud],
    reason: 'member-chose',
    from: 'member',
  },
  {
    when: 'MAPI unlocked and chosen',
    account: mapi,
    choice: { provider: 'mapi' },
    on: 'mac',
    state: 'choose',
    choices: cloud,
    reason: 'choice-not-here',
    from: 'platform',
  },
  {
    when: 'MAPI unlocked, Google chosen',
    account: mapi,
    choice: { provider: 'google' },
    on: 'mac',
    state: 'connected',
    provider: 'google',
    choices: cloud,
    reason: 'member-chose',
    from: 'member',
  },
  {
    when: 'MAPI unlocked beside nothing else',
    account: { ...mapi, providers: { value: ['exchange'] } },
    on: 'mac',
    state: 'none',
    reason: 'nothing-allowed-here',
    from: 'account',
  },
  {
    when: 'MAPI off again after it was chosen',
    account: on,
    choice: { provider: 'mapi' },
    on: 'windows-classic',
    state: 'choose',
    choices: every,
    reason: 'choice-no-longer-allowed',
    from: 'product',
  },

  // A forced service.
  {
    when: 'Office 365 forced',
    account: { ...on, forcedProvider: { value: 'office365' } },
    choice: { provider: 'google' },
    on: 'mac',
    state: 'connect',
    provider: 'office365',
    choices: ['office365'],
    reason: 'provider-forced',
    from: 'account',
    locked: true,
  },
  {
    when: 'Office 365 forced and connected',
    account: { ...on, forcedProvider: { value: 'office365' } },
    choice: { provider: 'office365' },
    on: 'mac',
    state: 'connected',
    provider: 'office365',
    choices: ['office365'],
    reason: 'provider-forced',
    from: 'account',
    locked: true,
  },
  {
    when: 'Exchange forced while MAPI is on',
    account: { ...mapi, forcedProvider: { value: 'exchange' } },
    on: 'windows-classic',
    state: 'connect',
    provider: 'mapi',
    choices: ['mapi'],
    reason: 'provider-forced',
    from: 'account',
    locked: true,
  },
  {
    when: 'Exchange forced while MAPI is on',
    account: { ...mapi, forcedProvider: { value: 'exchange' } },
    on: 'mac',
    state: 'none',
    reason: 'nothing-allowed-here',
    from: 'account',
  },
  {
    when: 'a choice that is no longer allowed',
    account: { ...on, providers: { value: ['office365'] } },
    choice: { provider: 'google' },
    on: 'web',
    state: 'choose',
    choices: ['office365'],
    reason: 'choice-no-longer-allowed',
    from: 'account',
  },

  {
    when: 'a choice of Exchange, and then others are allowed and locked',
    account: { ...on, providers: { value: ['google'], locked: true } },
    choice: { provider: 'exchange' },
    on: 'web',
    state: 'choose',
    choices: ['google'],
    reason: 'choice-no-longer-allowed',
    from: 'account',
    locked: true,
  },
  {
    when: 'a choice of Exchange, and then MAPI takes its place',
    account: mapi,
    choice: { provider: 'exchange' },
    on: 'mac',
    state: 'choose',
    choices: cloud,
    reason: 'choice-no-longer-allowed',
    from: 'account',
  },
  {
    when: 'MAPI beside no service at all',
    account: on,
    groups: [{ ...mapi, providers: { value: [], locked: true } }],
    on: 'mac',
    state: 'none',
    reason: 'nothing-allowed-here',
    from: 'group',
    locked: true,
  },
];

const inputsOf = (row: Pick<Row, 'account' | 'groups' | 'choice' | 'on'>): PolicyInputs => ({
  account: SettingsLayer.parse(row.account ?? {}),
  groups: (row.groups ?? []).map((settings, index) => ({
    name: `Group ${index + 1}`,
    settings: SettingsLayer.parse(settings),
  })),
  choice: row.choice ?? null,
  platform: row.on,
});

test.each([...table, ...groupRows])('$when, on $on: $state, because $reason', (row) => {
  const { service } = effectivePolicy(inputsOf(row));
  expect(service).toEqual({
    state: row.state,
    provider: row.provider ?? null,
    choices: row.choices ?? [],
    reason: row.reason,
    origin: {
      level: row.from,
      group: row.from === 'group' ? expect.stringMatching(/^Group /) : null,
      locked: row.locked ?? false,
    },
  });
});

describe('permissions', () => {
  const choice: MemberChoice = { provider: 'google', permissions: { calendar: 'read', contacts: 'none' } };
  const permissions = { calendar: 'read-write', contacts: 'read-write' };

  test("are the member's own where nobody locked them", () => {
    const held = effectivePolicy(
      inputsOf({ account: { permissions: { value: permissions } }, choice, on: 'mac' }),
    );
    expect(held.permissions).toEqual({
      value: choice.permissions,
      origin: { level: 'member', group: null, locked: false },
    });
  });

  test("are the administrator's where they are locked", () => {
    const account = { permissions: { value: permissions, locked: true } };
    expect(effectivePolicy(inputsOf({ account, choice, on: 'mac' })).permissions).toEqual({
      value: permissions,
      origin: { level: 'account', group: null, locked: true },
    });
  });
});

test('every option of new meetings is decided by itself: a lock of the account, then the first group, then the account', () => {
  const { meeting } = effectivePolicy(
    inputsOf({
      account: {
        meeting: {
          defaults: { waitingRoom: true, muteOnEntry: false, audio: 'both' },
          locked: ['waitingRoom'],
        },
      },
      groups: [
        { meeting: { defaults: { waitingRoom: false, muteOnEntry: true }, locked: ['muteOnEntry'] } },
        { meeting: { defaults: { muteOnEntry: false, hostVideo: true } } },
      ],
      on: 'web',
    }),
  );
  expect(meeting.policy).toEqual({
    defaults: { waitingRoom: true, muteOnEntry: true, audio: 'both', hostVideo: true },
    locked: ['waitingRoom', 'muteOnEntry'],
  });
  expect(meeting.origins).toMatchObject({
    waitingRoom: { level: 'account', locked: true },
    muteOnEntry: { level: 'group', group: 'Group 1', locked: true },
    audio: { level: 'account', locked: false },
    hostVideo: { level: 'group', group: 'Group 2', locked: false },
  });
});

describe('whatever is set', () => {
  const anyInputs = fc.record({
    layers: anyLayers,
    choice: anyChoice,
    platform: fc.constantFrom(...Platform.options),
  });

  test('there is an answer that agrees with itself', () => {
    fc.assert(
      fc.property(anyInputs, ({ layers, choice, platform }) => {
        const { service } = effectivePolicy({ ...layers, choice, platform });
        const hasProvider = ['automatic', 'connected', 'connect'].includes(service.state);
        expect(service.provider !== null).toBe(hasProvider);
        if (service.provider === 'mapi') expect(platform).toBe('windows-classic');
        if (service.state === 'choose') expect(service.choices).not.toEqual([]);
        if (service.state === 'connected') expect(choice?.provider).toBe(service.provider);
        expect(service.origin.group !== null).toBe(service.origin.level === 'group');
      }),
    );
  });

  test('what is locked, and what may be chosen, is the same whatever the member chooses', () => {
    fc.assert(
      fc.property(anyInputs, anyChoice, ({ layers, choice, platform }, other) => {
        const one = effectivePolicy({ ...layers, choice, platform });
        const two = effectivePolicy({ ...layers, choice: other, platform });
        for (const name of ['integration', 'permissions', 'exchange', 'scheduleForOthers'] as const)
          if (one[name].origin.locked) expect(two[name]).toEqual(one[name]);
        expect(two.service.choices).toEqual(one.service.choices);
        expect(two.service.state === 'automatic').toBe(one.service.state === 'automatic');
        const { state, provider, choices } = two.service;
        if (state === 'connected') expect(choices).toContain(provider);
      }),
    );
  });
});

test('a service can be chosen only where it is told to be a choice', () => {
  const everything = {
    ...on,
    permissions: { value: Permissions.parse({ calendar: 'read', contacts: 'none' }) },
  };
  for (const platform of Platform.options)
    for (const provider of Provider.options) {
      const { service } = effectivePolicy(
        inputsOf({ account: everything, choice: { provider }, on: platform }),
      );
      expect(service.state === 'connected').toBe(ServerProvider.options.some((each) => each === provider));
    }
});
