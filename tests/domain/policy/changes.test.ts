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

test('taking back always leads to the state before', () => {
  fc.assert(
    fc.property(anyLayer, anyLayer, (one, two) => {
      const back = undone(two, changesBetween(one, two));
      expect('layer' in back && changesBetween(back.layer, one)).toEqual([]);
    }),
  );
});
