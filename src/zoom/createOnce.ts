/**
 * Creating a meeting so that a lost answer never makes two.
 *
 * POST cannot be repeated blindly and Zoom has no idempotency key. So the instant of each sending is recorded
 * before it, and whenever an earlier POST of the same request may have had its effect, the member's list
 * is searched for a meeting that must be the one (`matching.ts`). It is adopted when the caller can take its id,
 * that is, when no other record of ours holds it; only after a whole search found nothing the POST is repeated,
 * once. If even then the outcome is unknown, the error says so and the next call goes on from the record. What a later
 * call sends may be another request than was sent before (`renew`): then a meeting of either is looked for.
 *
 * A meeting for another host is in that host's list. Zoom shows it to members with the scheduling privilege only
 * where the host shares their access with apps; otherwise the member's own list is the only one to look in. What is
 * not found there may exist all the same, so then nothing is repeated and the outcome stays unknown.
 */
import { PERHAPS_MADE, ProductError, type ErrorCode } from '../domain/errors';
import type { MeetingId, MeetingRequest } from '../domain/meeting';
import type { ZoomClient } from './client';
import type { Sleep } from './http';
import { createBody } from './mapping';
import { candidates, detailsAgree } from './matching';
import type { ZoomMeeting, ZoomMeetingRow } from './schemas';
import { systemSleep } from './system';

/** When a request was sent, in milliseconds since the epoch. */
export interface Sendings {
  /** A meeting of ours cannot be older: where the search begins. */
  readonly first: number;
  /** Whose effect may still be on its way. */
  readonly latest: number;
}

export interface CreateOnceOptions {
  readonly client: Pick<ZoomClient, 'createMeeting' | 'allMeetings' | 'getMeeting'>;
  /** With `earlier`: the request as it was sent then, because that is the meeting to look for. */
  readonly request: MeetingRequest;
  /** Requests that were sent before that one and may have had their effect too. */
  readonly older?: readonly MeetingRequest[];
  /**
   * With `earlier`: what to send now that nothing of it was found. Absent: the same again. What it throws stops the
   * create.
   */
  readonly renew?: () => Promise<MeetingRequest>;
  /** The member's own Zoom user id: meetings hosted by others are never adopted. */
  readonly hostId: string;
  /** When earlier calls sent this request; undefined: it never was. */
  readonly earlier: Sendings | undefined;
  /** Records durably that the request is about to be sent. Called before each POST. */
  readonly recordSending: (sendings: Sendings) => Promise<void>;
  /** Called when it is certain that no sending had an effect: the record of it can be forgotten. */
  readonly recordRefused?: () => Promise<void>;
  /**
   * Takes a meeting's id for this record, atomically; false when another record holds it already. Called for
   * the meeting that is returned, created or adopted, with the request that it was made from; true again when this
   * record holds it already.
   */
  readonly take: (meetingId: MeetingId, madeFrom: MeetingRequest) => Promise<boolean>;
  /** No new step is begun later than this after the call, in milliseconds; 25,000 unless said otherwise. */
  readonly budgetMs?: number;
  readonly now?: () => number;
  readonly sleep?: Sleep;
  readonly signal?: AbortSignal;
}

export interface CreatedOnce {
  readonly meeting: ZoomMeeting;
  /** `adopted`: made by an earlier POST whose answer was lost. */
  readonly how: 'created' | 'adopted';
}

/** An effect may show in the list only after its answer was lost: how long to wait before each look. */
export const WAITS_MS = [500, 1_500, 3_000] as const;

/** What was last sent this long ago has shown by now: one look is enough. */
export const SETTLED_MS = 30_000;

const MOST_POSTS = 2;
const DEFAULT_BUDGET_MS = 25_000;

/**
 * Throws `zoom-outcome-unknown` when it cannot be settled now, and whatever definitely stopped it otherwise
 * (`zoom-refused`, `zoom-consent-lost`, `zoom-busy`…), with the detail `perhapsMade` where an earlier sending may
 * have had its effect all the same. Keep the record of the sending after any error unless
 * `recordRefused` was called. Calls for the same record must not run side by side.
 */
