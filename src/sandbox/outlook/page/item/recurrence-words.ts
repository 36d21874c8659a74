/** How a series repeats, as a sentence of the sandbox's Outlook. Pure. */
import type { DayInMonth, Recurrence, Rule, Weekday } from '../../../../domain/recurrence';
import { addDays, longDay } from '../dates';

export const monthNames = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** The days of a week as the calendar shows it. */
export const weekFromMonday: readonly Weekday[] = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
];

export const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

const list = new Intl.ListFormat('en', { type: 'conjunction' });
const every = (interval: number, unit: string): string =>
  interval === 1 ? `every ${unit}` : `every ${interval} ${unit}s`;

export const dayWords: Record<Extract<DayInMonth, { kind: 'weekday' }>['day'], string> = {
  day: 'day',
  workday: 'weekday',
  'weekend-day': 'weekend day',
  monday: 'Monday',
  tuesday: 'Tuesday',
  wednesday: 'Wednesday',
  thursday: 'Thursday',
  friday: 'Friday',
  saturday: 'Saturday',
  sunday: 'Sunday',
};

function onDay(on: DayInMonth): string {
  return on.kind === 'date' ? `day ${on.date}` : `the ${on.which} ${dayWords[on.day]}`;
}

function describeRule(rule: Rule): string {
  switch (rule.frequency) {
    case 'daily':
      return every(rule.interval, 'day');
    case 'weekly':
      return `${every(rule.interval, 'week')} on ${list.format(
        weekFromMonday.filter((day) => rule.days.includes(day)).map(capital),
      )}`;
    case 'monthly':
      return `${every(rule.interval, 'month')} on ${onDay(rule.on)}`;
    case 'yearly': {
      const month = monthNames[rule.month - 1] ?? '';
      return rule.on.kind === 'date'
        ? `${every(rule.interval, 'year')} on ${rule.on.date} ${month}`
        : `${every(rule.interval, 'year')} on ${onDay(rule.on)} of ${month}`;
    }
  }
}

/** `Occurs every week on Monday from Monday 7 January 2030, 09:00 to 09:30, 10 times.` */
export function describeSeries({ rule, end, start, durationMinutes }: Recurrence): string {
  const [date = '', clock = ''] = start.split('T');
  const ends = new Date(Date.parse(`${start}Z`) + durationMinutes * 60_000).toISOString();
  const wholeDays = clock === '00:00:00' && durationMinutes % 1440 === 0 && durationMinutes > 0;
  const last = ends.slice(0, 10);
  const until = last === date ? ends.slice(11, 16) : `${ends.slice(11, 16)} ${afterDays(date, last)}`;
  const time = wholeDays ? '' : `, ${clock.slice(0, 5)} to ${until}`;
  const ending = {
    never: () => '',
    count: () => (end.kind === 'count' ? `, ${end.count === 1 ? 'once' : `${end.count} times`}` : ''),
    until: () => (end.kind === 'until' ? `, until ${longDay(end.date)}` : ''),
  };
  return `Occurs ${describeRule(rule)} from ${longDay(date)}${time}${ending[end.kind]()}.`;
}

const afterDays = (from: string, to: string): string =>
  addDays(from, 1) === to ? 'the next day' : 'some days later';
