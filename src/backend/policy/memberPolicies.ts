/** What holds for one member: for themselves, for an administrator who looks as them, and for their meetings. */
import type { MemberPolicy } from '../../api/policy';
import { ProductError } from '../../domain/errors';
import { effectivePolicy, type EffectivePolicy, type MemberChoice } from '../../domain/policy/effective';
import { heldMeeting, held } from '../../domain/policy/layers';
import type { Platform } from '../../domain/policy/terms';
import { policySources, saveChoice, sawPlatform } from '../database/memberPolicy';
import type { Database } from '../database/schema';
import type { MemberKey } from '../member';
import type { MeetingPolicies } from './meetingPolicies';
import type { Acting, Decide } from './deciding';

/** Being seen is written down at most this often. */
const SEEN_AGAIN_MS = 3_600_000;
/** More than these are not remembered; who is forgotten is merely written down once more. */
const MOST_REMEMBERED = 100_000;

export interface MemberPolicies {
  /** @throws ProductError `not-found` when the account does not know the member */
  of(member: MemberKey, platform: Platform): Promise<MemberPolicy>;
  /** The member asks from there. */
  seen(member: MemberKey, platform: Platform): Promise<void>;
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

export function createMemberPolicies({ database, decide, now }: MemberPoliciesOptions): MemberPolicies {
  const remembered = new Map<string, number>();

  async function sourcesOf(from: Database, member: MemberKey) {
    const sources = await policySources(from, member);
    if (sources === undefined || !sources.known) throw new ProductError('not-found');
    return sources;
  }

  async function policyIn(from: Database, member: MemberKey, platform: Platform): Promise<MemberPolicy> {
    const { layers, choice, role, revision } = await sourcesOf(from, member);
    return { policy: effectivePolicy({ ...layers, choice, platform }), choice, role, revision };
  }

  return {
    of: (member, platform) => policyIn(database, member, platform),

    async seen(member, platform) {
      const name = JSON.stringify([member.accountId, member.userId, platform]);
      if (now() - (remembered.get(name) ?? -Infinity) < SEEN_AGAIN_MS) return;
      await sawPlatform(database, member, platform, new Date(now()));
      if (remembered.size >= MOST_REMEMBERED) remembered.clear();
      remembered.set(name, now());
    },

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
