/**
 * The settings that an administrator makes for the account or for a group: one entry a setting, each with its value
 * and its lock. What a layer leaves out is decided by the layer above it, at last by the product.
 */
import * as z from 'zod/mini';
import { MeetingPolicy } from '../meetingDefaults';
import { ExchangeServer, Permissions, ServerProvider } from './terms';

/** The values of all settings, with what each of them is by itself. */
const values = {
  /** Calendar and contacts integration. */
  integration: z.boolean(),
  /** The services that a member may choose; locked: no other is forced below. MAPI has a switch of its own. */
  providers: z.array(ServerProvider).check(
    z.maxLength(ServerProvider.options.length),
    z.refine((list) => new Set(list).size === list.length, 'must name each service once'),
  ),
  /** "To integrate with the Zoom desktop client, use MAPI (for Windows only)". Locked: MAPI and nothing else. */
  mapi: z.boolean(),
  /** The one service for everybody; null: members choose. */
  forcedProvider: z.nullable(ServerProvider),
  /** What a connected service may do. Locked: members have no choice of it. */
  permissions: Permissions,
  /** What a member finds filled in for Exchange. */
  exchange: ExchangeServer,
  /**
   * Whether a member may schedule new meetings for others who allowed it in Zoom. Those that were scheduled before can
   * still be changed and removed: otherwise they would stay behind when their appointment moves.
   */
  scheduleForOthers: z.boolean(),
};

/** The values of all settings. */
export const SettingValues = z.strictObject(values);
export type SettingValues = z.infer<typeof SettingValues>;

export const SettingName = z.keyof(SettingValues);
export type SettingName = z.infer<typeof SettingName>;

/** A setting of a layer. Locked: nothing below changes it. */
export interface Setting<T> {
  readonly value: T;
  readonly locked: boolean;
}

const setting = <Schema extends z.ZodMiniType>(value: Schema) =>
  z.optional(z.strictObject({ value, locked: z._default(z.boolean(), false) }));

/** What the account or a group says; what is absent it does not say. */
export const SettingsLayer = z
  .strictObject({
    integration: setting(values.integration),
    providers: setting(values.providers),
    mapi: setting(values.mapi),
    forcedProvider: setting(values.forcedProvider),
    permissions: setting(values.permissions),
    exchange: setting(values.exchange),
    scheduleForOthers: setting(values.scheduleForOthers),
    /** Defaults for new meetings, and which of them are locked. */
    meeting: z.optional(MeetingPolicy),
  })
  .check((context) => {
    const { mapi, forcedProvider } = context.value;
    if (mapi?.value !== true || !mapi.locked || (forcedProvider?.value ?? null) === null) return;
    context.issues.push({
      code: 'custom',
      input: forcedProvider,
      path: ['forcedProvider'],
      message: 'MAPI is on and locked, so that no other service can be forced: unlock MAPI, or force none',
    });
  });
export type SettingsLayer = z.infer<typeof SettingsLayer>;

/** A group between account and member. Of several, the first that says something about a setting decides it. */
export interface GroupLayer {
  readonly name: string;
  readonly settings: SettingsLayer;
}

/** What holds where nobody said anything: no integration until an administrator turns it on. */
export const productSettings: SettingValues = {
  integration: false,
  providers: [...ServerProvider.options],
  mapi: false,
  forcedProvider: null,
  permissions: { calendar: 'read-write', contacts: 'read' },
  exchange: { version: null, ewsUrl: null },
  scheduleForOthers: true,
};
