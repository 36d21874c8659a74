/**
 * Office.js's `SeriesTime` as the package has it: dates in and out as text, months from 0 where they are numbers,
 * times of day with milliseconds, no end as null.
 */
export class SeriesTime {
  private start = '';
  private end: string | null = null;
  private startMinutes = 0;
  private duration = 0;

  setStartDate(date: string | number, month?: number, day?: number): void {
    this.start = dateOf(date, month, day);
  }
  setEndDate(date: string | number, month?: number, day?: number): void {
    this.end = dateOf(date, month, day);
  }
  setStartTime(hours: string | number, minutes = 0): void {
    if (typeof hours === 'number') this.startMinutes = hours * 60 + minutes;
    else {
      if (!/^T[0-2]\d:[0-5]\d:[0-5]\d\.\d{3}$/.test(hours)) throw new RangeError('not a time');
      this.startMinutes = Number(hours.slice(1, 3)) * 60 + Number(hours.slice(4, 6));
    }
  }
  setDuration(minutes: number): void {
    this.duration = minutes;
  }
  getStartDate(): string {
    return this.start;
  }
  getEndDate(): string | null {
    return this.end;
  }
  getStartTime(): string {
    return timeOf(this.startMinutes);
  }
  getEndTime(): string {
    return timeOf(this.startMinutes + this.duration);
  }
  getDuration(): number {
    return this.duration;
  }
}

function dateOf(date: string | number, month = 0, day = 1): string {
  if (typeof date === 'number') return `${date}-${two(month + 1)}-${two(day)}`;
  if (!/^\d{4}-(?:0\d|1[0-2])-(?:[0-2]\d|3[01])$/.test(date)) throw new RangeError('not a date');
  return date;
}

const two = (value: number): string => String(value).padStart(2, '0');
const timeOf = (minutes: number): string =>
  `T${two(Math.floor(minutes / 60) % 24)}:${two(minutes % 60)}:00.000`;
