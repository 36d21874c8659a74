/**
 * Which of several appointments that carry one meeting is the one that is linked with it; the others are copies.
 *
 * Copying an appointment copies the property and the text with it. The one for which the property was written comes
 * first, then how sure it is that the meeting was meant, then which of them has the meeting's times and topic.
 */
import { topicFor } from '../../domain/meetingFacts';
import type { AppointmentItem, MeetingItem } from '../model';
import { agree, isUnderstood } from './compare';

const madeFor = ['this', 'untold', 'another'] as const;
const foundBy = ['property', 'location', 'body'] as const;

/** The best first. The order in which they are given does not matter. */
export function inOrderOfFitness(
  appointments: readonly AppointmentItem[],
  meeting: Pick<MeetingItem, 'facts'>,
  now: number,
): readonly AppointmentItem[] {
  if (appointments.length < 2) return appointments;
  const ranked = appointments.map((item) => ({
    item,
    ranks: [
      madeFor.indexOf(item.madeFor),
      foundBy.indexOf(item.foundBy),
      hasTimesOf(item, meeting, now) ? 0 : 1,
      topicFor(item.facts.subject).text === topicFor(meeting.facts.topic).text ? 0 : 1,
    ],
  }));
  return ranked
    .sort((a, b) => {
      const differing = a.ranks.findIndex((rank, at) => rank !== b.ranks[at]);
      if (differing < 0) return a.item.id < b.item.id ? -1 : 1;
      return (a.ranks[differing] ?? 0) - (b.ranks[differing] ?? 0);
    })
    .map(({ item }) => item);
}

function hasTimesOf(item: AppointmentItem, { facts }: Pick<MeetingItem, 'facts'>, now: number): boolean {
  const both = [item.facts.times, facts.times] as const;
  return both.every(isUnderstood) && agree(...both, now);
}
