/** What the journal's tests share: a folder that goes away, plain links and tasks, and everything a journal tells. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Task } from '../../../src/sync/actions';
import type { Journal } from '../../../src/sync/journal';
import { openJournal, type OpenedJournal } from '../../../src/sync/journal/index';
import type { AppointmentItem, Link, MeetingItem } from '../../../src/sync/model';

export const noon = Date.UTC(2026, 2, 2, 12);
export const hour = 3_600_000;
export const day = 24 * hour;

export const meetingId = (at: number): string => String(80_000_000_000 + at);
export const appointmentId = (at: number): string => `appointment-${at}`;

export function meeting(at: number): MeetingItem {
  const id = meetingId(at);
  return {
    id,
    version: null,
    kind: 'meeting',
    hostedByMe: true,
    madeHere: false,
    facts: {
      topic: `Planning ${at}`,
      times: {
        kind: 'single',
        start: '2026-03-02T13:00:00Z',
        durationMinutes: 60,
        timeZone: 'Europe/Berlin',
      },
      details: { joinUrl: `https://zoom.example.test/j/${id}`, passcode: '123456', joinNumber: id },
      options: '{"waitingRoom":true}',
    },
  };
}

export function appointment(at: number): AppointmentItem {
  const { id, facts } = meeting(at);
  return {
    id: appointmentId(at),
    version: `version-${at}`,
    meetingId: id,
    foundBy: 'property',
    madeFor: 'this',
    facts: { subject: facts.topic, times: facts.times, shown: facts.details, location: 'join' },
  };
}

/** A link of the meeting and the appointment with this number, with what is given in place of the usual. */
export function link(at: number, given: Partial<Link> = {}): Link {
  return {
    meetingId: meetingId(at),
    appointmentId: appointmentId(at),
    origin: 'adopted',
    kind: 'meeting',
    madeHere: false,
    hostedByMe: true,
    meeting: meeting(at).facts,
    appointment: appointment(at).facts,
    meetingVersion: null,
    appointmentVersion: `version-${at}`,
    meetingRow: `row-${at}`,
    endsAt: noon + at * hour,
    readAt: noon - at,
    ...given,
  };
}

/** A task that makes an appointment for a meeting, and then tells it again of its times. */
export function task(at: number): Task {
  const item = meeting(at);
  const { topic, times, details } = item.facts;
  return {
    key: item.id,
    title: topic,
    reasons: [{ rule: 'appointment-for-meeting', facts: { topic, minutes: 60 } }],
    steps: [
      { kind: 'create-appointment', draft: { meetingId: item.id, subject: topic, times, details } },
      {
        kind: 'update-appointment',
        patch: {
          id: appointmentId(at),
          version: null,
          details: null,
          occurrences: [{ kind: 'as-series', original: '2026-03-02T13:00:00Z' }],
        },
      },
    ],
    outcome: {
      kind: 'linked',
      link: { origin: 'appointment-made' },
      meeting: item,
      keep: { meeting: { topic } },
    },
    copies: [{ appointmentId: 'copied', meetingId: item.id }],
    forgetCopies: ['forgotten'],
  };
}

/** All that a journal tells about the first so many meetings, to compare whole journals by. */
export function everything(journal: Journal, meetings: number) {
  const ids = Array.from({ length: meetings }, (_, at) => meetingId(at));
  return {
    cursors: [journal.cursor('meeting'), journal.cursor('appointment')],
    linked: journal.countLinks(),
    links: [...journal.linksOfMeetings(ids).values()],
    copies: journal.copiesOfMeetings(ids),
    due: journal.due(Number.MAX_SAFE_INTEGER),
    unfinished: journal.unfinished(),
    creations: [journal.creationsSince('meeting', 0), journal.creationsSince('appointment', 0)],
  };
}

/** Journals of one test in one folder, with a clock that is set by hand; `clear` takes all of it away. */
export class Desk {
  readonly folder = mkdtempSync(path.join(tmpdir(), 'journal-'));
  readonly file = path.join(this.folder, 'journal.db');
  time = noon;
  private readonly journals: Journal[] = [];

  open(file = this.file): OpenedJournal {
    const opened = openJournal({ file, now: () => this.time });
    this.journals.push(opened.journal);
    return opened;
  }

  /** Closed and opened again: what is told then was in the file. */
  reopen(): Journal {
    for (const journal of this.journals.splice(0)) journal.close();
    return this.open().journal;
  }

  clear(): void {
    for (const journal of this.journals) journal.close();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
