/**
 * Whether the item that is open repeats: read where the client tells it (Mailbox 1.7), and written.
 *
 * An occurrence is known by its `seriesId`, which is there at once; the pattern is one host call in compose mode.
 */
import { ProductError } from '../domain/errors';
import type { Recurrence, Repetition } from '../domain/recurrence';
import { capability, claimsMailbox, isAvailable } from './capabilities';
import { callHost } from './hostCall';
import { patternFor, recurrenceFrom } from './recurrence';
import type { OfficePattern, SeriesTimeWriter } from './recurrence';

/**
 * The repetition of an item in compose mode. A client that has the call and fails rejects: a series must not be taken
 * for a single appointment.
 */
export async function readRepetition(
  item: Office.AppointmentCompose,
  personsZone: string,
): Promise<Repetition> {
  const seriesId = seriesIdOf(item);
  if (!isAvailable('recurrence')) return withoutPattern(seriesId);
  const pattern = await callHost<unknown>('read how the appointment repeats', (done) =>
    item.recurrence.getAsync(done),
  );
  return repetitionFrom(pattern, seriesId, personsZone);
}

/** The repetition of an item that is only read: its pattern is a plain value, absent where the client has none. */
export function repetitionOfRead(item: Office.AppointmentRead, personsZone: string): Repetition {
  const pattern: unknown = item.recurrence;
  const seriesId = seriesIdOf(item);
  if (pattern === undefined && !claimsMailbox('1.7')) return withoutPattern(seriesId);
  return repetitionFrom(pattern, seriesId, personsZone);
}

/** `null` makes it a single appointment. */
export async function writeRecurrence(
  item: Office.AppointmentCompose,
  recurrence: Recurrence | null,
  personsZone: string,
): Promise<void> {
  const able = capability('recurrence');
  if (able.status === 'unavailable') throw new ProductError('host-unsupported', { reason: able.reason });
  const pattern = recurrence && patternFor(recurrence, newSeriesTime(), personsZone);
  const writer: PatternWriter = item.recurrence;
  await callHost<unknown>('write how the appointment repeats', (done) => writer.setAsync(pattern, done));
}

/** Office.js takes null too, and no methods in what it is given, though its types ask for them. */
interface PatternWriter {
  setAsync(
    pattern: Partial<OfficePattern> | null,
    callback: (result: Office.AsyncResult<void>) => void,
  ): void;
}

/** The types of Office.js know the object, not its constructor. */
function newSeriesTime(): SeriesTimeWriter {
  const constructor: unknown = Reflect.get(Office, 'SeriesTime');
  const made: unknown = typeof constructor === 'function' ? Reflect.construct(constructor, []) : undefined;
  if (isSeriesTime(made)) return made;
  throw new ProductError('host-unsupported', { reason: 'it cannot write how an appointment repeats' });
}

const isSeriesTime = (value: unknown): value is SeriesTimeWriter =>
  typeof value === 'object' && value !== null && 'setStartDate' in value;

function repetitionFrom(pattern: unknown, seriesId: string | undefined, personsZone: string): Repetition {
  const recurrence = recurrenceFrom(pattern, personsZone);
  if (seriesId !== undefined) return { kind: 'occurrence', seriesId, recurrence };
  if (pattern === null || pattern === undefined) return { kind: 'single' };
  return recurrence ? { kind: 'series', recurrence } : { kind: 'unknown' };
}

const withoutPattern = (seriesId: string | undefined): Repetition =>
  seriesId === undefined ? { kind: 'unknown' } : { kind: 'occurrence', seriesId, recurrence: undefined };

/** Null, empty or absent for everything that is not one occurrence. */
function seriesIdOf(item: { readonly seriesId?: unknown }): string | undefined {
  const { seriesId } = item;
  return typeof seriesId === 'string' && seriesId !== '' ? seriesId : undefined;
}
