/**
 * What is locked at a level, the account or a group, cannot be changed from any level below it, whatever all the
 * settings there are together, whatever the member chose, and wherever they are.
 *
 * Every property compares what holds with nothing below the lock to what holds with anything at all below it.
 */
import fc from 'fast-check';
import {
  effectivePolicy,
  type EffectivePolicy,
  type MemberChoice,
} from '../../../src/domain/policy/effective';
import type { PolicyLayers } from '../../../src/domain/policy/layers';
import type { SettingName, SettingsLayer } from '../../../src/domain/policy/settings';
import { Platform } from '../../../src/domain/policy/terms';
import { anyChoice, anyLayer } from './support';

/** What one level and those above it say, and two ways in which everything below it may be. */
interface Case {
  readonly above: PolicyLayers;
  /** The level that is looked at: the last group of `above`, or the account where there is none. */
  readonly level: SettingsLayer;
  readonly below: readonly SettingsLayer[];
  readonly choice: MemberChoice | null;
  readonly platform: Platform;
}

const named = (layers: readonly SettingsLayer[]) =>
  layers.map((settings, index) => ({ name: `Group ${index + 1}`, settings }));

const integrated = anyLayer.map((layer): SettingsLayer => ({
  ...layer,
  integration: { value: true, locked: false },
}));

const anyCase: fc.Arbitrary<Case> = fc
  .record({
    account: fc.oneof(anyLayer, integrated),
    groups: fc.array(anyLayer, { maxLength: 2 }),
    below: fc.array(anyLayer, { minLength: 1, maxLength: 2 }),
    choice: anyChoice,
    platform: fc.constantFrom(...Platform.options),
  })
  .map(({ account, groups, ...rest }) => ({
    above: { account, groups: named(groups) },
    level: groups.at(-1) ?? account,
    ...rest,
  }));

/** What holds with nothing below the level, and with everything that is there. */
const bothOf = ({ above, below, choice, platform }: Case) => {
  const at = (layers: PolicyLayers, where: Platform = platform): EffectivePolicy =>
    effectivePolicy({ ...layers, choice, platform: where });
  const integratedAlone: PolicyLayers = {
    account: { ...above.account, integration: { value: true, locked: true } },
    groups: above.groups,
  };
  const groups = named([...above.groups.map(({ settings }) => settings), ...below]);
  return {
    alone: at(above),
    /** Where every service is possible, and integration is on. */
    aloneAtBest: at(integratedAlone, 'windows-classic'),
    together: at({ account: above.account, groups }),
  };
};

/** Whether this level's lock counts: nobody above has locked the setting, and no group before has said it. */
function locks({ above, level }: Case, name: SettingName): boolean {
  const isGroup = above.groups.length > 0;
  const isLockedAbove = isGroup && above.account[name]?.locked === true;
  const isSaidBefore = above.groups.slice(0, -1).some(({ settings }) => settings[name] !== undefined);
  return level[name]?.locked === true && !isLockedAbove && !isSaidBefore;
}

const holds = (check: (each: Case) => void) =>
  fc.assert(fc.property(anyCase, check), { seed: 4, numRuns: 4_000 });

/** A property that looks only at cases with this lock, and fails if there are hardly any. */
function where(applies: (each: Case) => boolean, check: (each: Case) => void): void {
  let met = 0;
  holds((each) => {
    if (!applies(each)) return;
    met += 1;
    check(each);
  });
  expect(met).toBeGreaterThan(50);
}

const isMapiOnly = ({ service }: EffectivePolicy): boolean => service.reason.startsWith('mapi-locked');
const isForced = ({ service }: EffectivePolicy): boolean => service.reason === 'provider-forced';
const offersMapi = ({ service }: EffectivePolicy): boolean =>
  service.provider === 'mapi' || service.choices.includes('mapi');

