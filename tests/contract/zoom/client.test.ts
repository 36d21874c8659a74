/**
 * The product's Zoom client against the stand-in, every request that it sends held to Zoom's OpenAPI on the way.
 *
 * The harness is `clientOn` below: the real client, a recording fetch, a started stand-in.
 */
import * as fc from 'fast-check';
import type { MeetingRepeats, MeetingRequest } from '../../../src/domain/meeting';
import { Weekday, type Rule } from '../../../src/domain/recurrence';
import { createZoomClient, type ZoomClient } from '../../../src/zoom/client';
import { createOnce } from '../../../src/zoom/createOnce';
import { createBody, occurrenceBody, toMeeting, updateBody } from '../../../src/zoom/mapping';
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

/** Stands for a last day that lets at least one and at most fifty occurrences be. */
const someLastDay = '2000-01-01';

const interval = fc.integer({ min: 1, max: 3 });
const anyRepeats: fc.Arbitrary<MeetingRepeats> = fc.oneof(
  fc.constant<MeetingRepeats>({ kind: 'no-fixed-time' }),
  fc.record({
    kind: fc.constant('series' as const),
    rule: fc.oneof<fc.Arbitrary<Rule>[]>(
      fc.record({ frequency: fc.constant('daily' as const), interval }),
      fc.record({
        frequency: fc.constant('weekly' as const),
        interval,
        days: fc.subarray([...Weekday.options], { minLength: 1 }),
        weekStart: fc.constant('sunday' as const),
      }),
      fc.record({
        frequency: fc.constant('monthly' as const),
        interval,
        on: fc.oneof(
          fc.record({ kind: fc.constant('date' as const), date: fc.integer({ min: 1, max: 28 }) }),
          fc.record({
            kind: fc.constant('weekday' as const),
            which: fc.constantFrom('first', 'second', 'third', 'fourth', 'last'),
            day: fc.constantFrom(...Weekday.options),
          }),
        ),
      }),
    ),
    end: fc.oneof(
      fc.record({ kind: fc.constant('count' as const), count: fc.integer({ min: 1, max: 50 }) }),
      fc.record({ kind: fc.constant('until' as const), date: fc.constant(someLastDay) }),
    ),
  }),
);

/** Whatever the product may ask for. */
const anyRequest: fc.Arbitrary<MeetingRequest> = fc
  .record<MeetingRequest>({
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
        personalId: fc.boolean(),
        waitingRoom: fc.boolean(),
        joinBeforeHost: fc.boolean(),
        signedInOnly: fc.boolean(),
        hostVideo: fc.boolean(),
        participantVideo: fc.boolean(),
        audio: fc.constantFrom('telephone', 'computer', 'both'),
        muteOnEntry: fc.boolean(),
        recording: fc.constantFrom('none', 'local', 'cloud'),
        alternativeHosts: fc.constantFrom([], ['manager@example.test']),
        scheduleFor: fc.constant('manager@example.test'),
        template: fc.constant('sandboxTemplateWorkshop=='),
      },
      { requiredKeys: [] },
    ),
    repeats: fc.option(anyRepeats, { nil: undefined }),
  })
  .map((request) => {
    // Nobody is an alternative host of their own meeting.
    const { alternativeHosts: _, ...others } = request.options;
    const options = request.options.scheduleFor === undefined ? request.options : others;
    if (request.repeats?.kind !== 'series' || request.repeats.end.kind !== 'until')
      return { ...request, options };
    const days = request.repeats.rule.frequency === 'monthly' ? 200 : 40;
    const last = new Date(Date.parse(`${request.start}Z`) + days * 86_400_000).toISOString().slice(0, 10);
    return {
      ...request,
      options,
      repeats: { ...request.repeats, end: { kind: 'until' as const, date: last } },
    };
  });

