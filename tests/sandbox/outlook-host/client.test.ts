/** The clients that the sandbox's Outlook stands in for, without a browser: settings, gates, habits and faults. */
import * as fc from 'fast-check';
import type { CallContext } from '../../../src/sandbox/outlook/host/calls/call';
import { answerAs, delegate, imitating } from '../../../src/sandbox/outlook/host/client/imitation';
import { withoutInlineImages } from '../../../src/sandbox/outlook/host/client/inlineImages';
import { appearanceOf, colorSchemeOf } from '../../../src/sandbox/outlook/host/client/officeTheme';
import {
  answersCall,
  includes,
  requirementMatrix,
  tellsEvent,
} from '../../../src/sandbox/outlook/host/client/requirementSets';
import type { ClientSettings, SettingsPatch } from '../../../src/sandbox/outlook/host/client/settings';
import {
  ClientSettings as Shape,
  defaultSettings,
  presetNames,
  presets,
  readSettings,
  requirementSets,
  settingsInQuery,
  startedWith,
} from '../../../src/sandbox/outlook/host/client/settings';
import { SettingsStore, nowhere } from '../../../src/sandbox/outlook/host/client/settingsStore';
import { HostControl } from '../../../src/sandbox/outlook/host/control';
import { initialData } from '../../../src/sandbox/outlook/host/initial-data';
import { ItemSession } from '../../../src/sandbox/outlook/host/session';
import { differences, ordinal } from '../../../src/sandbox/outlook/page/settings/titles';

const organizer = { name: 'Sandbox Organizer', address: 'organizer@example.test' };
const set = (patch: SettingsPatch): ClientSettings => ({ ...defaultSettings, ...patch });

/** An open appointment under settings, as its add-in meets it. */
function open(settings: ClientSettings, mode: 'compose' | 'read' = 'compose', content = ''): CallContext {
  const session = new ItemSession(
    mode,
    {
      ...{ subject: 's', location: '', start: 0, end: 60_000, allDay: false, timeZone: 'UTC' },
      body: { format: 'html', content },
      ...{ recurrence: null, seriesId: 'series-1', organizer, required: [], optional: [] },
      ...{ customProperties: {}, notifications: [], sessionData: {} },
      ...{ savedId: 'item-1', changeNumber: 1, sent: false, created: 0, modified: 0 },
    },
    { saveDraft: () => Promise.resolve('item-1'), saveReceivedProperties: () => Promise.resolve() },
  );
  return imitating(
    {
      session,
      host: {
        addIn: { id: 'a', name: 'A', permissionLevel: 3 },
        user: organizer,
        timeZone: 'UTC',
        ianaTimeZone: 'UTC',
        sanitize: (text) => text,
        roaming: { current: () => ({}), save: () => Promise.resolve() },
      },
    },
    settings,
  );
}

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

describe('requirement sets', () => {
  it.each([
    ['recurrence.get', 103, '1.7'],
    ['recurrence.set', 104, '1.7'],
    ['organizer.get', 107, '1.7'],
    ['enhancedLocation.get', 154, '1.8'],
    ['item.getItemId', 164, '1.8'],
    ['isAllDayEvent.get', 169, '1.10'],
    ['sessionData.set', 185, '1.10'],
  ] as const)('have %s from the set that introduced it on', (_, id, since) => {
    expect(requirementSets.filter((advertised) => answersCall(advertised, id))).toEqual(
      requirementSets.filter((advertised) => includes(advertised, since)),
    );
  });

  it('all have subject, body, location, times, properties and saving', () => {
    const ids = [17, 18, 37, 38, 14, 23, 13, 26, 27, 24, 25, 3, 4, 32, 33, 35];
    expect(requirementSets.every((advertised) => ids.every((id) => answersCall(advertised, id)))).toBe(true);
  });

  it.each([
    ['olkItemSelectedChanged', '1.5'],
    ['olkAppointmentTimeChanged', '1.7'],
    ['olkRecurrenceChanged', '1.7'],
    ['olkEnhancedLocationsChanged', '1.8'],
    ['appCommandInvoked', '1.3'],
  ] as const)('tell %s from the set that introduced it on', (event, since) => {
    expect(requirementSets.filter((advertised) => tellsEvent(advertised, event))).toEqual(
      requirementSets.filter((advertised) => includes(advertised, since)),
    );
  });

  it('advertise themselves, and the dialog from 1.4 on', () => {
    expect(JSON.parse(requirementMatrix('1.3'))).toEqual({ Mailbox: '1.3' });
    expect(JSON.parse(requirementMatrix('1.10'))).toEqual({ Mailbox: '1.10', DialogApi: '1.1' });
  });

  it('say nothing of series before 1.7', () => {
    expect(initialData(open(defaultSettings, 'read'), 0, defaultSettings)).toMatchObject({
      seriesId: 'series-1',
      recurrence: null,
    });
    const old = initialData(open(defaultSettings, 'read'), 0, set({ requirementSet: '1.5' }));
    expect(old).not.toHaveProperty('seriesId');
    expect(old).not.toHaveProperty('recurrence');
  });

  it('refuse what is newer as not supported, and answer the rest', async () => {
    const settings = set({ requirementSet: '1.7' });
    expect(await answerAs(settings, open(settings), 164, undefined)).toEqual({ errorCode: 5000 });
    expect(await answerAs(settings, open(settings), 103, undefined)).toEqual({ data: null });
  });
});

