/** A task as it is in the file: the shapes of `actions.ts` and of the drafts and patches in `ports.ts`, for reading. */
import * as z from 'zod/mini';
import { MeetingId } from '../../domain/meeting';
import { Instant } from '../../domain/wallClock';
import { ruleCodes, type Outcome, type Step, type Task } from '../actions';
import {
  AppointmentFacts,
  AppointmentItem,
  Copy,
  Deviation,
  JoinDetails,
  MeetingFacts,
  MeetingItem,
  Origin,
  Times,
} from '../model';

const Expected = z.object({ id: z.string(), version: z.nullable(z.string()) });
const OccurrencePatch = z.union([Deviation, z.object({ kind: z.literal('as-series'), original: Instant })]);
const changed = {
  times: z.optional(Times),
  occurrences: z.optional(z.array(OccurrencePatch)),
};

const step: z.ZodMiniType<Step> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('create-meeting'),
    draft: z.object({ claim: z.string(), topic: z.string(), times: Times, like: z.nullable(z.string()) }),
  }),
  z.object({
    kind: z.literal('update-meeting'),
    patch: z.extend(Expected, { topic: z.optional(z.string()), ...changed }),
  }),
  z.object({ kind: z.literal('delete-meeting'), expected: Expected }),
  z.object({
    kind: z.literal('create-appointment'),
    draft: z.object({
      meetingId: z.string(),
      subject: z.string(),
      times: Times,
      details: JoinDetails,
    }),
  }),
  z.object({
    kind: z.literal('update-appointment'),
    patch: z.extend(Expected, {
      subject: z.optional(z.string()),
      ...changed,
      details: z.optional(z.nullable(JoinDetails)),
      meetingId: z.optional(MeetingId),
    }),
  }),
  z.object({ kind: z.literal('give-meeting'), expected: Expected }),
  z.object({ kind: z.literal('delete-appointment'), expected: Expected }),
]);

const outcome: z.ZodMiniType<Outcome> = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('linked'),
    link: z.object({ origin: Origin }),
    meeting: z.optional(MeetingItem),
    appointment: z.optional(AppointmentItem),
    keep: z.optional(
      z.object({
        meeting: z.optional(z.partial(MeetingFacts)),
        appointment: z.optional(z.partial(AppointmentFacts)),
      }),
    ),
  }),
  z.object({ kind: z.literal('without-appointment'), meeting: MeetingItem }),
  z.object({ kind: z.literal('unlinked') }),
]);

export const taskShape: z.ZodMiniType<Task> = z.object({
  key: z.string(),
  title: z.string(),
  reasons: z.array(
    z.object({
      rule: z.enum(ruleCodes),
      facts: z.optional(z.record(z.string(), z.union([z.string(), z.number()]))),
    }),
  ),
  steps: z.array(step),
  outcome,
  copies: z.optional(z.array(Copy)),
  forgetCopies: z.optional(z.array(z.string())),
});

/** What a step answered: an item of its side, or nothing. */
export const answerShape: z.ZodMiniType<MeetingItem | AppointmentItem | null> = z.union([
  MeetingItem,
  AppointmentItem,
  z.null(),
]);
