/**
 * The backend's meetings in memory, with its promises: as long as the meeting of a claim lives, the same claim answers
 * it, and after it was deleted the claim makes a new one; the first appointment that is told is the meeting's own.
 */
import type { Whose } from '../../../src/api/backend';
import { ProductError } from '../../../src/domain/errors';
import type {
  Meeting,
  MeetingChange,
  MeetingRequest,
  Occurrence,
  OccurrenceRequest,
} from '../../../src/domain/meeting';
import { fallbackOptions } from '../../../src/domain/meetingOptions';
import { startOf } from '../../../src/domain/meetingRequest';
import { fromWallClock } from '../../../src/domain/timeZone';
import type { MeetingsService } from '../../../src/scheduling/types';
import { backendError, Trouble } from './trouble';

interface Kept {
  meeting: Meeting;
  readonly claim: string;
  deleted: boolean;
  confirmed: boolean;
  /** Fingerprints that it belongs to: the first that was told, and those shared on purpose. */
  readonly appointments: Set<string>;
}

const DAY = 86_400_000;
const anyTimes = { start: '2026-11-24T09:00:00', timeZone: 'UTC', durationMinutes: 30 };
export const PERSONAL_ID = '5550001234';

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString().replace('.000Z', 'Z');

export class FakeBackend implements MeetingsService {
  readonly kept = new Map<string, Kept>();
  readonly trouble = new Trouble(backendError);
  /** What updates asked for, in order. */
  readonly changes: MeetingChange[] = [];
  next = 81_000_000_001;
  /** Somebody else is signed in: Zoom shows none of the meetings, and the backend knows none of them as theirs. */
  isAnother = false;

  /** Meetings that Zoom has now. */
  alive(): Meeting[] {
    return [...this.kept.values()].filter(({ deleted }) => !deleted).map(({ meeting }) => meeting);
  }

  create(request: MeetingRequest, claim: string): Promise<Meeting> {
    return this.trouble.through('create', () => {
      const made = [...this.kept.values()].find((each) => each.claim === claim && !each.deleted);
      if (made) return made.meeting;
      const id = String(this.next++);
      const meeting = this.shaped(id, request, undefined);
      this.kept.set(id, { meeting, claim, deleted: false, confirmed: false, appointments: new Set() });
      return meeting;
    });
  }

  get(id: string): Promise<Meeting> {
    return this.trouble.through('get', () => this.living(id).meeting);
  }

  update(id: string, change: MeetingChange): Promise<Meeting> {
    return this.trouble.through('update', () => {
      const kept = this.living(id);
      this.changes.push(change);
      const { start, repeats, occurrences, durationMinutes, timeZone } = kept.meeting;
      const stays = { start, repeats, occurrences, durationMinutes, timeZone };
      kept.meeting =
        'start' in change
          ? this.shaped(id, change, kept.meeting)
          : { ...this.shaped(id, { ...anyTimes, ...change }, kept.meeting), ...stays };
      return kept.meeting;
    });
  }

  remove(id: string): Promise<void> {
    return this.trouble.through('remove', () => {
      if (this.isAnother) throw new ProductError('meeting-of-another');
      const kept = this.kept.get(id);
      if (kept) kept.deleted = true;
    });
  }

  recover(id: string): Promise<Meeting> {
    return this.trouble.through('recover', () => {
      const kept = this.kept.get(id);
      if (!kept) throw new ProductError('meeting-gone');
      kept.deleted = false;
      return kept.meeting;
    });
  }

  updateOccurrence(id: string, occurrenceId: string, request: OccurrenceRequest): Promise<Meeting> {
    return this.trouble.through('update occurrence', () =>
      this.withOccurrence(id, occurrenceId, (occurrence) => {
        if (occurrence.cancelled) throw new ProductError('occurrence-gone');
        return {
          ...occurrence,
          ...request,
        };
      }),
    );
  }

  removeOccurrence(id: string, occurrenceId: string): Promise<Meeting> {
    return this.trouble.through('remove occurrence', () =>
      this.withOccurrence(id, occurrenceId, (occurrence) => ({ ...occurrence, cancelled: true })),
    );
  }

