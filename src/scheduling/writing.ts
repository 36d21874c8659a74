/**
 * Putting a meeting on an appointment and taking it off again: what has to be written, as data, and writing it.
 *
 * Only what differs is written, and only our own parts are spliced. All writes of a plan go out together.
 */
import type { BodyFormat } from '../domain/appointment';
import { ProductError, toProductError } from '../domain/errors';
import {
  BODY_LIMIT,
  prependBlock,
  putInvitation,
  removeInvitation,
  renderInvitation,
} from '../domain/invitation';
import type { Claim, Link } from '../domain/link';
import { addJoinLink, removeJoinLink } from '../domain/location';
import type { Meeting } from '../domain/meeting';
import { agreedStateOf } from '../domain/meetingRequest';
import type { ComposeAppointment } from '../outlook/item';
import { type Contents, invites } from './contents';
import type { Note } from './types';

/** A part of an appointment that we write. */
export type Part = 'body' | 'location' | 'property';

/** What to write; an absent part stays as it is. */
export interface Plan {
  readonly body?: {
    readonly how: 'replace' | 'prepend';
    readonly format: BodyFormat;
    readonly content: string;
  };
  readonly location?: string;
  /** The property's new value, `undefined` in it to take the property away. */
  readonly property?: { readonly value: Link | Claim | undefined };
}

/** The link that an appointment with this meeting carries; `ownTopic` when its topic does not follow the subject. */
export const linkFor = (meeting: Meeting, claim: string, ownTopic = false): Link => ({
  v: 1,
  state: 'linked',
  meetingId: meeting.id,
  joinUrl: meeting.joinUrl,
  claim,
  agreed: agreedStateOf(meeting),
  ...(ownTopic ? { ownTopic } : {}),
});

/** Whether the link records this very state of the meeting. */
export function isAgreed(link: Link, meeting: Meeting): boolean {
  const present = agreedStateOf(meeting);
  return (
    link.joinUrl === meeting.joinUrl &&
    link.agreed.topic === present.topic &&
    sameInstant(link.agreed.start, present.start) &&
    link.agreed.durationMinutes === present.durationMinutes
  );
}

const sameInstant = (a: string | null, b: string | null): boolean =>
  a === b || (a !== null && b !== null && Date.parse(a) === Date.parse(b));

/** The body with this meeting's invitation in it, as the part of a plan; undefined when nothing changes. */
export function planBody(
  body: Contents['body'],
  meeting: Meeting,
  language: string,
): Plan['body'] | undefined {
  const { format, content } = body;
  const block = renderInvitation(format, meeting, { language, timeZone: meeting.timeZone });
  if (hasImages(body) && !invites({ body }, meeting.id)) {
    return { how: 'prepend', format, content: prependBlock(block, meeting.id) };
  }
  const put = putInvitation(format, content, block, meeting.id).body;
  return put === content ? undefined : { how: 'replace', format, content: put };
}

/** Replacing a body can lose its inline images although they were handed back unchanged (office-js issue 6808). */
const hasImages = ({ format, content }: Contents['body']): boolean =>
  format === 'html' && /<img\b/i.test(content);

/** The location with the meeting's join link, as the part of a plan. */
export function planLocation(
  location: string,
  joinUrl: string,
): { readonly location: string | undefined; readonly notes: readonly Note[] } {
  const put = addJoinLink(location, joinUrl);
  return {
    location: put.location === location ? undefined : put.location,
    notes: put.full ? ['location-full'] : [],
  };
}

/** What takes this meeting's invitation and join link away; the property is left to the caller. */
export function planRemoval(contents: Pick<Contents, 'body' | 'location'>, meetingId: string): Plan {
  const { format, content } = contents.body;
  const without = removeInvitation(format, content, meetingId).body;
  const location = removeJoinLink(contents.location, meetingId);
  return {
    ...(without === content ? {} : { body: { how: 'replace', format, content: without } }),
    ...(location === contents.location ? {} : { location }),
  };
}

/** Throws `body-too-long` with the excess when the host would not take this body. */
export function checkLength(length: number): void {
  if (length > BODY_LIMIT) throw new ProductError('body-too-long', { excess: length - BODY_LIMIT });
}

export interface WriteResult {
  /** Parts that are written, or may still be: a host that did not answer in time may do it later. */
  readonly touched: readonly Part[];
  /** The first failure. */
  readonly failure: ProductError | undefined;
}

/** Sends all writes of the plan together and waits for every one to end. Never rejects. */
export async function write(item: ComposeAppointment, plan: Plan): Promise<WriteResult> {
  const { body, location, property } = plan;
  const writes: [Part, Promise<void>][] = [];
  if (body) {
    const { how, format, content } = body;
    writes.push([
      'body',
      how === 'prepend' ? item.prependBody(format, content) : item.writeBody(format, content),
    ]);
  }
  if (location !== undefined) writes.push(['location', item.writeLocation(location)]);
  if (property) writes.push(['property', item.writeLinkProperty(property.value)]);

  const results = await Promise.allSettled(writes.map(([, done]) => done));
  const touched: Part[] = [];
  let failure: ProductError | undefined;
  results.forEach((result, index) => {
    const part = writes[index]?.[0];
    if (!part) return;
    const error =
      result.status === 'rejected' ? toProductError(result.reason, 'host-call-failed') : undefined;
    if (!error || error.details['timedOut'] === true) touched.push(part);
    failure ??= error;
  });
  return { touched, failure };
}

/** What Outlook could not do, in the words of a failed host call. */
export function actionOf(error: ProductError): string {
  const action = error.details['action'];
  return typeof action === 'string' ? action : 'change the appointment';
}