export async function createOnce(options: CreateOnceOptions): Promise<CreatedOnce> {
  const { client, take, signal } = options;
  let { request } = options;
  const now = options.now ?? Date.now;
  const sleep = options.sleep ?? systemSleep;
  const latest = now() + (options.budgetMs ?? DEFAULT_BUDGET_MS);

  /** Whatever was sent, the latest first. */
  let sent = [request, ...(options.older ?? [])];

  /** Looks after each wait. Throws unless the last look was whole: then the POST must not be repeated. */
  async function lookFor(since: number, waits: readonly number[]): Promise<ZoomMeeting | undefined> {
    let failure: unknown;
    for (const wait of waits) {
      if (now() + wait > latest) throw unsettled(failure);
      if (wait > 0) await sleep(wait, signal);
      try {
        const found = await look(options, sent, since, now());
        if (found) return found;
        failure = undefined;
      } catch (thrown) {
        signal?.throwIfAborted();
        failure = thrown;
        if (!mayPass(thrown)) break;
      }
    }
    if (failure !== undefined) throw unsettled(failure);
    return undefined;
  }

  // Open: some sending may have had its effect without our hearing of it.
  let open = false;
  const first = options.earlier?.first ?? now();
  if (options.earlier) {
    const settlesAt = options.earlier.latest + SETTLED_MS;
    const found = await lookFor(first, now() >= settlesAt ? [0] : [0, ...WAITS_MS]);
    if (found) return { meeting: found, how: 'adopted' };
    // A look that came after everything has settled closes the matter.
    open = now() < settlesAt;
    request = await renewed(options, open);
    if (request !== options.request) sent = [request, ...sent];
  }

  /** What cannot be recorded is not sent; an earlier sending is as open as before. */
  async function recorded(): Promise<void> {
    try {
      await options.recordSending({ first, latest: now() });
    } catch (thrown) {
      throw open ? unsettled(thrown) : thrown;
    }
  }

  let lost: unknown;
  for (let posts = 0; posts < MOST_POSTS && now() <= latest; posts += 1) {
    await recorded();
    try {
      const meeting = await client.createMeeting(createBody(request), signal ? { signal } : {});
      if (await take(meeting.id, request)) return { meeting, how: 'created' };
      // Another record with the same wishes adopted it while we waited: that one's own must be in the list.
      open = true;
    } catch (thrown) {
      const code = codeOf(thrown);
      if (code === undefined) throw thrown;
      if (code !== 'zoom-outcome-unknown') {
        if (open) throw code === 'zoom-unavailable' ? unsettled(thrown) : afterLostSending(thrown);
        await options.recordRefused?.();
        throw thrown;
      }
      lost = thrown;
      open = true;
    }
    const found = await lookFor(first, WAITS_MS);
    if (found) return { meeting: found, how: 'adopted' };
  }
  throw unsettled(lost);
}

/** What is sent after an earlier sending; an error in between leaves that one as open as it was. */
async function renewed({ renew, request }: CreateOnceOptions, open: boolean): Promise<MeetingRequest> {
  if (renew === undefined) return request;
  try {
    return await renew();
  } catch (thrown) {
    throw open ? afterLostSending(thrown) : thrown;
  }
}

/** One search of the whole list of each request: the first candidate whose details agree and that can be taken. */
async function look(
  options: CreateOnceOptions,
  sent: readonly MeetingRequest[],
  sentAt: number,
  now: number,
): Promise<ZoomMeeting | undefined> {
  const { client, hostId, take, signal } = options;
  const call = signal ? { signal } : {};
  const lists = new Map<string | undefined, Awaited<ReturnType<typeof listed>>>();
  for (const request of sent) {
    const host = request.options.scheduleFor;
    const list = lists.get(host) ?? (await listed(client, host, call));
    lists.set(host, list);
    for (const row of candidates(list.rows, { request, hostId, sentAt, now })) {
      const meeting = await client.getMeeting(row.id, call).catch((thrown: unknown) => {
        if (codeOf(thrown) === 'meeting-gone') return undefined;
        throw thrown;
      });
      if (meeting && detailsAgree(meeting, request) && (await take(meeting.id, request))) return meeting;
    }
  }
  if ([...lists.values()].some(({ whole }) => !whole)) throw new ProductError('zoom-outcome-unknown');
  return undefined;
}

/** The list that the meeting would be in; not whole where the other host's may not be read. */
async function listed(
  client: CreateOnceOptions['client'],
  host: string | undefined,
  call: { readonly signal?: AbortSignal },
): Promise<{ rows: ZoomMeetingRow[]; whole: boolean }> {
  const all = async (of?: string): Promise<ZoomMeetingRow[]> => {
    const rows: ZoomMeetingRow[] = [];
    for await (const row of client.allMeetings({ ...call, ...(of === undefined ? {} : { of }) }))
      rows.push(row);
    return rows;
  };
  if (host === undefined) return { rows: await all(), whole: true };
  try {
    return { rows: await all(host), whole: true };
  } catch (thrown) {
    const code = codeOf(thrown);
    if (code !== 'zoom-forbidden' && code !== 'zoom-refused') throw thrown;
    return { rows: await all(), whole: false };
  }
}

const codeOf = (thrown: unknown): ErrorCode | undefined =>
  thrown instanceof ProductError ? thrown.code : undefined;

/** Whether looking again in a moment may succeed. */
const mayPass = (thrown: unknown): boolean => thrown instanceof ProductError && thrown.retryable;

/** A look that failed leaves the POST's outcome open, whatever stopped the look; a lost consent is told as it is. */
function unsettled(cause: unknown): unknown {
  return codeOf(cause) === 'zoom-consent-lost'
    ? afterLostSending(cause)
    : new ProductError('zoom-outcome-unknown', {}, { cause });
}

/** "Nothing was changed" holds for the last sending only. */
const afterLostSending = (thrown: unknown): unknown =>
  thrown instanceof ProductError
    ? new ProductError(thrown.code, { ...thrown.details, [PERHAPS_MADE]: true }, { cause: thrown })
    : thrown;