  confirm(
    id: string,
    appointment: string | undefined,
    as?: 'shared' | 'perhaps-copy' | 'unsaved',
  ): Promise<Whose> {
    return this.trouble.through('confirm', () => {
      if (this.isAnother) return 'untold';
      if (as === 'unsaved') {
        const made = this.kept.get(id);
        return made && !made.deleted && made.appointments.size > 0 ? 'another' : 'untold';
      }
      const kept = this.living(id);
      kept.confirmed = true;
      if (appointment === undefined) return 'untold';
      if (as === 'perhaps-copy' && kept.appointments.size === 0) return 'untold';
      if (as === 'shared' || kept.appointments.size === 0) kept.appointments.add(appointment);
      return kept.appointments.has(appointment) ? 'this' : 'another';
    });
  }

  /** A meeting that was made elsewhere, such as in Zoom itself. */
  put(meeting: Meeting): void {
    this.kept.set(meeting.id, {
      meeting,
      claim: `elsewhere-${meeting.id}`,
      deleted: false,
      confirmed: true,
      appointments: new Set(),
    });
  }

  /** What somebody changes in Zoom itself. */
  change(id: string, how: (meeting: Meeting) => Partial<Meeting>): Meeting {
    const kept = this.living(id);
    kept.meeting = { ...kept.meeting, ...how(kept.meeting) };
    return kept.meeting;
  }

  private living(id: string): Kept {
    if (this.isAnother) throw new ProductError('meeting-of-another');
    const kept = this.kept.get(id);
    if (!kept || kept.deleted) throw new ProductError('meeting-gone');
    return kept;
  }

  private withOccurrence(id: string, occurrenceId: string, how: (old: Occurrence) => Occurrence): Meeting {
    const { meeting } = this.living(id);
    if (!meeting.occurrences.some((each) => each.id === occurrenceId)) {
      throw new ProductError('occurrence-gone');
    }
    return this.change(id, ({ occurrences }) => ({
      occurrences: occurrences.map((each) => (each.id === occurrenceId ? how(each) : each)),
    }));
  }

  /** What was not chosen stays as it was; another passcode or number makes another join link. */
  private shaped(id: string, request: MeetingRequest, before: Meeting | undefined): Meeting {
    const fixed = request.repeats?.kind !== 'no-fixed-time';
    const chosen = request.options;
    const passcode = chosen.passcode ?? before?.passcode ?? 'abc123';
    const personalId = chosen.personalId ?? before?.options.personalId ?? false;
    const joinNumber = personalId ? PERSONAL_ID : id;
    const same = before?.passcode === passcode && before.joinNumber === joinNumber;
    const secret = before ? passcode : `secret${joinNumber}`;
    return {
      id,
      topic: request.topic,
      start: fixed ? instant(startOf(request)) : null,
      durationMinutes: request.durationMinutes,
      repeats: request.repeats ?? null,
      occurrences: expanded(request),
      timeZone: request.timeZone,
      joinUrl: same ? before.joinUrl : `https://zoom.us/j/${joinNumber}?pwd=${secret}`,
      joinNumber,
      passcode,
      options: {
        ...fallbackOptions,
        personalId,
        waitingRoom: chosen.waitingRoom ?? before?.options.waitingRoom ?? false,
        alternativeHosts: [],
      },
      hostedByMe: true,
      hostName: 'Sandbox Organizer',
    };
  }
}

/** The occurrences of what the tests use: so many weeks or days one after the other, on the clock on the wall. */
function expanded({ repeats, start, timeZone, durationMinutes }: MeetingRequest): Occurrence[] {
  if (repeats?.kind !== 'series' || repeats.end.kind !== 'count') return [];
  const { rule } = repeats;
  const step = (rule.frequency === 'weekly' ? 7 * DAY : DAY) * rule.interval;
  return Array.from({ length: repeats.end.count }, (_, index) => {
    const wall = new Date(Date.parse(`${start}Z`) + index * step).toISOString().slice(0, 19);
    const at = fromWallClock(wall, timeZone);
    return { id: String(at), start: instant(at), durationMinutes, cancelled: false };
  });
}
