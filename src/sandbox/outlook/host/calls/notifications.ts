/**
 * Calls on the add-in's messages in the bar above the item.
 */
import * as z from 'zod';
import { errorCode } from '../protocol';
import type { Notification, NotificationType } from '../session';
import { defineCall, done } from './call';

/** How many messages one add-in may show on one item. */
const mostNotifications = 5;
/** The numbers that requests use; answers use the names. */
const types: readonly NotificationType[] = [
  'informationalMessage',
  'progressIndicator',
  'errorMessage',
  'insightMessage',
];

const Key = z.object({ key: z.string().min(1).max(32) });
const Given = Key.extend({
  type: z.number().int().min(0).max(3),
  message: z.string().min(1).max(150),
  icon: z.string().max(32).optional(),
  persistent: z.boolean().optional(),
});

function read({ key, type, message, icon, persistent }: z.infer<typeof Given>): Notification {
  return { key, type: types[type] ?? 'informationalMessage', message, icon, persistent };
}

export const notificationCalls = [
  defineCall({
    id: 33,
    name: 'notification.add',
    modes: 'both',
    takes: Given,
    run: ({ session }, given) => {
      const { notifications } = session.state;
      if (notifications.some(({ key }) => key === given.key))
        return { errorCode: errorCode.notificationKeyExists };
      if (notifications.length >= mostNotifications) return { errorCode: errorCode.tooManyNotifications };
      session.edit({ notifications: [...notifications, read(given)] });
      return done;
    },
  }),
  defineCall({
    id: 34,
    name: 'notification.getAll',
    modes: 'both',
    takes: z.unknown(),
    run: ({ session }) => ({ data: session.state.notifications }),
  }),
  defineCall({
    id: 35,
    name: 'notification.replace',
    modes: 'both',
    takes: Given,
    run: ({ session }, given) => {
      const { notifications } = session.state;
      const fresh = read(given);
      if (notifications.some(({ key }) => key === given.key)) {
        session.edit({ notifications: notifications.map((one) => (one.key === given.key ? fresh : one)) });
        return done;
      }
      // Outlook adds what it cannot replace.
      if (notifications.length >= mostNotifications) return { errorCode: errorCode.tooManyNotifications };
      session.edit({ notifications: [...notifications, fresh] });
      return done;
    },
  }),
  defineCall({
    id: 36,
    name: 'notification.remove',
    modes: 'both',
    takes: Key,
    run: ({ session }, given) => {
      const { notifications } = session.state;
      const kept = notifications.filter(({ key }) => key !== given.key);
      if (kept.length === notifications.length) return { errorCode: errorCode.notificationKeyNotFound };
      session.edit({ notifications: kept });
      return done;
    },
  }),
];
