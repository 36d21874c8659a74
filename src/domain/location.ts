/**
 * The join link in an appointment's location: put beside the room that is there, and taken away again.
 *
 * `Room 5` becomes `Room 5; https://…`; the room and anything else in the text stays character for character.
 */
import { findJoinUrls, parseJoinUrl } from './joinUrl';

/** Outlook's limit for a location, in UTF-16 units. */
export const LOCATION_LIMIT = 255;

const SEPARATOR = '; ';

/**
 * Puts the link into the location. An older link of the same meeting is replaced where it stands. When there is
 * no room for it, the location comes back unchanged and `full` is true.
 */
export function addJoinLink(location: string, joinUrl: string): { location: string; full: boolean } {
  const meetingId = parseJoinUrl(joinUrl)?.meetingId;
  const older = findJoinUrls(location).find((link) => link.meetingId === meetingId);
  const next = older
    ? location.slice(0, older.start) + joinUrl + location.slice(older.end)
    : location + (location.trim() === '' || location.includes(joinUrl) ? '' : SEPARATOR) + joinUrl;
  if (older?.url === joinUrl || (!older && location.includes(joinUrl))) return { location, full: false };
  return next.length > LOCATION_LIMIT ? { location, full: true } : { location: next, full: false };
}

/** Takes every link of this meeting away, each with the separator that stands before it (or, for the first, after it). */
export function removeJoinLink(location: string, meetingId: string): string {
  const links = findJoinUrls(location).filter((link) => link.meetingId === meetingId);
  return links.reduceRight((text, { start, end }) => {
    if (text.slice(0, start).endsWith(SEPARATOR))
      return text.slice(0, start - SEPARATOR.length) + text.slice(end);
    if (start === 0 && text.startsWith(SEPARATOR, end)) return text.slice(end + SEPARATOR.length);
    return text.slice(0, start) + text.slice(end);
  }, location);
}
