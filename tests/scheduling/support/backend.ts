/**
 * The backend's meetings in memory, with its promise about claims: as long as the meeting of a claim lives, the same
 * claim answers it; after it was deleted, the claim makes a new one.
 */
import { ProductError } from '../../../src/domain/errors';
import type { Meeting, MeetingRequest } from '../../../src/domain/meeting';
import { fromWallClock } from '../../../src/domain/timeZone';
import type { MeetingsService } from '../../../src/scheduling/types';
import { backendError, Trouble } from './trouble';

interface Kept {
  meeting: Meeting;
  readonly claim: string;
  deleted: boolean;
  confirmed: boolean;
}

export class FakeBackend implements MeetingsService {
  readonly kept = new Map<string, Kept>();
  readonly trouble = new Trouble(backendError);
  next = 81_000_000_001;

  /** Meetings that Zoom has now. */
  alive(): Meeting[] {
    return [...this.kept.values()].filter(({ deleted }) => !deleted).map(({ meeting }) => meeting);
  }

  create(request: MeetingRequest, claim: string): Promise<Meeting> {
    return this.trouble.through('create', () => {
      const made = [...this.kept.values()].find((each) => each.claim === claim && !each.deleted);
      if (made) return made.meeting;
      const id = String(this.next++);
      const meeting = this.shaped(id, `https://zoom.us/j/${id}?pwd=secret${id}`, 'abc123', request);
      this.kept.set(id, { meeting, claim, deleted: false, confirmed: false });
      return meeting;
    });
  }

  get(id: string): Promise<Meeting> {
    return this.trouble.through('get', () => this.living(id).meeting);
  }

  update(id: string, request: MeetingRequest): Promise<Meeting> {
    return this.trouble.through('update', () => {
      const kept = this.living(id);
      const passcode = request.options.passcode ?? kept.meeting.passcode;
      const joinUrl =
        passcode === kept.meeting.passcode ? kept.meeting.joinUrl : `https://zoom.us/j/${id}?pwd=${passcode}`;
      kept.meeting = this.shaped(id, joinUrl, passcode, request);
      return kept.meeting;
    });
  }

  remove(id: string): Promise<void> {
    return this.trouble.through('remove', () => {
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

  confirm(id: string): Promise<void> {
    return this.trouble.through('confirm', () => {
      this.living(id).confirmed = true;
    });
  }

  /** A meeting that was made elsewhere, such as in Zoom itself. */
  put(meeting: Meeting): void {
    this.kept.set(meeting.id, { meeting, claim: `elsewhere-${meeting.id}`, deleted: false, confirmed: true });
  }

  private living(id: string): Kept {
    const kept = this.kept.get(id);
    if (!kept || kept.deleted) throw new ProductError('meeting-gone');
    return kept;
  }

  private shaped(id: string, joinUrl: string, passcode: string, request: MeetingRequest): Meeting {
    return {
      id,
      topic: request.topic,
      start: new Date(fromWallClock(request.start, request.timeZone)).toISOString().replace('.000Z', 'Z'),
      durationMinutes: request.durationMinutes,
      timeZone: request.timeZone,
      joinUrl,
      passcode: request.options.passcode ?? passcode,
      options: {
        waitingRoom: request.options.waitingRoom ?? false,
        hostVideo: false,
        participantVideo: false,
      },
      hostedByMe: true,
      hostName: 'Sandbox Organizer',
    };
  }
}
