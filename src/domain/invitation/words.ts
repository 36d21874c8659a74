/**
 * The words of the invitation, by language. More languages are more rows.
 *
 * Invitations are also recognised by these words (see `recognise.ts`): whoever changes a wording keeps the old one
 * in a row of its own, so that invitations already sent stay recognisable.
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
}

const fallback = 'en';

/** By language tag, most general form. */
export const words: Readonly<Record<string, InvitationWords>> = {
  en: {
    direction: 'ltr',
    headline: '{host} is inviting you to a Zoom meeting.',
    headlineWithoutHost: 'You are invited to a Zoom meeting.',
    topic: 'Topic',
    time: 'Time',
    noFixedTime: 'No fixed time',
    join: 'Join Zoom meeting',
    meetingId: 'Meeting ID',
    passcode: 'Passcode',
  },
};

/** The row for a language tag, the tag to format dates with, falling back to English as a whole: never a mixture. */
export function wordsFor(languageTag: string): { words: InvitationWords; locale: string } {
  const parts = languageTag.trim().split('-');
  for (let length = parts.length; length > 0; length--) {
    const tag = parts.slice(0, length).join('-');
    const row = Object.hasOwn(words, tag.toLowerCase()) ? words[tag.toLowerCase()] : undefined;
    if (row) return { words: row, locale: isLocale(languageTag.trim()) ? languageTag.trim() : tag };
  }
  const row = words[fallback];
  if (!row) throw new Error('The table of words lacks its fallback.');
  return { words: row, locale: fallback };
}

function isLocale(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length > 0;
  } catch {
    return false;
  }
}
