/** The clients that the sandbox's Outlook stands in for, without a browser: what they lack, do to bodies, and get wrong. */
import * as fc from 'fast-check';
import type { CallContext } from '../../../src/sandbox/outlook/host/calls/call';
import { answerAs, delegate, imitating } from '../../../src/sandbox/outlook/host/client/imitation';
import { withoutInlineImages } from '../../../src/sandbox/outlook/host/client/inlineImages';
import {
  answersCall,
  includes,
  requirementMatrix,
  tellsEvent,
} from '../../../src/sandbox/outlook/host/client/requirementSets';
import type { ClientSettings, SettingsPatch } from '../../../src/sandbox/outlook/host/client/settings';
import { defaultSettings, requirementSets } from '../../../src/sandbox/outlook/host/client/settings';
import { HostControl } from '../../../src/sandbox/outlook/host/control';
import { initialData } from '../../../src/sandbox/outlook/host/initial-data';
import { ItemSession } from '../../../src/sandbox/outlook/host/session';

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

describe('bodies', () => {
  const html = { data: '<p id="mine">Join</p>', coercionType: 3 };
  const read = async (settings: ClientSettings, context: CallContext) =>
    JSON.stringify(await answerAs(settings, context, 37, { coercionType: 3 }));

  it('stay as they are written where nothing is imitated', async () => {
    const context = open(defaultSettings);
    await answerAs(defaultSettings, context, 38, html);
    expect(context.session.state.body).toEqual({ format: 'html', content: html.data });
  });

  it('get x_ names once a write as on the web, and none by being read', async () => {
    const settings = set({ rewriting: 'web' });
    const context = open(settings);
    await answerAs(settings, context, 38, html);
    const written = context.session.state.body.content;
    expect(written).toContain('<p id="x_mine">');
    expect(await read(settings, context)).toContain('x_mine');
    expect(await read(settings, context)).not.toContain('x_x_mine');
    expect(context.session.state.body.content).toBe(written);
  });

  it.each(['windows-classic', 'mac'] as const)(
    "are read in the client's own markup, whoever wrote them: %s",
    async (rewriting) => {
      const settings = set({ rewriting });
      const context = open(settings, 'compose', '<p>typed</p>');
      expect(await read(settings, context)).toContain('MsoNormal');
      expect(context.session.state.body.content).toBe('<p>typed</p>');
      await answerAs(settings, context, 23, html);
      expect(context.session.state.body.content).toMatch(/MsoNormal[^]*Join[^]*MsoNormal[^]*typed/);
    },
  );

  it('become plain text once an add-in writes into them, where that is imitated', async () => {
    const settings = set({ rewriting: 'to-plain-text' });
    const context = open(settings, 'compose', '<p>typed</p>');
    await answerAs(settings, context, 23, html);
    expect(context.session.state.body).toEqual({ format: 'text', content: 'Join\r\ntyped' });
    expect(await answerAs(settings, context, 38, html)).toEqual({ errorCode: 9002 });
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
