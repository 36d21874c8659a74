/**
 * The options in the order of the form. A new one: its schema in `domain/meetingOptions.ts`, one line here, its words
 * under `options` in `ui/languages`. A missing line does not type-check.
 */
import type { LastingOptions } from '../../domain/meetingOptions';
import { Audio, type MeetingOptions, Recording } from '../../domain/meetingOptions';

export type OptionName = keyof MeetingOptions;

type Boolean = {
  [K in keyof LastingOptions]: LastingOptions[K] extends boolean ? K : never;
}[keyof LastingOptions];
export type SwitchName = Extract<Boolean, OptionName>;
export type ChoiceName = Exclude<keyof LastingOptions, SwitchName>;

/** Headings of the form, in their order. */
export const headings = ['join', 'sound', 'people', 'more'] as const;
type Heading = (typeof headings)[number];

interface Line<Control> {
  readonly under: Heading;
  /** `own`: a component of its own, see `OwnControl`. */
  readonly control: Control;
  /** Offered only while there is no meeting yet: Zoom takes it when a meeting is made. */
  readonly onlyNew?: true;
}

type Lines = {
  readonly [K in OptionName]-?: Line<
    K extends SwitchName ? 'switch' : K extends ChoiceName ? 'choice' : 'own'
  >;
};

export const lines: Lines = {
  passcode: { under: 'join', control: 'own' },
  waitingRoom: { under: 'join', control: 'switch' },
  joinBeforeHost: { under: 'join', control: 'switch' },
  signedInOnly: { under: 'join', control: 'switch' },
  personalId: { under: 'join', control: 'switch' },
  hostVideo: { under: 'sound', control: 'switch' },
  participantVideo: { under: 'sound', control: 'switch' },
  muteOnEntry: { under: 'sound', control: 'switch' },
  audio: { under: 'sound', control: 'choice' },
  recording: { under: 'sound', control: 'choice' },
  alternativeHosts: { under: 'people', control: 'own' },
  scheduleFor: { under: 'people', control: 'own', onlyNew: true },
  template: { under: 'more', control: 'own', onlyNew: true },
};

/** What can be chosen, from the schema. */
export const choicesOf = { audio: Audio.options, recording: Recording.options } as const satisfies Record<
  ChoiceName,
  readonly string[]
>;

const isName = (name: string): name is OptionName => Object.hasOwn(lines, name);
export const isSwitch = (name: OptionName): name is SwitchName => lines[name].control === 'switch';
export const isChoice = (name: OptionName): name is ChoiceName => lines[name].control === 'choice';

/** The options under a heading. */
export const optionsUnder = (heading: Heading, isNew: boolean): OptionName[] =>
  Object.keys(lines)
    .filter(isName)
    .filter((name) => lines[name].under === heading && (isNew || !lines[name].onlyNew));
