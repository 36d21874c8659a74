/**
 * Time zones: Windows names to IANA, and instants to wall-clock time and back.
 *
 * All arithmetic goes through `Intl`, which carries the zone rules of the runtime itself, exact across changes to
 * and from daylight saving.
 */
import { windowsZones } from './windowsZones';

/** Zones whose rules cannot be meant by a name: offsets (`+01:00`), which Zoom does not take either. */
const OFFSET = /^[+-]/;

/**
 * The IANA name for a Windows or IANA name; undefined when the runtime knows neither (a custom zone of Outlook's,
 * for instance). An IANA name comes back in its usual spelling.
 */
export function toIanaTimeZone(name: string): string | undefined {
  const trimmed = name.trim();
  if (trimmed === '' || OFFSET.test(trimmed)) return undefined;
  if (Object.hasOwn(windowsZones, trimmed)) return windowsZones[trimmed];
  const known = spellings.get(trimmed);
  if (known !== undefined) return known;
  const spelling = spellingOf(trimmed);
  if (spelling === undefined) return undefined;
  // Names come from outside, in any mixture of capitals.
  if (spellings.size >= MOST_SPELLINGS) spellings.clear();
  spellings.set(trimmed, spelling);
  return spelling;
}

/** Asking Intl costs far more than remembering. */
const spellings = new Map<string, string>();
const MOST_SPELLINGS = 1000;

function spellingOf(name: string): string | undefined {
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    // Intl may answer an alias with another name for the same zone; then the person's own spelling is kept.
    return known.toLowerCase() === name.toLowerCase() ? known : name;
  } catch {
    return undefined;
  }
}

/** The zone by the name that Zoom has for it: UTC is all it knows of the `Etc` family, whose offsets have no place. */
export function toZoomTimeZone(name: string): string | undefined {
  const zone = toIanaTimeZone(name);
  if (zone !== undefined && /^(?:Etc\/)?(?:UTC|GMT|UCT|Zulu|Universal|Greenwich)$/.test(zone)) return 'UTC';
  return zone?.startsWith('Etc/') ? undefined : zone;
}

/**
 * The Windows name for a Windows or IANA name, which Outlook asks for: that of the zone itself, or else of one whose
 * clocks show the same for two years from `from` on (UTC milliseconds), as those of W. Europe do for Europe/Vienna;
 * the preferred one of them where it is among them. Undefined where there is none.
 */
export function toWindowsTimeZone(name: string, from: number, preferred = ''): string | undefined {
  const trimmed = name.trim();
  if (Object.hasOwn(windowsZones, trimmed)) return trimmed;
  const zone = toIanaTimeZone(trimmed);
  if (zone === undefined) return undefined;
  const instants = tellingInstants(zone, from);
  const isLike = (windowsName: string): boolean => {
    const other = windowsZones[windowsName];
    return other !== undefined && instants.every((at) => offsetAt(at, zone) === offsetAt(at, other));
  };
  if (isLike(preferred)) return preferred;
  const names = Object.keys(windowsZones);
  return names.find((windowsName) => windowsZones[windowsName] === zone) ?? names.find(isLike);
}

/** Instants by which a zone is known for two years: one every fortnight, and both sides of each change of its clocks. */
function tellingInstants(zone: string, from: number): number[] {
  const fortnights = Array.from({ length: 52 }, (_, index) => from + index * 14 * 86_400_000);
  return fortnights.flatMap((start, index) => {
    let before = start;
    let after = fortnights[index + 1] ?? start;
    if (offsetAt(before, zone) === offsetAt(after, zone)) return [start];
    while (after - before > 1000) {
      const middle = Math.floor((before + after) / 2);
      if (offsetAt(middle, zone) === offsetAt(before, zone)) before = middle;
      else after = middle;
    }
    return [start, before, after];
  });
}

/**
 * The wall-clock time of an instant (UTC milliseconds) in an IANA zone, `2026-11-23T09:00:00`; parts of a second
 * are dropped. Throws a `RangeError` for a zone that the runtime does not know.
 */
export function toWallClock(instantMs: number, ianaZone: string): string {
  const parts = formatter(ianaZone).formatToParts(instantMs);
  const field = (type: Intl.DateTimeFormatPartTypes, length = 2): string =>
    (parts.find((part) => part.type === type)?.value ?? '').padStart(length, '0');
  return `${field('year', 4)}-${field('month')}-${field('day')}T${field('hour')}:${field('minute')}:${field('second')}`;
}

/**
 * The instant (UTC milliseconds) of a wall-clock time in an IANA zone.
 *
 * A time that happens twice, when clocks go back, is the first of the two. A time that does not happen, when clocks
 * go forward, is moved on by the length of the gap (02:30 becomes 03:30), as calendars commonly do.
 */
export function fromWallClock(wallClock: string, ianaZone: string): number {
  const asUtc = Date.parse(`${wallClock}Z`);
  if (Number.isNaN(asUtc)) throw new RangeError(`Not a wall-clock time: ${wallClock}`);
  const day = 86_400_000;
  // The offsets in force on either side of any change nearby; at most one change falls into two days.
  const offsets = [offsetAt(asUtc - day, ianaZone), offsetAt(asUtc + day, ianaZone)];
  const exact = offsets
    .map((offset) => asUtc - offset)
    .filter((instant) => instant + offsetAt(instant, ianaZone) === asUtc);
  return exact.length > 0 ? Math.min(...exact) : asUtc - (offsets[0] ?? 0);
}

/** The local day of an instant, `2026-11-23`, in a zone by its Windows or IANA name; in UTC where nobody knows the name. */
export const localDay = (instantMs: number, timeZone: string): string =>
  toWallClock(instantMs, toIanaTimeZone(timeZone) ?? 'UTC').slice(0, 10);

/** How far the zone's clock is ahead of UTC at this instant, in milliseconds. */
function offsetAt(instantMs: number, ianaZone: string): number {
  const whole = Math.floor(instantMs / 1000) * 1000;
  return Date.parse(`${toWallClock(whole, ianaZone)}Z`) - whole;
}

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs far more than using one. */
function formatter(ianaZone: string): Intl.DateTimeFormat {
  const known = formatters.get(ianaZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US-u-ca-iso8601-nu-latn', {
    timeZone: ianaZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
  formatters.set(ianaZone, made);
  return made;
}
