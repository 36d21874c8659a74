/**
 * What belongs to which Mailbox requirement set, so that a host of an older one lacks it.
 *
 * Office.js on the web has all members whatever the host advertises: it looks at the set for no member but
 * `getSharedPropertiesAsync`, which needs a shared folder. So a host can only refuse; an add-in has to ask
 * `isSetSupported`. Sets as in Microsoft's API reference; calls of a newer set than the host's newest count as that.
 */
import { eventName } from '../protocol';
import type { ClientSettings, RequirementSet } from './settings';

const introducedAt: ReadonlyMap<
  RequirementSet,
  { readonly calls: readonly number[]; readonly events: readonly string[] }
> = new Map([
  // 1.5: events of the mailbox.
  ['1.5', { calls: [], events: [eventName.itemChanged, eventName.themeChanged] }],
  [
    '1.7',
    {
      // recurrence.get, recurrence.set, organizer.get
      calls: [103, 104, 107],
      events: [eventName.timeChanged, eventName.recipientsChanged, eventName.recurrenceChanged],
    },
  ],
  [
    '1.8',
    {
      // shared properties, base64 attachments, attachments, enhanced locations, categories, initialisation context, item id
      calls: [108, 148, 149, 150, 154, 155, 156, 157, 158, 159, 160, 161, 162, 99, 164],
      events: [eventName.locationsChanged, eventName.attachmentsChanged],
    },
  ],
  [
    '1.10',
    // append on send, signatures; session data, all-day and sensitivity are of later sets still
    {
      calls: [100, 173, 174, 175, 185, 186, 187, 188, 189, 169, 170, 171, 172],
      events: [eventName.infobarClicked],
    },
  ],
]);

/** Whether a host that advertises one set has what came with another. */
export function includes(advertised: RequirementSet, needed: RequirementSet): boolean {
  return minor(advertised) >= minor(needed);
}

const minor = (set: RequirementSet): number => Number(set.slice(2));

/** Whether a host of this set answers the call with this dispatch id. */
export function answersCall(advertised: RequirementSet, dispatchId: number): boolean {
  return [...introducedAt].every(
    ([set, { calls }]) => includes(advertised, set) || !calls.includes(dispatchId),
  );
}

/** Whether a host of this set tells this event. */
export function tellsEvent(advertised: RequirementSet, event: string): boolean {
  return [...introducedAt].every(([set, { events }]) => includes(advertised, set) || !events.includes(event));
}

/** The sets as Office.js reads them, a JSON string. The dialog is a set of its own since Mailbox 1.4. */
export function requirementMatrix(
  advertised: RequirementSet,
  nestedAuth: ClientSettings['nestedAuth'] = 'none',
): string {
  return JSON.stringify({
    Mailbox: advertised,
    ...(includes(advertised, '1.4') ? { DialogApi: '1.1' } : {}),
    ...(nestedAuth === 'claimed' ? { NestedAppAuth: '1.1' } : {}),
  });
}
