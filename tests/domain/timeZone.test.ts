import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { WINDOWS_TO_IANA_MAP } from 'windows-iana';
import {
  fromWallClock,
  toIanaTimeZone,
  toWallClock,
  toWindowsTimeZone,
  toZoomTimeZone,
} from '../../src/domain/timeZone';
import { windowsZones } from '../../src/domain/windowsZones';

test('the table of Windows zones is the library’s, for the world at large', () => {
  const world = WINDOWS_TO_IANA_MAP.filter(({ territory }) => territory === '001');
  expect(windowsZones).toEqual(
    Object.fromEntries(world.map(({ windowsName, iana }) => [windowsName, iana[0]])),
  );
});

test('the runtime knows every zone of the table', () => {
  for (const zone of Object.values(windowsZones)) expect(toIanaTimeZone(zone)).toBeDefined();
});

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['Pacific Standard Time', 'America/Los_Angeles'],
  ['UTC', 'Etc/UTC'],
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['Asia/Kolkata', 'Asia/Kolkata'],
  [' Tokyo Standard Time ', 'Asia/Tokyo'],
])('%s is %s', (name, zone) => {
  expect(toIanaTimeZone(name)).toBe(zone);
});

test.each([
  '',
  'Customized Time Zone',
  'tzone://Microsoft/Custom',
  '+01:00',
  'constructor',
  '__proto__',
  'x'.repeat(10_000),
])('no zone is made of %p', (name) => {
  expect(toIanaTimeZone(name)).toBeUndefined();
});

const zone = fc.constantFrom(
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'America/St_Johns',
  'UTC',
);
const instant = fc
  .integer({ min: Date.UTC(1990, 0, 1) / 1000, max: Date.UTC(2050, 0, 1) / 1000 })
  .map((s) => s * 1000);

test('wall-clock times are what Temporal says, everywhere and always', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const wall = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone).toPlainDateTime();
      expect(toWallClock(at, timeZone)).toBe(wall.toString({ smallestUnit: 'second' }));
    }),
  );
});

test('an instant comes back from its wall clock, unless that time happens twice: then it is the first', () => {
  fc.assert(
    fc.property(instant, zone, (at, timeZone) => {
      const wall = toWallClock(at, timeZone);
      const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(timeZone, {
        disambiguation: 'compatible',
      });
      expect(fromWallClock(wall, timeZone)).toBe(expected.epochMilliseconds);
    }),
  );
});

test.each([
  ['before clocks go forward', '2026-03-29T01:59:59', '2026-03-29T00:59:59Z'],
  ['in the hour that is skipped, moved on by it', '2026-03-29T02:30:00', '2026-03-29T01:30:00Z'],
  ['after it', '2026-03-29T03:00:00', '2026-03-29T01:00:00Z'],
  ['in the hour that happens twice, the first time', '2026-10-25T02:30:00', '2026-10-25T00:30:00Z'],
  ['after it', '2026-10-25T03:00:00', '2026-10-25T02:00:00Z'],
])('in Berlin, %s', (_, wall, utc) => {
  expect(fromWallClock(wall, 'Europe/Berlin')).toBe(Date.parse(utc));
});

test('wall-clock times around every hour of a change are Temporal’s, gaps included', () => {
  const minutes = fc.integer({ min: -300, max: 300 });
  const changes = fc.constantFrom(
    ['Europe/Berlin', '2026-03-29T02:00:00'],
    ['Europe/Berlin', '2026-10-25T02:00:00'],
    ['Australia/Lord_Howe', '2026-10-04T02:00:00'],
    ['Pacific/Apia', '2011-12-30T00:00:00'],
  );
  fc.assert(
    fc.property(changes, minutes, ([timeZone = '', at = ''], offset) => {
      const wall = Temporal.PlainDateTime.from(at).add({ minutes: offset });
      expect(fromWallClock(wall.toString({ smallestUnit: 'second' }), timeZone)).toBe(
        wall.toZonedDateTime(timeZone, { disambiguation: 'compatible' }).epochMilliseconds,
      );
    }),
  );
});

test('what is no wall-clock time, or no zone, is refused', () => {
  expect(() => fromWallClock('soon', 'UTC')).toThrow(RangeError);
  expect(() => toWallClock(0, 'Nowhere')).toThrow(RangeError);
});

describe('the Windows name of a zone', () => {
  const from = Date.UTC(2026, 10, 23);

  test.each([
    ['a Windows name is itself', 'Tokyo Standard Time', undefined, 'Tokyo Standard Time'],
    ['that of the zone', 'Europe/Berlin', undefined, 'W. Europe Standard Time'],
    [
      'that of a zone with the same clocks, to the hour of their changes',
      'America/Detroit',
      undefined,
      'Eastern Standard Time',
    ],
    ['the preferred one of those', 'Europe/Vienna', 'Romance Standard Time', 'Romance Standard Time'],
    [
      'not a preferred one with other clocks',
      'Europe/Berlin',
      'GMT Standard Time',
      'W. Europe Standard Time',
    ],
    ['not a preferred one that nobody knows', 'Asia/Tokyo', 'Custom', 'Tokyo Standard Time'],
    ['none for a zone that nobody knows', 'Custom', 'Tokyo Standard Time', undefined],
    ['none for a zone that Windows has not', 'Antarctica/Troll', undefined, undefined],
  ])('%s', (_, name, preferred, expected) => {
    expect(toWindowsTimeZone(name, from, preferred)).toBe(expected);
  });

  test('of every zone in the table leads back to it', () => {
    for (const [windowsName, zone] of Object.entries(windowsZones)) {
      expect(toWindowsTimeZone(windowsName, from)).toBe(windowsName);
      expect(toIanaTimeZone(toWindowsTimeZone(zone, from) ?? '')).toBe(zone);
    }
  });
});

test.each([
  ['W. Europe Standard Time', 'Europe/Berlin'],
  ['UTC', 'UTC'],
  ['Etc/GMT', 'UTC'],
  ['UTC-11', undefined],
  ['Custom', undefined],
])('Zoom knows %s as %s', (name, expected) => {
  expect(toZoomTimeZone(name)).toBe(expected);
});
