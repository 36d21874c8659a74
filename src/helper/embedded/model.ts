/**
 * What the embedded profile holds: the shapes of its stores, folders and appointments, and of its changes.
 *
 * Times are instants in UTC milliseconds; `timeZone` is a Windows zone name as Outlook keeps it.
 * An item's `id` is what a client is given and changes when the item moves to another folder, as EntryIDs
 * and Exchange ids do; `searchKey` stays the same for the item's whole life (MAPI's PR_SEARCH_KEY).
 */
import * as z from 'zod';
import { LocalDate, Recurrence } from '../../domain/recurrence';

export const Person = z.object({ name: z.string(), address: z.string() });
export type Person = z.infer<typeof Person>;

export const Store = z.object({ id: z.string(), owner: Person, timeZone: z.string() });
export type Store = z.infer<typeof Store>;

export const FolderKind = z.enum(['calendar', 'deleted-items']);
export type FolderKind = z.infer<typeof FolderKind>;
export const Folder = z.object({ id: z.string(), storeId: z.string(), kind: FolderKind, name: z.string() });
export type Folder = z.infer<typeof Folder>;

/** The body as it is stored: one format, the text as it was given. */
export const Body = z.object({ format: z.enum(['html', 'text']), content: z.string() });
export type Body = z.infer<typeof Body>;

/** What a client may set on an appointment. */
export const AppointmentFields = z.object({
  subject: z.string(),
  body: Body,
  location: z.string(),
  start: z.number(),
  end: z.number(),
  allDay: z.boolean(),
  timeZone: z.string(),
  /**
   * How it repeats; null for a single appointment. For a series `start` and `end` are those of its first occurrence
   * and follow from this; on an occurrence it is that of the series and cannot be changed.
   */
  recurrence: z.nullable(Recurrence).default(null),
  organizer: Person,
  required: z.array(Person),
  optional: z.array(Person),
  /** Custom properties by add-in id, each one JSON string (Outlook's `cecp-<add-in id>`). */
  customProperties: z.record(z.string(), z.string()),
  /** True once it was sent to its attendees; then this is a meeting request in their calendars too. */
  sent: z.boolean(),
});
export type AppointmentFields = z.infer<typeof AppointmentFields>;

export const Appointment = AppointmentFields.extend({
  id: z.string(),
  searchKey: z.string(),
  /** One number for all the copies of one appointment in different people's calendars (iCalendar's UID). */
  uid: z.string(),
  storeId: z.string(),
  folderId: z.string(),
  /** Grows with every write to this item; a write with an older one is refused (Outlook's conflict). */
  changeNumber: z.number(),
  created: z.number(),
  modified: z.number(),
  /** On one occurrence: the id of its series. */
  seriesId: z.string().optional(),
  /** On one occurrence: the date on which the pattern puts it, in the zone of the series. */
  originalDate: z.optional(LocalDate),
  /** On a series: how many of its occurrences were changed or cancelled on their own. */
  exceptionCount: z.number().optional(),
});
export type Appointment = z.infer<typeof Appointment>;

/**
 * One row of the profile's change log; a write to one occurrence (cancelling it too) is an update of its series that
 * names the occurrence's original date.
 * `sequence` grows over the whole profile.
 */
export const Change = z.object({
  sequence: z.number(),
  kind: z.enum(['created', 'updated', 'deleted', 'moved']),
  storeId: z.string(),
  folderId: z.string(),
  itemId: z.string(),
  searchKey: z.string(),
  originalDate: z.optional(LocalDate),
});
export type Change = z.infer<typeof Change>;
