/**
 * The invitation as it stands in an appointment's body, in HTML or plain text.
 *
 * Everything that comes from outside (topic, host's name, join link) is folded onto one line, freed of direction
 * overrides, isolated, and in HTML escaped. The HTML carries its own modest styles and sets neither text nor link
 * colours, so that light and dark clients keep theirs. Where the language runs from right to left, what runs from
 * left to right all the same (ids, passcode, the zone's name) is told so: digits in groups would change places.
 *
 * The marks carry the meeting's id; what people read is the number that they join with, which differs from it where
 * the host uses the personal meeting id.
 */
import type { BodyFormat } from '../appointment';
import type { Meeting } from '../meeting';
import { isVisible, oneLine } from '../outsideText';
import { escapeHtml } from './escapeHtml';
import { anchorName, blockId, FIRST_LINE, FRAME_COLOUR, LAST_LINE } from './marks';
import { timeInWords } from './timeInWords';
import { wordsFor } from './words';
import type { InvitationWords } from './words';

export interface RenderContext {
  /** A language tag such as `en-GB`; English where there are no words for it. */
  readonly language: string;
  /** The zone to tell the time of a single meeting in, Windows or IANA name. */
  readonly timeZone: string;
}

/** `12345678901` as Zoom writes it, `123 4567 8901`. */
export function groupedMeetingId(meetingId: string): string {
  if (meetingId.length === 9) return meetingId.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1 $2 $3');
  if (meetingId.length === 10) return meetingId.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1 $2 $3');
  return meetingId.replace(/\B(?=(?:\d{4})+$)/g, ' ');
}

/** Renders the block, with line feeds where it is text; `putInvitation` places it. */
export function renderInvitation(format: BodyFormat, meeting: Meeting, context: RenderContext): string {
  return format === 'html' ? renderHtml(meeting, context) : renderText(meeting, context);
}

function renderText(meeting: Meeting, context: RenderContext): string {
  const wording = wordsFor(context.language);
  const { words } = wording;
  const host = oneLine(meeting.hostName);
  const time = timeInWords(meeting, wording, context.timeZone);
  const outside = (text: string): string => isolated(text, words);
  const label = (name: 'topic' | 'time' | 'join' | 'meetingId' | 'passcode'): string =>
    words[name] + words.colon;
  const lines = [
    FIRST_LINE,
    isVisible(host) ? words.headline.replace('{host}', () => outside(host)) : words.headlineWithoutHost,
    '',
    `${label('topic')} ${outside(oneLine(meeting.topic))}`,
    // Without a fixed time in Zoom the appointment alone tells when it is.
    ...(time === undefined ? [] : [`${label('time')} ${withZone(time, (zone) => leftToRight(zone, words))}`]),
    '',
    label('join'),
    oneLine(meeting.joinUrl),
    '',
    `${label('meetingId')} ${leftToRight(groupedMeetingId(meeting.joinNumber), words)}`,
    ...(meeting.passcode === ''
      ? []
      : [`${label('passcode')} ${leftToRight(oneLine(meeting.passcode), words)}`]),
    LAST_LINE,
  ];
  return lines.join('\n');
}

/** Isolation characters only where a script runs from right to left: elsewhere some clients show them as boxes. */
const isolated = (text: string, { direction }: InvitationWords): string =>
  direction === 'rtl' ||
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;

/**
 * Between direction marks, which every client knows, older ones too. Digits alone keep their order by themselves, and
 * stay without, so that nothing unseen is copied along with a passcode of digits.
 */
const leftToRight = (text: string, { direction }: InvitationWords): string =>
  direction === 'rtl' && !/^\d+$/.test(text) ? `\u200e${text}\u200e` : text;

/** The zone's name at the end of a time goes through `around`. */
const withZone = (time: string, around: (zone: string) => string): string =>
  time.replace(/\([\w+/-]+\)$/, around);

const paragraph = 'margin:0 0 6px 0;';

function renderHtml(meeting: Meeting, context: RenderContext): string {
  const wording = wordsFor(context.language);
  const { words, locale } = wording;
  const ltr = (text: string): string => (words.direction === 'rtl' ? `<span dir="ltr">${text}</span>` : text);
  const label = (name: 'topic' | 'time' | 'meetingId' | 'passcode'): string =>
    escapeHtml(words[name] + words.colon);
  const host = oneLine(meeting.hostName);
  const headline = isVisible(host)
    ? escapeHtml(words.headline).replace('{host}', () => `<bdi>${escapeHtml(host)}</bdi>`)
    : escapeHtml(words.headlineWithoutHost);
  const time = timeInWords(meeting, wording, context.timeZone);
  const facts = [
    `${label('meetingId')} ${ltr(groupedMeetingId(meeting.joinNumber))}`,
    ...(meeting.passcode === ''
      ? []
      : [`${label('passcode')} ${ltr(escapeHtml(oneLine(meeting.passcode)))}`]),
  ];
  const last = facts.length - 1;
  const lines = [
    `${anchor('start', meeting.id)}${headline}`,
    `${label('topic')} <bdi>${escapeHtml(oneLine(meeting.topic))}</bdi>`,
    ...(time === undefined ? [] : [`${label('time')} ${withZone(escapeHtml(time), ltr)}`]),
    joinLink(meeting.joinUrl, words),
    ...facts.map((fact, index) => (index === last ? fact + anchor('end', meeting.id) : fact)),
  ];
  const mark = blockId(meeting.id);
  const line = `1px solid ${FRAME_COLOUR}`;
  return [
    `<div id="${mark}" class="${mark}" lang="${escapeHtml(locale)}" dir="${words.direction}" style="margin:8px 0;padding:10px 0;border-top:${line};border-bottom:${line};">`,
    ...lines.map((content) => `<p style="${paragraph}">${content}</p>`),
    '</div>',
  ].join('\n');
}

const anchor = (edge: 'start' | 'end', meetingId: string): string =>
  `<a name="${anchorName(edge, meetingId)}"></a>`;

/** Only web addresses become links; anything else is shown as it is. */
const joinLink = (url: string, words: InvitationWords): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(oneLine(url))}"><strong>${escapeHtml(words.join)}</strong></a>`
    : `${escapeHtml(words.join + words.colon)} ${escapeHtml(oneLine(url))}`;
