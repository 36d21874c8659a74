/**
 * The members' meetings: made once a claim, changed, removed, recovered, confirmed. Zoom has the meetings; here is
 * only the record of which ones were made through this product, and the rule that a claim makes one.
 *
 * Under one claim calls of this process share one making, and processes take turns by the record's lease. What a
 * crash left behind, or an answer of Zoom that was lost, is looked up in Zoom before anything is made again.
 *
 * Zoom says of a meeting that it does not show to this person what it says of one that is gone. Only of meetings that
 * this member made here `meeting-gone` is believed; of all others it becomes `meeting-of-another`.
 */
import type { Confirmation, Meeting, MeetingPage, UnusedMeetings, Whose } from '../api/backend';
import { ProductError } from '../domain/errors';
import type { MeetingChange, MeetingRequest, OccurrenceRequest } from '../domain/meeting';
import { occurrenceBody, toMeeting, toRow, updateBody } from '../zoom/mapping';
import type { AppointmentRows } from './database/appointments';
import type { MadeMeetingRows } from './database/madeMeetings';
import { createMaker, hashOf, unless, type OnBehalf } from './making';
import { memberText } from './member';
import type { MemberOptions } from './memberOptions';
import type { Secrets } from './secrets';

export interface Meetings {
  /** `created` is false when the claim's meeting was there already. */
  create(
    who: OnBehalf,
    request: MeetingRequest,
    claim: string,
  ): Promise<{ meeting: Meeting; created: boolean }>;
  get(who: OnBehalf, id: string): Promise<Meeting>;
  list(who: OnBehalf, pageToken?: string): Promise<MeetingPage>;
  /** Times that are left out stay as Zoom has them. */
  update(who: OnBehalf, id: string, change: MeetingChange): Promise<Meeting>;
  remove(who: OnBehalf, id: string): Promise<void>;
  recover(who: OnBehalf, id: string): Promise<Meeting>;
  /** Answers the whole series as it is then. */
  updateOccurrence(
    who: OnBehalf,
    id: string,
    occurrenceId: string,
    request: OccurrenceRequest,
  ): Promise<Meeting>;
  /** Cancels one occurrence; fine when it is cancelled already. Zoom deletes a series with its last one. */
  removeOccurrence(who: OnBehalf, id: string, occurrenceId: string): Promise<Meeting>;
  /** A saved appointment carries the meeting: tells whether it is the one that the meeting belongs to. */
  confirm(who: OnBehalf, id: string, told: Confirmation): Promise<Whose>;
  /** Made here, never seen on a saved appointment, and still to come in Zoom; the newest first. */
  unused(who: OnBehalf): Promise<UnusedMeetings>;
  keep(who: OnBehalf, id: string): Promise<void>;
}

