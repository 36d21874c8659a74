/** What differs between two states of the settings, and taking it back. */
import fc from 'fast-check';
import { changesBetween, undone } from '../../../src/domain/policy/changes';
import { SettingsLayer } from '../../../src/domain/policy/settings';
import { anyLayer } from './support';

const before = SettingsLayer.parse({
  integration: { value: true },
  providers: { value: ['google', 'office365'] },
});
const after = SettingsLayer.parse({
  integration: { value: true },
  mapi: { value: true, locked: true },
  providers: { value: ['office365', 'google'] },
});

test('only what was changed is named, from what to what; the order of a list is no change', () => {
  expect(changesBetween(before, after)).toEqual([
    { setting: 'mapi', from: null, to: { value: true, locked: true } },
  ]);
});

test('a change is taken back with what came after elsewhere left alone', () => {
  const later = { ...after, scheduleForOthers: { value: false, locked: false } };
  expect(undone(later, changesBetween(before, after))).toEqual({
    layer: { ...before, providers: after.providers, scheduleForOthers: { value: false, locked: false } },
  });
});

test('a change is not taken back where somebody changed the same again', () => {
  const later = { ...after, mapi: { value: true, locked: false } };
  expect(undone(later, changesBetween(before, after))).toEqual({ changed: ['mapi'] });
});

describe('taking back what no longer agrees with the rest names what is in its way', () => {
  const forced = SettingsLayer.parse({ forcedProvider: { value: 'office365' } });
  const locked = SettingsLayer.parse({ mapi: { value: true, locked: true } });

  test.each([
    ['the end of a forced service, after MAPI was locked', forced, {}, locked, 'mapi'],
    ['the end of the lock of MAPI, after a service was forced', locked, {}, forced, 'forcedProvider'],
  ])('%s', (_, from, to, now, inTheWay) => {
    expect(undone(now, changesBetween(from, to))).toEqual({ changed: [inTheWay] });
  });

  test('a value that is none any more: itself', () => {
    const old = [{ setting: 'providers' as const, from: { value: ['fax'] }, to: null }];
    expect(undone({}, old)).toEqual({ changed: ['providers'] });
  });
});

test('whatever came after, taking back a change leads to settings that can be saved, or says what is in the way', () => {
  fc.assert(
    fc.property(anyLayer, anyLayer, anyLayer, fc.nat(), (one, two, later, index) => {
      const changes = changesBetween(one, two);
      const change = changes[index % changes.length];
      fc.pre(change !== undefined);
      const now = SettingsLayer.safeParse({ ...later, [change.setting]: two[change.setting] });
      fc.pre(now.success);
      const back = undone(now.data, [change]);
      if ('layer' in back) expect(SettingsLayer.parse(back.layer)).toEqual(back.layer);
      else expect(back.changed).not.toEqual([]);
    }),
  );
});

test('taking back always leads to the state before', () => {
  fc.assert(
    fc.property(anyLayer, anyLayer, (one, two) => {
      const back = undone(two, changesBetween(one, two));
      expect('layer' in back && changesBetween(back.layer, one)).toEqual([]);
    }),
  );
});
