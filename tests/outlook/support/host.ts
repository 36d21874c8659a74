/**
 * Outlook behind the real names of Office.js, as far as the adapter calls it: an `office-addin-mock` object whose
 * calls answer in rounds (all calls that are out are answered together), fail, or stay silent on demand.
 */
import { OfficeMockObject } from 'office-addin-mock';
import { OfficeApp } from 'office-addin-manifest';
import { SeriesTime } from './seriesTime';

// The mock needs the names of the applications only; the package behind them is ES modules throughout.
jest.mock('office-addin-manifest', () => ({ OfficeApp: { Outlook: 'Outlook' } }));

/** Office's code for an end before the start. */
const INVALID_END_TIME = 9010;

interface Result {
  readonly status: 'succeeded' | 'failed';
  readonly value?: unknown;
  readonly error?: { readonly code: number; readonly name: string; readonly message: string };
}
type Callback = (result: Result) => void;

export interface HostItem {
  subject: string;
  start: number;
  end: number;
  location: string;
  body: string;
  bodyType: 'html' | 'text';
  properties: Record<string, unknown>;
  id: string | undefined;
  /** What the host keeps of a pattern; null for a single appointment. */
  recurrence: unknown;
  seriesId: string | null;
  required: readonly unknown[];
  optional: readonly unknown[];
  notification: Record<string, unknown> | undefined;
}

export class Host {
  readonly calls: string[] = [];
  rounds = 0;
  readonly item: HostItem = {
    subject: 'Planning',
    start: Date.UTC(2026, 10, 24, 8),
    end: Date.UTC(2026, 10, 24, 9),
    location: 'Room 5',
    body: '<html><body><p>Agenda</p></body></html>',
    bodyType: 'html',
    properties: { other: 'kept' },
    id: undefined,
    recurrence: null,
    seriesId: null,
    required: [],
    optional: [],
    notification: undefined,
  };
  /** A host that leaves the end where it is when the start moves, and refuses a start behind it. */
  keepsEnd = false;
  readonly handlers = new Map<string, (event: unknown) => void>();
  private readonly failing = new Map<string, { code: number; left: number }>();
  private readonly silent = new Set<string>();
  private waiting: (() => void)[] = [];

  fail(call: string, code = 5000, times = 1): void {
    this.failing.set(call, { code, left: times });
  }

  silence(call: string): void {
    this.silent.add(call);
  }

  /** Answers a call in the next round. */
  answer(call: string, given: readonly unknown[], effect: () => unknown): void {
    this.calls.push(call);
    const callback = given.find((argument): argument is Callback => typeof argument === 'function');
    if (!callback || this.silent.has(call)) return;
    if (this.waiting.length === 0) {
      setImmediate(() => {
        this.rounds += 1;
        for (const each of this.waiting.splice(0)) each();
      });
    }
    this.waiting.push(() => {
      const failure = this.failing.get(call);
      if (failure && failure.left-- > 0) {
        callback({ status: 'failed', error: { code: failure.code, name: 'Refused', message: 'no' } });
      } else callback({ status: 'succeeded', value: effect() });
    });
  }

  /** Puts the host in the place of `Office`. `without` leaves members away, by dotted path. */
  install(extra: Record<string, unknown> = {}, mode: 'compose' | 'read' = 'compose'): void {
    const office = new OfficeMockObject(
      {
        onReady: (callback: (info: unknown) => void) =>
          callback({ host: 'Outlook', platform: 'OfficeOnline' }),
        EventType: {
          AppointmentTimeChanged: 'olkAppointmentTimeChanged',
          RecurrenceChanged: 'olkRecurrenceChanged',
          ItemChanged: 'olkItemSelectedChanged',
          OfficeThemeChanged: 'officeThemeChanged',
          DialogMessageReceived: 'dialogMessageReceived',
          DialogEventReceived: 'dialogEventReceived',
        },
        SeriesTime,
        context: {
          displayLanguage: 'de-DE',
          partitionKey: 'part-1.',
          diagnostics: { host: 'Outlook', platform: 'OfficeOnline', version: '20.1' },
          requirements: { isSetSupported: () => true },
          officeTheme: {
            bodyBackgroundColor: '#1F1F1F',
            bodyForegroundColor: '#FFFFFF',
            controlBackgroundColor: '#262626',
            controlForegroundColor: '#FFFFFF',
          },
          mailbox: {
            diagnostics: { hostName: 'OutlookWebApp', hostVersion: '20.1' },
            userProfile: { timeZone: 'W. Europe Standard Time', emailAddress: 'organizer@example.test' },
            addHandlerAsync: (type: string, handler: (event: unknown) => void, ...rest: unknown[]) =>
              this.answer('mailbox.addHandler', rest, () => void this.handlers.set(type, handler)),
            item: mode === 'compose' ? this.composeItem() : this.readItem(),
          },
          ...extra,
        },
      },
      OfficeApp.Outlook,
    );
    Object.assign(globalThis, { Office: office });
    // The mock takes no null.
    const { seriesId, recurrence } = this.item;
    const told = mode === 'compose' ? { seriesId } : { seriesId, recurrence };
    Object.assign(Office.context.mailbox?.item ?? {}, told);
  }

