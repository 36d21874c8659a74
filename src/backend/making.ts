/**
 * Making the meeting of a claim among several processes: whoever gets the record's lease makes it, the others wait
 * and then find it. What a crash left behind, or an answer of Zoom that was lost, is looked up before anything is
 * made again (`zoom/createOnce.ts`). What is then made is what is wished and allowed now, not what was sent before.
 */
import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { Meeting } from '../api/backend';
import { ProductError, type ErrorCode } from '../domain/errors';
import { MeetingChange, MeetingRequest } from '../domain/meeting';
import type { ZoomClient } from '../zoom/client';
import { createOnce } from '../zoom/createOnce';
import { toMeeting, type Viewer } from '../zoom/mapping';
import type { MadeMeetingRows, Making } from './database/madeMeetings';
import { memberText, type MemberKey } from './member';
import { SecretsError, type Secrets } from './secrets';

/** Longer than a making can take with all its waits; a process that died gives the claim free after it. */
export const LEASE_MS = 120_000;
/** How long a caller waits for another process that is at the same claim. */
const PATIENCE_MS = 20_000;
const LOOK_AGAIN_MS = 250;

/** For whom: the member, and the connection to Zoom in their name. */
export interface OnBehalf {
  readonly key: MemberKey;
  readonly viewer: Viewer;
  readonly zoom: ZoomClient;
}

export interface MakerOptions {
  readonly rows: MadeMeetingRows;
  readonly secrets: Secrets;
  readonly now: () => number;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly get: (who: OnBehalf, id: string) => Promise<Meeting>;
  readonly update: (who: OnBehalf, id: string, request: MeetingRequest) => Promise<Meeting>;
  /**
   * What is sent for a request: with what holds for everything that it leaves out.
   *
   * @throws ProductError `option-locked` when it wishes for what nobody may choose (any more)
   */
  readonly complete: (who: OnBehalf, request: MeetingRequest) => Promise<MeetingRequest>;
}

/** A request, and what Zoom was sent for it: the claim's hash is that of the former, a lost meeting is found by the latter. */
const Sent = z.object({ asked: MeetingRequest, sent: MeetingRequest });
type Sent = z.infer<typeof Sent>;

const Sending = z.object({
  ...Sent.shape,
  /** When it was last sent, in UTC milliseconds; the row itself tells when first. */
  latest: z.number().optional(),
  /** What was sent for other wishes before, the latest first: it may still turn out to have been made. */
  older: z.array(Sent).optional(),
});
type Sending = z.infer<typeof Sending>;

/** So many are kept: each was looked for in vain before the next was sent. */
const MOST_OLDER = 4;

/** Rows of older versions hold the request alone. */
function sendingOf(value: unknown): Sending {
  const both = Sending.safeParse(value);
  if (both.success) return both.data;
  const asked = MeetingRequest.parse(value);
  return { asked, sent: asked };
}

/** Not to be called twice at once in one process for the same claim. */
export type Maker = (
  who: OnBehalf,
  request: MeetingRequest,
  claim: string,
) => Promise<{ meeting: Meeting; created: boolean }>;

