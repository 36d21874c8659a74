/** One plan for every rule: the smallest situation that it is made for. */
import type { Plan, RuleCode } from '../../../src/sync/actions';
import { defaultPlanSettings } from '../../../src/sync/situation';
import {
  appointment,
  cancelled,
  DAY,
  detailsOf,
  HOUR,
  ID,
  linkOf,
  meeting,
  planOne,
  planPair,
  series,
  single,
} from './support';

const pair = { meeting: meeting(), appointment: appointment() };
const inSeries = { meeting: meeting({ times: series() }), appointment: appointment({ times: series() }) };
const theirs = meeting({}, { hostedByMe: false });
const ours = meeting({}, { madeHere: true });
const link = linkOf(pair.meeting, pair.appointment);
const copy = appointment({}, { id: 'copy', madeFor: 'another' });
const without = { meeting: { occurrences: false }, appointment: { occurrences: true } };

export const everyRule: Readonly<Record<RuleCode, () => Plan>> = {
  'adopt-by-mark': () => planOne({ meeting: meeting(), appointments: [appointment()] }),
  'text-decides-nothing': () =>
    planOne({
      meeting: meeting({ topic: 'Board' }),
      appointments: [appointment({ subject: 'Before the board' }, { foundBy: 'body', madeFor: 'untold' })],
    }),
  'agree-already': () => planPair(pair, {}),
  'topic-from-calendar': () => planPair(pair, { appointment: { subject: 'Renamed' } }),
  'topic-from-zoom': () => planPair(pair, { meeting: { topic: 'Renamed' } }),
  'times-from-calendar': () => planPair(pair, { appointment: { times: single(2 * DAY) } }),
  'times-from-zoom': () => planPair(pair, { meeting: { times: single(2 * DAY) } }),
  'occurrence-from-calendar': () =>
    planPair(inSeries, { appointment: { times: series({}, [cancelled(1)]) } }),
  'occurrence-from-zoom': () => planPair(inSeries, { meeting: { times: series({}, [cancelled(1)]) } }),
  'details-from-zoom': () => planPair(pair, { meeting: { details: detailsOf(ID, 2) } }),
  'calendar-wins': () => planPair(pair, { appointment: { subject: 'One' }, meeting: { topic: 'Other' } }),
  'invitation-was-removed': () => planPair(pair, { appointment: { shown: null } }),
  'not-ours-to-change': () =>
    planPair({ ...pair, meeting: theirs }, { appointment: { times: single(2 * DAY) } }),
  'times-without-fixed-time': () => planPair(pair, { meeting: { times: { kind: 'no-fixed-time' } } }),
  'occurrences-not-possible': () =>
    planPair(inSeries, { appointment: { times: series({}, [cancelled(1)]) } }, { can: without }),
  'past-stays': () => planPair(pair, { appointment: { times: single(-HOUR) } }),
  'times-not-understood': () =>
    planPair(pair, { appointment: { times: series({ end: { kind: 'until', date: '2020-01-01' } }) } }),
  'appointment-for-meeting': () => planOne({ meeting: meeting() }),
  'meeting-for-second-half': () =>
    planOne({
      link: linkOf(inSeries.meeting, inSeries.appointment),
      linked: 'seen',
      appointments: [
        appointment({ times: series({ end: { kind: 'count', count: 2 } }) }),
        appointment(
          { times: series({ start: '2026-12-07T10:00:00', end: { kind: 'count', count: 3 } }) },
          { id: 'second', madeFor: 'another' },
        ),
      ],
    }),
  'meeting-instant': () => planOne({ meeting: meeting({}, { kind: 'instant' }) }),
  'meeting-out-of-window': () => planOne({ meeting: meeting({ times: single(900 * DAY) }) }),
  'meeting-without-times': () => planOne({ meeting: meeting({ times: { kind: 'no-fixed-time' } }) }),
  'meeting-of-another': () => planOne({ meeting: theirs }),
  'appointments-switched-off': () =>
    planOne({ meeting: meeting() }, { settings: { ...defaultPlanSettings, makeAppointments: false } }),
  'appointment-not-saved-yet': () => planOne({ meeting: ours }),
  'appointment-of-unknown-meeting': () => planOne({ meeting: 'gone', appointments: [appointment()] }),
  'copy-shares': () => planOne({ link, appointments: [copy] }),
  'copy-takes-over': () => planOne({ link, linked: 'gone', appointments: [copy] }),
  'copy-gone': () =>
    planOne({ link, copies: [{ appointmentId: 'copy', meetingId: ID }], copiesGone: ['copy'] }),
  'meeting-deleted-appointment-ours': () =>
    planOne({ link: { ...link, origin: 'appointment-made' }, meeting: 'gone' }),
  'meeting-deleted-appointment-changed': () =>
    planOne({
      link: { ...link, origin: 'appointment-made' },
      meeting: 'gone',
      linked: 'seen',
      appointments: [appointment({ subject: 'Mine now' })],
    }),
  'meeting-deleted-appointment-theirs': () => planOne({ link, meeting: 'gone' }),
  'meeting-expired': () =>
    planOne({
      link: linkOf(meeting({ times: single(-2 * DAY) }), appointment({ times: single(-2 * DAY) })),
      meeting: 'gone',
    }),
  'appointment-deleted-meeting-ours': () => planOne({ link: linkOf(ours, pair.appointment), linked: 'gone' }),
  'appointment-deleted-meeting-changed': () =>
    planOne({
      link: linkOf(ours, pair.appointment),
      linked: 'gone',
      meeting: meeting({ topic: 'Goes on' }, { madeHere: true }),
    }),
  'appointment-deleted-meeting-theirs': () => planOne({ link, linked: 'gone' }),
  'appointment-deleted-webinar': () =>
    planOne({ link, linked: 'gone', meeting: meeting({}, { kind: 'webinar' }) }),
  'appointment-stays-deleted': () => planOne({ link: linkOf(meeting(), undefined), meeting: meeting() }),
  'both-gone': () => planOne({ link, linked: 'gone', meeting: 'gone' }),
};
