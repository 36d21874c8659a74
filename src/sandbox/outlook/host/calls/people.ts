/**
 * Calls on attendees and organizer.
 */
import * as z from 'zod';
import type { Person } from '../../../../helper/embedded/model';
import { errorCode } from '../protocol';
import type { ItemState } from '../session';
import { defineCall, done } from './call';

/** Most attendees an appointment takes, required and optional together. */
const mostAttendees = 500;
const Field = z.union([z.literal(0), z.literal(1)]);
const Given = z.object({
  recipientField: Field,
  recipientArray: z.array(z.object({ address: z.string().nullish(), name: z.string().nullish() })),
});

/** A person as Office.js reads them; the numbers are its recipient types and responses. */
export function describePerson(person: Person, organizer: boolean): object {
  return {
    address: person.address,
    name: person.name,
    recipientType: 2,
    appointmentResponse: organizer ? 1 : 0,
  };
}

const fieldName = (field: 0 | 1): 'required' | 'optional' => (field === 0 ? 'required' : 'optional');

/** People with an address; a name alone is not somebody who can be invited here. */
function invitable(given: z.infer<typeof Given>['recipientArray']): Person[] {
  return given.flatMap(({ address, name }) => {
    const found = [address, name].find((text) => text && /^\S+@\S+$/.test(text));
    return found ? [{ address: found, name: name ?? found }] : [];
  });
}

type Written = { readonly patch: Partial<ItemState> } | { readonly errorCode: number };

function write(state: ItemState, given: z.infer<typeof Given>, kept: readonly Person[]): Written {
  const people = invitable(given.recipientArray);
  if (people.length === 0 && given.recipientArray.length > 0)
    return { errorCode: errorCode.noValidRecipients };
  const name = fieldName(given.recipientField);
  const other = name === 'required' ? state.optional : state.required;
  const all = [...kept, ...people.filter((one) => !kept.some((present) => present.address === one.address))];
  if (all.length + other.length > mostAttendees) return { errorCode: errorCode.tooManyRecipients };
  return { patch: name === 'required' ? { required: all } : { optional: all } };
}

export const peopleCalls = [
  defineCall({
    id: 15,
    name: 'attendees.get',
    modes: 'compose',
    takes: z.object({ recipientField: Field }),
    run: ({ session }, { recipientField }) => ({
      data: session.state[fieldName(recipientField)].map((person) => describePerson(person, false)),
    }),
  }),
  defineCall({
    id: 21,
    name: 'attendees.set',
    modes: 'compose',
    takes: Given,
    run: ({ session }, given) => {
      const written = write(session.state, given, []);
      if ('errorCode' in written) return written;
      session.edit(written.patch);
      return done;
    },
  }),
  defineCall({
    id: 22,
    name: 'attendees.add',
    modes: 'compose',
    takes: Given,
    run: ({ session }, given) => {
      const written = write(session.state, given, session.state[fieldName(given.recipientField)]);
      if ('errorCode' in written) return written;
      session.edit(written.patch);
      return done;
    },
  }),
  defineCall({
    id: 107,
    name: 'organizer.get',
    modes: 'compose',
    takes: z.unknown(),
    run: ({ session }) => ({ data: describePerson(session.state.organizer, true) }),
  }),
];
