/** A series with its meeting, and its second occurrence as that is opened by itself. */
import { addMeeting } from '../../../src/scheduling/addMeeting';
import { type FormFields, TOMORROW_9, TUESDAYS, windowOn } from './appointment';
import { newWorld } from './world';

export const none = { options: {} };
export const HOUR = 3_600_000;
export const WEEK = 7 * 24 * HOUR;
export const series = { kind: 'series', recurrence: TUESDAYS } as const;
export const occurrenceOf = { kind: 'occurrence', seriesId: 'AAMk/series', recurrence: TUESDAYS } as const;

/** The second of four Tuesdays, as it is opened by itself: with everything that the series has. */
export const second = (whole: FormFields, fields: Partial<FormFields> = {}): FormFields => ({
  ...structuredClone(whole),
  savedId: 'AAMk/second',
  repetition: occurrenceOf,
  start: TOMORROW_9 + WEEK,
  end: TOMORROW_9 + WEEK + 45 * 60_000,
  ...fields,
});

export async function withSeries() {
  const world = newWorld({ savedId: 'AAMk/series', repetition: series });
  const added = await addMeeting(world.item, none, world.deps);
  world.backend.trouble.calls.length = 0;
  const present = () => world.backend.kept.get(added.meeting.id)?.meeting;
  return { ...world, added, present };
}

/** The second occurrence, moved by an hour in Outlook. */
export async function withMovedOccurrence() {
  const world = await withSeries();
  const whole = world.form;
  const form = second(whole);
  form.start += HOUR;
  form.end += HOUR;
  return { ...world, whole, form, item: windowOn(form) };
}
