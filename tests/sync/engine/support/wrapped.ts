/** An engine on a world's journal whose sides answer otherwise than they would by themselves. */
import { createEngine } from '../../../../src/sync/engine';
import type { Engine } from '../../../../src/sync/engine';
import type { AppointmentSide, MeetingSide } from '../../../../src/sync/ports';
import { createProcess } from '../../sides';
import type { World } from './world';

export interface Wrapping {
  meetings?(side: MeetingSide): Partial<MeetingSide>;
  appointments?(side: AppointmentSide): Partial<AppointmentSide>;
}

/** @param wrapping what is given in place of the sides' own */
export function engineOf(world: World, wrapping: Wrapping): Engine {
  const process = createProcess();
  const meetings = world.meetings.connect(process);
  const appointments = world.appointments.connect(process);
  return createEngine({
    meetings: { ...meetings, ...wrapping.meetings?.(meetings) },
    appointments: { ...appointments, ...wrapping.appointments?.(appointments) },
    journal: world.journal(),
    now: world.clock.now,
    random: () => 0.5,
    sleep: async (milliseconds) => {
      world.slept.push(milliseconds);
      world.clock.advance(milliseconds);
    },
  });
}
