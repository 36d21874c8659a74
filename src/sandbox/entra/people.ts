/**
 * The people of the stand-in's tenants: those of the sandbox's Zoom account, as an organisation has the same people
 * at both. Nothing but a person's own doing ties the two.
 */
import { createHash } from 'node:crypto';
import { displayName, initialPeople } from '../zoom/people';

export interface EntraPerson {
  /** As it is typed when signing in; a name for showing, which an administrator may change. */
  readonly userName: string;
  readonly name: string;
}

export const people: readonly EntraPerson[] = initialPeople().map((person) => ({
  userName: person.email,
  name: displayName(person),
}));

export const personOf = (userName: string): EntraPerson | undefined =>
  people.find((person) => person.userName === userName);

/** The person's object id: the same on every start, another one in every tenant. */
export const objectIdOf = ({ userName }: EntraPerson, tenant: string): string =>
  guidOf(`${tenant} ${userName}`);

/** A GUID (version 8) that always stands for the same text. */
export function guidOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
