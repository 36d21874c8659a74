/** What is kept about a member: their own usual choices, and what Zoom last said about their settings. */
import * as z from 'zod';
import { Preferences } from '../../api/backend';
import { MeetingId } from '../../domain/meeting';
import { ZoomSide } from '../../domain/meetingDefaults';
import { memberColumns, type MemberKey } from '../member';
import type { Database } from './schema';

/** What Zoom says about a member, as far as new meetings depend on it. */
export const SeenInZoom = z.object({ side: ZoomSide, personalMeetingId: z.nullable(MeetingId) });
export type SeenInZoom = z.infer<typeof SeenInZoom>;

export const noPreferences: Preferences = { options: {}, updateByItself: false, invitationLanguage: null };

export interface MemberSettings {
  readonly preferences: Preferences;
  /** Undefined: Zoom was never asked. */
  readonly zoom: SeenInZoom | undefined;
}

export interface MemberSettingsRows {
  find(member: MemberKey): Promise<MemberSettings>;
  savePreferences(member: MemberKey, preferences: Preferences, now: Date): Promise<void>;
  saveZoom(member: MemberKey, seen: SeenInZoom, now: Date): Promise<void>;
}

export function memberSettingsRows(database: Database): MemberSettingsRows {
  async function save(
    member: MemberKey,
    values: { preferences: string } | { zoom_side: string },
    now: Date,
  ): Promise<void> {
    await database
      .insertInto('member_settings')
      .values({ ...memberColumns(member), updated_at: now, ...values })
      .onConflict((conflict) =>
        conflict.columns(['account_id', 'user_id']).doUpdateSet({ ...values, updated_at: now }),
      )
      .execute();
  }

  return {
    async find(member) {
      const row = await database
        .selectFrom('member_settings')
        .select(['preferences', 'zoom_side'])
        .where((is) => is.and(memberColumns(member)))
        .executeTakeFirst();
      return {
        preferences: read(Preferences, row?.preferences) ?? noPreferences,
        zoom: read(SeenInZoom, row?.zoom_side),
      };
    },
    savePreferences: (member, preferences, now) =>
      save(member, { preferences: JSON.stringify(preferences) }, now),
    saveZoom: (member, seen, now) => save(member, { zoom_side: JSON.stringify(seen) }, now),
  };
}

/** What another version wrote and this one does not understand counts as nothing. */
function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  text: string | null | undefined,
): T | undefined {
  if (text === null || text === undefined) return undefined;
  const parsed = schema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : undefined;
}
