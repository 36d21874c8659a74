/**
 * The bar that Outlook shows above the item: one message at a time, under one key.
 *
 * Outlook takes at most 150 characters, and wants an icon of the manifest for information and for nothing else.
 */
import { isAvailable } from './capabilities';
import { callHost } from './hostCall';
import type { NotificationBar } from './item';

export const NOTIFICATION_LIMIT = 150;

/** Resource id of an image in the manifest. */
export const NOTIFICATION_ICON = 'Icon.App.16';

const KEY = 'zoomMeeting';
/** A bar that is slow must not hold up the work that it tells about. */
const LIMIT_MS = 5_000;

/** The bar of an item. Where the client has none, showing does nothing. */
export function notificationBarOf(
  item: Pick<Office.AppointmentCompose, 'notificationMessages'>,
): NotificationBar {
  return {
    async show({ kind, text }) {
      if (!isAvailable('notifications')) return;
      const message = fitNotification(text);
      const details: Office.NotificationMessageDetails =
        kind === 'progress'
          ? { type: 'progressIndicator', message }
          : kind === 'error'
            ? { type: 'errorMessage', message }
            : { type: 'informationalMessage', message, icon: NOTIFICATION_ICON, persistent: false };
      // Replacing adds the message when there is none yet; adding twice would fail.
      await callHost<unknown>(
        'show a message on the appointment',
        (done) => item.notificationMessages.replaceAsync(KEY, details, done),
        LIMIT_MS,
      );
    },
    async clear() {
      if (!isAvailable('notifications')) return;
      await callHost<unknown>(
        'take a message off the appointment',
        (done) => item.notificationMessages.removeAsync(KEY, done),
        LIMIT_MS,
      );
    },
  };
}

/** The text in at most 150 characters. What is cut is the middle: the last sentence says what to do next. */
export function fitNotification(text: string): string {
  if (text.length <= NOTIFICATION_LIMIT) return text;
  const lastSentence = /[.:!?] ([^.:!?]+[.!?])$/.exec(text)?.[1] ?? '';
  const tail = lastSentence.length <= NOTIFICATION_LIMIT / 2 ? lastSentence : '';
  const room = NOTIFICATION_LIMIT - tail.length - (tail === '' ? 1 : 2);
  const head = cutWhole(text, room).trimEnd();
  return tail === '' ? `${head}…` : `${head}… ${tail}`;
}

/** At most so many UTF-16 units, never half of a surrogate pair. */
function cutWhole(text: string, length: number): string {
  const cut = text.slice(0, length);
  return /[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut;
}
