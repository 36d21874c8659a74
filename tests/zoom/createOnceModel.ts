/** Zoom and the backend's record of a claim, as far as `createOnce` meets them: one fate for each POST. */
import { ProductError, type ErrorCode } from '../../src/domain/errors';
import type { MeetingRequest } from '../../src/domain/meeting';
import type { ZoomClient } from '../../src/zoom/client';
import { createOnce, type CreateOnceOptions, type Sendings } from '../../src/zoom/createOnce';
import { ZoomMeeting } from '../../src/zoom/schemas';
import { zoomMeeting, type TestClock } from './support';

export const request: MeetingRequest = {
  topic: 'Weekly review',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  options: {},
};

/** What one POST meets. `late`: the effect shows so many milliseconds after the answer was lost. */
export type Fate =
  | { readonly kind: 'answered' }
  | { readonly kind: 'lost before' }
  | { readonly kind: 'lost after'; readonly late: number }
  | { readonly kind: 'refused'; readonly code: ErrorCode };

export const answered: Fate = { kind: 'answered' };
export const lostBefore: Fate = { kind: 'lost before' };
export const lostAfter = (late = 0): Fate => ({ kind: 'lost after', late });
export const refused = (code: ErrorCode): Fate => ({ kind: 'refused', code });

/** Zoom as `createOnce` sees it; looks fail as long as `deaf` says so. */
export function zoomWith(
  clock: TestClock,
  fates: Fate[],
  deaf: (look: number) => ErrorCode | undefined = () => undefined,
) {
  const meetings: { meeting: ZoomMeeting; from: number }[] = [];
  let looks = 0;
  const make = (changes: Record<string, unknown> = {}, late = 0): ZoomMeeting => {
    const meeting = ZoomMeeting.parse(
      zoomMeeting({
        id: 10_000_001 + meetings.length,
        created_at: new Date(clock.now()).toISOString(),
        ...changes,
      }),
    );
    meetings.push({ meeting, from: clock.now() + late });
    return meeting;
  };
  const seen = () => meetings.filter(({ from }) => from <= clock.now()).map(({ meeting }) => meeting);
  const client: Pick<ZoomClient, 'createMeeting' | 'allMeetings' | 'getMeeting'> = {
    async createMeeting() {
      const fate = fates.shift() ?? answered;
      if (fate.kind === 'answered') return make();
      if (fate.kind === 'refused') throw new ProductError(fate.code);
      if (fate.kind === 'lost after') make({}, fate.late);
      throw new ProductError('zoom-outcome-unknown');
    },
    async *allMeetings() {
      looks += 1;
      const failure = deaf(looks);
      if (failure) throw new ProductError(failure);
      yield* seen();
    },
    async getMeeting(id) {
      const found = seen().find((meeting) => meeting.id === id);
      if (!found) throw new ProductError('meeting-gone');
      return found;
    },
  };
  return { client, meetings, make, looks: () => looks };
}

/** The backend's record of one claim, as far as `createOnce` needs it. */
export function record(
  clock: TestClock,
  zoom: ReturnType<typeof zoomWith>,
  taken = new Map<string, unknown>(),
) {
  const self: { sent: Sendings | undefined; refusals: number } = { sent: undefined, refusals: 0 };
  const options = (changes: Partial<CreateOnceOptions> = {}): CreateOnceOptions => ({
    client: zoom.client,
    request,
    hostId: 'member-1',
    earlier: self.sent,
    recordSending: async (sendings) => void (self.sent = sendings),
    recordRefused: async () => {
      self.refusals += 1;
      self.sent = undefined;
    },
    take: async (id) => {
      if (!taken.has(id)) taken.set(id, self);
      return taken.get(id) === self;
    },
    now: clock.now,
    sleep: clock.sleep,
    ...changes,
  });
  return { self, options, create: (changes?: Partial<CreateOnceOptions>) => createOnce(options(changes)) };
}
