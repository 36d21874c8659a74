/**
 * The messages between Office.js and its host: shapes, action names, dispatch ids and error codes.
 *
 * Office.js posts JSON strings. A request carries the ids of its conversation; the answer and every event for a
 * registration repeat them. Names and numbers are those of `@microsoft/office-js` 1.1.110, Outlook on the web.
 */
import * as z from 'zod';

/** What a request wants: call something, or start or stop to receive an event. */
export const actionType = { invoke: 0, register: 1, unregister: 2 } as const;

/** A request of Office.js. `_data` is judged by the call it is for. */
export const Request = z.object({
  _messageType: z.literal(0),
  _actionName: z.string(),
  _conversationId: z.string(),
  _correlationId: z.union([z.number(), z.string()]),
  _actionType: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  _data: z.optional(z.unknown()),
});
export type Request = z.infer<typeof Request>;

/** `_data` of a call on the item or mailbox (`ExecuteMethod`). */
export const ItemCall = z.object({
  ApiParams: z.optional(z.unknown()),
  MethodData: z.object({ DispatchId: z.number() }),
});

/** `_data` of a call that every Office program knows (`executeMethod`); the parameters lie beside it. */
export const CommonCall = z.looseObject({ DdaMethod: z.object({ DispatchId: z.number() }) });

/** A ribbon function says that it is done. */
export const CommandCompletion = z.looseObject({ '0': z.string(), '1': z.number(), '2': z.string() });

/** `_data` of a registration. */
export const Registration = z.object({ eventDispId: z.number() });

/** What a dialog blocked by the browser asks the host for. */
export const WindowRequest = z.object({ strUrl: z.string() });

/** Event names as Office.js registers them. */
export const eventName = {
  commandInvoked: 'appCommandInvoked',
  itemChanged: 'olkItemSelectedChanged',
  recipientsChanged: 'olkRecipientsChanged',
  timeChanged: 'olkAppointmentTimeChanged',
  recurrenceChanged: 'olkRecurrenceChanged',
  locationsChanged: 'olkEnhancedLocationsChanged',
  attachmentsChanged: 'olkAttachmentsChanged',
  infobarClicked: 'olkInfobarClicked',
  themeChanged: 'officeThemeChanged',
  /** Registered while Office.js shows its own question (may a window be opened?) inside the add-in's frame. */
  promptShown: 'dialogNotificationShown',
} as const;

/** Errors that Outlook answers with, by what they mean. */
export const errorCode = {
  /** No such call, or not in this mode. */
  notSupported: 5000,
  internal: 5001,
  /** HTML for a body that is plain text. */
  invalidFormat: 9002,
  invalidEndTime: 9010,
  tooManyRecipients: 9012,
  noValidRecipients: 9013,
  settingsNotSaved: 9019,
  /** Custom properties that could be neither loaded nor saved. */
  propertiesNotReached: 9020,
  notSaved: 9021,
  notificationKeyExists: 9023,
  notificationKeyNotFound: 9024,
  tooManyNotifications: 9025,
  invalidParameter: 9031,
  /** A recurrence for one occurrence of a series. */
  recurrenceOnOccurrence: 9033,
  invalidRecurrence: 9034,
  recurrenceEmpty: 9035,
  recurrenceTooLong: 9036,
  recurrenceZone: 9037,
  itemNeverSaved: 9046,
  keyNotFound: 9050,
  /** The add-in has no single sign-on configured. */
  noSingleSignOn: 13000,
} as const;

/** Dispatch ids of the calls that Office programs share. */
export const commonCall = { commandCompleted: 94, getAccessToken: 98 } as const;

/** A message from host to add-in; `event` marks one that nobody asked for. */
export function response(to: Request, hostOrigin: string, data: unknown, event = false): string {
  return JSON.stringify({
    _messageType: 1,
    _actionName: to._actionName,
    _conversationId: to._conversationId,
    _correlationId: to._correlationId,
    _origin: hostOrigin,
    _data: data,
    _errorCode: 0,
    _responseType: event ? 1 : 0,
    _serializerVersion: 1,
  });
}

/** Reads a message of the add-in; undefined for anything that is none. */
export function parseRequest(message: unknown): Request | undefined {
  if (typeof message !== 'string') return undefined;
  try {
    const parsed = Request.safeParse(JSON.parse(message));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
