/**
 * English: how something repeats.
 *
 * What is put in: `days`, `day`, `month` names, `date` a date or a day of the month, `which` one of `which`, `pattern` any of the others.
 */

export const recurrence = {
  daily_one: 'Every day',
  daily_other: 'Every {count} days',
  workdays: 'Every weekday (Monday to Friday)',
  weekly_one: 'Every week on {days}',
  weekly_other: 'Every {count} weeks on {days}',
  monthlyDate_one: 'Every month on day {date}',
  monthlyDate_other: 'Every {count} months on day {date}',
  monthlyDay_one: 'Every month on the {which} {day}',
  monthlyDay_other: 'Every {count} months on the {which} {day}',
  yearlyDate_one: 'Every year on {date}',
  yearlyDate_other: 'Every {count} years on {date}',
  yearlyDay_one: 'Every year on the {which} {day} of {month}',
  yearlyDay_other: 'Every {count} years on the {which} {day} of {month}',
  times_one: '{pattern}, once',
  times_other: '{pattern}, {count} times',
  until: '{pattern}, until {date}',
  /** A weekday that `which` says the number of. */
  nthDay: '{day}',
  which: { first: 'first', second: 'second', third: 'third', fourth: 'fourth', last: 'last' },
  kind: { day: 'day', workday: 'weekday', 'weekend-day': 'weekend day' },
} as const;
