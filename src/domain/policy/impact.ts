/**
 * What a change of settings does to the members, counted before it is saved. Pure.
 *
 * A member counts once, by the best that they have on any of the platforms from which they were seen; one who was
 * never seen counts as `unseen`, because nobody knows what they use.
 */
import * as z from 'zod/mini';
import { effectivePolicy, type MemberChoice } from './effective';
import type { PolicyLayers } from './layers';
import type { Platform } from './terms';

/** A member as far as the counting needs them. */
export interface CountedMember {
  readonly platforms: readonly Platform[];
  readonly choice: MemberChoice | null;
}

/** How a member stands: best first. */
export const Standing = z.enum(['automatic', 'connected', 'open', 'none']);
export type Standing = z.infer<typeof Standing>;

export const Impact = z.object({
  /** Members on classic Outlook for Windows who will be integrated without doing anything. */
  configured: z.int(),
  /** Members who have a service, or may choose one, and will not any more. */
  losing: z.int(),
  /** Of those: on Mac or mobile only. */
  losingOnMacOrMobile: z.int(),
  /** Members who had to be content with nothing and may now choose or connect. */
  gaining: z.int(),
  /** Members whose connected service ends and who have to connect another one. */
  reconnecting: z.int(),
  unaffected: z.int(),
  unseen: z.int(),
  /** All members, and how many of them were seen on Mac or mobile: where they are many, MAPI is advised against. */
  members: z.int(),
  onMacOrMobile: z.int(),
  advice: z.nullable(z.enum(['many-without-mapi'])),
});
export type Impact = z.infer<typeof Impact>;

/** A fifth of the members: what we take for "a large number of Mac or mobile devices", for which MAPI is not advised. */
const MANY = 0.2;

const isMacOrMobile = (platform: Platform): boolean => platform === 'mac' || platform === 'mobile';

/** How the member stands under these layers, on whichever of their platforms is best. */
export function standing(layers: PolicyLayers, member: CountedMember): Standing {
  const standings = new Set(
    member.platforms.map((platform): Standing => {
      const { state } = effectivePolicy({ ...layers, choice: member.choice, platform }).service;
      return state === 'connect' || state === 'choose' ? 'open' : state;
    }),
  );
  return Standing.options.find((each) => standings.has(each)) ?? 'none';
}

/** One member with the layers that hold for them before and after. */
export interface Counted {
  readonly member: CountedMember;
  readonly before: PolicyLayers;
  readonly after: PolicyLayers;
}

/** Counts what becomes of everybody. */
export function impactOf(everybody: Iterable<Counted>): Impact {
  const counts = {
    configured: 0,
    losing: 0,
    losingOnMacOrMobile: 0,
    gaining: 0,
    reconnecting: 0,
    unaffected: 0,
    unseen: 0,
    members: 0,
    onMacOrMobile: 0,
  };
  let mapiLocked = false;
  for (const { member, before, after } of everybody) {
    counts.members += 1;
    if (member.platforms.some(isMacOrMobile)) counts.onMacOrMobile += 1;
    if (
      effectivePolicy({ ...after, choice: null, platform: 'windows-classic' }).service.state === 'automatic'
    )
      mapiLocked = true;
    if (member.platforms.length === 0) {
      counts.unseen += 1;
      continue;
    }
    const [was, will] = [standing(before, member), standing(after, member)];
    if (was === will) counts.unaffected += 1;
    else if (will === 'automatic') counts.configured += 1;
    else if (will === 'none') {
      counts.losing += 1;
      if (member.platforms.every(isMacOrMobile)) counts.losingOnMacOrMobile += 1;
    } else if (was === 'none') counts.gaining += 1;
    else if (will === 'open') counts.reconnecting += 1;
    else counts.unaffected += 1;
  }
  const many = counts.members > 0 && counts.onMacOrMobile / counts.members >= MANY;
  return { ...counts, advice: mapiLocked && many ? 'many-without-mapi' : null };
}
