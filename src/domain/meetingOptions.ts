/**
 * What a person can choose about a meeting, beside its topic and time.
 *
 * One that every meeting has is a rule and a fallback here, and can be locked; its words are in `ui/languages`, its line
 * of the screen in `taskpane/options/list.ts`, Zoom's words for it in `zoom/options.ts`. What is forgotten does not
 * compile. Limits are Zoom's (POST /users/{userId}/meetings): a passcode has at most 10 characters of
 * `[a-zA-Z0-9@\-_*]`.
 */
import * as z from 'zod/mini';

export const Passcode = z.string().check(z.regex(/^[a-zA-Z0-9@\-_*]{1,10}$/));

/** How people can hear: by telephone only, by computer only, or both. */
export const Audio = z.enum(['telephone', 'computer', 'both']);
export type Audio = z.infer<typeof Audio>;

export const Recording = z.enum(['none', 'local', 'cloud']);
export type Recording = z.infer<typeof Recording>;

/** An address as Zoom takes it for people of the account. */
export const EmailAddress = z.string().check(z.regex(/^[^\s;,@<>"]+@[^\s;,@<>"]+$/), z.maxLength(254));

/** The options that have a value in every meeting, and therefore a default. */
const lasting = {
  /** The host's personal meeting id instead of a generated one. */
  personalId: z.boolean(),
  waitingRoom: z.boolean(),
  joinBeforeHost: z.boolean(),
  /** Only people who are signed in to Zoom may join. */
  signedInOnly: z.boolean(),
  hostVideo: z.boolean(),
  participantVideo: z.boolean(),
  audio: Audio,
  muteOnEntry: z.boolean(),
  recording: Recording,
};

/** The lasting options with a value each. */
export const LastingOptions = z.object(lasting);
export type LastingOptions = z.infer<typeof LastingOptions>;

/** What holds where nobody says anything, not even Zoom. */
export const fallbackOptions: LastingOptions = {
  personalId: false,
  waitingRoom: false,
  joinBeforeHost: false,
  signedInOnly: false,
  hostVideo: false,
  participantVideo: false,
  audio: 'both',
  muteOnEntry: false,
  recording: 'none',
};

export const LastingOption = z.keyof(LastingOptions);
export type LastingOption = z.infer<typeof LastingOption>;

/** Options that an administrator can lock; `passcode` locked means: there is always one. */
export const LockableOption = z.enum(['passcode', ...LastingOption.options]);
export type LockableOption = z.infer<typeof LockableOption>;

/** What was chosen; an absent one follows the member's defaults, or stays as it is when a meeting is changed. */
export const MeetingOptions = z.extend(z.partial(LastingOptions), {
  /** Absent: Zoom makes one where the account asks for it. Empty text: none. */
  passcode: z.optional(z.union([Passcode, z.literal('')])),
  /** Addresses of people of the same account who may start the meeting. */
  alternativeHosts: z.optional(z.array(EmailAddress).check(z.maxLength(50))),
  /** Address of the person whose meeting it becomes; only when a meeting is made. */
  scheduleFor: z.optional(EmailAddress),
  /** Id of a meeting template of Zoom; only when a meeting is made. */
  template: z.optional(z.string().check(z.minLength(1), z.maxLength(100))),
});
export type MeetingOptions = z.infer<typeof MeetingOptions>;

/** A member's defaults for a new meeting. */
export const MeetingDefaults = z.extend(LastingOptions, {
  /** A meeting without a chosen passcode gets one. */
  passcodeRequired: z.boolean(),
});
export type MeetingDefaults = z.infer<typeof MeetingDefaults>;

/** Who locked an option: this product's own policy for the account, or the account's settings in Zoom. */
export const OptionLock = z.enum(['policy', 'zoom']);
export type OptionLock = z.infer<typeof OptionLock>;

export const OptionLocks = z.partialRecord(LockableOption, OptionLock);
export type OptionLocks = z.infer<typeof OptionLocks>;
