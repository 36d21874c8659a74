/** The routes of meetings. What they mean is in `meetings.ts`; the contract is in `api/backend.ts`. */
import type { FastifyRequest } from 'fastify';
import * as z from 'zod';
import {
  Confirmation,
  ConfirmationAnswer,
  IDEMPOTENCY_HEADER,
  IdempotencyKey,
  Meeting,
  MeetingChange,
  MeetingChoices,
  MeetingPage,
  MeetingRequest,
  OccurrenceRequest,
  paths,
  UnusedMeetings,
} from '../api/backend';
import { MeetingId, Occurrence } from '../domain/meeting';
import type { ZoomClient } from '../zoom/client';
import { callerOf } from './caller';
import { choicesOf, type NamesOf } from './choices';
import type { MemberKey } from './member';
import type { OnBehalf } from './making';
import type { Meetings } from './meetings';
import { anyProblem, SESSION_SECURITY, type TypedApp } from './typedApp';

export interface MeetingRouteOptions {
  readonly meetings: Meetings;
  readonly zoomFor: (member: MemberKey) => ZoomClient;
}

const byId = z.object({ id: MeetingId });
const oneOccurrence = z.object({ id: MeetingId, occurrenceId: Occurrence.shape.id });

/** For whom a request acts. */
const onBehalfOfCaller =
  (zoomFor: MeetingRouteOptions['zoomFor']) =>
  (request: FastifyRequest): OnBehalf => {
    const { key, member } = callerOf(request);
    return { key, viewer: { id: key.userId, name: member.name }, zoom: zoomFor(key) };
  };

export function registerMeetings(app: TypedApp, { meetings, zoomFor }: MeetingRouteOptions): void {
  const shared = { tags: ['Meetings'], security: SESSION_SECURITY };
  const nothing = { 204: z.undefined(), ...anyProblem };
  const oneMeeting = { 200: Meeting, ...anyProblem };
  const route = (suffix = '') => `${paths.meetings}/:id${suffix}`;

  const behalf = onBehalfOfCaller(zoomFor);

  app.post(
    paths.meetings,
    {
      schema: {
        ...shared,
        summary: 'Makes the meeting of a claim, once',
        description: 'The same claim again answers the meeting that lives under it (200 instead of 201).',
        headers: z.looseObject({ [IDEMPOTENCY_HEADER]: IdempotencyKey }),
        body: MeetingRequest,
        response: { 200: Meeting, 201: Meeting, ...anyProblem },
      },
    },
    async (request, reply) => {
      const claim = request.headers[IDEMPOTENCY_HEADER];
      const { meeting, created } = await meetings.create(behalf(request), request.body, claim);
      return reply.code(created ? 201 : 200).send(meeting);
    },
  );

  app.get(
    paths.meetings,
    {
      schema: {
        ...shared,
        summary: 'The meetings to come, page by page',
        querystring: z.object({ pageToken: z.string().max(500).optional() }),
        response: { 200: MeetingPage, ...anyProblem },
      },
    },
    async (request) => meetings.list(behalf(request), request.query.pageToken),
  );

  app.get(
    route(),
    { schema: { ...shared, summary: 'One meeting', params: byId, response: oneMeeting } },
    async (request) => meetings.get(behalf(request), request.params.id),
  );

  app.patch(
    route(),
    {
      schema: {
        ...shared,
        summary: 'Changes a meeting to what is asked',
        description: 'Without times (start, zone, duration, repetition) those stay as they are in Zoom.',
        params: byId,
        body: MeetingChange,
        response: oneMeeting,
      },
    },
    async (request) => meetings.update(behalf(request), request.params.id, request.body),
  );

  app.delete(
    route(),
    {
      schema: {
        ...shared,
        summary: 'Deletes a meeting; fine when one that was made here is gone',
        params: byId,
        response: nothing,
      },
    },
    async (request, reply) => {
      await meetings.remove(behalf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    route('/recover'),
    {
      schema: { ...shared, summary: 'Brings a deleted meeting back', params: byId, response: oneMeeting },
    },
    async (request) => meetings.recover(behalf(request), request.params.id),
  );

  app.patch(
    route('/occurrences/:occurrenceId'),
    {
      schema: {
        ...shared,
        summary: 'Changes the times of one occurrence of a series',
        params: oneOccurrence,
        body: OccurrenceRequest,
        response: oneMeeting,
      },
    },
    async (request) => {
      const { id, occurrenceId } = request.params;
      return meetings.updateOccurrence(behalf(request), id, occurrenceId, request.body);
    },
  );

  app.delete(
    route('/occurrences/:occurrenceId'),
    {
      schema: {
        ...shared,
        summary: 'Cancels one occurrence of a series; fine when it is cancelled',
        params: oneOccurrence,
        response: oneMeeting,
      },
    },
    async (request) => {
      const { id, occurrenceId } = request.params;
      return meetings.removeOccurrence(behalf(request), id, occurrenceId);
    },
  );

  app.post(
    route('/keep'),
    {
      schema: {
        ...shared,
        summary: 'The person wants the meeting though no appointment is known',
        params: byId,
        response: nothing,
      },
    },
    async (request, reply) => {
      await meetings.keep(behalf(request), request.params.id);
      return reply.code(204).send();
    },
  );

  app.post(
    route('/confirm'),
    {
      schema: {
        ...shared,
        summary: 'A saved appointment carries the meeting',
        description:
          'The appointment is named by a fingerprint. The first one told is the one that the meeting belongs to; ' +
          'another one is a copy, unless it shares the meeting on purpose.',
        params: byId,
        body: z.nullish(Confirmation),
        response: { 200: ConfirmationAnswer, ...anyProblem },
      },
    },
    async (request) => ({
      appointment: await meetings.confirm(behalf(request), request.params.id, request.body ?? {}),
    }),
  );
}

/** Routes of which one request asks Zoom several times; limited apart from the others. */
export function registerCostly(
  app: TypedApp,
  {
    meetings,
    zoomFor,
    namesOf,
    mayScheduleForOthers,
  }: MeetingRouteOptions & {
    readonly namesOf: (member: MemberKey) => NamesOf;
    readonly mayScheduleForOthers: (member: MemberKey) => Promise<boolean>;
  },
): void {
  const shared = { tags: ['Meetings'], security: SESSION_SECURITY };
  const behalf = onBehalfOfCaller(zoomFor);

  app.get(
    paths.unused,
    {
      schema: {
        ...shared,
        summary: 'Meetings made here that no saved appointment is known of',
        response: { 200: UnusedMeetings, ...anyProblem },
      },
    },
    async (request) => meetings.unused(behalf(request)),
  );

  app.get(
    paths.choices,
    {
      schema: {
        ...shared,
        summary: 'Whom the person may schedule for, and templates',
        response: { 200: MeetingChoices, ...anyProblem },
      },
    },
    async (request) => {
      const { key, zoom } = behalf(request);
      const choices = await choicesOf(zoom, namesOf(key));
      return (await mayScheduleForOthers(key)) ? choices : { ...choices, scheduleFor: [] };
    },
  );
}
