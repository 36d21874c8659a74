/** Japanese: how something repeats. */
import type { Table } from '../types';

export const recurrence = {
  daily_each: '毎日',
  daily_other: '{count} 日ごと',
  workdays: '平日 (月曜日～金曜日)',
  weekly_each: '毎週{days}',
  weekly_other: '{count} 週間ごとの{days}',
  monthlyDate_each: '毎月 {date} 日',
  monthlyDate_other: '{count} か月ごとの {date} 日',
  monthlyDay_each: '毎月{which}{day}',
  monthlyDay_other: '{count} か月ごとの{which}{day}',
  yearlyDate_each: '毎年{date}',
  yearlyDate_other: '{count} 年ごとの{date}',
  yearlyDay_each: '毎年{month}の{which}{day}',
  yearlyDay_other: '{count} 年ごとの{month}の{which}{day}',
  times_other: '{pattern}、全 {count} 回',
  until: '{pattern}、{date} まで',
  nthDay: '{day}',
  which: {
    first: '最初の',
    second: '2 番目の',
    third: '3 番目の',
    fourth: '4 番目の',
    last: '最後の',
  },
  kind: { day: '日', workday: '平日', 'weekend-day': '週末の日' },
} satisfies Table<'recurrence', 'ja'>;
