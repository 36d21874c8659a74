/**
 * The part of the policy's contract (`policy.ts`) that everybody may ask: what holds for oneself, and the stream of its
 * changes. Apart from the rest, because the pane loads no more than this.
 */
import * as z from 'zod/mini';
import { EffectivePolicy, MemberChoice } from '../domain/policy/effective';

export const ownPolicyPaths = {
  myPolicy: '/api/me/policy',
  myCalendar: '/api/me/calendar',
  changes: '/api/changes',
} as const;

/** What a person may do in their account. The owner is one person, and stays it. */
export const Role = z.enum(['member', 'admin', 'owner']);
export type Role = z.infer<typeof Role>;

/** What holds for a member on one platform, and what they have connected. */
export const MemberPolicy = z.object({
  policy: EffectivePolicy,
  choice: z.nullable(MemberChoice),
  role: Role,
  /** Grows with every change that may concern this member; a page with an older one asks again. */
  revision: z.int(),
});
export type MemberPolicy = z.infer<typeof MemberPolicy>;

/**
 * A message of the change stream, as JSON in `data`; its `id` is the revision. A stream that was broken goes on
 * with `Last-Event-ID` and is told at once when something was missed.
 */
export const ChangeEvent = z.object({ kind: z.literal('policy'), revision: z.int() });
export type ChangeEvent = z.infer<typeof ChangeEvent>;
