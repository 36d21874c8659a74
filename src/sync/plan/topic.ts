/** Subject and topic. The calendar wins where both changed. */
import { topicFor } from '../../domain/meetingFacts';
import { agreed, unchanged } from './pair';
import type { Field, Pair } from './pair';

/** Both as Zoom takes them: on one line, harmless, within its limit, never empty. */
const same = (a: string, b: string): boolean => topicFor(a).text === topicFor(b).text;

export function topicField({ meeting, appointment, base }: Pair): Field {
  const { subject } = appointment.facts;
  const { topic } = meeting.facts;
  const isAsBefore = base && subject === base.appointment.subject && topic === base.meeting.topic;
  if (isAsBefore) return unchanged;
  if (same(subject, topic)) return base ? agreed : unchanged;
  const inCalendar = !base || !same(subject, base.appointment.subject);
  const inZoom = base !== undefined && !same(topic, base.meeting.topic);
  if (!inCalendar) {
    if (!inZoom) return agreed;
    const text = topicFor(topic).text;
    return {
      reasons: [{ rule: 'topic-from-zoom', facts: { topic: text } }],
      toAppointment: { subject: text },
    };
  }
  if (!meeting.hostedByMe) {
    return {
      reasons: [{ rule: 'not-ours-to-change', facts: { field: 'topic' } }],
      ...(base ? { keep: { subject: base.appointment.subject } } : {}),
    };
  }
  const wanted = topicFor(subject).text;
  return {
    reasons: [
      { rule: 'topic-from-calendar', facts: { topic: wanted } },
      ...(inZoom ? [{ rule: 'calendar-wins', facts: { field: 'topic' } } as const] : []),
    ],
    toMeeting: { topic: wanted },
  };
}
