/**
 * What a side of this bench hears and answers: one line of JSON each, on its standard input and output. The shapes are
 * those of `src/sync/ports.ts`; what comes back is parsed as a provider would parse it.
 */
import * as z from 'zod/mini';
import { AppointmentItem, MeetingItem } from '../../src/sync/model';

export type Kind = 'meeting' | 'appointment';

/** `delta`: with cursors and versions; `rows`: like Zoom, a whole list whose rows carry few fields, no versions. */
export const Mode = z.enum(['delta', 'rows']);
export type Mode = z.infer<typeof Mode>;

/** Items of a page. */
export const PAGE = 500;

const texts = z.array(z.string());
const many = z.array(z.looseObject({}));
export const Question = z.discriminatedUnion('call', [
  z.object({
    id: z.int(),
    call: z.literal('changes'),
    cursor: z.nullable(z.string()),
    after: z.nullable(z.string()),
  }),
  z.object({ id: z.int(), call: z.enum(['read', 'find', 'findClaims']), ids: texts }),
  z.object({ id: z.int(), call: z.enum(['create', 'update', 'remove']), those: many }),
]);
export type Question = z.infer<typeof Question>;

const change = <Item extends z.ZodMiniType>(item: Item) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('item'), item }),
    z.object({ kind: z.literal('row'), id: z.string(), row: z.string() }),
    z.object({ kind: z.literal('deleted'), id: z.string() }),
  ]);
const written = <Item extends z.ZodMiniType>(item: Item) =>
  z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('done'), item }),
    z.object({ kind: z.literal('conflict') }),
    z.object({ kind: z.literal('gone') }),
  ]);

/** The answers of a side with such items. */
export const answersOf = <Item extends z.ZodMiniType>(item: Item) => ({
  page: z.object({
    changes: z.array(change(item)),
    whole: z.boolean(),
    /** Where the next page begins; null on the last one. */
    next: z.nullable(z.string()),
    cursor: z.nullable(z.string()),
  }),
  items: z.array(item),
  written: z.array(written(item)),
  removed: z.array(z.object({ kind: z.enum(['done', 'conflict', 'gone']) })),
});

export const meetingAnswers = answersOf(MeetingItem);
export const appointmentAnswers = answersOf(AppointmentItem);
export const Answer = z.object({ id: z.int(), answer: z.unknown() });
