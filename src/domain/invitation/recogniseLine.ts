/** What one line of a body says, by its wording. */
import type { Line } from './page';
import { words } from './words';

export type Kind = 'headline' | 'topic' | 'time' | 'join' | 'meetingId' | 'passcode';

export interface Recognised {
  readonly kind: Kind;
  readonly meetingId?: string;
}

/** As they stand in the block. */
export const order: readonly Kind[] = ['headline', 'topic', 'time', 'join', 'meetingId', 'passcode'];

/** Longer lines are never ours: topics have at most 200 characters, join links some hundred. */
const LINE_LIMIT = 2_000;

const languages = Object.values(words).map((row) => {
  const [before = '', after = ''] = row.headline.split('{host}');
  return { ...row, before: before.trimStart(), after: after.trimEnd() };
});

/** What a line says, in any language that we write; undefined when it is not one of ours. */
export function recognise({ text, links }: Line): Recognised | undefined {
  if (text.length > LINE_LIMIT) return undefined;
  for (const row of languages) {
    if (text === row.headlineWithoutHost || (text.startsWith(row.before) && text.endsWith(row.after))) {
      return { kind: 'headline' };
    }
    if (text.startsWith(`${row.topic}:`)) return { kind: 'topic' };
    if (text.startsWith(`${row.time}:`)) {
      // It ends with the zone: whatever is written behind it is the person's.
      const time = text.slice(row.time.length + 1).trim();
      return time === row.noFixedTime || /\([\w+/-]+\)$/.test(time) ? { kind: 'time' } : undefined;
    }
    if (text.startsWith(`${row.passcode}:`)) {
      // A passcode is one word: whatever is written behind it is the person's.
      return /^ ?\S{1,40}$/.test(text.slice(row.passcode.length + 1)) ? { kind: 'passcode' } : undefined;
    }
    if (text.startsWith(`${row.meetingId}:`)) {
      const meetingId = text.slice(row.meetingId.length + 1).replace(/ /g, '');
      return /^\d{8,19}$/.test(meetingId) ? { kind: 'meetingId', meetingId } : undefined;
    }
    const beside = text.startsWith(row.join) ? text.slice(row.join.length) : text;
    const nothingElse = /^:? ?(?:<?https?:\/\/[^\s<>]+>?)?$/.test(beside);
    const link = links[0];
    if (nothingElse && (link || text.startsWith(row.join))) {
      return link ? { kind: 'join', meetingId: link.meetingId } : { kind: 'join' };
    }
  }
  return undefined;
}

/** Our wording and Zoom's, in the languages that we write. */
export function passcodeAmong(lines: readonly Line[]): string | undefined {
  const labels = ['Password', ...languages.map((row) => row.passcode)];
  for (const { text } of lines) {
    const label = labels.find((candidate) => text.startsWith(`${candidate}:`));
    const passcode = label === undefined ? undefined : text.slice(label.length + 1).trim();
    if (passcode !== undefined && /^\S{1,40}$/.test(passcode)) return passcode;
  }
  return undefined;
}
