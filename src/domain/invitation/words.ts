/**
 * The labels of the invitation, by language. More languages are more rows (and a row in `seriesWords.ts`).
 *
 * Invitations are also recognised by these words (see `recognise.ts`), whatever language somebody else writes in, so
 * all rows are always there; together they are 1.5 KB of a compressed bundle. Whoever changes a wording keeps the
 * old one in a row of its own, so that invitations already sent stay recognisable.
 */
export interface InvitationWords {
  readonly direction: 'ltr' | 'rtl';
  /** `{host}` is filled in. */
  readonly headline: string;
  /** Where Zoom names no host. */
  readonly headlineWithoutHost: string;
  readonly topic: string;
  readonly time: string;
  readonly noFixedTime: string;
  readonly join: string;
  readonly meetingId: string;
  readonly passcode: string;
  /** Stands behind a label, with the space before it where the language wants one. */
  readonly colon: string;
  /** Stands between day, clock and zone, with its space. */
  readonly comma: string;
  /** Stands behind a time of day, such as German `Uhr`, with its space. */
  readonly oClock: string;
  /** The first of a month, where it is not written as a plain number. */
  readonly firstOfMonth?: string;
}

const fallback = 'en';

/** What most languages write. */
const latin = { direction: 'ltr', colon: ':', comma: ', ', oClock: '' } as const;

/** By language tag, most general form. */
export const words: Readonly<Record<string, InvitationWords>> = {
  en: {
    ...latin,
    headline: '{host} is inviting you to a Zoom meeting.',
    headlineWithoutHost: 'You are invited to a Zoom meeting.',
    topic: 'Topic',
    time: 'Time',
    noFixedTime: 'No fixed time',
    join: 'Join Zoom meeting',
    meetingId: 'Meeting ID',
    passcode: 'Passcode',
  },
  de: {
    ...latin,
    oClock: ' Uhr',
    headline: '{host} lädt Sie zu einem Zoom-Meeting ein.',
    headlineWithoutHost: 'Sie sind zu einem Zoom-Meeting eingeladen.',
    topic: 'Thema',
    time: 'Zeit',
    noFixedTime: 'Keine feste Zeit',
    join: 'Zoom-Meeting beitreten',
    meetingId: 'Meeting-ID',
    passcode: 'Kenncode',
  },
  ja: {
    ...latin,
    comma: '、',
    headline: '{host} さんから Zoom ミーティングへのご招待です。',
    headlineWithoutHost: 'Zoom ミーティングへのご招待です。',
    topic: 'トピック',
    time: '日時',
    noFixedTime: '日時の指定なし',
    join: 'Zoom ミーティングに参加する',
    meetingId: 'ミーティング ID',
    passcode: 'パスコード',
  },
  ar: {
    ...latin,
    direction: 'rtl',
    comma: '، ',
    headline: 'يدعوك {host} إلى اجتماع Zoom.',
    headlineWithoutHost: 'هذه دعوة إلى اجتماع Zoom.',
    topic: 'الموضوع',
    time: 'الموعد',
    noFixedTime: 'بلا موعد ثابت',
    join: 'الانضمام إلى اجتماع Zoom',
    meetingId: 'معرّف الاجتماع',
    passcode: 'رمز المرور',
  },
  fr: {
    ...latin,
    colon: '\u00a0:',
    firstOfMonth: '1er',
    headline: '{host} vous invite à une réunion Zoom.',
    headlineWithoutHost: 'Vous recevez une invitation à une réunion Zoom.',
    topic: 'Sujet',
    time: 'Date et heure',
    noFixedTime: 'Sans horaire fixe',
    join: 'Rejoindre la réunion Zoom',
    meetingId: 'ID de réunion',
    passcode: 'Code secret',
  },
  es: {
    ...latin,
    headline: '{host} le invita a una reunión de Zoom.',
    headlineWithoutHost: 'Ha recibido una invitación a una reunión de Zoom.',
    topic: 'Tema',
    time: 'Fecha y hora',
    noFixedTime: 'Sin hora fija',
    join: 'Unirse a la reunión de Zoom',
    meetingId: 'ID de reunión',
    passcode: 'Código de acceso',
  },
};

/** The languages that an invitation can be written in, as tags. */
export const invitationLanguages: readonly string[] = Object.keys(words);

/** What a language tag comes to. */
export interface Wording {
  readonly words: InvitationWords;
  /** The row's own tag, `de`. */
  readonly language: string;
  /** The tag to format dates with, `de-AT`. */
  readonly locale: string;
}

/** The row for a language tag, falling back to English as a whole: never a mixture. */
export function wordsFor(languageTag: string): Wording {
  const parts = languageTag.trim().split('-');
  for (let length = parts.length; length > 0; length--) {
    const language = parts.slice(0, length).join('-').toLowerCase();
    const row = Object.hasOwn(words, language) ? words[language] : undefined;
    if (row)
      return { words: row, language, locale: isLocale(languageTag.trim()) ? languageTag.trim() : language };
  }
  const row = words[fallback];
  if (!row) throw new Error('The table of words lacks its fallback.');
  return { words: row, language: fallback, locale: fallback };
}

/** The language, one of `invitationLanguages`, of an invitation that is asked for in this one. */
export const invitationLanguageFor = (languageTag: string): string => wordsFor(languageTag).language;

/** A date of the runtime's, as it is written in that language. */
export const asWritten = (date: string, { firstOfMonth }: InvitationWords): string =>
  firstOfMonth === undefined ? date : date.replace(/(?<!\d)1(?=\s\p{L})/u, firstOfMonth);

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
