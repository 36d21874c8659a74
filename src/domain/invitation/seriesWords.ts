/**
 * How a series is told, by language: patterns with gaps that `seriesInWords.ts` fills in. Names of days and months
 * come from the runtime. Nothing is recognised by these words, so they may be changed freely.
 *
 * Gaps: `{n}` the interval, `{days}` the days of the week, `{date}` a number or a date, `{which}` and `{day}` such as
 * first and Monday, `{month}` a month's name, `{monthDay}` day and month.
 */
import type { Weekday } from '../recurrence';

/** By the plural category of the number; `one` is told without it. */
export type Plural = Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string };

type Ordinals = readonly [first: string, second: string, third: string, fourth: string, last: string];

export interface SeriesWords {
  readonly daily: Plural;
  readonly weekly: Plural;
  /** Monday to Friday, every week. */
  readonly workdays: string;
  readonly monthlyByDate: Plural;
  readonly monthlyByWeekday: Plural;
  readonly yearlyByDate: Plural;
  readonly yearlyByWeekday: Plural;
  /** `{which}`. */
  readonly ordinals: Ordinals;
  /** `{which}` before a day, workday or weekend day, where it differs. */
  readonly ordinalsOfKinds?: Ordinals;
  readonly day: string;
  readonly workday: string;
  readonly weekendDay: string;
  /** A weekday with `{which}`; `{name}` is its name. */
  readonly nthDay?: string;
  /** A weekday in the list of a week's days; `{name}` is its name. */
  readonly listedDay?: string;
  /** The same where every week is meant. */
  readonly everyListedDay?: string;
  /** Weekdays whose plural is not the same word, where lists want plurals. */
  readonly plurals?: Readonly<Partial<Record<Weekday, string>>>;
  readonly from: string;
  readonly until: string;
  readonly times: Plural;
  readonly endless: string;
}