export function createMaker({ rows, secrets, now, sleep, get, update, complete }: MakerOptions): Maker {
  return async function make(who, request, claim) {
    const hash = hashOf(request);
    const purpose = `meeting-request:${memberText(who.key)}:${claim}`;
    const patience = now() + PATIENCE_MS;
    for (;;) {
      const begun = await rows.begin(who.key, {
        claim,
        requestHash: hash,
        sealedRequest: secrets.seal(JSON.stringify(request), purpose),
        now: new Date(now()),
        leaseUntil: new Date(now() + LEASE_MS),
      });
      if (begun.kind === 'made') {
        const living = await get(who, begun.meetingId).catch(unless('meeting-gone'));
        if (living !== undefined)
          return { meeting: await matching(living, begun.requestHash), created: false };
        await rows.markRemoved(who.key, begun.meetingId, new Date(now()));
      } else if (begun.kind === 'making') {
        const { asked, made } = await makeOnce(who, begun.making, request, purpose);
        return { meeting: await matching(made, hashOf(asked)), created: true };
      } else {
        if (now() >= patience) throw new ProductError('zoom-outcome-unknown');
        await sleep(LOOK_AGAIN_MS);
      }
    }

    /** The claim's meeting was made for other wishes than these: the latest ones hold. */
    async function matching(meeting: Meeting, madeFor: string): Promise<Meeting> {
      return madeFor === hash ? meeting : update(who, meeting.id, request);
    }
  };

  /**
   * What Zoom was asked before: a meeting whose answer was lost is recognised by what it was made from, not by what
   * is wished now. Undefined if Zoom was never asked, or the key that the request was encrypted with is gone.
   */
  function sentBefore({ sentAt, sealedRequest }: Making, purpose: string): Sending | undefined {
    if (sentAt === undefined || sealedRequest === undefined) return undefined;
    try {
      return sendingOf(JSON.parse(secrets.open(sealedRequest, purpose)));
    } catch (error) {
      if (error instanceof SecretsError) return undefined;
      throw error;
    }
  }

  async function makeOnce(who: OnBehalf, making: Making, request: MeetingRequest, purpose: string) {
    const { rowId, sentAt } = making;
    try {
      const before = sentBefore(making, purpose);
      let sending: Sending = before ?? { asked: request, sent: await complete(who, request) };
      const first = sentAt?.getTime();
      const whose = (sent: MeetingRequest): Sent =>
        sending.older?.find((each) => each.sent === sent) ?? sending;
      let madeFor = request;
      const { meeting } = await createOnce({
        client: who.zoom,
        request: sending.sent,
        older: (sending.older ?? []).map(({ sent }) => sent),
        ...(before === undefined
          ? {}
          : {
              renew: async () => {
                sending = renewedSending(before, request, await complete(who, request));
                return sending.sent;
              },
            }),
        hostId: who.key.userId,
        earlier: first === undefined ? undefined : { first, latest: before?.latest ?? first },
        recordSending: ({ first: since, latest }) => {
          const sealed = secrets.seal(JSON.stringify({ ...sending, latest } satisfies Sending), purpose);
          return rows.recordSending(rowId, new Date(since), sealed);
        },
        recordRefused: () => rows.forget(rowId),
        take: (meetingId, madeFrom) => {
          madeFor = whose(madeFrom).asked;
          return rows.take(rowId, meetingId, hashOf(madeFor));
        },
        now,
        sleep,
      });
      return { asked: madeFor, made: toMeeting(meeting, who.viewer) };
    } catch (error) {
      // For the next caller to look into; unless it was forgotten, because nothing was made.
      await rows.release(rowId, making.leaseUntil);
      throw error;
    }
  }
}

/**
 * What is sent after a sending that was not found: the same, unless something else is wished or holds by now. A
 * passcode that was made up for the former is no difference.
 */
function renewedSending(before: Sending, asked: MeetingRequest, completed: MeetingRequest): Sending {
  const { passcode } = before.sent.options;
  const isMadeUp = asked.options.passcode === undefined && completed.options.passcode !== undefined;
  const sent = isMadeUp && passcode ? withPasscode(completed, passcode) : completed;
  if (hashOf(sent) === hashOf(before.sent)) return { ...before, asked };
  const older = [{ asked: before.asked, sent: before.sent }, ...(before.older ?? [])];
  return { asked, sent, older: older.slice(0, MOST_OLDER) };
}

const withPasscode = (request: MeetingRequest, passcode: string): MeetingRequest => ({
  ...request,
  options: { ...request.options, passcode },
});

/** Names a request or a change by its content. Parsing puts the keys in the schema's order. */
export const hashOf = (request: MeetingChange): string =>
  createHash('sha256')
    .update(JSON.stringify(MeetingChange.parse(request)))
    .digest('hex');

/** For `catch`: makes one kind of error an absence. */
export const unless =
  (code: ErrorCode) =>
  (error: unknown): undefined => {
    if (error instanceof ProductError && error.code === code) return undefined;
    throw error;
  };
