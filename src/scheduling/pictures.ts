/**
 * Whether a body has pictures that Outlook could lose when the body is replaced, even by itself (office-js issues 402,
 * 5430, 6808): those that lie in the appointment, not those that are loaded from a web server. Pure.
 *
 * Clients name such a picture by `cid:`, by `data:`, by an address of their own attachment service, or by nothing at
 * all while they load it; Word's HTML has it in `v:imagedata` too.
 */
import type { AppointmentSnapshot } from '../domain/appointment';

const picture = /<(?:img|v:imagedata)\b[^<>]*>/gi;
const insideAnyTag = /<[^<>]*["'(=\s](?:cid:|data:image\/)/i;
const onTheWeb = /\ssrc\s*=\s*["']?https?:\/\/(?![^"'>\s/]*\b(?:attachments?|outlook|office|office365)\b)/i;

export function hasOwnPictures({ format, content }: AppointmentSnapshot['body']): boolean {
  if (format !== 'html') return false;
  if (insideAnyTag.test(content)) return true;
  return (content.match(picture) ?? []).some((tag) => !onTheWeb.test(tag));
}
