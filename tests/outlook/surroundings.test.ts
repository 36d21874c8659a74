/** Notifications, capabilities, environment, readiness and ribbon functions of the adapter. */
import * as fc from 'fast-check';
import { capability } from '../../src/outlook/capabilities';
import { registerRibbonFunctions } from '../../src/outlook/commands';
import { environment, onThemeChanged } from '../../src/outlook/environment';
import { fitNotification, NOTIFICATION_ICON, NOTIFICATION_LIMIT } from '../../src/outlook/notifications';
import { onItemChanged, openAppointment, whenReady } from '../../src/outlook/office';
import { Host, removeOffice } from './support/host';

let host: Host;
beforeEach(() => {
  host = new Host();
  host.install();
});
afterEach(() => {
  jest.useRealTimers();
  removeOffice();
});

describe('the bar above the item', () => {
  const bar = () => {
    const item = openAppointment();
    if (item?.mode !== 'compose') throw new Error('not in compose mode');
    return item.notifications;
  };

  it('shows one message at a time, with an icon for information only', async () => {
    await bar().show({ kind: 'progress', text: 'Working' });
    expect(host.item.notification).toEqual({
      key: 'zoomMeeting',
      type: 'progressIndicator',
      message: 'Working',
    });
    await bar().show({ kind: 'error', text: 'Failed' });
    expect(host.item.notification).toEqual({ key: 'zoomMeeting', type: 'errorMessage', message: 'Failed' });
    await bar().show({ kind: 'info', text: 'Done' });
    expect(host.item.notification).toEqual({
      key: 'zoomMeeting',
      type: 'informationalMessage',
      message: 'Done',
      icon: NOTIFICATION_ICON,
      persistent: false,
    });
    await bar().clear();
    expect(host.item.notification).toBeUndefined();
  });

  it('is silent where the client has none', async () => {
    Object.assign(Office.context.mailbox.item ?? {}, { notificationMessages: undefined });
    await bar().show({ kind: 'info', text: 'Done' });
    await bar().clear();
    expect(host.calls).toEqual([]);
  });

  it('keeps the last sentence of a text that is too long, because it says what to do', () => {
    const text = `${'A long story. '.repeat(20)}Press Add Zoom Meeting again to finish.`;
    const shown = fitNotification(text);
    expect(shown.length).toBeLessThanOrEqual(NOTIFICATION_LIMIT);
    expect(shown).toMatch(/^A long story\. .*… Press Add Zoom Meeting again to finish\.$/);
  });

  it('never exceeds the limit nor cuts a character in two', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const shown = fitNotification(text);
        expect(shown.length).toBeLessThanOrEqual(NOTIFICATION_LIMIT);
        if (text.length <= NOTIFICATION_LIMIT) expect(shown).toBe(text);
        expect(() => encodeURIComponent(shown)).not.toThrow();
      }),
    );
  });
});

describe('capabilities', () => {
  it('are available when the set is claimed and the member is there', () => {
    expect(capability('notifications')).toEqual({ status: 'available' });
  });

  it('are unavailable where the host answers for fewer sets, although Office.js has the member', () => {
    host.install({ requirements: { isSetSupported: (_: string, set: string) => set <= '1.5' } });
    expect(capability('recurrence')).toMatchObject({ reason: 'it needs a newer Outlook (Mailbox 1.7)' });
    expect(capability('notifications')).toEqual({ status: 'available' });
  });

  it('are unavailable with the set that is missing', () => {
    host.install({ requirements: { isSetSupported: () => false } });
    expect(capability('dialog')).toEqual({
      status: 'unavailable',
      reason: 'it needs a newer Outlook (Mailbox 1.4)',
    });
  });

  it('say so when the host claims a set whose member it does not have', () => {
    expect(capability('dialog')).toMatchObject({ reason: 'Outlook has Mailbox 1.4, but not for this item' });
  });

  it('tell whether a written item says how it repeats and who is invited', () => {
    expect(capability('recurrence')).toEqual({ status: 'available' });
    expect(capability('attendees')).toEqual({ status: 'available' });
    host.install({ requirements: { isSetSupported: () => false } });
    Object.assign(Office.context.mailbox.item ?? {}, { recurrence: undefined, requiredAttendees: undefined });
    expect(capability('recurrence')).toMatchObject({ reason: 'it needs a newer Outlook (Mailbox 1.7)' });
    expect(capability('attendees')).toMatchObject({ status: 'unavailable' });
  });

  it('are unavailable outside Outlook', () => {
    removeOffice();
    expect(capability('dialog')).toMatchObject({
      status: 'unavailable',
      reason: expect.stringContaining('not inside'),
    });
  });
});

