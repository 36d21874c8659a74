/**
 * The options of a meeting in Zoom's words: what each is called among a meeting's settings, in the member's settings
 * and among the account's locks. Pure.
 *
 * One table for all four ways (sent, read back, default, lock): an option of `domain/meetingOptions.ts` that is missing
 * here does not compile. Sources: Zoom's OpenAPI of POST and GET of meetings, of users/{userId}/settings and of
 * accounts/{accountId}/lock_settings.
 */
import type * as z from 'zod';
import { KnownDefaults, type ZoomSide } from '../domain/meetingDefaults';
import { LastingOption, LastingOptions, type Audio } from '../domain/meetingOptions';
import { flag, ZoomAudio, ZoomRecording } from './parts';
import type {
  ZoomAuthentication,
  ZoomLockSettings,
  ZoomSecurityLocks,
  ZoomSettings,
} from './settingsSchemas';

/** The options among a meeting's settings, as Zoom answers them. */
export const zoomOptionFields = {
  /** Of types 2 and 3 only. */
  use_pmi: flag,
  waiting_room: flag,
  join_before_host: flag,
  meeting_authentication: flag,
  host_video: flag,
  participant_video: flag,
  audio: ZoomAudio.catch('both'),
  mute_upon_entry: flag,
  auto_recording: ZoomRecording.catch('none'),
};

type ZoomOptions = z.infer<z.ZodObject<typeof zoomOptionFields>>;

/** The options as they are sent; what is absent stays as Zoom has it. */
export type ZoomOptionsBody = Partial<ZoomOptions>;

/** What Zoom says about a member: their settings, and the one that it tells apart. */
interface Said {
  readonly settings: ZoomSettings;
  readonly authentication: ZoomAuthentication | undefined;
}

/** What the account has locked, with the part that Zoom tells apart. */
interface Locks {
  readonly locks: ZoomLockSettings;
  readonly security: ZoomSecurityLocks | undefined;
}

interface Row<Value> {
  readonly body: (value: Value) => ZoomOptionsBody;
  readonly read: (settings: ZoomOptions) => Value;
  /** For a new meeting; undefined: Zoom does not tell. */
  readonly usual: (said: Said) => Value | undefined;
  /** Undefined: Zoom knows no lock of it, or does not tell. */
  readonly locked: (said: Locks) => boolean | undefined;
}

type Table = { readonly [Name in LastingOption]: Row<LastingOptions[Name]> };

const toZoomAudio: Readonly<Record<Audio, ZoomAudio>> = {
  both: 'both',
  telephone: 'telephony',
  computer: 'voip',
};

/** A telephone service outside Zoom has no word of ours: such a meeting can be joined either way. */
const fromZoomAudio: Readonly<Record<ZoomAudio, Audio>> = {
  both: 'both',
  telephony: 'telephone',
  voip: 'computer',
  thirdParty: 'both',
};

const table: Table = {
  personalId: {
    body: (use_pmi) => ({ use_pmi }),
    read: ({ use_pmi }) => use_pmi,
    usual: ({ settings }) => settings.schedule_meeting.use_pmi_for_scheduled_meetings,
    locked: ({ locks }) => locks.schedule_meeting.use_pmi_for_scheduled_meetings,
  },
  waitingRoom: {
    body: (waiting_room) => ({ waiting_room }),
    read: ({ waiting_room }) => waiting_room,
    usual: ({ settings }) => settings.in_meeting.waiting_room,
    locked: ({ security }) => security?.meeting_security.waiting_room,
  },
  joinBeforeHost: {
    body: (join_before_host) => ({ join_before_host }),
    read: ({ join_before_host }) => join_before_host,
    usual: ({ settings }) => settings.schedule_meeting.join_before_host,
    locked: ({ locks }) => locks.schedule_meeting.join_before_host,
  },
  signedInOnly: {
    body: (meeting_authentication) => ({ meeting_authentication }),
    read: ({ meeting_authentication }) => meeting_authentication,
    usual: ({ authentication }) => authentication?.meeting_authentication,
    locked: ({ locks }) => locks.schedule_meeting.meeting_authentication,
  },
  hostVideo: {
    body: (host_video) => ({ host_video }),
    read: ({ host_video }) => host_video,
    usual: ({ settings }) => settings.schedule_meeting.host_video,
    locked: ({ locks }) => locks.schedule_meeting.host_video,
  },
  participantVideo: {
    body: (participant_video) => ({ participant_video }),
    read: ({ participant_video }) => participant_video,
    usual: ({ settings }) => settings.schedule_meeting.participants_video,
    locked: ({ locks }) => locks.schedule_meeting.participant_video,
  },
  audio: {
    body: (audio) => ({ audio: toZoomAudio[audio] }),
    read: ({ audio }) => fromZoomAudio[audio],
    usual: ({ settings }) => {
      const { audio_type: audio } = settings.schedule_meeting;
      // A telephone service outside Zoom stays as it is as long as nobody chooses something else.
      return audio === undefined || audio === 'thirdParty' ? undefined : fromZoomAudio[audio];
    },
    locked: ({ locks }) => locks.schedule_meeting.audio_type,
  },
  muteOnEntry: {
    body: (mute_upon_entry) => ({ mute_upon_entry }),
    read: ({ mute_upon_entry }) => mute_upon_entry,
    usual: ({ settings }) => settings.in_meeting.mute_upon_entry,
    locked: () => undefined,
  },
  recording: {
    body: (auto_recording) => ({ auto_recording }),
    read: ({ auto_recording }) => auto_recording,
    usual: ({ settings }) => settings.recording.auto_recording,
    locked: ({ locks }) => locks.recording.auto_recording,
  },
};

/** The options that were chosen, as they are sent. */
export function toZoomOptions(options: Partial<LastingOptions>): ZoomOptionsBody {
  const bodyOf = <Name extends LastingOption>(name: Name): ZoomOptionsBody => {
    const value = options[name];
    return value === undefined ? {} : table[name].body(value);
  };
  return LastingOption.options.reduce<ZoomOptionsBody>((body, name) => ({ ...body, ...bodyOf(name) }), {});
}

/** The options of a meeting that is there. */
export const fromZoomOptions = (settings: ZoomOptions): LastingOptions =>
  LastingOptions.parse(valuesOf((name) => table[name].read(settings)));

/** What Zoom's settings say about a new meeting; absent what they do not tell. */
export function toZoomDefaults(settings: ZoomSettings, authentication?: ZoomAuthentication): KnownDefaults {
  const passcodeRequired = settings.schedule_meeting.require_password_for_scheduling_new_meetings;
  return KnownDefaults.parse({
    ...valuesOf((name) => table[name].usual({ settings, authentication })),
    ...(passcodeRequired === undefined ? {} : { passcodeRequired }),
  });
}

/** Our options that the Zoom account has locked. */
export function toZoomLocks(locks: ZoomLockSettings, security?: ZoomSecurityLocks): ZoomSide['locked'] {
  const passcode = locks.schedule_meeting.require_password_for_scheduling_new_meetings;
  return [
    ...(passcode ? (['passcode'] as const) : []),
    ...LastingOption.options.filter((name) => table[name].locked({ locks, security }) === true),
  ];
}

/** What is undefined is left out, so that it does not count as said. */
const valuesOf = (of: (name: LastingOption) => unknown): Record<string, unknown> =>
  Object.fromEntries(
    LastingOption.options.map((name) => [name, of(name)] as const).filter(([, value]) => value !== undefined),
  );
