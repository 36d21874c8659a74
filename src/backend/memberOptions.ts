/**
 * A member's options: what holds for their new meetings, what is locked, and their own usual choices.
 *
 * Zoom is asked when somebody wants to know (`describe`); what it said is kept, so that a meeting can be made from
 * the ribbon without asking again. Only for a member whom nobody ever described Zoom is asked before that.
 */
import type { Me, Member, Preferences } from '../api/backend';
import { ProductError } from '../domain/errors';
import {
  defaultsOf,
  lockedOptionIn,
  locksOf,
  needsPasscode,
  withDefaults,
  withoutLocked,
  type DefaultLayers,
} from '../domain/meetingDefaults';
import {
  usesPersonalId,
  type Meeting,
  type MeetingChange,
  type MeetingOptions,
  type MeetingRequest,
} from '../domain/meeting';
import type { ZoomClient } from '../zoom/client';
import { toMember } from '../zoom/mapping';
import { toZoomDefaults, toZoomLocks } from '../zoom/options';
import type { MemberSettingsRows, SeenInZoom } from './database/memberSettings';
import type { MemberKey } from './member';
import { newPasscode } from './passcode';
import type { MeetingPolicies } from './policy/meetingPolicies';

/** The member, and the connection to Zoom in their name. */
export interface OfMember {
  readonly key: MemberKey;
  readonly zoom: ZoomClient;
}

export interface MemberOptions {
  /** As Zoom has the person and their settings now. */
  describe(who: OfMember): Promise<Me>;
  /** What the person keeps, as far as nobody has locked it. Zoom is not asked. */
  preferences(member: MemberKey): Promise<Preferences>;
  /** Keeps the person's own. @throws ProductError `option-locked` */
  savePreferences(who: OfMember, member: Member, preferences: Preferences): Promise<Me>;
  /**
   * Of a change the wishes alone count: a meeting that is another's already may be changed by whoever may not schedule
   * for others any more, so that it keeps up with its appointment.
   *
   * @throws ProductError `option-locked` for a choice that somebody has locked otherwise, such as for whom to schedule
   */
  check(who: OfMember, options: MeetingOptions): Promise<void>;
  /** The request with what holds for everything that it leaves out. */
  complete(who: OfMember, request: MeetingRequest): Promise<MeetingRequest>;
  /**
   * The change with the passcode that a meeting must have once it leaves the personal id, which had its own.
   * @param present the meeting as it is; asked for only where it matters
   */
  completeChange(
    who: OfMember,
    change: MeetingChange,
    present: () => Promise<Meeting>,
  ): Promise<MeetingChange>;
}

export interface MemberOptionsOptions {
  readonly rows: MemberSettingsRows;
  readonly policies: MeetingPolicies;
  readonly saveUser: (member: Member, zoomRoleId: string) => Promise<void>;
  /** The scopes that Zoom granted at this member's sign-in. */
  readonly scopesOf: (member: MemberKey) => Promise<readonly string[]>;
  readonly now: () => number;
}

const nothingSeen: SeenInZoom = { side: { defaults: {}, locked: [] }, personalMeetingId: null };

/** Scopes that let a token read the account's locks: the classic one and the granular ones. */
const LOCK_SCOPE = /^account:read:(admin|lock_settings(:\w+)?)$/;

