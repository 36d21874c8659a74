/**
 * The invitation as it stands in an appointment's body, in HTML or plain text.
 *
 * Everything that comes from outside (topic, host's name, join link) is folded onto one line, freed of direction
 * overrides, isolated, and in HTML escaped. The HTML carries its own modest styles and sets neither text nor link
 * colours, so that light and dark clients keep theirs.
 */
import type { BodyFormat } from '../appointment';
import type { Meeting } from '../meeting';
import { isVisible, oneLine } from '../outsideText';
import { escapeHtml } from './escapeHtml';
import { anchorName, blockId, FIRST_LINE, LAST_LINE } from './marks';
import { timeInWords } from './timeInWords';
import { wordsFor } from './words';

export interface RenderContext {
  /** A language tag such as `en-GB`; English where there are no words for it. */
  readonly language: string;
  /** The zone to tell the time in, Windows or IANA name. */
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
  const { words, locale } = wordsFor(context.language);
  const host = oneLine(meeting.hostName);
  const topic = oneLine(meeting.topic);
  const lines = [
    FIRST_LINE,
    isVisible(host) ? words.headline.replace('{host}', () => isolated(host)) : words.headlineWithoutHost,
    '',
    `${words.topic}: ${isolated(topic)}`,
    `${words.time}: ${timeInWords(meeting, locale, context.timeZone) ?? words.noFixedTime}`,
    '',
    `${words.join}:`,
    oneLine(meeting.joinUrl),
    '',
    `${words.meetingId}: ${groupedMeetingId(meeting.id)}`,
    ...(meeting.passcode === '' ? [] : [`${words.passcode}: ${oneLine(meeting.passcode)}`]),
    LAST_LINE,
  ];
  return lines.join('\n');
}

/** Isolation characters only where a script runs from right to left: elsewhere some clients show them as boxes. */
const isolated = (text: string): string =>
  /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufeff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u.test(text)
    ? `\u2068${text}\u2069`
    : text;

const paragraph = 'margin:0 0 6px 0;';

function renderHtml(meeting: Meeting, context: RenderContext): string {
  const { words, locale } = wordsFor(context.language);
  const host = oneLine(meeting.hostName);
  const headline = isVisible(host)
    ? escapeHtml(words.headline).replace('{host}', () => `<bdi>${escapeHtml(host)}</bdi>`)
    : escapeHtml(words.headlineWithoutHost);
  const time = timeInWords(meeting, locale, context.timeZone) ?? words.noFixedTime;
  const facts = [
    `${escapeHtml(words.meetingId)}: ${groupedMeetingId(meeting.id)}`,
    ...(meeting.passcode === ''
      ? []
      : [`${escapeHtml(words.passcode)}: ${escapeHtml(oneLine(meeting.passcode))}`]),
  ];
  const last = facts.length - 1;
  const lines = [
    `${anchor('start', meeting.id)}${headline}`,
    `${escapeHtml(words.topic)}: <bdi>${escapeHtml(oneLine(meeting.topic))}</bdi>`,
    `${escapeHtml(words.time)}: ${escapeHtml(time)}`,
    joinLink(meeting.joinUrl, words.join),
    ...facts.map((fact, index) => (index === last ? fact + anchor('end', meeting.id) : fact)),
  ];
  const mark = blockId(meeting.id);
  return [
    `<div id="${mark}" class="${mark}" lang="${escapeHtml(locale)}" dir="${words.direction}" style="margin:8px 0;padding:10px 0;border-top:1px solid #8a8a8a;border-bottom:1px solid #8a8a8a;">`,
    ...lines.map((line) => `<p style="${paragraph}">${line}</p>`),
    '</div>',
  ].join('\n');
}

const anchor = (edge: 'start' | 'end', meetingId: string): string =>
  `<a name="${anchorName(edge, meetingId)}"></a>`;

/** Only web addresses become links; anything else is shown as it is. */
const joinLink = (url: string, label: string): string =>
  /^https?:\/\//i.test(url)
    ? `<a href="${escapeHtml(oneLine(url))}"><strong>${escapeHtml(label)}</strong></a>`
    : `${escapeHtml(label)}: ${escapeHtml(oneLine(url))}`;