test.each(['permissions', 'exchange', 'scheduleForOthers', 'integration'] as const)(
  'a locked value of %s is what it is',
  (name) =>
    where(
      (each) => locks(each, name) && bothOf(each).alone[name].origin.locked,
      (each) => {
        const { alone, together } = bothOf(each);
        expect(together[name]).toEqual(alone[name]);
        expect(together[name].origin.locked).toBe(true);
      },
    ),
);

test('an integration that is locked on is not off, and one that is locked off is nothing', () =>
  where(
    (each) => locks(each, 'integration') && bothOf(each).alone.integration.origin.locked,
    (each) => {
      const { alone, together } = bothOf(each);
      expect(together.service.reason === 'integration-off').toBe(alone.service.reason === 'integration-off');
    },
  ));

test('where MAPI is locked and holds, everything of the service is as it is', () =>
  where(
    (each) => locks(each, 'mapi') && isMapiOnly(bothOf(each).alone),
    (each) => {
      const { alone, together } = bothOf(each);
      expect(together.service).toEqual(alone.service);
    },
  ));

test('where MAPI is locked off, nobody gets it', () =>
  where(
    (each) =>
      locks(each, 'mapi') && each.level.mapi?.value === false && !offersMapi(bothOf(each).aloneAtBest),
    (each) => {
      expect(offersMapi(bothOf(each).together)).toBe(false);
    },
  ));

test('where a service is forced and locked and holds, everything of the service is as it is', () =>
  where(
    (each) => {
      const { alone, aloneAtBest } = bothOf(each);
      const isOfLevel = aloneAtBest.service.origin.group === (each.above.groups.at(-1)?.name ?? null);
      return locks(each, 'forcedProvider') && isForced(aloneAtBest) && isOfLevel && alone.integration.value;
    },
    (each) => {
      const { alone, together } = bothOf(each);
      expect(together.service).toEqual(alone.service);
    },
  ));

test('where it is locked that no service is forced, none is, and MAPI is not the only one', () =>
  where(
    (each) => locks(each, 'forcedProvider') && each.level.forcedProvider?.value === null,
    (each) => {
      const { aloneAtBest, together } = bothOf(each);
      expect(isForced(together)).toBe(false);
      if (!isMapiOnly(aloneAtBest)) expect(isMapiOnly(together)).toBe(false);
    },
  ));

test('where the services are locked, nobody gets another one, unless it is forced there or above', () =>
  where(
    (each) => locks(each, 'providers'),
    (each) => {
      const { level, above } = each;
      const forced = [above.account, ...above.groups.map(({ settings }) => settings)].map(
        ({ forcedProvider }) => forcedProvider?.value ?? null,
      );
      const { provider, choices } = bothOf(each).together.service;
      const allowed = ['mapi', ...(level.providers?.value ?? []), ...forced];
      expect(allowed).toEqual(expect.arrayContaining([...choices, ...(provider === null ? [] : [provider])]));
    },
  ));

test('where the services are locked and the account only has another one as its default, nobody gets that', () =>
  where(
    (each) => each.above.groups.length === 1 && locks(each, 'providers'),
    (each) => {
      const { level, above } = each;
      if (above.account.forcedProvider?.locked === true || above.account.providers !== undefined) return;
      const { provider } = bothOf(each).together.service;
      const own = level.forcedProvider?.value ?? null;
      if (provider === null || provider === 'mapi' || provider === own) return;
      expect(level.providers?.value).toContain(provider);
    },
  ));

test.each(['waitingRoom', 'muteOnEntry'] as const)('a locked %s of new meetings has its value', (option) =>
  where(
    (each) => bothOf(each).alone.meeting.origins[option]?.locked === true,
    (each) => {
      const { alone, together } = bothOf(each);
      expect(together.meeting.policy.defaults[option]).toBe(alone.meeting.policy.defaults[option]);
      expect(together.meeting.origins[option]).toEqual(alone.meeting.origins[option]);
    },
  ),
);
