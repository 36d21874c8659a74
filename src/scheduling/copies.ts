/**
 * A copied appointment carries the meeting of the one that it was copied from. The person decides: a meeting of its
 * own, or the same one on purpose. A copy of one occurrence is a single appointment with the meeting of a series; so is
 * a series that became a single appointment while nobody looked, which may replace the series in Zoom.
 *
 * `ownMeeting` makes a meeting and puts it in the place of the shared one; that stays as it is in Zoom. Safe like
 * `addMeeting`: the same press again finds the same meeting, and what fails is taken back, so that the copy shows the
 * shared meeting again. The claim is not put on the item meanwhile, since the link is in its place: on a copy it comes
 * from the item's id, on a client without ids this frame remembers it.
 *
 * Host calls: `ownMeeting`: snapshot 9 (7 to 9 by client), reading again 4, writing 3; `shareMeeting`: 1,
 * property 1; `replaceSeries`: 2 more than an update.
 */
import { ProductError } from '../domain/errors';
import { removeInvitation } from '../domain/invitation';
import type { Link } from '../domain/link';
import { meetingRequestFor } from '../domain/meetingRequest';
import type { ComposeAppointment } from '../outlook/item';
import { linkFor } from './agreed';
import { checkRoom } from './addMeeting';
import { keepingChosen, kept, requested } from './choices';
import { claimFor, rememberClaim } from './claim';
import { blockOf, type Contents, namedBy, namesMeeting, readContents, whatIsOn } from './contents';
import { bringOn, discard, type Replaced } from './onAppointment';
import { lookAt, nowCarries, tellShared } from './saved';
import type { Choices, Done, Progress, SchedulingDependencies } from './types';
import { update } from './updateMeeting';
import { checkLength, lengthAfter, planFor } from './writing';

/** Rejects with `no-meeting` where the appointment carries no link. */
export function ownMeeting(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(() => own(item, choices, deps, onProgress));
}

async function own(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress,
): Promise<Done> {
  onProgress('reading');
  const snapshot = await lookAt(item);
  const { link: shared } = whatIsOn(snapshot);
  if (!shared) throw new ProductError('no-meeting');
  const wanted = keepingChosen(choices, shared);
  const { request, notes } = meetingRequestFor(snapshot, requested(wanted), deps.now());
  const remains = namedBy(shared);
  checkRoom(snapshot, request, remains, wanted.language ?? deps.language);

  onProgress('creating');
  const claim = await otherClaim(item, snapshot.savedId, shared, deps);
  rememberClaim(item, claim);
  const meeting = await deps.meetings.create(request, claim);

  let fresh: Contents;
  const link = linkFor(meeting, claim, kept(wanted));
  try {
    fresh = await readContents(item);
    // Another window was faster: its meeting has the same claim where the item has an id, and is finished here.
    const there = whatIsOn(fresh).link;
    if (there?.meetingId !== shared.meetingId && there?.meetingId !== meeting.id) {
      throw new ProductError('host-call-failed', { action: 'let one window finish first' });
    }
    checkLength(lengthAfter(fresh, planFor(fresh, meeting, link, deps.language, remains).plan));
  } catch (thrown) {
    await discard(item, meeting.id, claim, deps);
    throw thrown;
  }

  onProgress('writing');
  const { plan, notes: more } = planFor(fresh, meeting, link, deps.language, remains);
  await bringOn(item, plan, meeting, link, deps, whatWas(fresh, shared));
  return { meeting, link, notes: [...notes, ...more] };
}

/** A claim that is not the shared meeting's. */
async function otherClaim(
  item: ComposeAppointment,
  savedId: string | undefined,
  shared: Link,
  deps: SchedulingDependencies,
): Promise<string> {
  const claim = await claimFor(item, savedId, undefined, deps.newClaim);
  return claim === shared.claim ? deps.newClaim() : claim;
}

/** The shared meeting as it stands on the copy, to put it back. */
function whatWas(contents: Contents, shared: Link): Replaced {
  const named = namedBy(shared);
  const block = blockOf(contents.body, named);
  const { format, content } = contents.body;
  return {
    link: shared,
    bodyBlock: block && removeInvitation(format, content, named).removed,
    locationHadLink: namesMeeting(contents.location, named),
  };
}

/**
 * Lets the copy share the meeting on purpose, by its link: it decides nothing of the meeting, which stays with the
 * appointment that it was made for. Rejects with `no-meeting` where the appointment carries no link.
 */
export async function shareMeeting(item: ComposeAppointment, deps: SchedulingDependencies): Promise<Done> {
  const present = linkIn(await item.readLinkProperty());
  if (!present) throw new ProductError('no-meeting');
  const meeting = await deps.meetings.get(present.meetingId);
  const { ownTopic, language } = present;
  const link = linkFor(meeting, present.claim, { ownTopic, language, shares: true });
  await item.writeLinkProperty(link);
  nowCarries(item, link, deps);
  return { meeting, link, notes: [] };
}

/**
 * A single appointment is what became of the series: the meeting becomes a single one at its time, like any update
 * would make it, and is this appointment's from then on. Rejects like `updateMeeting`.
 */
export function replaceSeries(
  item: ComposeAppointment,
  choices: Choices,
  deps: SchedulingDependencies,
  onProgress: Progress = () => undefined,
): Promise<Done> {
  return deps.exclusively(async () => {
    const [linkProperty, savedId] = await Promise.all([item.readLinkProperty(), item.readSavedId()]);
    const link = linkIn(linkProperty);
    if (!link) throw new ProductError('no-meeting');
    await tellShared(item, link.meetingId, savedId, deps);
    return update(item, choices, deps, onProgress);
  });
}

const linkIn = (linkProperty: unknown): Link | undefined =>
  whatIsOn({ body: { format: 'text', content: '' }, location: '', linkProperty }).link;