/** By language tag, for each row of `words.ts`. */
export const seriesWords: Readonly<Record<string, SeriesWords>> = {
  en: {
    daily: { one: 'Every day', other: 'Every {n} days' },
    weekly: { one: 'Every {days}', other: 'Every {n} weeks on {days}' },
    workdays: 'Every weekday (Monday to Friday)',
    monthlyByDate: { one: 'Day {date} of every month', other: 'Day {date} of every {n} months' },
    monthlyByWeekday: {
      one: 'The {which} {day} of every month',
      other: 'The {which} {day} of every {n} months',
    },
    yearlyByDate: { one: 'Every year on {monthDay}', other: 'Every {n} years on {monthDay}' },
    yearlyByWeekday: {
      one: 'The {which} {day} of {month} every year',
      other: 'The {which} {day} of {month} every {n} years',
    },
    ordinals: ['first', 'second', 'third', 'fourth', 'last'],
    day: 'day',
    workday: 'weekday',
    weekendDay: 'weekend day',
    from: 'from {date}',
    until: 'until {date}',
    times: { one: 'once', other: '{n} times' },
    endless: 'with no end date',
  },
  de: {
    daily: { one: 'Täglich', other: 'Alle {n} Tage' },
    weekly: { one: 'Jeden {days}', other: 'Alle {n} Wochen am {days}' },
    workdays: 'Montag bis Freitag',
    monthlyByDate: { one: 'Am {date}. jedes Monats', other: 'Alle {n} Monate am {date}.' },
    monthlyByWeekday: { one: 'Jeden {which}n {day} im Monat', other: 'Alle {n} Monate am {which}n {day}' },
    yearlyByDate: { one: 'Jedes Jahr am {monthDay}', other: 'Alle {n} Jahre am {monthDay}' },
    yearlyByWeekday: {
      one: 'Jedes Jahr am {which}n {day} im {month}',
      other: 'Alle {n} Jahre am {which}n {day} im {month}',
    },
    ordinals: ['erste', 'zweite', 'dritte', 'vierte', 'letzte'],
    day: 'Tag',
    workday: 'Arbeitstag',
    weekendDay: 'Wochenendtag',
    from: 'ab {date}',
    until: 'bis {date}',
    times: { one: 'einmal', other: '{n}-mal' },
    endless: 'ohne Enddatum',
  },
  ja: {
    daily: { one: '毎日', other: '{n}日ごと' },
    weekly: { one: '毎週{days}', other: '{n}週間ごとの{days}' },
    workdays: '平日 (月曜日～金曜日)',
    monthlyByDate: { one: '毎月{date}日', other: '{n}か月ごとの{date}日' },
    monthlyByWeekday: { one: '毎月{which}{day}', other: '{n}か月ごとの{which}{day}' },
    yearlyByDate: { one: '毎年{monthDay}', other: '{n}年ごとの{monthDay}' },
    yearlyByWeekday: { one: '毎年{month}の{which}{day}', other: '{n}年ごとの{month}の{which}{day}' },
    ordinals: ['第1', '第2', '第3', '第4', '最終'],
    ordinalsOfKinds: ['最初の', '2番目の', '3番目の', '4番目の', '最後の'],
    day: '日',
    workday: '平日',
    weekendDay: '週末の日',
    from: '{date}から',
    until: '{date}まで',
    times: { other: '全{n}回' },
    endless: '終了日なし',
  },
  ar: {
    daily: { one: 'كل يوم', two: 'كل يومين', few: 'كل {n} أيام', many: 'كل {n} يومًا', other: 'كل {n} يوم' },
    weekly: {
      one: 'كل أسبوع: {days}',
      two: 'كل أسبوعين: {days}',
      few: 'كل {n} أسابيع: {days}',
      many: 'كل {n} أسبوعًا: {days}',
      other: 'كل {n} أسبوع: {days}',
    },
    workdays: 'كل أسبوع: من الاثنين إلى الجمعة',
    monthlyByDate: {
      one: 'اليوم {date} من كل شهر',
      two: 'اليوم {date} كل شهرين',
      few: 'اليوم {date} كل {n} أشهر',
      many: 'اليوم {date} كل {n} شهرًا',
      other: 'اليوم {date} كل {n} شهر',
    },
    monthlyByWeekday: {
      one: '{day} {which} من كل شهر',
      two: '{day} {which} كل شهرين',
      few: '{day} {which} كل {n} أشهر',
      many: '{day} {which} كل {n} شهرًا',
      other: '{day} {which} كل {n} شهر',
    },
    yearlyByDate: {
      one: 'كل سنة في {monthDay}',
      two: 'كل سنتين في {monthDay}',
      few: 'كل {n} سنوات في {monthDay}',
      many: 'كل {n} سنة في {monthDay}',
      other: 'كل {n} سنة في {monthDay}',
    },
    yearlyByWeekday: {
      one: '{day} {which} من {month} كل سنة',
      two: '{day} {which} من {month} كل سنتين',
      few: '{day} {which} من {month} كل {n} سنوات',
      many: '{day} {which} من {month} كل {n} سنة',
      other: '{day} {which} من {month} كل {n} سنة',
    },
    ordinals: ['الأول', 'الثاني', 'الثالث', 'الرابع', 'الأخير'],
    day: 'اليوم',
    workday: 'يوم العمل',
    weekendDay: 'يوم العطلة الأسبوعية',
    nthDay: 'يوم {name}',
    from: 'ابتداءً من {date}',
    until: 'حتى {date}',
    times: { one: 'مرة واحدة', two: 'مرتان', few: '{n} مرات', many: '{n} مرة', other: '{n} مرة' },
    endless: 'بلا تاريخ انتهاء',
  },
  fr: {
    daily: { one: 'Tous les jours', other: 'Tous les {n} jours' },
    weekly: { one: 'Tous les {days}', other: 'Toutes les {n} semaines, {days}' },
    workdays: 'Du lundi au vendredi',
    monthlyByDate: { one: 'Le {date} de chaque mois', other: 'Tous les {n} mois, le {date}' },
    monthlyByWeekday: {
      one: 'Le {which} {day} de chaque mois',
      other: 'Tous les {n} mois, le {which} {day}',
    },
    yearlyByDate: { one: 'Chaque année, le {monthDay}', other: 'Tous les {n} ans, le {monthDay}' },
    yearlyByWeekday: {
      one: 'Chaque année en {month}, le {which} {day}',
      other: 'Tous les {n} ans en {month}, le {which} {day}',
    },
    ordinals: ['premier', 'deuxième', 'troisième', 'quatrième', 'dernier'],
    day: 'jour',
    workday: 'jour ouvré',
    weekendDay: 'jour de week-end',
    listedDay: 'le {name}',
    everyListedDay: '{name}s',
    from: 'à partir du {date}',
    until: 'jusqu’au {date}',
    times: { one: 'une fois', other: '{n} fois' },
    endless: 'sans date de fin',
  },
  es: {
    daily: { one: 'Todos los días', other: 'Cada {n} días' },
    weekly: { one: 'Todos los {days}', other: 'Cada {n} semanas, los {days}' },
    workdays: 'De lunes a viernes',
    monthlyByDate: { one: 'El día {date} de cada mes', other: 'El día {date}, cada {n} meses' },
    monthlyByWeekday: { one: 'El {which} {day} de cada mes', other: 'El {which} {day}, cada {n} meses' },
    yearlyByDate: { one: 'Cada año, el {monthDay}', other: 'Cada {n} años, el {monthDay}' },
    yearlyByWeekday: {
      one: 'Cada año, el {which} {day} de {month}',
      other: 'Cada {n} años, el {which} {day} de {month}',
    },
    ordinals: ['primer', 'segundo', 'tercer', 'cuarto', 'último'],
    day: 'día',
    workday: 'día laborable',
    weekendDay: 'día del fin de semana',
    plurals: { saturday: 'sábados', sunday: 'domingos' },
    from: 'a partir del {date}',
    until: 'hasta el {date}',
    times: { one: 'una vez', other: '{n} veces' },
    endless: 'sin fecha de finalización',
  },
};
