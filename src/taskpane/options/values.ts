/** What the form shows for each option: what was chosen in it, else what holds without a choice. Pure. */
import type { Me, MeetingChoices } from '../../api/backend';
import type { LastingOptions, LockableOption, MeetingOptions, OptionLock } from '../../domain/meetingOptions';
import { LockableOption as Lockable } from '../../domain/meetingOptions';
import type { OptionName } from './list';

export interface FormValues {
  /** With every choice of the form in it. */
  readonly options: LastingOptions & Pick<MeetingOptions, 'scheduleFor' | 'template'>;
  /** Empty where the meeting has none, or there is no meeting yet. */
  readonly passcode: string;
  /** What an empty field means. */
  readonly passcodeLeft: 'made' | 'unmade' | 'kept' | 'none';
  /** Whether the meeting has or would get a passcode that it need not have. */
  readonly mayLackPasscode: boolean;
  readonly alternativeHosts: readonly string[];
  readonly locks: Me['locks'];
  readonly choices: MeetingChoices | undefined;
  /** Grouped digits; undefined where Zoom names none. */
  readonly personalId: string | undefined;
}

/**
 * @param before what holds when nothing is chosen: the member's defaults, or the meeting's present options
 * @param passcode the meeting's present one, empty where it has none; undefined for a new meeting
 */
export function valuesOf(
  before: LastingOptions & { readonly alternativeHosts?: readonly string[] },
  passcode: string | undefined,
  chosen: MeetingOptions,
  me: Me | undefined,
  choices: MeetingChoices | undefined,
  grouped: (meetingId: string) => string,
): FormValues {
  const { passcode: typed, alternativeHosts, ...rest } = chosen;
  const makesOne = me?.defaults.passcodeRequired !== false;
  return {
    options: { ...before, ...rest },
    passcode: typed ?? passcode ?? '',
    passcodeLeft: typed === '' ? 'none' : passcode !== undefined ? 'kept' : makesOne ? 'made' : 'unmade',
    mayLackPasscode: me !== undefined && !me.locks.passcode && (passcode ?? (makesOne ? 'made' : '')) !== '',
    alternativeHosts: alternativeHosts ?? before.alternativeHosts ?? [],
    locks: me?.locks ?? {},
    choices,
    personalId: me?.personalMeetingId ? grouped(me.personalMeetingId) : undefined,
  };
}

const isLockable = (name: OptionName): name is LockableOption & OptionName =>
  Lockable.options.some((option) => option === name);

/** Who locked the option, if anybody. */
export const lockOf = (name: OptionName, { locks }: FormValues): OptionLock | undefined =>
  isLockable(name) ? locks[name] : undefined;

/** Whether the option is of any use to this person: nobody is offered a list with nothing in it. */
export function isOffered(name: OptionName, { choices, personalId, options }: FormValues): boolean {
  switch (name) {
    case 'scheduleFor':
      return (choices?.scheduleFor.length ?? 0) > 0;
    case 'template':
      return (choices?.templates.length ?? 0) > 0;
    case 'personalId':
      return personalId !== undefined || options.personalId;
    default:
      return true;
  }
}

/** The key of a sentence that explains the option where another one decides what it does. */
export type Hint = 'waitingRoom.hint' | 'joinBeforeHost.waiting' | 'personalId.hint';

export function hintOf(name: OptionName, { options }: FormValues): Hint | undefined {
  if (name === 'waitingRoom') return 'waitingRoom.hint';
  if (name === 'joinBeforeHost' && options.waitingRoom) return 'joinBeforeHost.waiting';
  if (name === 'personalId' && options.personalId) return 'personalId.hint';
  return undefined;
}