export interface MeetingsOptions {
  readonly rows: MadeMeetingRows;
  readonly appointments: AppointmentRows;
  readonly memberOptions: Pick<MemberOptions, 'check' | 'complete' | 'completeChange'>;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

/** A person has a few of these at most; what is further back is not worth asking Zoom for. */
const MOST_UNUSED = 20;

export function createMeetings(options: MeetingsOptions): Meetings {
  const { rows, appointments, memberOptions, secrets, now, sleep } = options;
  /** Makings under way in this process, by member and claim, with the hash of what they make. */
  const underWay = new Map<string, { readonly hash: string; readonly meeting: Promise<Meeting> }>();

  const get = async (who: OnBehalf, id: string) =>
    toMeeting(await ofTheirs(who, id, who.zoom.getMeeting(id)), who.viewer);

  /** See the head of this file. */
  async function ofTheirs<T>(who: OnBehalf, id: string, asked: Promise<T>): Promise<T> {
    try {
      return await asked;
    } catch (error) {
      const gone = error instanceof ProductError && error.code === 'meeting-gone';
      if (!gone || (await rows.has(who.key, id))) throw error;
      throw new ProductError('meeting-of-another', error.details, { cause: error });
    }
  }

  const make = createMaker({
    rows,
    secrets,
    now,
    sleep,
    get,
    update,
    async complete(who, request) {
      // Since the caller's check another try may have come first, which takes its time.
      await memberOptions.check(who, request.options);
      return memberOptions.complete(who, request);
    },
  });

  async function update(who: OnBehalf, id: string, change: MeetingChange): Promise<Meeting> {
    await memberOptions.check(who, change.options);
    const whole = await memberOptions.completeChange(who, change, () => get(who, id));
    await ofTheirs(who, id, who.zoom.updateMeeting(id, updateBody(whole)));
    await rows.matched(who.key, id, hashOf(change));
    return get(who, id);
  }

  async function create(who: OnBehalf, request: MeetingRequest, claim: string) {
    await memberOptions.check(who, request.options);
    const name = JSON.stringify([memberText(who.key), claim]);
    const hash = hashOf(request);
    for (let running = underWay.get(name); running !== undefined; running = underWay.get(name)) {
      if (running.hash === hash) return { meeting: await running.meeting, created: false };
      // Something else is asked for under this claim: first let that finish, well or not.
      await running.meeting.catch(() => undefined);
    }
    const making = make(who, request, claim);
    const meeting = making.then((made) => made.meeting).finally(() => underWay.delete(name));
    underWay.set(name, { hash, meeting });
    await meeting;
    return making;
  }

  return {
    create,
    get,
    update,
    async list(who, pageToken) {
      const page = await who.zoom.listMeetings({
        type: 'upcoming',
        pageSize: 100,
        ...(pageToken === undefined ? {} : { nextPageToken: pageToken }),
      });
      const meetings = page.meetings.map(toRow);
      return page.next_page_token === undefined
        ? { meetings }
        : { meetings, nextPageToken: page.next_page_token };
    },
    async remove(who, id) {
      // Seen before it is deleted, a meeting that is not there afterwards is gone, whoever made it.
      if (!(await rows.has(who.key, id))) await get(who, id);
      await who.zoom.deleteMeeting(id).catch(unless('meeting-gone'));
      await rows.markRemoved(who.key, id, new Date(now()));
    },
    async recover(who, id) {
      await ofTheirs(who, id, who.zoom.recoverMeeting(id));
      await rows.markRecovered(who.key, id);
      return get(who, id);
    },
    async updateOccurrence(who, id, occurrenceId, request) {
      await ofTheirs(who, id, who.zoom.updateOccurrence(id, occurrenceId, occurrenceBody(request)));
      return get(who, id);
    },
    async removeOccurrence(who, id, occurrenceId) {
      const refused = await ofTheirs(who, id, who.zoom.deleteOccurrence(id, occurrenceId)).then(
        () => undefined,
        (error: unknown) => {
          if (error instanceof ProductError && error.code === 'occurrence-gone') return error;
          throw error;
        },
      );
      const meeting = await get(who, id).catch(async (error: unknown) => {
        if (unless('meeting-gone')(error) === undefined) await rows.markRemoved(who.key, id, new Date(now()));
        throw error;
      });
      const cancelled = meeting.occurrences.some((each) => each.id === occurrenceId && each.cancelled);
      if (refused !== undefined && !cancelled) throw refused;
      return meeting;
    },
    confirm: (who, id, told) => appointments.confirm(who.key, id, told, new Date(now())),
    async unused(who) {
      const made = await appointments.unconfirmed(who.key, MOST_UNUSED);
      const looked = await Promise.all(
        made.map(async ({ meetingId, madeAt }) => ({
          madeAt: madeAt.toISOString(),
          meetingId,
          meeting: await get(who, meetingId).catch(withheld),
        })),
      );
      for (const { meetingId, meeting } of looked)
        if (meeting === 'meeting-gone') await rows.markRemoved(who.key, meetingId, new Date(now()));
      return {
        meetings: looked.flatMap(({ madeAt, meeting }) =>
          typeof meeting === 'string' || isOver(meeting, now())
            ? []
            : [{ id: meeting.id, topic: meeting.topic, start: meeting.start, madeAt }],
        ),
      };
    },
    keep: (who, id) => appointments.keep(who.key, id, new Date(now())),
  };
}

/** Why one meeting of several is not shown; an error that is about them all is thrown on. */
function withheld(error: unknown): 'meeting-gone' | 'zoom-forbidden' | 'zoom-refused' {
  const code = error instanceof ProductError ? error.code : undefined;
  if (code === 'meeting-gone' || code === 'zoom-forbidden' || code === 'zoom-refused') return code;
  throw error;
}

/** Nothing of it is still to come. A meeting without fixed time never is over. */
function isOver({ start, durationMinutes, occurrences }: Meeting, now: number): boolean {
  if (start === null) return false;
  const times = occurrences.length > 0 ? occurrences : [{ start, durationMinutes, cancelled: false }];
  return times.every((each) => Date.parse(each.start) + each.durationMinutes * 60_000 < now);
}
