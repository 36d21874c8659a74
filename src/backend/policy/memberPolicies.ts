/**
 * What holds for one member: for themselves, for an administrator who looks as them, and for their meetings. Members
 * ask often, so for them alone it is kept for a moment (`recent.ts`), together with the text of the answer.
 */
import * as z from 'zod';
import { MemberPolicy } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { effectivePolicy, type EffectivePolicy, type MemberChoice } from '../../domain/policy/effective';
import { heldMeeting, held } from '../../domain/policy/layers';
import type { Platform } from '../../domain/policy/terms';
import { policySources, saveChoice, sawPlatform, type PolicySources } from '../database/memberPolicy';
import type { Database } from '../database/schema';
import { memberText, type MemberKey } from '../member';
import { createRecent } from '../recent';
import type { MeetingPolicies } from './meetingPolicies';
import type { Acting, Decide } from './deciding';
import type { News } from './news';

/** Being seen is written down at most this often. */
const SEEN_AGAIN_MS = 3_600_000;

/** What a member is answered, also as the text that is sent. */
export interface Answer {
  readonly policy: MemberPolicy;
  readonly text: string;
}

export interface MemberPolicies {
  /** @throws ProductError `not-found` when the account does not know the member */
  of(member: MemberKey, platform: Platform): Promise<MemberPolicy>;
  /**
   * The same for the member, who is noted as seen there; possibly as of a moment ago.
   *
   * @throws ProductError `not-found` when the account does not know the member
   */
  own(member: MemberKey, platform: Platform): Promise<Answer>;
  /** Something changed: whom it concerns finds it from now on. */
  changed(news: Pick<News, 'accountId' | 'personId'>): void;
  /** The member was told of this revision: from now on they find it, or a later one. */
  told(member: MemberKey, revision: number): void;
  /** @throws ProductError `choice-refused` */
  connect(acting: Acting, platform: Platform, choice: MemberChoice): Promise<MemberPolicy>;
  disconnect(acting: Acting, platform: Platform): Promise<MemberPolicy>;
  readonly forMeetings: MeetingPolicies;
}

export interface MemberPoliciesOptions {
  readonly database: Database;
  readonly decide: Decide;
  /** UTC milliseconds. */
  readonly now: () => number;
}

/** What a member's answers come from, with those that were given. */
interface Kept {
  readonly accountId: string;
  readonly sources: PolicySources;
  readonly answers: Map<Platform, Answer>;
  readonly seen: Map<Platform, number>;
}

export function createMemberPolicies({ database, decide, now }: MemberPoliciesOptions): MemberPolicies {
  const recent = createRecent<Kept>({ now });

  async function sourcesOf(from: Database, member: MemberKey) {
    const sources = await policySources(from, member);
    if (sources === undefined || !sources.known) throw new ProductError('not-found');
    return sources;
  }

  async function policyIn(from: Database, member: MemberKey, platform: Platform): Promise<MemberPolicy> {
    return policyFrom(await sourcesOf(from, member), platform);
  }

  async function keep(member: MemberKey): Promise<Kept> {
    const sources = await sourcesOf(database, member);
    return { accountId: member.accountId, sources, answers: new Map(), seen: new Map(sources.seen) };
  }

  async function note({ seen }: Kept, member: MemberKey, platform: Platform, at: number): Promise<void> {
    const before = seen.get(platform);
    // Whoever asks meanwhile need not write it down as well.
    seen.set(platform, at);
    try {
      await sawPlatform(database, member, platform, new Date(at));
    } catch (error) {
      if (before === undefined) seen.delete(platform);
      else seen.set(platform, before);
      throw error;
    }
  }

  return {
    of: (member, platform) => policyIn(database, member, platform),

    async own(member, platform) {
      const kept = await recent.get(memberText(member), () => keep(member));
      const at = now();
      if (at - (kept.seen.get(platform) ?? -Infinity) >= SEEN_AGAIN_MS)
        await note(kept, member, platform, at);
      const before = kept.answers.get(platform);
      if (before !== undefined) return before;
      const policy = policyFrom(kept.sources, platform);
      // Checked as every answer is.
      const answer = { policy, text: JSON.stringify(z.encode(MemberPolicy, policy)) };
      kept.answers.set(platform, answer);
      return answer;
    },

    changed({ accountId, personId }) {
      if (personId === null) recent.forgetWhere((kept) => kept.accountId === accountId);
      else recent.forget(memberText({ accountId, userId: personId }));
    },

    told: (member, revision) =>
      recent.forget(memberText(member), ({ sources }) => sources.revision < revision),

    async connect(acting, platform, choice) {
      const { result } = await decide(acting, 'member', async (deciding) => {
        const member = keyOf(acting);
        const before = await policyIn(deciding.database, member, platform);
        if (!isAllowed(before.policy, choice)) throw new ProductError('choice-refused');
        if (JSON.stringify(before.choice) === JSON.stringify(choice)) return nothingNew;
        await saveChoice(deciding.database, member, choice, deciding);
        return {
          step: stepOf(acting, 'connected', before.choice, choice),
          result: await policyIn(deciding.database, member, platform),
        };
      });
      return result ?? policyIn(database, keyOf(acting), platform);
    },

    async disconnect(acting, platform) {
      const { result } = await decide(acting, 'member', async (deciding) => {
        const member = keyOf(acting);
        const before = await policyIn(deciding.database, member, platform);
        if (before.choice === null) return nothingNew;
        await saveChoice(deciding.database, member, null, deciding);
        return {
          step: stepOf(acting, 'disconnected', before.choice, null),
          result: await policyIn(deciding.database, member, platform),
        };
      });
      return result ?? policyIn(database, keyOf(acting), platform);
    },

    forMeetings: {
      of: async (member) => {
        const sources = await policySources(database, member);
        const layers = sources?.layers ?? { account: {}, groups: [] };
        return {
          options: heldMeeting(layers).policy,
          scheduleForOthers: held(layers, 'scheduleForOthers').value,
        };
      },
    },
  };
}

const policyFrom = ({ layers, choice, role, revision }: PolicySources, platform: Platform): MemberPolicy => ({
  policy: effectivePolicy({ ...layers, choice, platform }),
  choice,
  role,
  revision,
});

const keyOf = ({ accountId, person }: Acting): MemberKey => ({ accountId, userId: person.id });

const nothingNew = { step: undefined, result: undefined };

/** A service that may be chosen here, with permissions of one's own only where those are left to the member. */
function isAllowed({ service, permissions }: EffectivePolicy, choice: MemberChoice): boolean {
  if (!service.choices.includes(choice.provider)) return false;
  return choice.permissions === undefined || !permissions.origin.locked;
}

const stepOf = (
  { person }: Acting,
  action: 'connected' | 'disconnected',
  from: MemberChoice | null,
  to: MemberChoice | null,
) => ({
  scope: 'member' as const,
  subject: person.id,
  name: person.name,
  action,
  changes: [{ what: 'choice', from, to }],
});
