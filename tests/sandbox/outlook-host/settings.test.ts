/** Which client the sandbox's Outlook stands in for, as data: where settings come from, and how they are told. */
import * as fc from 'fast-check';
import { appearanceOf, colorSchemeOf } from '../../../src/sandbox/outlook/host/client/officeTheme';
import type { ClientSettings, SettingsPatch } from '../../../src/sandbox/outlook/host/client/settings';
import {
  ClientSettings as Shape,
  defaultSettings,
  presetNames,
  presets,
  readSettings,
  settingsInQuery,
  startedWith,
} from '../../../src/sandbox/outlook/host/client/settings';
import { SettingsStore, nowhere } from '../../../src/sandbox/outlook/host/client/settingsStore';
import { differences, ordinal } from '../../../src/sandbox/outlook/page/settings/titles';

const set = (patch: SettingsPatch): ClientSettings => ({ ...defaultSettings, ...patch });

describe('settings', () => {
  it('are always complete and valid, whatever was remembered', () => {
    const values = fc.oneof(fc.jsonValue(), fc.constantFrom('1.5', 'dark', 'de-DE', 'mac', 'shared', 500));
    const remembered = fc.dictionary(fc.constantFrom(...Object.keys(Shape.shape), 'nonsense'), values);
    fc.assert(
      fc.property(fc.oneof(remembered, fc.jsonValue()), (json) => {
        expect(Shape.parse(readSettings(json))).toEqual(readSettings(json));
      }),
    );
  });

  it('keep what is valid beside what is not', () => {
    expect(readSettings({ theme: 'dark', locale: 'tlh', delayMs: -1, faults: [{ call: 'x' }] })).toEqual(
      set({ theme: 'dark' }),
    );
  });

  it('come out of an address, a preset first', () => {
    expect(
      settingsInQuery(
        '?preset=exchange-2019&client=mac&theme=dark&delayMs=250&fault=body.set:hang:3&fault=subject.get',
        defaultSettings,
      ),
    ).toEqual({
      ...defaultSettings,
      ...presets['exchange-2019'],
      client: 'mac',
      theme: 'dark',
      delayMs: 250,
      faults: [
        { call: 'body.set', effect: 'hang', every: 3 },
        { call: 'subject.get', effect: 'fail', every: 1 },
      ],
    });
    expect(settingsInQuery('?start=1', defaultSettings)).toBeUndefined();
    expect(settingsInQuery('?preset=none&theme=pink', defaultSettings)).toEqual(defaultSettings);
  });

  it('start pages again for what a page is told once, and for nothing else', () => {
    const restarts = (patch: SettingsPatch) => startedWith(set(patch)) !== startedWith(defaultSettings);
    expect(restarts({ theme: 'dark', delayMs: 1, faults: [{ call: 'x', effect: 'fail', every: 1 }] })).toBe(
      false,
    );
    const told: SettingsPatch[] = [
      { requirementSet: '1.5' },
      { locale: 'de-DE' },
      { client: 'mac' },
      { rewriting: 'web' },
      { inlineImages: 'lost' },
      { calendar: 'shared' },
    ];
    expect(told.map(restarts)).toEqual(told.map(() => true));
  });
});

describe('the store of settings', () => {
  function place(query: string, json: string | null) {
    const kept = { json, forgotten: false };
    return {
      kept,
      query: () => query,
      load: () => kept.json,
      save: (fresh: string) => {
        kept.json = fresh;
      },
      forgetQuery: () => {
        kept.forgotten = true;
      },
    };
  }

  it('takes the address before what is remembered, and what is remembered before the defaults', () => {
    const remembered = JSON.stringify({ theme: 'dark', locale: 'ja-JP' });
    expect(new SettingsStore(place('?locale=de-DE', remembered)).current()).toEqual(set({ locale: 'de-DE' }));
    expect(new SettingsStore(place('', remembered)).current()).toEqual(
      set({ theme: 'dark', locale: 'ja-JP' }),
    );
    expect(new SettingsStore(place('', 'damaged')).current()).toEqual(defaultSettings);
  });

  it('remembers all that holds once somebody changes a setting, and lets go of the address', () => {
    const browser = place('?theme=dark', null);
    const store = new SettingsStore(browser);
    const heard = jest.fn();
    store.watch(heard);
    store.change({ locale: 'de-DE' });
    expect(heard).toHaveBeenCalledTimes(1);
    expect(browser.kept.forgotten).toBe(true);
    expect(new SettingsStore(place('', browser.kept.json)).current()).toEqual(
      set({ theme: 'dark', locale: 'de-DE' }),
    );
  });

  it('refuses what is no setting, and stays as it was', () => {
    const store = new SettingsStore(nowhere);
    expect(() => store.change({ delayMs: -1 })).toThrow();
    expect(store.current()).toEqual(defaultSettings);
  });
});

describe('themes', () => {
  it('follow the system only where they are left to it', () => {
    expect(appearanceOf('system', true)).toBe('dark');
    expect(appearanceOf('system', false)).toBe('light');
    expect(appearanceOf('light', true)).toBe('light');
    expect(colorSchemeOf('system')).toBe('');
    expect(colorSchemeOf('high-contrast')).toBe('dark');
  });
});

describe('what differs from the defaults', () => {
  it('is nothing at first, and the name of a preset where one holds', () => {
    expect(differences(defaultSettings)).toEqual([]);
    expect(differences(set({ ...presets['exchange-2019'], locale: 'de-DE' }))).toEqual([
      'Exchange 2019 on premises',
      'Deutsch',
    ]);
    const named = presetNames.map((name) => differences(set(presets[name])));
    expect(new Set(named.map((texts) => texts.join())).size).toBe(presetNames.length);
  });

  it('names each setting where no preset holds', () => {
    expect(
      differences(
        set({
          client: 'mac',
          requirementSet: '1.7',
          rewriting: 'web',
          inlineImages: 'lost',
          theme: 'high-contrast',
          calendar: 'read-only',
          delayMs: 500,
          faults: [{ call: 'body.set', effect: 'fail', every: 2 }],
        }),
      ),
    ).toEqual([
      'Outlook for Mac',
      'Mailbox 1.7',
      'Bodies: As Outlook on the web (x_ names)',
      'Loses pictures in the text',
      'High contrast theme',
      'Read-only calendar',
      '0.5 s slower',
      '1 fault',
    ]);
  });

  it('counts as people do', () => {
    expect([1, 2, 3, 4, 11, 22].map(ordinal)).toEqual(['1st', '2nd', '3rd', '4th', '11th', '22nd']);
  });
});
