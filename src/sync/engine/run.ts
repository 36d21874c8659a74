/** What all parts of one sync share, and how they read from the two sides. */
import type { SideName } from '../actions';
import type { Journal } from '../journal';
import type { AppointmentItem, MeetingItem } from '../model';
import type { AppointmentSide, MeetingSide } from '../ports';
import type { Caller } from './caller';
import type { Memory } from './memory';
import { readAll } from './reading';
import type { Read } from './reading';
import type { Progress } from './report';
import type { EngineSettings } from './settings';

export interface Run {
  readonly meetings: MeetingSide;
  readonly appointments: AppointmentSide;
  readonly journal: Journal;
  readonly settings: EngineSettings;
  readonly signal: AbortSignal;
  readonly callers: Readonly<Record<SideName, Caller>>;
  readonly memory: Memory;
  /** UTC milliseconds. */
  now(): number;
  random(): number;
  tell(progress: Progress): void;
}

export const capabilitiesOf = ({ meetings, appointments }: Run, side: SideName) =>
  side === 'meeting' ? meetings.capabilities : appointments.capabilities;

export const readMeetings = (
  { meetings, callers, signal }: Run,
  ids: readonly string[],
  onRead?: (count: number) => void,
): Promise<Read<MeetingItem | 'gone'>> =>
  readAll(
    {
      capabilities: meetings.capabilities,
      caller: callers.meeting,
      name: 'read',
      send: (some) => meetings.read(some, signal),
    },
    ids,
    onRead,
  );

export const readAppointments = (
  { appointments, callers, signal }: Run,
  ids: readonly string[],
  onRead?: (count: number) => void,
): Promise<Read<AppointmentItem | 'gone'>> =>
  readAll(
    {
      capabilities: appointments.capabilities,
      caller: callers.appointment,
      name: 'read',
      send: (some) => appointments.read(some, signal),
    },
    ids,
    onRead,
  );

/** All appointments that carry these meetings, by meeting; none for those that nothing carries. */
export const findAppointments = (
  { appointments, callers, signal }: Run,
  meetingIds: readonly string[],
): Promise<Read<readonly AppointmentItem[]>> =>
  readAll(
    {
      capabilities: appointments.capabilities,
      caller: callers.appointment,
      name: 'find',
      absent: [],
      async send(some) {
        const found = new Map<string, AppointmentItem[]>();
        for (const item of await appointments.find(some, signal)) {
          found.set(item.meetingId, [...(found.get(item.meetingId) ?? []), item]);
        }
        return found;
      },
    },
    meetingIds,
  );

/** The meetings that these claims made, by claim; null for a claim that made none. */
export const findClaims = (
  { meetings, callers, signal }: Run,
  claims: readonly string[],
): Promise<Read<MeetingItem | null>> =>
  readAll<MeetingItem | null>(
    {
      capabilities: meetings.capabilities,
      caller: callers.meeting,
      name: 'findClaims',
      absent: null,
      send: (some) => meetings.findClaims(some, signal),
    },
    claims,
  );
