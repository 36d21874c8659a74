/** Who gets which service where groups stand between the account and the member: the second half of the table. */
import type { MemberChoice } from '../../../src/domain/policy/effective';
import type { Platform, Provider } from '../../../src/domain/policy/terms';

export const on = { integration: { value: true } };
export const mapi = { ...on, mapi: { value: true } };
export const mapiLocked = { ...on, mapi: { value: true, locked: true } };

/** What is set, chosen and where, and what holds there. */
export interface Row {
  when: string;
  account?: object;
  groups?: object[];
  choice?: MemberChoice;
  on: Platform;
  state: string;
  provider?: Provider;
  choices?: Provider[];
  reason: string;
  from: string;
  locked?: true;
}

export const every: Provider[] = ['exchange', 'office365', 'google'];
export const cloud: Provider[] = ['office365', 'google'];

export const groupRows: Row[] = [
  // Groups between account and member.
  {
    when: 'a group locks MAPI',
    account: on,
    groups: [mapiLocked],
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'group',
    locked: true,
  },
  {
    when: 'a group turns off the MAPI that the account has locked',
    account: mapiLocked,
    groups: [{ mapi: { value: false, locked: true } }],
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'account',
    locked: true,
  },
  {
    when: 'two groups say otherwise: the first decides',
    account: on,
    groups: [{ mapi: { value: false } }, { mapi: { value: true, locked: true } }],
    on: 'windows-classic',
    state: 'choose',
    choices: every,
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'the first group says nothing of it: the second decides',
    account: on,
    groups: [{ scheduleForOthers: { value: false } }, mapiLocked],
    on: 'mac',
    state: 'none',
    reason: 'mapi-locked-elsewhere',
    from: 'group',
    locked: true,
  },
  {
    when: 'the account forces and locks a service, a group locks MAPI',
    account: { ...on, forcedProvider: { value: 'office365', locked: true } },
    groups: [{ mapi: { value: true, locked: true } }],
    on: 'windows-classic',
    state: 'connect',
    provider: 'office365',
    choices: ['office365'],
    reason: 'provider-forced',
    from: 'account',
    locked: true,
  },
  {
    when: 'the account forces a service without a lock, a group locks MAPI',
    account: { ...on, forcedProvider: { value: 'office365' } },
    groups: [{ mapi: { value: true, locked: true } }],
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'group',
    locked: true,
  },

  // What a lock above leaves to say, to a setting of another name too.
  {
    when: 'the account locks the services, a group forces another one',
    account: { ...on, providers: { value: ['office365'], locked: true } },
    groups: [{ forcedProvider: { value: 'google', locked: true } }],
    on: 'web',
    state: 'choose',
    choices: ['office365'],
    reason: 'force-not-allowed',
    from: 'account',
    locked: true,
  },
  {
    when: 'the account locks the services, a group forces another one, and the next one of them',
    account: { ...on, providers: { value: ['office365'], locked: true } },
    groups: [{ forcedProvider: { value: 'google' } }, { forcedProvider: { value: 'office365' } }],
    on: 'web',
    state: 'connect',
    provider: 'office365',
    choices: ['office365'],
    reason: 'provider-forced',
    from: 'group',
    locked: true,
  },
  {
    when: 'a group locks the services, the account forces another one without a lock',
    account: { ...on, forcedProvider: { value: 'google' } },
    groups: [{ providers: { value: ['office365'], locked: true } }],
    choice: { provider: 'google' },
    on: 'web',
    state: 'choose',
    choices: ['office365'],
    reason: 'choice-no-longer-allowed',
    from: 'group',
    locked: true,
  },
  ...(['windows-classic', 'mac'] as const).map((place): Row => ({
    when: 'the account forces and locks Exchange, a group turns MAPI on',
    account: { ...on, forcedProvider: { value: 'exchange', locked: true } },
    groups: [mapiLocked],
    choice: { provider: 'exchange' },
    on: place,
    state: 'connected',
    provider: 'exchange',
    choices: ['exchange'],
    reason: 'provider-forced',
    from: 'account',
    locked: true,
  })),
  {
    when: 'the first group forces and locks a service, the second locks MAPI',
    account: on,
    groups: [{ forcedProvider: { value: 'office365', locked: true } }, mapiLocked],
    on: 'windows-classic',
    state: 'connect',
    provider: 'office365',
    choices: ['office365'],
    reason: 'provider-forced',
    from: 'group',
    locked: true,
  },
  {
    when: 'the first group locks MAPI, the second forces and locks a service',
    account: on,
    groups: [mapiLocked, { forcedProvider: { value: 'office365', locked: true } }],
    on: 'mac',
    state: 'none',
    reason: 'mapi-locked-elsewhere',
    from: 'group',
    locked: true,
  },
  {
    when: 'the account locks that no service is forced, a group locks MAPI',
    account: { ...on, forcedProvider: { value: null, locked: true } },
    groups: [mapiLocked],
    on: 'windows-classic',
    state: 'choose',
    choices: ['mapi', ...cloud],
    reason: 'nothing-chosen',
    from: 'product',
  },
  {
    when: 'the account locks MAPI, a group turns integration off',
    account: mapiLocked,
    groups: [{ integration: { value: false, locked: true } }],
    on: 'windows-classic',
    state: 'automatic',
    provider: 'mapi',
    reason: 'mapi-locked',
    from: 'account',
    locked: true,
  },
  {
    when: 'the account allows MAPI, a group turns integration off',
    account: mapi,
    groups: [{ integration: { value: false } }],
    on: 'windows-classic',
    state: 'none',
    reason: 'integration-off',
    from: 'group',
  },
];
