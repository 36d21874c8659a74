/**
 * The operations about meetings: create, list, get, update, delete, end or recover.
 *
 * A meeting answers to its host and to those whom the host lets schedule; others need an admin's scope. `occurrence_id`
 * makes get, update and delete mean one occurrence of a series.
 */
import * as z from 'zod';
import { obey, type AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { zoomErrors } from './errors';
import {
  CreateBody,
  DeleteQuery,
  GetQuery,
  ListQuery,
  OccurrenceBody,
  readFields,
  StatusBody,
  UpdateBody,
  UpdateQuery,
} from './meetingBodies';
import { listed } from './meetingList';
import type { StoredMeeting } from './meetingModel';
import { meetingDetails, meetingRow } from './meetingViews';
import { occurrenceToShow } from './occurrenceRules';
import type { Person } from './people';
import { hostFor } from './privileges';
import { namedPerson } from './userRoutes';

const Params = z.object({ meetingId: z.string() });

/** The id in the path; Zoom's are int64. */
function meetingId(params: unknown): string {
  const id = Params.parse(params).meetingId;
  if (!/^\d{1,19}$/.test(id)) throw zoomErrors.invalidParameter('meetingId');
  return id;
}

export function meetingRoutes(add: AddOperation, cloud: Cloud): void {
  const find = (idOrEmail: string) => cloud.person(idOrEmail);
  const assertManager = (meeting: StoredMeeting, person: Person, scope: string): StoredMeeting => {
    if (cloud.mayManage(meeting, person)) return meeting;
    // Who scheduled it for its host knows of it; to anybody else it is as if it were not there.
    if (meeting.assistantId === person.id) throw zoomErrors.missingScope(scope);
    throw zoomErrors.meetingNotFound(String(meeting.id));
  };
  const managed = (params: unknown, person: Person, scope: string) =>
    assertManager(cloud.meeting(meetingId(params)), person, scope);
  const look = (meeting: StoredMeeting) => ({
    host: cloud.hostOf(meeting),
    joinOrigin: cloud.joinOrigin,
    now: cloud.clock.now(),
  });

  add(
    { operation: 'meetings.create', method: 'POST', url: '/users/:userId/meetings' },
    (request, reply, person) => {
      const scheduler = namedPerson(cloud, request.params, person, 'meeting:write:meeting:admin');
      const body = readFields(CreateBody, request.body);
      const host = body.schedule_for
        ? hostFor(body.schedule_for, scheduler, body.type ?? 2, find)
        : scheduler;
      obey(cloud.limiter.creation(host.id, cloud.clock.now()), reply);
      const meeting = cloud.create(body, host, scheduler);
      reply.status(201);
      return meetingDetails(meeting, look(meeting));
    },
  );

  add(
    { operation: 'meetings.list', method: 'GET', url: '/users/:userId/meetings' },
    (request, _reply, person) => {
      const owner = namedPerson(cloud, request.params, person, 'meeting:read:list_meetings:admin');
      const query = readFields(ListQuery, request.query);
      const now = cloud.clock.now();
      const all = listed(cloud.store.meetings.all(), owner.id, query, owner.timezone, now);
      const { rows, ...paging } = cloud.pager.page(all, owner.id, query, now);
      return {
        ...paging,
        meetings: rows.map((meeting) => meetingRow(meeting, cloud.hostOf(meeting), cloud.joinOrigin, now)),
      };
    },
  );

  add(
    { operation: 'meetings.get', method: 'GET', url: '/meetings/:meetingId' },
    (request, _reply, person) => {
      const meeting = managed(request.params, person, 'meeting:read:meeting:admin');
      const query = readFields(GetQuery, request.query);
      const previous = query.show_previous_occurrences === 'true';
      if (!query.occurrence_id) return meetingDetails(meeting, { ...look(meeting), previous });
      const occurrence = occurrenceToShow(meeting, query.occurrence_id);
      return meetingDetails(meeting, { ...look(meeting), previous, occurrence });
    },
  );

  add(
    { operation: 'meetings.update', method: 'PATCH', url: '/meetings/:meetingId' },
    (request, reply, person) => {
      const meeting = managed(request.params, person, 'meeting:update:meeting:admin');
      const { occurrence_id } = readFields(UpdateQuery, request.query);
      const limit = () => obey(cloud.limiter.update(meeting.id, cloud.clock.now()), reply);
      if (occurrence_id) {
        const body = readFields(OccurrenceBody, request.body);
        limit();
        cloud.updateOccurrence(meeting, occurrence_id, body);
      } else {
        const body = readFields(UpdateBody, request.body);
        const to = body.schedule_for
          ? hostFor(body.schedule_for, person, body.type ?? meeting.type, find)
          : undefined;
        limit();
        cloud.update(meeting, body, to === undefined ? undefined : { to, scheduler: person });
      }
      return reply.status(204).send();
    },
  );

  add(
    { operation: 'meetings.delete', method: 'DELETE', url: '/meetings/:meetingId' },
    (request, reply, person) => {
      const meeting = managed(request.params, person, 'meeting:delete:meeting:admin');
      const { occurrence_id } = readFields(DeleteQuery, request.query);
      if (occurrence_id) cloud.deleteOccurrence(meeting, occurrence_id);
      else cloud.delete(meeting);
      return reply.status(204).send();
    },
  );

  add(
    { operation: 'meetings.status', method: 'PUT', url: '/meetings/:meetingId/status' },
    (request, reply, person) => {
      const id = meetingId(request.params);
      const { action } = readFields(StatusBody, request.body);
      const kept = cloud.store.meetings.get(id);
      if (kept !== undefined) assertManager(kept, person, 'meeting:update:status:admin');
      if (action === 'recover') cloud.recover(id);
      else cloud.end(cloud.meeting(id));
      return reply.status(204).send();
    },
  );
}