  private common() {
    const { item } = this;
    return {
      itemType: 'appointment',
      body: {
        getTypeAsync: (...given: unknown[]) => this.answer('body.getType', given, () => item.bodyType),
        getAsync: (format: string, ...given: unknown[]) =>
          this.answer('body.get', given, () =>
            format === item.bodyType ? item.body : `${format} of ${item.body}`,
          ),
        setAsync: (data: string, ...given: unknown[]) =>
          this.answer('body.set', given, () => void (item.body = data)),
        prependAsync: (data: string, ...given: unknown[]) =>
          this.answer('body.prepend', given, () => void (item.body = data + item.body)),
      },
      loadCustomPropertiesAsync: (...given: unknown[]) =>
        this.answer('properties.load', given, () => this.properties({ ...item.properties })),
    };
  }

  private properties(loaded: Record<string, unknown>) {
    return {
      get: (key: string) => loaded[key],
      set: (key: string, value: unknown) => void (loaded[key] = value),
      remove: (key: string) => void Reflect.deleteProperty(loaded, key),
      saveAsync: (...given: unknown[]) =>
        this.answer('properties.save', given, () => void (this.item.properties = { ...loaded })),
    };
  }

  private composeItem() {
    const { item } = this;
    const get = (call: string, read: () => unknown) => ({
      getAsync: (...given: unknown[]) => this.answer(call, given, read),
    });
    return {
      ...this.common(),
      subject: {
        ...get('subject.get', () => item.subject),
        setAsync: (subject: string, ...given: unknown[]) =>
          this.answer('subject.set', given, () => void (item.subject = subject)),
      },
      start: {
        ...get('start.get', () => new Date(item.start)),
        setAsync: (time: Date, ...given: unknown[]) => {
          const moves = !this.keepsEnd;
          if (!moves && time.getTime() > item.end) this.fail('start.set', INVALID_END_TIME);
          this.answer('start.set', given, () => {
            if (moves) item.end += time.getTime() - item.start;
            item.start = time.getTime();
          });
        },
      },
      end: {
        ...get('end.get', () => new Date(item.end)),
        setAsync: (time: Date, ...given: unknown[]) => {
          if (time.getTime() < item.start) this.fail('end.set', INVALID_END_TIME);
          this.answer('end.set', given, () => void (item.end = time.getTime()));
        },
      },
      recurrence: {
        ...get('recurrence.get', () => item.recurrence),
        setAsync: (pattern: unknown, ...given: unknown[]) =>
          this.answer('recurrence.set', given, () => void (item.recurrence = pattern)),
      },
      requiredAttendees: get('required.get', () => item.required),
      optionalAttendees: get('optional.get', () => item.optional),
      location: {
        ...get('location.get', () => item.location),
        setAsync: (location: string, ...given: unknown[]) =>
          this.answer('location.set', given, () => void (item.location = location)),
      },
      getItemIdAsync: (...given: unknown[]) => {
        if (item.id === undefined) this.fail('id.get', 9046);
        this.answer('id.get', given, () => item.id);
      },
      addHandlerAsync: (type: string, handler: (event: unknown) => void, ...given: unknown[]) =>
        this.answer('item.addHandler', given, () => void this.handlers.set(type, handler)),
      notificationMessages: {
        replaceAsync: (key: string, details: Record<string, unknown>, ...given: unknown[]) =>
          this.answer('notification.replace', given, () => void (item.notification = { key, ...details })),
        removeAsync: (_key: string, ...given: unknown[]) =>
          this.answer('notification.remove', given, () => void (item.notification = undefined)),
      },
    };
  }

  private readItem() {
    const { item } = this;
    return {
      ...this.common(),
      subject: item.subject,
      start: new Date(item.start),
      end: new Date(item.end),
      location: item.location,
      organizer: { displayName: 'Sandbox Organizer', emailAddress: 'organizer@example.test' },
    };
  }
}

export const removeOffice = (): void => void Reflect.deleteProperty(globalThis, 'Office');
