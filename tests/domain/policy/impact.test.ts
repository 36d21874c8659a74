/** What a change of settings does to the members, counted before it is saved. */
import { impactOf, standing, type CountedMember } from '../../../src/domain/policy/impact';
import type { PolicyLayers } from '../../../src/domain/policy/layers';
import { SettingsLayer } from '../../../src/domain/policy/settings';

const layers = (account: object): PolicyLayers => ({ account: SettingsLayer.parse(account), groups: [] });
const unlocked = layers({ integration: { value: true }, mapi: { value: true } });
const locked = layers({ integration: { value: true }, mapi: { value: true, locked: true } });
const off = layers({});

const times = (count: number, member: CountedMember): CountedMember[] =>
  Array.from({ length: count }, () => member);
const windows = { platforms: ['windows-classic'], choice: null } as const;
const mac = { platforms: ['mac'], choice: { provider: 'google' } } as const;
const mobile = { platforms: ['mobile'], choice: null } as const;
const unseen = { platforms: [], choice: null };

const impact = (before: PolicyLayers, after: PolicyLayers, members: CountedMember[]) =>
  impactOf(members.map((member) => ({ member, before, after })));

test('locking MAPI configures the Windows members and takes integration from those on Mac or mobile', () => {
  const members = [...times(312, windows), ...times(30, mac), ...times(11, mobile), ...times(5, unseen)];
  expect(impact(unlocked, locked, members)).toEqual({
    configured: 312,
    losing: 41,
    losingOnMacOrMobile: 41,
    gaining: 0,
    reconnecting: 0,
    unaffected: 0,
    unseen: 5,
    members: 358,
    onMacOrMobile: 41,
    advice: null,
  });
});

test('where many use Mac or mobile, a lock of MAPI is advised against', () => {
  expect(impact(unlocked, locked, [...times(4, windows), mac]).advice).toBe('many-without-mapi');
  expect(impact(locked, unlocked, [...times(4, windows), mac]).advice).toBeNull();
  expect(impact(off, off, []).advice).toBeNull();
});

test('somebody who has Windows beside a Mac loses nothing', () => {
  const both = { platforms: ['mac', 'windows-classic'], choice: null } as const;
  expect(standing(locked, both)).toBe('automatic');
  expect(impact(unlocked, locked, [both])).toMatchObject({ configured: 1, losing: 0 });
});

test('turning integration on lets everybody choose; a service that is no longer allowed has to be replaced', () => {
  const on = layers({ integration: { value: true } });
  expect(impact(off, on, [windows, mobile])).toMatchObject({ gaining: 2 });
  const withoutGoogle = layers({ integration: { value: true }, providers: { value: ['office365'] } });
  expect(impact(on, withoutGoogle, [mac, mobile])).toMatchObject({ reconnecting: 1, unaffected: 1 });
});
