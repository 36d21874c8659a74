/** Two sides, a journal on disk, and engines that come and go; nothing waits for real time. */
import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createEngine } from '../../../../src/sync/engine';
import type { Engine, EngineSettings, Progress, SyncOptions, SyncReport } from '../../../../src/sync/engine';
import type { Journal } from '../../../../src/sync/journal';
import { openJournal } from '../../../../src/sync/journal/index';
import type { Times } from '../../../../src/sync/model';
import type { Capabilities } from '../../../../src/sync/ports';
import { collectNowAndThen } from '../../model/collect';
import { createDoomed } from '../../model/crash';
import type { Doomed } from '../../model/crash';
import { temporaryFolder } from '../../model/folder';
import {
  createAppointmentSide,
  createClock,
  createMeetingSide,
  createProcess,
  createRandom,
  detailsFor,
  likeExchange,
  likeZoom,
} from '../../sides';
import type { EngineProcess, Rate } from '../../sides';
import { NOW, single } from './items';

export interface WorldOptions {
  readonly meetings?: Capabilities;
  readonly appointments?: Capabilities;
  readonly settings?: Partial<EngineSettings>;
  readonly pageSize?: number;
  readonly rate?: Rate;
}

const worlds: { end(): void }[] = [];

/** For `afterEach`. */
export function endWorlds(): void {
  for (const world of worlds.splice(0)) world.end();
}

export type World = ReturnType<typeof createWorld>;

export function createWorld({ pageSize = 50, rate, settings, ...capabilities }: WorldOptions = {}) {
  const clock = createClock(NOW);
  const meetings = createMeetingSide({
    clock,
    pageSize,
    capabilities: capabilities.meetings ?? likeZoom,
    ...(rate ? { rate } : {}),
  });
  const appointments = createAppointmentSide({
    clock,
    pageSize,
    capabilities: capabilities.appointments ?? likeExchange,
  });
  const random = createRandom(7);
  const folder = mkdtempSync(path.join(temporaryFolder, 'engine-'));
  let file = 0;
  let current = settings;
  let journal: Journal | undefined;
  const slept: number[] = [];
  const progress: Progress[] = [];

  const opened = (): Journal => {
    journal ??= openJournal({ file: path.join(folder, `${file}.db`), now: clock.now }).journal;
    return journal;
  };

  function engineIn(process: EngineProcess, journal: Journal, onProgress?: (each: Progress) => void): Engine {
    return createEngine({
      meetings: meetings.connect(process),
      appointments: appointments.connect(process),
      journal,
      ...(current ? { settings: current } : {}),
      now: clock.now,
      random: random.next,
      sleep: async (milliseconds) => {
        slept.push(milliseconds);
        clock.advance(milliseconds);
      },
      onProgress: (each) => {
        progress.push(each);
        onProgress?.(each);
      },
    });
  }

  let engine: Engine | undefined;
  const living = (): Engine => {
    engine ??= engineIn(createProcess(), opened());
    return engine;
  };

  const world = {
    clock,
    meetings,
    appointments,
    slept,
    progress,
    journal: opened,
    sync: (options?: SyncOptions): Promise<SyncReport> => living().sync(options),
    dryRun: () => living().dryRun(),
    /** Syncs in a process that ends at this moment. */
    async syncUntil(moment: number | undefined, options?: SyncOptions): Promise<Doomed> {
      const doomed = createDoomed(moment);
      try {
        await engineIn(doomed.process, doomed.journal(opened())).sync(options);
      } catch (error) {
        if (!doomed.process.isDead()) throw error;
      }
      world.restart();
      return doomed;
    },
    /** A new engine on the same journal file. */
    restart(settings = current): void {
      current = settings;
      journal?.close();
      journal = undefined;
      engine = undefined;
    },
    loseJournal(): void {
      world.restart();
      file += 1;
    },
    /** As the pane does it. @returns the ids of both */
    schedule(subject: string, times: Times = single()): { meetingId: string; appointmentId: string } {
      const meetingId = meetings.people.make({ topic: subject, times, madeHere: true });
      const details = detailsFor(meetingId, 1);
      const appointmentId = appointments.people.make({
        subject,
        times,
        carries: { meetingId, by: 'property', details },
      });
      return { meetingId, appointmentId };
    },
    /** What came through the ports, and how often. */
    writes: () => [...meetings.writes, ...appointments.writes],
    calls: () => ({ meeting: { ...meetings.control.calls }, appointment: { ...appointments.control.calls } }),
    end(): void {
      journal?.close();
      journal = undefined;
      rmSync(folder, { recursive: true, force: true });
      collectNowAndThen();
    },
  };
  worlds.push(world);
  return world;
}

/** Calls that a report counted, without those that were none. */
export const callsOf = ({ calls }: SyncReport) => ({
  meeting: Object.fromEntries(Object.entries(calls.meeting).filter(([, count]) => count > 0)),
  appointment: Object.fromEntries(Object.entries(calls.appointment).filter(([, count]) => count > 0)),
});
