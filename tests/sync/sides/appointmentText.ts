/**
 * An appointment's body as text: what the person wrote, and an invitation between two marks somewhere in it.
 *
 * As in a real body the place of the invitation is the person's own affair: text stands before it and after it, and
 * all of it stays byte for byte when the invitation is written anew or taken off.
 */
import type { JoinDetails } from '../../../src/sync/model';

export interface Invitation {
  readonly meetingId: string;
  readonly details: JoinDetails;
}

const block =
  /\r\n‹invitation (\d{8,19})›\r\nJoin: (\S+)\r\nNumber: (\d+)\r\nPasscode: ([^\r\n]*)\r\n‹end›\r\n/g;

/** With its line breaks: they are part of it, so that taking it off leaves nothing behind. */
export const invitationText = ({ meetingId, details }: Invitation): string =>
  `\r\n‹invitation ${meetingId}›\r\nJoin: ${details.joinUrl}\r\nNumber: ${details.joinNumber}\r\n` +
  `Passcode: ${details.passcode}\r\n‹end›\r\n`;

/** The first invitation in it. */
export function findInvitation(body: string): Invitation | undefined {
  const [found] = body.matchAll(block);
  const [, meetingId, joinUrl, joinNumber, passcode] = found ?? [];
  if (meetingId === undefined || joinUrl === undefined || joinNumber === undefined) return undefined;
  return { meetingId, details: { joinUrl, joinNumber, passcode: passcode ?? '' } };
}

/** Where there is one it is replaced in its place, and others are taken off; otherwise it is put at the end. */
export function writeInvitation(body: string, invitation: Invitation): string {
  if (!findInvitation(body)) return body + invitationText(invitation);
  let isFirst = true;
  return body.replace(block, () => {
    const text = isFirst ? invitationText(invitation) : '';
    isFirst = false;
    return text;
  });
}

/** What the person wrote. */
export const ownText = (body: string): string => body.replace(block, '');

/** The body with other words of the person around the invitation, if there is one. */
export function rewriteOwnText(body: string, before: string, after: string): string {
  const found = findInvitation(body);
  return before + (found ? invitationText(found) : '') + after;
}