describe('the colours', () => {
  const told = (officeTheme: unknown) => host.handlers.get('officeThemeChanged')?.({ officeTheme });
  const black = {
    bodyBackgroundColor: '#000000',
    bodyForegroundColor: '#ffffff',
    controlBackgroundColor: '#000000',
    controlForegroundColor: '#ffff00',
  };

  it('are heard of when they change, until nobody listens any more', async () => {
    const heard: string[] = [];
    const stop = onThemeChanged(({ bodyBackground }) => heard.push(bodyBackground));
    await new Promise<void>((resolve) => setImmediate(resolve));
    told(black);
    told({ ...black, bodyBackgroundColor: 'nonsense' });
    stop();
    told(black);
    expect(heard).toEqual(['#000000']);
  });

  it('are not missed by a client that refuses the event', () => {
    host.install({ mailbox: {} });
    expect(() => onThemeChanged(() => undefined)()).not.toThrow();
  });
});

describe('the environment', () => {
  it('tells platform, language, zone and colours', () => {
    const found = environment();
    expect(found).toMatchObject({
      platform: 'web',
      locale: 'de-DE',
      timeZone: 'W. Europe Standard Time',
      version: '20.1',
    });
    expect(found.theme?.bodyBackground).toMatch(/^#[\da-f]{6}$/i);
  });

  it.each([
    ['newOutlookWindows', 'OfficeOnline', 'windows-new'],
    ['Outlook', 'PC', 'windows-classic'],
    ['', 'Mac', 'mac'],
    ['OutlookIOS', 'iOS', 'mobile'],
    ['', '', 'unknown'],
  ])('names %s on %s as %s', (hostName, platform, expected) => {
    host.install({ diagnostics: { platform }, mailbox: { diagnostics: { hostName } } });
    expect(environment().platform).toBe(expected);
  });

  it('has fallbacks outside Outlook and for colours that are none', () => {
    removeOffice();
    expect(environment()).toMatchObject({ platform: 'unknown', locale: 'en-US', theme: undefined });
    host.install({ officeTheme: { bodyBackgroundColor: 'red' } });
    expect(environment().theme).toBeUndefined();
  });
});

describe('readiness', () => {
  it('comes when Office.js has met Outlook', async () => {
    expect(await whenReady()).toEqual({ status: 'ready' });
  });

  it('says so when the page is somewhere else, or Office.js is missing', async () => {
    Object.assign(Office, { onReady: (callback: (info: unknown) => void) => callback({ host: null }) });
    expect(await whenReady()).toMatchObject({ status: 'not-in-outlook' });
    removeOffice();
    expect(await whenReady()).toEqual({ status: 'not-in-outlook', reason: 'Office.js could not be loaded' });
  });

  it('does not wait for ever', async () => {
    Object.assign(Office, { onReady: () => undefined });
    jest.useFakeTimers();
    const ready = whenReady(1_000);
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await ready).toEqual({ status: 'not-in-outlook', reason: 'Outlook did not answer' });
  });
});

it('tells when another item is chosen, until stopped', async () => {
  const heard = jest.fn();
  const stop = onItemChanged(heard);
  await new Promise<void>((resolve) => setImmediate(resolve));
  host.handlers.get('olkItemSelectedChanged')?.({});
  stop();
  host.handlers.get('olkItemSelectedChanged')?.({});
  expect(heard).toHaveBeenCalledTimes(1);
});

describe('ribbon functions', () => {
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

  it.each<[string, () => Promise<void>]>([
    ['is done', async () => undefined],
    ['fails', () => Promise.reject(new Error('no'))],
  ])('tell Outlook of their end when the work %s, by both ways that Outlook finds them', async (_, work) => {
    const associated = new Map<string, (event: unknown) => void>();
    Object.assign(Office, {
      actions: { associate: (name: string, run: (event: unknown) => void) => associated.set(name, run) },
    });
    registerRibbonFunctions({ testButton: work });
    const completed = jest.fn();
    associated.get('testButton')?.({ completed });
    const global: unknown = Reflect.get(globalThis, 'testButton');
    if (typeof global === 'function') global({ completed });
    Reflect.deleteProperty(globalThis, 'testButton');
    await settled();
    expect(completed).toHaveBeenCalledTimes(2);
  });
});
