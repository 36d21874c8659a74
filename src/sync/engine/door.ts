/**
 * The door of the two sides: what they tell is checked against the model before anything is made of it. What does not
 * fit is the trouble of that one item: it cannot be read, and the others can.
 */
import type * as z from 'zod/mini';
import { AppointmentItem, MeetingItem } from '../model';
import { SideFault } from '../ports';
import type { AppointmentSide, Change, ChangePage, MeetingSide, Written } from '../ports';

export const checkedMeetings = (side: MeetingSide): MeetingSide => ({
  capabilities: side.capabilities,
  budget: () => side.budget(),
  changes: (cursor, signal) => checkedPages(MeetingItem, side.changes(cursor, signal)),
  read: async (ids, signal) => checkedItems(MeetingItem, await side.read(ids, signal)),
  create: async (drafts, signal) => checkedAnswers(MeetingItem, await side.create(drafts, signal)),
  update: async (patches, signal) => checkedAnswers(MeetingItem, await side.update(patches, signal)),
  remove: (those, signal) => side.remove(those, signal),
  async findClaims(claims, signal) {
    const found = await side.findClaims(claims, signal);
    refuseNonsense(MeetingItem, [...found.values()]);
    return found;
  },
});

export const checkedAppointments = (side: AppointmentSide): AppointmentSide => ({
  capabilities: side.capabilities,
  budget: () => side.budget(),
  changes: (cursor, signal) => checkedPages(AppointmentItem, side.changes(cursor, signal)),
  read: async (ids, signal) => checkedItems(AppointmentItem, await side.read(ids, signal)),
  create: async (drafts, signal) => checkedAnswers(AppointmentItem, await side.create(drafts, signal)),
  update: async (patches, signal) => checkedAnswers(AppointmentItem, await side.update(patches, signal)),
  remove: (those, signal) => side.remove(those, signal),
  async find(meetingIds, signal) {
    const found = await side.find(meetingIds, signal);
    refuseNonsense(AppointmentItem, found);
    return found;
  },
});

const fits = (schema: z.ZodMiniType, item: unknown): boolean => schema.safeParse(item).success;

/** What makes no sense becomes a row that says so: it is read by itself, and if that makes no sense either it failed. */
async function* checkedPages<Item extends { readonly id: string }>(
  schema: z.ZodMiniType<Item>,
  pages: AsyncIterable<ChangePage<Item>>,
): AsyncGenerator<ChangePage<Item>> {
  for await (const page of pages) {
    yield { ...page, changes: page.changes.map((change) => checkedChange(schema, change)) };
  }
}

const checkedChange = <Item extends { readonly id: string }>(
  schema: z.ZodMiniType<Item>,
  change: Change<Item>,
): Change<Item> =>
  change.kind !== 'item' || fits(schema, change.item)
    ? change
    : { kind: 'row', id: change.item.id, row: JSON.stringify(change.item) };

/** What is not in an answer could not be read. */
const checkedItems = <Item>(
  schema: z.ZodMiniType<Item>,
  answer: ReadonlyMap<string, Item | 'gone'>,
): ReadonlyMap<string, Item | 'gone'> =>
  new Map([...answer].filter(([, item]) => item === 'gone' || fits(schema, item)));

/** It was done, and what became of it is not known: as after an answer that was lost. */
const checkedAnswers = <Item>(
  schema: z.ZodMiniType<Item>,
  answers: readonly Written<Item>[],
): readonly Written<Item>[] =>
  answers.map((answer) =>
    answer.kind !== 'done' || fits(schema, answer.item)
      ? answer
      : { kind: 'failed', fault: new SideFault('timeout') },
  );

/** Here leaving something out would say that it is not there. */
function refuseNonsense(schema: z.ZodMiniType, items: readonly unknown[]): void {
  if (!items.every((item) => fits(schema, item))) throw new SideFault('broken');
}
