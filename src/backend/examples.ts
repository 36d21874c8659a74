/**
 * An example of each body and answer of signing in, of the member's own routes and of meetings, for the description of
 * the interface.
 */
import type {
  Confirmation,
  Health,
  Me,
  Meeting,
  MeetingChoices,
  MeetingPage,
  MeetingRequest,
  Preferences,
  Session,
  SessionRequest,
  UnusedMeetings,
} from '../api/backend';
import type { OccurrenceRequest } from '../domain/meeting';
import { fallbackOptions } from '../domain/meetingOptions';
import type { RouteExamples } from './routeExample';

const member = {
  id: 'KDcuGIm1QgePTO8WbOqwIQ',
  accountId: 'q6gBJVO5TzexKYTb_I2rpg',
  name: 'Sandbox Organizer',
  email: 'organizer@example.test',
  timeZone: 'Europe/Berlin',
};
const lasting = { ...fallbackOptions, waitingRoom: true, muteOnEntry: true };
const id = '85746065432';

const health: Health = { status: 'ok', version: '1.0.0', database: 'ok', zoom: 'https://api.zoom.us' };
const proof: SessionRequest = {
  code: 'c2luZ2xlLXVzZS1jb2Rl',
  verifier: 'dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk',
};
const session: Session = {
  token: 'bF9xZ0s2cVd1R2k0dVJtN1FhT3p5Y3V0b1Z2c1dYMTI',
  expiresAt: '2026-11-20T20:00:00.000Z',
  member,
};
const preferences: Preferences = {
  options: { muteOnEntry: true },
  updateByItself: true,
  invitationLanguage: null,
};
const me: Me = {
  member,
  defaults: { ...lasting, passcodeRequired: true },
  locks: { waitingRoom: 'policy', passcode: 'zoom' },
  preferences,
  personalMeetingId: '5551112222',
};
const choices: MeetingChoices = {
  scheduleFor: [{ email: 'colleague@example.test', name: 'Sandbox Colleague' }],
  templates: [{ id: 'Xv2kd9TNRnmCMfHKBnJYMg', name: 'Sandbox Template' }],
};
const request: MeetingRequest = {
  topic: 'Planning',
  start: '2026-11-24T09:00:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  options: { waitingRoom: true },
};
const meeting: Meeting = {
  id,
  topic: 'Planning',
  start: '2026-11-24T08:00:00.000Z',
  durationMinutes: 30,
  repeats: null,
  occurrences: [],
  timeZone: 'Europe/Berlin',
  joinUrl: `https://zoom.us/j/${id}?pwd=c2FuZGJveA`,
  passcode: '482913',
  joinNumber: id,
  options: { ...lasting, alternativeHosts: [] },
  hostedByMe: true,
  hostName: 'Sandbox Organizer',
};
const occurrence: OccurrenceRequest = { start: '2026-12-01T10:00:00.000Z', durationMinutes: 45 };
const { topic, start, durationMinutes, timeZone, joinUrl } = meeting;
const page: MeetingPage = { meetings: [{ id, topic, start, durationMinutes, timeZone, joinUrl }] };
const unused: UnusedMeetings = { meetings: [{ id, topic, start, madeAt: '2026-11-20T08:00:00.000Z' }] };
const confirmation: Confirmation = { appointment: 'n4bQgYhMfWWaL-qgxVrQFaO_TxsrC4Is0V1sFbDwCgg' };
const confirmed = { appointment: 'this' };

export const examples: RouteExamples = {
  'GET /health': {
    answer: health,
    failure: { ...health, status: 'degraded', database: 'unavailable' } satisfies Health,
  },
  'POST /api/session': { body: proof, answer: session },
  'POST /api/session/renew': { answer: session },
  'GET /api/me': { answer: me },
  'GET /api/me/preferences': { answer: preferences },
  'PUT /api/me/preferences': { body: preferences, answer: me },
  'GET /api/me/choices': { answer: choices },
  'POST /api/meetings': { body: request, answer: meeting },
  'GET /api/meetings': { answer: page },
  'GET /api/meetings/unused': { answer: unused },
  'GET /api/meetings/:id': { answer: meeting },
  'PATCH /api/meetings/:id': { body: request, answer: meeting },
  'POST /api/meetings/:id/recover': { answer: meeting },
  'PATCH /api/meetings/:id/occurrences/:occurrenceId': { body: occurrence, answer: meeting },
  'DELETE /api/meetings/:id/occurrences/:occurrenceId': { answer: meeting },
  'POST /api/meetings/:id/confirm': { body: confirmation, answer: confirmed },
};
