/**
 * Putting a meeting on an appointment and taking it off again: what has to be written, as data, and writing it.
 *
 * Only what differs is written, and only our own parts are spliced. All writes of a plan go out together.
 *
 * A body with pictures of its own is never replaced, because that can lose them (`pictures.ts`): it is only added to.
 * A first invitation goes to its top, and one with other words than the present one goes above that. Taking an
 * invitation out is left to the person, and a note says so. Once the pictures are gone, all of them are replaced or
 * removed.
 */
import type { BodyFormat } from '../domain/appointment';
import { ProductError, toProductError } from '../domain/errors';
import {
  BODY_LIMIT,
  prependBlock,
  putInvitation,
  removeInvitation,
  renderInvitation,
  saysTheSame,
} from '../domain/invitation';
import type { Claim, Link } from '../domain/link';
import { addJoinLink, removeJoinLink } from '../domain/location';
import type { Meeting } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { isAgreed, sameChoices } from './agreed';
import { blockOf, type Contents, type Named, namedAs, tellsHowToJoin, whatIsOn } from './contents';
import { hasOwnPictures } from './pictures';
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

/** A plan, and what the person should know about it. */
export interface NotedPlan {
  readonly plan: Plan;
  readonly notes: readonly Note[];
}

/**
 * What brings everything of this meeting onto the appointment; parts that are there already are left out.
 *
 * @param meeting as this appointment has it (`placed.ts`)
 * @param language of the invitation where the link names none
 * @param was the meeting as its invitation may still tell it, or another one whose invitation and join link go
 */
export function planFor(
  contents: Contents,
  meeting: Meeting,
  link: Link,
  language: string,
  was?: Named,
): NotedPlan {
  const there = whatIsOn(contents).link;
  const agreed = there?.meetingId === meeting.id && isAgreed(there, meeting) && sameChoices(there, link);
  // Outlook rewrites HTML, so whether the text is up to date cannot be seen from it; what was agreed last tells.
  const upToDate = agreed && tellsHowToJoin(contents, meeting);
  const instead = was && (was.id !== meeting.id || was.joinNumber !== meeting.joinNumber) ? was : undefined;
  const topics = [
    ...(there?.meetingId === meeting.id ? [there.agreed.topic] : []),
    ...topicsOf(was, meeting),
  ];
  const text = upToDate
    ? nothing
    : planBody(contents.body, meeting, topics, link.language ?? language, instead);
  const base = instead ? removeJoinLink(contents.location, instead.joinNumber) : contents.location;
  const put = addJoinLink(base, meeting.joinUrl);
  return {
    plan: {
      ...text.plan,
      ...(put.location === contents.location ? {} : { location: put.location }),
      ...(agreed ? {} : { property: { value: link } }),
    },
    notes: [...text.notes, ...(put.full ? (['location-full'] as const) : [])],
  };
}

const nothing: NotedPlan = { plan: {}, notes: [] };

/** Those that this meeting had before. */
const topicsOf = (was: Named | undefined, { id }: Meeting): readonly string[] =>
  was?.id === id ? (was.topics ?? []) : [];

/** The body with this meeting's invitation in it, as a plan of the body alone. `earlier` are topics that it had. */
function planBody(
  body: Contents['body'],
  meeting: Meeting,
  earlier: readonly string[],
  language: string,
  instead: Named | undefined,
): NotedPlan {
  const { format, content } = body;
  const block = renderInvitation(format, meeting, { language, timeZone: meeting.timeZone });
  const named = namedAs(meeting);
  const present: Named = { ...named, topics: [...earlier, ...named.topics] };
  const own = blockOf(body, present);
  const replaced = instead && blockOf(body, instead);
  if (hasOwnPictures(body)) {
    const above: Plan = { body: { how: 'prepend', format, content: prependBlock(block, meeting.id) } };
    if (!own) return { plan: above, notes: replaced ? ['invitation-on-top'] : [] };
    return saysTheSame(content, own, block) ? nothing : { plan: above, notes: ['invitation-on-top'] };
  }
  const base = replaced && !own ? removeInvitation(format, content, instead).body : content;
  const put = putInvitation(format, base, block, present).body;
  return put === content ? nothing : { plan: { body: { how: 'replace', format, content: put } }, notes: [] };
}

/** What takes this meeting's invitation and join link away; the property is left to the caller. */
export function planRemoval(contents: Pick<Contents, 'body' | 'location'>, meeting: Named): NotedPlan {
  const { format, content } = contents.body;
  const own = blockOf(contents.body, meeting);
  const stays = own !== undefined && hasOwnPictures(contents.body);
  const location = removeJoinLink(contents.location, meeting.joinNumber);
  return {
    plan: {
      ...(own && !stays
        ? { body: { how: 'replace', format, content: removeInvitation(format, content, meeting).body } }
        : {}),
      ...(location === contents.location ? {} : { location }),
    },
    notes: stays ? ['invitation-left'] : [],
  };
}

/** How long the body will be once the plan is written. */
export function lengthAfter(contents: Pick<Contents, 'body'>, { body }: Plan): number {
  if (!body) return contents.body.content.length;
  return body.content.length + (body.how === 'prepend' ? contents.body.content.length : 0);
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

/**
 * Writes text and location together and the property after them: as long as the property does not tell the new state,
 * what is missing is missing to the next press too. Throws the failure as `failed` words it.
 */
export async function writePropertyLast(
  item: ComposeAppointment,
  { property, ...text }: Plan,
  failed: (failure: ProductError) => ProductError,
): Promise<void> {
  for (const step of [text, property ? { property } : {}]) {
    const { failure } = await write(item, step);
    if (failure) throw failed(failure);
  }
}

/** What Outlook could not do, in the words of a failed host call. */
export function actionOf(error: ProductError): string {
  const action = error.details['action'];
  return typeof action === 'string' ? action : 'change the appointment';
}
