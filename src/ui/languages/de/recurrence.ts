/** German: how something repeats. */
import type { Table } from '../types';

export const recurrence = {
  daily_one: 'Jeden Tag',
  daily_other: 'Alle {count} Tage',
  workdays: 'Jeden Arbeitstag (Montag bis Freitag)',
  weekly_one: 'Jede Woche am {days}',
  weekly_other: 'Alle {count} Wochen am {days}',
  monthlyDate_one: 'Jeden Monat am {date}. Tag',
  monthlyDate_other: 'Alle {count} Monate am {date}. Tag',
  monthlyDay_one: 'Jeden Monat am {which} {day}',
  monthlyDay_other: 'Alle {count} Monate am {which} {day}',
  yearlyDate_one: 'Jedes Jahr am {date}',
  yearlyDate_other: 'Alle {count} Jahre am {date}',
  yearlyDay_one: 'Jedes Jahr am {which} {day} im {month}',
  yearlyDay_other: 'Alle {count} Jahre am {which} {day} im {month}',
  times_one: '{pattern}, einmal',
  times_other: '{pattern}, {count}-mal',
  until: '{pattern}, bis {date}',
  nthDay: '{day}',
  which: { first: 'ersten', second: 'zweiten', third: 'dritten', fourth: 'vierten', last: 'letzten' },
  kind: { day: 'Tag', workday: 'Arbeitstag', 'weekend-day': 'Wochenendtag' },
} satisfies Table<'recurrence', 'de'>;
