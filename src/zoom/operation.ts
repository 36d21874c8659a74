/** One operation of Zoom's REST API as the client sends it: address, query, body, weight. Pure. */
import { ProductError } from '../domain/errors';
import { MeetingId } from '../domain/meeting';
import { EmailAddress } from '../domain/meetingOptions';
import type { Asked } from './errors';
import type { Weight } from './http';

export interface Operation extends Asked {
  readonly path: string;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: object;
  readonly weight: Weight;
  /** All but creating: sending it twice ends in the same state. */
  readonly repeatable: boolean;
}

export const reading = (path: string, weight: Weight, query: Operation['query'] = {}): Operation => ({
  method: 'GET',
  path,
  query,
  weight,
  repeatable: true,
  aboutMeeting: false,
});

export const onMeeting = (
  method: Operation['method'],
  path: string,
  more: Pick<Operation, 'body' | 'query' | 'people'> = {},
): Operation => ({ method, path, ...more, weight: 'light', repeatable: true, aboutMeeting: true });

/** An id that is not one would name another address (`..`): it never leaves. */
export function meetingPath(id: string): string {
  if (!MeetingId.safeParse(id).success) {
    throw new ProductError('invalid-request', { reason: 'this is not a meeting id' });
  }
  return `/meetings/${id}`;
}

/** As `meetingPath`: an id of a group that would name another address never leaves. */
export function groupPath(id: string): string {
  if (!/[^.]/.test(id)) throw new ProductError('invalid-request', { reason: 'this is not a group id' });
  return `/groups/${encodeURIComponent(id)}`;
}

/** Of the member, or of somebody else by address. */
export function userPath(of: string | undefined): string {
  if (of === undefined) return '/users/me';
  if (!EmailAddress.safeParse(of).success) {
    throw new ProductError('invalid-request', { reason: 'this is not an address' });
  }
  return `/users/${encodeURIComponent(of)}`;
}

/** The query of one occurrence. */
export function occurrenceQuery(occurrenceId: string): { occurrence_id: string } {
  if (!/^\d{1,20}$/.test(occurrenceId)) {
    throw new ProductError('invalid-request', { reason: 'this is not an occurrence id' });
  }
  return { occurrence_id: occurrenceId };
}

/** `?a=1&b=2`; nothing for an empty query. */
export function queryString(query: Operation['query'] = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  );
  return pairs.length === 0 ? '' : `?${new URLSearchParams(pairs).toString()}`;
}
