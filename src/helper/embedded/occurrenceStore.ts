/** Reading, changing, cancelling and restoring one occurrence of a series; each write is one of its series as well. */
import type { LocalDate } from '../../domain/recurrence';
import { ConflictError, ProfileError } from './errors';
import { splitOccurrenceId } from './ids';
import type { Items } from './items';
import type { Appointment, AppointmentFields } from './model';
import { assertInOrder, exceptionFields, occurrenceOn, type Series } from './occurrences';
import { storable, type Found } from './rows';
import { datesOf } from './series';

/** An occurrence that is there, with its series. */
interface Present {
  found: Found;
  series: Series;
  originalDate: LocalDate;
  occurrence: Appointment;
}

const gone = (): ProfileError =>
  new ProfileError('not-found', 'This occurrence of the series is not there any more.');

export class OccurrenceStore {
  constructor(
    private readonly items: Items,
    private readonly now: () => number,
  ) {}

  /** The occurrence with this id. Errors: `not-found`. */
  read(id: string): Appointment {
    return this.present(id).occurrence;
  }

  /** The same, undefined when it is not there. */
  find(id: string): Appointment | undefined {
    const part = splitOccurrenceId(id);
    const series = part && this.items.findMany([part.seriesId])[0];
    return series && occurrenceOn(this.series(this.items.find(series.id)), part.originalDate);
  }

  /** Makes an exception of it. Errors: `conflict`, `not-found`, `invalid`, `crosses-occurrence`. */
  update(id: string, fields: Partial<AppointmentFields>, expected?: number): Appointment {
    const { found, series, originalDate, occurrence } = this.expect(id, expected);
    const changed = storable({ ...occurrence, ...fields, recurrence: null });
    if (changed.start !== occurrence.start) assertInOrder(series, originalDate, changed.start);
    this.items.writeException(found, originalDate, {
      originalDate,
      cancelled: false,
      modified: this.now(),
      fields: exceptionFields(series.appointment, changed),
    });
    return this.read(id);
  }

  /** Cancels it and tells whether its series has any left. What it was is kept for `restore`. Errors: as `update`. */
  cancel(id: string, expected?: number): { left: boolean; series: Appointment } {
    const { found, series, originalDate } = this.expect(id, expected);
    const fields = series.exceptions.find((one) => one.originalDate === originalDate)?.fields ?? {};
    this.items.writeException(found, originalDate, {
      originalDate,
      cancelled: true,
      modified: this.now(),
      fields,
    });
    const after = this.series(this.items.find(series.appointment.id));
    const cancelled = after.exceptions.filter((one) => one.cancelled).length;
    const { recurrence } = after.appointment;
    const left = !recurrence || datesOf(recurrence, cancelled + 1).length > cancelled;
    return { left, series: after.appointment };
  }

  /** Takes its cancelling back: it is as it was before. Errors: `not-found`, also for one that is not cancelled. */
  restore(id: string): Appointment {
    const part = splitOccurrenceId(id);
    if (!part) throw gone();
    const { seriesId, originalDate } = part;
    const found = this.items.find(seriesId);
    const exception = this.series(found).exceptions.find((one) => one.originalDate === originalDate);
    if (!exception?.cancelled) throw gone();
    const untouched = Object.keys(exception.fields).length === 0;
    const kept = untouched ? null : { ...exception, cancelled: false, modified: this.now() };
    this.items.writeException(found, originalDate, kept);
    return this.read(id);
  }

  /** Whether this is the id of an occurrence that was cancelled. */
  isCancelled(id: string): boolean {
    const part = splitOccurrenceId(id);
    const [series] = part ? this.items.findMany([part.seriesId]) : [];
    const exceptions = series && this.items.exceptions.ofSeries([series.searchKey]).get(series.searchKey);
    return exceptions?.some((one) => one.cancelled && one.originalDate === part?.originalDate) ?? false;
  }

  /** The exceptions of a series: each as it is, null for a cancelled one. Errors: `not-found`. */
  exceptions(seriesId: string): { originalDate: LocalDate; occurrence: Appointment | null }[] {
    const series = this.series(this.items.find(seriesId));
    return series.exceptions.map(({ originalDate }) => ({
      originalDate,
      occurrence: occurrenceOn(series, originalDate) ?? null,
    }));
  }

  private series(found: Found): Series {
    const { appointment, ownChange } = found;
    const exceptions = this.items.exceptions.ofSeries([appointment.searchKey]).get(appointment.searchKey);
    return { appointment, ownChange, exceptions: exceptions ?? [] };
  }

  private present(id: string): Present {
    const part = splitOccurrenceId(id);
    if (!part) throw gone();
    const found = this.items.find(part.seriesId);
    const series = this.series(found);
    const occurrence = occurrenceOn(series, part.originalDate);
    if (!occurrence) throw gone();
    return { found, series, originalDate: part.originalDate, occurrence };
  }

  private expect(id: string, expected?: number): Present {
    const present = this.present(id);
    if (expected !== undefined && expected !== present.occurrence.changeNumber)
      throw new ConflictError(present.occurrence);
    return present;
  }
}