describe('calendars', () => {
  it('shared by their owner show a delegate, tell whose they are, and keep no properties', async () => {
    const settings = set({ calendar: 'shared' });
    const context = open(settings);
    expect(context.host.user).toEqual(delegate);
    expect(await answerAs(settings, context, 108, undefined)).toMatchObject({
      data: { owner: organizer.address },
    });
    expect(await answerAs(settings, context, 4, { customProperties: { a: 1 } })).toEqual({ errorCode: 9020 });
    expect(context.session.state.customProperties).toEqual({});
  });

  it('that are only read keep no properties either, and do not tell an owner', async () => {
    const settings = set({ calendar: 'read-only' });
    const context = open(settings, 'read');
    expect(context.host.user).toEqual(organizer);
    expect(await answerAs(settings, context, 4, { customProperties: { a: 1 } })).toEqual({ errorCode: 9020 });
    expect(await answerAs(settings, context, 108, undefined)).toEqual({ errorCode: 5000 });
  });
});

describe('inline images', () => {
  const picture = '<img alt="a > b" src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">';

  it('are lost by a replaced body where a client loses them, and kept by an added one', async () => {
    const settings = set({ inlineImages: 'lost' });
    const context = open(settings, 'compose', `<p>${picture}</p>`);
    const data = { data: '<b>new</b>', coercionType: 3 };
    await answerAs(settings, context, 23, data);
    await answerAs(settings, context, 13, data);
    expect(context.session.state.body.content).toBe(`<b>new</b><b>new</b><p>${picture}</p>`);
    await answerAs(settings, context, 38, { data: `<p>${picture}</p>`, coercionType: 3 });
    expect(context.session.state.body.content).toBe('<p></p>');
  });

  it('are all that goes: the rest of a body stays byte for byte', () => {
    const parts = fc.constantFrom(
      '<p>',
      '</P>',
      'a',
      '&nbsp;',
      '<!-- c -->',
      '<img src="https://a.test/i.png">',
    );
    const lost = fc.constantFrom(picture, '<IMG SRC=cid:1>', `<img src='blob:x'/>`);
    fc.assert(
      fc.property(fc.array(fc.oneof(parts, lost)), (pieces) => {
        const kept = pieces.filter((piece) => !/(?:data|cid|blob):/.test(piece));
        expect(withoutInlineImages(pieces.join(''))).toBe(kept.join(''));
      }),
    );
  });
});

describe('faults', () => {
  const controlled = (patch: SettingsPatch) => {
    const control = new HostControl(() => 0);
    control.settings(patch);
    return control;
  };

  it('hit the first call and every so many after it', () => {
    const control = controlled({ faults: [{ call: 'subject.get', effect: 'fail', every: 3 }] });
    const verdicts = [1, 2, 3, 4, 5].map(() => control.judge(18, 'subject.get').failBefore);
    expect(verdicts).toEqual([5001, undefined, undefined, 5001, undefined]);
    expect(control.judge(17, 'subject.set').failBefore).toBeUndefined();
  });

  it('can come after the effect', () => {
    const control = controlled({ faults: [{ call: 'subject.set', effect: 'fail-after', every: 1 }] });
    expect(control.judge(17, 'subject.set')).toMatchObject({ failBefore: undefined, failAfter: 5001 });
  });

  it('can be silence, until the setting is changed for the calls after it', async () => {
    const control = controlled({ faults: [{ call: 'subject.get', effect: 'hang', every: 1 }] });
    const silent = Symbol('silent');
    const first = await Promise.race([control.judge(18, 'subject.get').ready, tick().then(() => silent)]);
    expect(first).toBe(silent);
    control.settings({ faults: [] });
    await expect(control.judge(18, 'subject.get').ready).resolves.toBeUndefined();
  });

  it('delay every call', async () => {
    jest.useFakeTimers();
    try {
      const control = controlled({ delayMs: 500 });
      let through = false;
      const waiting = control.judge(18, 'subject.get').ready.then(() => (through = true));
      await jest.advanceTimersByTimeAsync(499);
      expect(through).toBe(false);
      await jest.advanceTimersByTimeAsync(1);
      await waiting;
      expect(through).toBe(true);
    } finally {
      jest.useRealTimers();
    }
  });

  const tick = () => new Promise<void>((resolve) => setImmediate(resolve));
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
