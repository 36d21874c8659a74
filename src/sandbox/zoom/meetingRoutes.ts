/**
 * The operations about meetings: create, list, get, update, delete, end or recover, invitation.
 *
 * A meeting answers to its host only; others need an admin's scope. `occurrence_id` names an occurrence of a series with
 * fixed times, which the stand-in does not have, so there never is one to be found.
 */
import * as z from 'zod';
import { obey, type AddOperation } from './addOperation';
import type { Cloud } from './cloud';
import { zoomErrors } from './errors';
import { CreateBody, DeleteQuery, ListQuery, readFields, StatusBody, UpdateBody } from './meetingBodies';
import { listed } from './meetingList';
import type { StoredMeeting } from './meetingModel';
import { invitationText, meetingDetails, meetingRow } from './meetingViews';
import type { Person } from './people';
import { namedPerson } from './userRoutes';

const Params = z.object({ meetingId: z.string() });
const OccurrenceQuery = z.object({ occurrence_id: z.string().optional() });

/** The id in the path; Zoom's are int64. */
function meetingId(params: unknown): string {
  const id = Params.parse(params).meetingId;
  if (!/^\d{1,19}$/.test(id)) throw zoomErrors.invalidParameter('meetingId');
  return id;
}

function assertHost(meeting: StoredMeeting, person: Person, scope: string): StoredMeeting {
  if (meeting.hostId !== person.id) throw zoomErrors.missingScope(scope);
  return meeting;
}

export function meetingRoutes(add: AddOperation, cloud: Cloud): void {
  const own = (params: unknown, person: Person, scope: string) =>
    assertHost(cloud.meeting(meetingId(params)), person, scope);

  add(
    { operation: 'meetings.create', method: 'POST', url: '/users/:userId/meetings' },
    (request, reply, person) => {
      const host = namedPerson(cloud, request.params, person, 'meeting:write:meeting:admin');
      const body = readFields(CreateBody, request.body);
      if (body.schedule_for !== undefined && cloud.person(body.schedule_for)?.id !== host.id) {
        throw zoomErrors.schedulingForOthers(body.schedule_for);
      }
      obey(cloud.limiter.creation(host.id, cloud.clock.now()), reply);
      const meeting = cloud.create(body, host);
      reply.status(201);
      return meetingDetails(meeting, host, cloud.joinOrigin);
    },
  );

  add(
    { operation: 'meetings.list', method: 'GET', url: '/users/:userId/meetings' },
    (request, _reply, person) => {
      const host = namedPerson(cloud, request.params, person, 'meeting:read:list_meetings:admin');
      const query = readFields(ListQuery, request.query);
      const now = cloud.clock.now();
      const all = listed(cloud.store.meetings.all(), host.id, query, host.timezone, now);
      const { rows, ...paging } = cloud.pager.page(all, host.id, query, now);
      return { ...paging, meetings: rows.map((meeting) => meetingRow(meeting, host, cloud.joinOrigin)) };
    },
  );

  add(
    { operation: 'meetings.get', method: 'GET', url: '/meetings/:meetingId' },
    (request, _reply, person) => {
      const meeting = own(request.params, person, 'meeting:read:meeting:admin');
      if (readFields(OccurrenceQuery, request.query).occurrence_id) {
        throw zoomErrors.meetingNotFound(String(meeting.id));
      }
      return meetingDetails(meeting, cloud.hostOf(meeting), cloud.joinOrigin);
    },
  );

  add(
    { operation: 'meetings.update', method: 'PATCH', url: '/meetings/:meetingId' },
    (request, reply, person) => {
      const meeting = own(request.params, person, 'meeting:update:meeting:admin');
      if (readFields(OccurrenceQuery, request.query).occurrence_id)
        throw zoomErrors.invalidParameter('occurrence_id');
      const body = readFields(UpdateBody, request.body);
      if (body.schedule_for !== undefined && cloud.person(body.schedule_for)?.id !== person.id) {
        throw zoomErrors.schedulingForOthers(body.schedule_for);
      }
      obey(cloud.limiter.update(meeting.id, cloud.clock.now()), reply);
      cloud.update(meeting, body);
      return reply.status(204).send();
    },
  );

  add(
    { operation: 'meetings.delete', method: 'DELETE', url: '/meetings/:meetingId' },
    (request, reply, person) => {
      const meeting = own(request.params, person, 'meeting:delete:meeting:admin');
      if (readFields(DeleteQuery, request.query).occurrence_id)
        throw zoomErrors.invalidParameter('occurrence_id');
      cloud.delete(meeting);
      return reply.status(204).send();
    },
  );

  add(
    { operation: 'meetings.status', method: 'PUT', url: '/meetings/:meetingId/status' },
    (request, reply, person) => {
      const id = meetingId(request.params);
      const { action } = readFields(StatusBody, request.body);
      const kept = cloud.store.meetings.get(id);
      if (kept !== undefined) assertHost(kept, person, 'meeting:update:status:admin');
      if (action === 'recover') cloud.recover(id);
      else cloud.end(cloud.meeting(id));
      return reply.status(204).send();
    },
  );

  add(
    { operation: 'meetings.invitation', method: 'GET', url: '/meetings/:meetingId/invitation' },
    (request, _reply, person) => {
      const meeting = own(request.params, person, 'meeting:read:invitation:admin');
      const invitation = invitationText(meeting, cloud.hostOf(meeting), cloud.joinOrigin);
      return { invitation, sip_links: [`${meeting.id}@sip.example.test`] };
    },
  );
}