export function createMemberOptions(options: MemberOptionsOptions): MemberOptions {
  const { rows, policies, saveUser, scopesOf, now } = options;

  async function lockedInZoom({ key, zoom }: OfMember): Promise<SeenInZoom['side']['locked']> {
    if (!(await scopesOf(key)).some((scope) => LOCK_SCOPE.test(scope))) return [];
    const [locks, security] = await Promise.all([
      optional(zoom.lockSettings()),
      optional(zoom.securityLocks()),
    ]);
    return locks === undefined ? [] : toZoomLocks(locks, security);
  }

  async function look(who: OfMember): Promise<{ member: Member; seen: SeenInZoom }> {
    const { key, zoom } = who;
    const [user, settings, authentication, locked] = await Promise.all([
      zoom.me(),
      zoom.mySettings(),
      optional(zoom.myAuthentication()),
      lockedInZoom(who),
    ]);
    // The key stays what the session says: only the description of the person is news.
    const member = { ...toMember(user), id: key.userId, accountId: key.accountId };
    const seen = {
      side: { defaults: toZoomDefaults(settings, authentication), locked },
      personalMeetingId: user.pmi ?? null,
    };
    await saveUser(member, user.role_id);
    await rows.saveZoom(key, seen, new Date(now()));
    return { member, seen };
  }

  const layersOf = async (key: MemberKey, seen: SeenInZoom, own: MeetingOptions): Promise<DefaultLayers> => ({
    zoom: seen.side,
    policy: (await policies.of(key)).options,
    own,
  });

  /** For making and changing meetings, which must not fail because Zoom does not tell its settings just now. */
  async function layersFor(who: OfMember): Promise<DefaultLayers> {
    const { preferences, zoom } = await rows.find(who.key);
    const seen = zoom ?? (await optional(look(who)))?.seen ?? nothingSeen;
    return layersOf(who.key, seen, preferences.options);
  }

  async function meFrom(
    key: MemberKey,
    member: Member,
    seen: SeenInZoom,
    preferences: Preferences,
  ): Promise<Me> {
    const layers = await layersOf(key, seen, preferences.options);
    return {
      member,
      defaults: defaultsOf(layers),
      locks: locksOf(layers),
      preferences: { ...preferences, options: withoutLocked(preferences.options, layers) },
      personalMeetingId: seen.personalMeetingId,
    };
  }

  return {
    async describe(who) {
      const [{ member, seen }, { preferences }] = await Promise.all([look(who), rows.find(who.key)]);
      return meFrom(who.key, member, seen, preferences);
    },

    async preferences(key) {
      const { preferences, zoom } = await rows.find(key);
      const layers = await layersOf(key, zoom ?? nothingSeen, preferences.options);
      return { ...preferences, options: withoutLocked(preferences.options, layers) };
    },

    async savePreferences(who, member, preferences) {
      const seen = (await rows.find(who.key)).zoom ?? (await look(who)).seen;
      refuseLocked(preferences.options, await layersOf(who.key, seen, {}));
      await rows.savePreferences(who.key, preferences, new Date(now()));
      return meFrom(who.key, member, seen, preferences);
    },

    async check(who, chosen) {
      if (chosen.scheduleFor !== undefined && !(await policies.of(who.key)).scheduleForOthers)
        throw new ProductError('option-locked', { option: 'scheduleFor' });
      if (Object.keys(chosen).length > 0) refuseLocked(chosen, await layersFor(who));
    },

    async complete(who, request) {
      const layers = await layersFor(who);
      const completed = withDefaults(request.options, layers);
      // The personal id has a passcode of its own.
      const personal = usesPersonalId({ ...request, options: completed });
      const wanted = !personal && needsPasscode(request.options, layers);
      const passcode = wanted ? { passcode: newPasscode() } : {};
      return { ...request, options: { ...completed, ...passcode } };
    },

    async completeChange(who, change, present) {
      if (change.options.passcode !== undefined || !mayLeavePersonalId(change)) return change;
      const { policy } = await layersFor(who);
      if (policy.defaults.passcodeRequired !== true) return change;
      const { options: held, passcode } = await present();
      if (!held.personalId) return change;
      // Sent also where one is shown: that one may be the personal id's, and stay with it.
      return { ...change, options: { ...change.options, passcode: passcode || newPasscode() } };
    },
  };
}

const mayLeavePersonalId = (change: MeetingChange): boolean =>
  change.options.personalId === false || ('repeats' in change && change.repeats?.kind === 'series');

function refuseLocked(options: MeetingOptions, layers: DefaultLayers): void {
  const option = lockedOptionIn(options, layers);
  if (option !== undefined) throw new ProductError('option-locked', { option });
}

/** What one can do without: only a lost sign-in counts. */
const optional = <T>(asked: Promise<T>): Promise<T | undefined> =>
  asked.catch((error: unknown) => {
    if (error instanceof ProductError && error.code !== 'zoom-consent-lost') return undefined;
    throw error;
  });
