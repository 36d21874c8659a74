/** Both kinds of sides as the checks that they share see them: items that have a title. */
import type { AppointmentItem, JoinDetails, MeetingItem } from '../../../src/sync/model';
import type {
  AppointmentDraft,
  AppointmentPatch,
  Expected,
  MeetingDraft,
  MeetingPatch,
} from '../../../src/sync/ports';
import { singleIn } from './checks';
import type { AnySide } from './checks';
import type { AppointmentSetup, Awaitable, MeetingSetup, NextFault } from './setup';

export interface Bench<Item, Draft, Patch> {
  readonly side: AnySide<Item, Draft, Patch>;
  make(title: string): Awaitable<string>;
  rename(id: string, title: string): Awaitable<void>;
  delete(id: string): Awaitable<void>;
  draft(title: string): Draft;
  patch(expected: Expected, title: string): Patch;
  titleOf(item: Item): string;
  forgetCursors?(): Awaitable<void>;
  failNext?(fault: NextFault): Awaitable<void>;
}

export function meetingBench(setup: MeetingSetup): Bench<MeetingItem, MeetingDraft, MeetingPatch> {
  const { side, person } = setup;
  const times = singleIn(3, setup.now());
  return {
    ...faultsOf(setup),
    side,
    make: (topic) => person.make({ topic, times }),
    rename: (id, topic) => person.rename(id, topic),
    delete: (id) => person.delete(id),
    draft: (topic) => ({ claim: `claim-of-${topic}`, topic, times, like: null }),
    patch: (expected, topic) => ({ ...expected, topic }),
    titleOf: (item) => item.facts.topic,
  };
}

export function appointmentBench(
  setup: AppointmentSetup,
): Bench<AppointmentItem, AppointmentDraft, AppointmentPatch> {
  const { side, person } = setup;
  const times = singleIn(3, setup.now());
  let meetings = 0;
  const nextMeeting = (): { meetingId: string; details: JoinDetails } => {
    meetings += 1;
    return meetingNumber(meetings);
  };
  return {
    ...faultsOf(setup),
    side,
    make: (subject) =>
      person.make({
        subject,
        times,
        text: 'Bring the plan.',
        location: '',
        carries: { ...nextMeeting(), by: 'property' },
      }),
    rename: (id, subject) => person.rename(id, subject),
    delete: (id) => person.delete(id),
    draft: (subject) => ({ ...nextMeeting(), subject, times }),
    patch: (expected, subject) => ({ ...expected, subject }),
    titleOf: (item) => item.facts.subject,
  };
}

/** A meeting's number, and how one joins it. */
export function meetingNumber(
  index: number,
  passcode = 'first',
): { meetingId: string; details: JoinDetails } {
  const meetingId = String(85_000_000_000 + index);
  const joinUrl = `https://zoom.us/j/${meetingId}?pwd=${passcode}`;
  return { meetingId, details: { joinUrl, passcode, joinNumber: meetingId } };
}

/** As methods of the bench, where the setup has them. */
const faultsOf = (
  setup: Pick<MeetingSetup, 'forgetCursors' | 'failNext'>,
): Pick<Bench<never, never, never>, 'forgetCursors' | 'failNext'> => ({
  ...(setup.forgetCursors ? { forgetCursors: () => setup.forgetCursors?.() } : {}),
  ...(setup.failNext ? { failNext: (fault) => setup.failNext?.(fault) } : {}),
});
