/**
 * The product's Zoom client against the stand-in, every request that it sends held to Zoom's OpenAPI on the way.
 *
 * The harness is `clientOn` below: the real client, a recording fetch, a started stand-in.
 */
import * as fc from 'fast-check';
import type { MeetingRequest } from '../../../src/domain/meeting';
import { createZoomClient, type ZoomClient } from '../../../src/zoom/client';
import { createOnce } from '../../../src/zoom/createOnce';
import { createBody, updateBody } from '../../../src/zoom/mapping';
import { createZoomOAuth, type ZoomTokens } from '../../../src/zoom/oauth';
import {
  authorize,
  CLIENT,
  control,
  REDIRECT,
  startTestCloud,
  VERIFIER,
  type RunningTestCloud,
} from '../../sandbox/zoom/harness';
import { Checker } from './checker';
import { describeContract } from './contracts';
import { unallowed } from './deviations';
import { clientOperationIds, operationIds } from './operationIds';
import { Recorder } from './recorder';

const nothing = async () => undefined;

/** Waiting moves the clock that client and stand-in share. */
const sleep = async (milliseconds: number) => {
  cloud.clock.now += milliseconds;
};

const planning: MeetingRequest = {
  topic: 'Planning',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  options: {},
};

/** Whatever the product may ask for. */
const anyRequest: fc.Arbitrary<MeetingRequest> = fc.record({
  topic: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }),
  start: fc
    .date({
      min: new Date('2026-11-24T00:00:00Z'),
      max: new Date('2030-12-31T00:00:00Z'),
      noInvalidDate: true,
    })
    .map((date) => date.toISOString().slice(0, 19)),
  timeZone: fc.constantFrom('Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'UTC'),
  durationMinutes: fc.integer({ min: 1, max: 1440 }),
  options: fc.record(
    {
      passcode: fc.oneof(fc.constant(''), fc.stringMatching(/^[a-zA-Z0-9@\-_*]{1,10}$/)),
      waitingRoom: fc.boolean(),
      hostVideo: fc.boolean(),
      participantVideo: fc.boolean(),
    },
    { requiredKeys: [] },
  ),
});

let cloud: RunningTestCloud;
let recorder: Recorder;
let client: ZoomClient;
let tokens: ZoomTokens;

/** The product's client, signed in at a stand-in, with every exchange recorded. */
async function clientOn(url: string, record: Recorder): Promise<ZoomClient> {
  const now = () => cloud.clock.now;
  const common = { fetch: record.fetch, now, sleep };
  const oauth = createZoomOAuth({ oauthUrl: `${url}/oauth`, ...CLIENT, ...common });
  const code = (await authorize(url)).searchParams.get('code') ?? '';
  tokens = await oauth.exchangeCode({ code, redirectUri: REDIRECT, codeVerifier: VERIFIER });
  const token = {
    current: async () => tokens.accessToken,
    refreshed: async () => {
      tokens = await oauth.refresh(tokens.refreshToken);
      return tokens.accessToken;
    },
  };
  return createZoomClient({ apiUrl: `${url}/v2`, token, ...common });
}

beforeEach(async () => {
  cloud = await startTestCloud({
    limits: {
      lightPerSecond: 100_000,
      mediumPerSecond: 100_000,
      createsPerDayPerHost: 100_000,
      updatesPerDayPerMeeting: 100_000,
    },
  });
  recorder = new Recorder(cloud.url);
  client = await clientOn(cloud.url, recorder);
});
afterEach(() => cloud.close());

const fault = (operation: string, kind: string) =>
  control(cloud.url, 'POST', '/faults', { operation, fault: kind });
const keptMeetings = () => control(cloud.url, 'GET', '/meetings');
const hostId = async () => (await client.me()).id;

/** Every operation of the client once, and what makes it repeat itself. */
async function useEverything(): Promise<void> {
  await client.me();
  await client.mySettings();
  await client.myAuthentication();
  await client.schedulers();
  await client.templates();
  await control(cloud.url, 'PATCH', '/people/organizer@example.test', { admin: true });
  await client.lockSettings();
  await client.securityLocks();
  const { id } = await client.createMeeting(createBody(planning));
  await client.createMeeting(createBody({ ...planning, options: { passcode: '', waitingRoom: true } }));
  await client.updateMeeting(id, updateBody({ ...planning, options: { passcode: 'abc', hostVideo: true } }));
  await client.getMeeting(id);
  await client.getInvitation(id);
  for await (const row of client.allMeetings({ pageSize: 1 })) expect(row.topic).toBe('Planning');
  for (const type of ['scheduled', 'live', 'upcoming', 'upcoming_meetings', 'previous_meetings'] as const) {
    await client.listMeetings({ type });
  }
  await client.deleteMeeting(id);
  await client.recoverMeeting(id);
  await control(cloud.url, 'POST', '/expire-access-tokens');
  for (const [operation, kind] of [
    ['users.get', '429'],
    ['meetings.get', '500'],
  ] as const) {
    await fault(operation, kind);
  }
  await client.me();
  await client.getMeeting(id);
}

