/**
 * The HTTP interface between the sandbox's Outlook page and the process that keeps its mailbox.
 *
 *   GET    /api/session?locale                  -> Session: who can be looked over the shoulder of, and the add-in's manifest,
 *                                                  its words as an Outlook in that language shows them (en-US)
 *   GET    /api/appointments?store&from&to      -> Appointment[] that overlap [from, to), instants in UTC ms; each series as
 *                                                  its occurrences there
 *   GET    /api/appointments/:id                -> Appointment; the id may be that of a series or of one occurrence
 *   POST   /api/appointments                    <- SaveRequest (no id) -> Appointment
 *   PUT    /api/appointments/:id                <- SaveRequest with changeNumber -> Appointment; 409 `conflict` when it changed meanwhile; 422 `crosses-occurrence`
 *   DELETE /api/appointments/:id                -> 204; moves it to Deleted Items; a sent one is cancelled at its attendees.
 *                                                  One occurrence is cancelled; nothing of it lies in Deleted Items
 *   POST   /api/restore                         <- RestoreRequest -> Appointment: takes a DELETE back; a sent one is sent again
 *   GET    /api/changes?since=N                 -> server-sent events, each a Change (also those of other processes), its
 *                                                  sequence the event's id; an event named `start-again` when the log does
 *                                                  not reach back to N or to Last-Event-ID: read everything again
 *   GET    /api/roaming-settings/:store         -> Record<string, string>; PUT the same
 *
 * Errors are `{ code, message }` with a fitting status. A SaveRequest with `send: true` delivers copies to the
 * attendees who have a store in this profile, and updates the copies already there.
 */
import * as z from 'zod';
import { LocalDate, Recurrence } from '../../domain/recurrence';
import { AppointmentFields, Store } from '../../helper/embedded/model';

export const SaveRequest = AppointmentFields.omit({ sent: true, organizer: true }).extend({
  storeId: z.string(),
  /** Absent: as it was, for a new appointment none. Of no effect on one occurrence. */
  recurrence: z.nullable(Recurrence).optional(),
  send: z.boolean(),
  changeNumber: z.number().optional(),
});
export type SaveRequest = z.infer<typeof SaveRequest>;

/** What was deleted: an appointment or series by its search key, or one cancelled occurrence of it. */
export const RestoreRequest = z.object({ searchKey: z.string(), originalDate: z.optional(LocalDate) });
export type RestoreRequest = z.infer<typeof RestoreRequest>;

/** One button of the ribbon as the manifest declares it. */
export const RibbonButton = z.object({
  id: z.string(),
  label: z.string(),
  tip: z.string(),
  icon: z.string(),
  action: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('pane'), url: z.string(), title: z.string() }),
    z.object({ kind: z.literal('function'), name: z.string() }),
  ]),
});
export type RibbonButton = z.infer<typeof RibbonButton>;

/** What the manifest says, resolved for the page: URLs already point to the running add-in's sandbox pages. */
export const AddIn = z.object({
  id: z.string(),
  name: z.string(),
  /** The page that holds the ribbon's functions (FunctionFile). */
  functionsUrl: z.string(),
  permissionLevel: z.number(),
  /** Buttons on the form of an appointment one organizes, and on one that was received. */
  compose: z.array(RibbonButton),
  read: z.array(RibbonButton),
});
export type AddIn = z.infer<typeof AddIn>;

export const Session = z.object({ stores: z.array(Store), addIn: AddIn });
export type Session = z.infer<typeof Session>;
