/**
 * What a provider's test brings along: its side, somebody who edits past the port, and, where it can, ways to make
 * calls go wrong. Optional members are what not every provider's test can do; the checks that need them are then
 * weaker, and say so nowhere: bring as many as you can.
 */
import type { JoinDetails, Times } from '../../../src/sync/model';
import type { AppointmentSide, MeetingSide } from '../../../src/sync/ports';

export type Awaitable<T> = T | Promise<T>;

/** What may happen to the next call: the side says it is busy, is down, or does it and the answer gets lost. */
export type NextFault = 'busy' | 'down' | 'lost';

interface Setup {
  /** The side's clock, UTC milliseconds: times that are asked for are days after it. */
  now(): number;
  /** All cursors that were given mean nothing any more. */
  forgetCursors?(): Awaitable<void>;
  failNext?(fault: NextFault): Awaitable<void>;
  end?(): Awaitable<void>;
}

/** A fresh side without anything on it, each time that it is made. */
export interface MeetingSetup extends Setup {
  readonly side: MeetingSide;
  readonly person: MeetingPerson;
  /** Times that this side refuses, where there are any. */
  readonly impossible?: Times;
  /** Whether a test may use up the day's creations. */
  readonly mayExhaust?: boolean;
}

/** Somebody who works in the meetings' own program. */
export interface MeetingPerson {
  /** @returns its id */
  make(meeting: { readonly topic: string; readonly times: Times }): Awaitable<string>;
  rename(id: string, topic: string): Awaitable<void>;
  delete(id: string): Awaitable<void>;
  /** Settings that the list shows nothing of. */
  changeOptions(id: string): Awaitable<void>;
  /** A meeting of another host that this person may see. */
  makeForeign?(topic: string): Awaitable<string>;
  /** Lets it be over for so long that it is no longer listed, but still there. */
  expire?(id: string): Awaitable<void>;
}

export interface AppointmentSetup extends Setup {
  readonly side: AppointmentSide;
  readonly person: AppointmentPerson;
}

export interface PersonsAppointment {
  readonly subject: string;
  readonly times: Times;
  readonly text: string;
  readonly location: string;
  /**
   * Null: an ordinary appointment. By `property` as the pane does it, but without any text; by `location`: the join
   * address stands there; by `body`: an invitation stands behind the text.
   */
  readonly carries: {
    readonly meetingId: string;
    readonly by: 'property' | 'location' | 'body';
    readonly details: JoinDetails;
  } | null;
}

/** Somebody who works in the calendar. */
export interface AppointmentPerson {
  /** @returns its id */
  make(appointment: PersonsAppointment): Awaitable<string>;
  rename(id: string, subject: string): Awaitable<void>;
  delete(id: string): Awaitable<void>;
  /** As the calendar's own copying does it. @returns the copy's id */
  copy(id: string): Awaitable<string>;
  /** The text of the invitation, and nothing else. */
  removeInvitation(id: string): Awaitable<void>;
  /** Everything of the meeting, as the pane does it. */
  takeOff(id: string): Awaitable<void>;
  /** The whole body as the store has it; undefined where the appointment is gone. */
  body(id: string): Awaitable<string | undefined>;
  /** The location as the store has it. */
  location(id: string): Awaitable<string>;
}