describeContract('requests of the Zoom client against the OpenAPI of Zoom', (operations) => {
  const checker = new Checker(operations, Object.values(operationIds));
  const disagreements = () =>
    unallowed(
      recorder.exchanges.flatMap((exchange) => [...checker.request(exchange), ...checker.response(exchange)]),
    );

  it('agree, for every operation that it has', async () => {
    await useEverything();
    expect(disagreements()).toEqual([]);
    const used = new Set(recorder.exchanges.map((exchange) => checker.operationOf(exchange)?.operationId));
    expect([...used].sort()).toEqual([...clientOperationIds].sort());
  });

  it('agree, for whatever meeting is asked for', async () => {
    const { id } = await client.createMeeting(createBody(planning));
    await fc.assert(
      fc.asyncProperty(anyRequest, async (request) => {
        await client.createMeeting(createBody(request));
        await client.updateMeeting(id, updateBody(request));
        expect(disagreements()).toEqual([]);
        recorder.exchanges.length = 0;
      }),
      { numRuns: 40, seed: 20261124 },
    );
  });
});

describe('the Zoom client at the stand-in', () => {
  it('reads back what it asked for', async () => {
    const options = { passcode: 'aB1@-_*', waitingRoom: true, hostVideo: true, participantVideo: false };
    const made = await client.createMeeting(createBody({ ...planning, options }));
    expect(await client.getMeeting(made.id)).toEqual(made);
    expect(made).toMatchObject({
      topic: 'Planning',
      start_time: '2026-11-24T08:00:00Z',
      duration: 30,
      timezone: 'Europe/Berlin',
      password: 'aB1@-_*',
      settings: { waiting_room: true, host_video: true, participant_video: false },
    });
  });

  it('makes one meeting though the answer of the first attempt is lost', async () => {
    await fault('meetings.create', 'timeout-after');
    const created = await createOnce({
      client,
      request: planning,
      hostId: await hostId(),
      earlierSentAt: undefined,
      recordSending: nothing,
      take: async () => true,
      now: () => cloud.clock.now,
      sleep,
    });
    expect(created.how).toBe('adopted');
    expect(await keptMeetings()).toMatchObject([{ id: Number(created.meeting.id) }]);
  });

  it('makes one meeting though the first attempt never had an effect', async () => {
    await fault('meetings.create', 'timeout-before');
    const created = await createOnce({
      client,
      request: planning,
      hostId: await hostId(),
      earlierSentAt: undefined,
      recordSending: nothing,
      take: async () => true,
      now: () => cloud.clock.now,
      sleep,
    });
    expect(created.how).toBe('created');
    expect(await keptMeetings()).toHaveLength(1);
  });

  it('goes on after an access token ended, with one refresh', async () => {
    await control(cloud.url, 'DELETE', '/requests');
    await control(cloud.url, 'POST', '/expire-access-tokens');
    await client.createMeeting(createBody(planning));
    expect(await control(cloud.url, 'GET', '/requests')).toMatchObject([
      { operation: 'meetings.create', status: 401 },
      { operation: 'oauth.token', status: 200 },
      { operation: 'meetings.create', status: 201 },
    ]);
  });

  it('says that signing in is needed when the person took the app away', async () => {
    await control(cloud.url, 'POST', '/revoke-grants');
    await expect(client.me()).rejects.toMatchObject({ code: 'zoom-consent-lost' });
  });

  it('says that a meeting is gone, and has it back after recovering it', async () => {
    const { id } = await client.createMeeting(createBody(planning));
    await client.deleteMeeting(id);
    await expect(client.getMeeting(id)).rejects.toMatchObject({ code: 'meeting-gone' });
    await client.recoverMeeting(id);
    expect((await client.getMeeting(id)).topic).toBe('Planning');
  });

  it("tells the day's limit from a moment's", async () => {
    await control(cloud.url, 'PATCH', '/limits', { createsPerDayPerHost: 0 });
    await expect(client.createMeeting(createBody(planning))).rejects.toMatchObject({
      code: 'zoom-daily-limit',
    });
  });
});
