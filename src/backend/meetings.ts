/**
 * The members' meetings: made once a claim, changed, removed, recovered, confirmed. Zoom has the meetings; here is
 * only the record of which ones were made through this product, and the rule that a claim makes one.
 *
 * Under one claim calls of this process share one making, and processes take turns by the record's lease. What a
 * crash left behind, or an answer of Zoom that was lost, is looked up in Zoom before anything is made again.
 */
import type { Meeting, MeetingPage } from '../api/backend';
import type { MeetingRequest } from '../domain/meeting';
import { toMeeting, toRow, updateBody } from '../zoom/mapping';
import type { MadeMeetingRows } from './database/madeMeetings';
import { createMaker, hashOf, unless, type OnBehalf } from './making';
import { memberText } from './member';
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
  update(who: OnBehalf, id: string, request: MeetingRequest): Promise<Meeting>;
  remove(who: OnBehalf, id: string): Promise<void>;
  recover(who: OnBehalf, id: string): Promise<Meeting>;
  confirm(who: OnBehalf, id: string): Promise<void>;
  invitation(who: OnBehalf, id: string): Promise<string>;
}

export interface MeetingsOptions {
  readonly rows: MadeMeetingRows;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
}

export function createMeetings({ rows, secrets, now, sleep }: MeetingsOptions): Meetings {
  /** Makings under way in this process, by member and claim, with the hash of what they make. */
  const underWay = new Map<string, { readonly hash: string; readonly meeting: Promise<Meeting> }>();

  const get = async (who: OnBehalf, id: string) => toMeeting(await who.zoom.getMeeting(id), who.viewer);

  const make = createMaker({ rows, secrets, now, sleep, get, update });

  async function update(who: OnBehalf, id: string, request: MeetingRequest): Promise<Meeting> {
    await who.zoom.updateMeeting(id, updateBody(request));
    await rows.matched(who.key, id, hashOf(request));
    return get(who, id);
  }

  async function create(who: OnBehalf, request: MeetingRequest, claim: string) {
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
      await who.zoom.deleteMeeting(id).catch(unless('meeting-gone'));
      await rows.markRemoved(who.key, id);
    },
    async recover(who, id) {
      await who.zoom.recoverMeeting(id);
      await rows.markRecovered(who.key, id);
      return get(who, id);
    },
    confirm: (who, id) => rows.confirm(who.key, id, new Date(now())),
    invitation: (who, id) => who.zoom.getInvitation(id),
  };
}