const daily: MeetingRequest = {
  ...planning,
  repeats: { kind: 'series', rule: { frequency: 'daily', interval: 1 }, end: { kind: 'count', count: 3 } },
};
const laterThatDay = { start: '2026-11-24T13:00:00Z', durationMinutes: 15 };

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
  await client.users();
  const { id } = await client.createMeeting(createBody(planning));
  await client.createMeeting(createBody({ ...planning, options: { passcode: '', waitingRoom: true } }));
  await client.updateMeeting(id, updateBody({ ...planning, options: { passcode: 'abc', hostVideo: true } }));
  await client.getMeeting(id);
  const made = await client.createMeeting(createBody(daily));
  const [first, second] = made.occurrences;
  await client.updateOccurrence(made.id, first?.occurrence_id ?? '', occurrenceBody(laterThatDay));
  await client.deleteOccurrence(made.id, second?.occurrence_id ?? '');
  for await (const row of client.allMeetings({ pageSize: 1 })) expect(row.topic).toBe('Planning');
  for (const type of ['scheduled', 'upcoming'] as const) await client.listMeetings({ type });
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

  it('reads back every option that it asked for', async () => {
    const options: MeetingRequest['options'] = {
      personalId: true,
      waitingRoom: false,
      joinBeforeHost: true,
      signedInOnly: true,
      hostVideo: true,
      participantVideo: true,
      audio: 'computer',
      muteOnEntry: true,
      recording: 'local',
      alternativeHosts: ['manager@example.test'],
    };
    const user = await client.me();
    const { id } = await client.createMeeting(createBody({ ...planning, options }));
    const meeting = toMeeting(await client.getMeeting(id), { id: user.id, name: 'Sandbox Organizer' });
    expect(meeting).toMatchObject({ options, joinNumber: user.pmi });
  });

  it('reads back a series, with one occurrence moved and one cancelled', async () => {
    const made = await client.createMeeting(createBody(daily));
    const read = async () => toMeeting(await client.getMeeting(made.id), { id: made.host_id, name: '' });
    const before = await read();
    expect(before).toMatchObject({ repeats: daily.repeats, start: '2026-11-24T08:00:00Z' });
    const [first, second, third] = before.occurrences;
    await client.updateOccurrence(made.id, first?.id ?? '', occurrenceBody(laterThatDay));
    await client.deleteOccurrence(made.id, second?.id ?? '');
    const after = await read();
    expect(after).toMatchObject({ start: before.start, repeats: before.repeats, durationMinutes: 30 });
    expect(after.occurrences).toContainEqual({
      id: first?.id,
      start: '2026-11-24T13:00:00Z',
      durationMinutes: 15,
      cancelled: false,
    });
    expect(after.occurrences).toContainEqual(third);
    expect(after.occurrences.filter(({ cancelled }) => !cancelled)).toHaveLength(2);
    await expect(client.deleteOccurrence(made.id, second?.id ?? '')).rejects.toMatchObject({
      code: 'occurrence-gone',
    });
    await expect(client.deleteOccurrence(made.id, '1648194360000')).rejects.toMatchObject({
      code: 'occurrence-gone',
    });
  });

  it('keeps the whole series at its wall clock when it is moved', async () => {
    const { id, host_id } = await client.createMeeting(createBody(daily));
    await client.updateMeeting(id, updateBody({ ...daily, start: '2026-11-25T10:00:00' }));
    const meeting = toMeeting(await client.getMeeting(id), { id: host_id, name: '' });
    expect(meeting).toMatchObject({ start: '2026-11-25T09:00:00Z', repeats: daily.repeats });
  });

  it('names the people whom Zoom refuses', async () => {
    const make = (options: MeetingRequest['options']) =>
      client.createMeeting(createBody({ ...planning, options }));
    await expect(
      make({ alternativeHosts: ['manager@example.test', 'stranger@elsewhere.test'] }),
    ).rejects.toMatchObject({
      code: 'alternative-host-refused',
      details: { people: 'stranger@elsewhere.test' },
    });
    for (const scheduleFor of ['attendee@example.test', 'stranger@elsewhere.test']) {
      await expect(make({ scheduleFor })).rejects.toMatchObject({
        code: 'schedule-for-refused',
        details: { person: scheduleFor },
      });
    }
  });

  it('makes a meeting for somebody who gave the privilege, who is listed as such', async () => {
    const [person] = await client.schedulers();
    expect(person?.email).toBe('manager@example.test');
    const made = await client.createMeeting(
      createBody({ ...planning, options: { scheduleFor: 'manager@example.test' } }),
    );
    expect(made).toMatchObject({ host_id: person?.id, host_email: 'manager@example.test' });
  });

  it('makes one meeting though the answer of the first attempt is lost', async () => {
    await fault('meetings.create', 'timeout-after');
    const created = await createOnce({
      client,
      request: planning,
      hostId: await hostId(),
      earlier: undefined,
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
      earlier: undefined,
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
