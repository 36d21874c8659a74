/**
 * The pages about meetings: a person's list with its events, the forms of a meeting and of one occurrence and their
 * posts, and where join links lead.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Browser, Browsers } from '../browsers';
import type { Cloud } from '../cloud';
import { ZoomError } from '../errors';
import type { Form } from '../forms';
import { OccurrenceBody, readFields, UpdateBody } from '../meetingBodies';
import type { StoredMeeting } from '../meetingModel';
import { joinUrl } from '../meetingViews';
import { occurrenceToShow } from '../occurrenceRules';
import type { StoredOccurrence } from '../occurrences';
import type { Person } from '../people';
import { parseStart, wallClockText } from '../time';
import { problemPage, sendPage } from './layout';
import { joinPage, listPage, meetingPage, personalRoomPage, type Shown } from './meetingPages';
import { occurrencePage } from './occurrencePages';
import type { Looking } from './parts';
import { signInPage } from './signInPages';

/** Registers a form's post by a browser that was given the form. */
export type OnPost = (
  url: string,
  handle: (form: Form, browser: Browser, request: FastifyRequest, reply: FastifyReply) => FastifyReply,
) => void;

const Params = z.object({ id: z.string() });
const OccurrenceParams = z.object({ occurrence: z.string() });

/** Why a form cannot be saved, in a sentence. */
function refusal(error: ZoomError): string {
  const names: Record<string, string> = { start_time: 'start', password: 'passcode' };
  const fields = error.fields.map(({ field }) => names[field] ?? field);
  return fields.length > 0
    ? `Not saved: check the ${fields.join(' and the ')}.`
    : `Not saved: ${error.message}`;
}

/**
 * The start as the REST API takes it; undefined when the person left it as it was. The field shows whole minutes, so
 * only what was changed in it is a new start.
 */
function changedStart(form: Form, before: number | null, timeZone: string): string | undefined {
  const shown = before === null ? '' : wallClockText(before, timeZone);
  const typed = form['start'] ?? '';
  return typed === '' || typed === shown ? undefined : typed.replace(/^(\S{16})$/, '$1:00');
}

export function meetingPageRoutes(
  app: FastifyInstance,
  onPost: OnPost,
  cloud: Cloud,
  browsers: Browsers,
): void {
  const noMeeting = problemPage(
    404,
    'No such meeting',
    'It was deleted, it has expired, or it belongs to somebody else.',
  );
  const shownOf = (meeting: StoredMeeting): Shown => {
    const scheduler = meeting.assistantId === null ? undefined : cloud.person(meeting.assistantId);
    return { meeting, host: cloud.hostOf(meeting), ...(scheduler === undefined ? {} : { scheduler }) };
  };

  /** The meeting in the path when the person may manage it, deleted or not. */
  const managed = (request: FastifyRequest, person: Person | undefined): StoredMeeting | undefined => {
    const meeting = cloud.store.meetings.get(Params.parse(request.params).id);
    return meeting !== undefined && person !== undefined && cloud.mayManage(meeting, person)
      ? meeting
      : undefined;
  };

  /** What the pages about a meeting need; undefined when it is not there for whoever asks. */
  function open(
    request: FastifyRequest,
    browser: Browser,
  ): (Looking & { meeting: StoredMeeting }) | undefined {
    const viewer = browser.person;
    const meeting = managed(request, viewer);
    if (meeting === undefined || viewer === undefined || meeting.deletedAt !== null) return undefined;
    const joinLink = joinUrl(meeting, cloud.hostOf(meeting), cloud.joinOrigin);
    return { meeting, viewer, joinLink, formToken: browser.formToken, now: cloud.clock.now() };
  }

  /** The same with the occurrence in the path, when it takes place. */
  function openOccurrence(request: FastifyRequest, browser: Browser) {
    const looking = open(request, browser);
    if (looking === undefined) return undefined;
    const occurrence = orNothing(() =>
      occurrenceToShow(looking.meeting, OccurrenceParams.parse(request.params).occurrence),
    );
    return occurrence === undefined ? undefined : { ...looking, occurrence };
  }

  const isPast = (start: string | undefined, timeZone: string): boolean => {
    const instant = start === undefined ? undefined : parseStart(start, timeZone);
    return instant !== undefined && instant < cloud.clock.now();
  };

  /** Saves, or says why not. */
  function save(
    write: () => void,
    again: (why: string) => FastifyReply,
    done: () => FastifyReply,
  ): FastifyReply {
    try {
      write();
    } catch (error) {
      if (error instanceof ZoomError) return again(refusal(error));
      throw error;
    }
    return done();
  }

  app.get('/', (request, reply) => {
    const browser = browsers.open(request, reply);
    const { person, formToken } = browser;
    if (person === undefined)
      return sendPage(reply, signInPage(cloud.store.people.all(), '/', formToken), browser);
    const own = cloud.store.meetings
      .all()
      .filter(({ hostId, assistantId }) => hostId === person.id || assistantId === person.id);
    return sendPage(reply, listPage(own.map(shownOf), person, cloud.clock.now(), formToken), browser);
  });

  // Server-sent events: `changed` after each change to any meeting; what changed is for the page to read.
  app.get('/events', (request, reply) => {
    if (browsers.open(request, reply).person === undefined)
      return reply.status(401).send({ message: 'Not signed in.' });
    reply.hijack();
    reply.raw.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    reply.raw.write(': open\n\n');
    const tell = () => reply.raw.write('event: changed\ndata: {}\n\n');
    cloud.changes.on('changed', tell);
    request.raw.once('close', () => cloud.changes.off('changed', tell));
    return reply;
  });

  app.get('/meeting/:id', (request, reply) => {
    const browser = browsers.open(request, reply);
    const looking = open(request, browser);
    if (looking === undefined) return sendPage(reply, noMeeting, browser);
    return sendPage(reply, meetingPage(shownOf(looking.meeting), looking), browser);
  });

  onPost('/meeting/:id', (form, browser, request, reply) => {
    const looking = open(request, browser);
    if (looking === undefined) return sendPage(reply, noMeeting, browser);
    const { meeting } = looking;
    const again = (why: string) =>
      sendPage(reply, meetingPage(shownOf(meeting), looking, { form, why }), browser);
    const start_time = changedStart(form, meeting.start, meeting.timezone);
    if (isPast(start_time, meeting.timezone)) return again('Not saved: the start is in the past.');
    const write = () => {
      // Zoom takes a new start of a series with its whole recurrence only.
      const recurrence = meeting.recurrence === null ? {} : { recurrence: meeting.recurrence };
      cloud.update(
        meeting,
        readFields(UpdateBody, {
          topic: form['topic'],
          duration: Number(form['duration']),
          password: form['passcode'],
          ...(start_time === undefined ? {} : { start_time, ...recurrence }),
        }),
      );
    };
    return save(write, again, () => reply.redirect('/', 303));
  });

  onPost('/meeting/:id/delete', (_form, browser, request, reply) => {
    const meeting = managed(request, browser.person);
    if (meeting === undefined) return sendPage(reply, noMeeting, browser);
    if (meeting.deletedAt === null) cloud.delete(meeting);
    return reply.redirect('/', 303);
  });

  onPost('/meeting/:id/recover', (_form, browser, request, reply) => {
    const meeting = managed(request, browser.person);
    const missing = () => sendPage(reply, noMeeting, browser);
    if (meeting === undefined) return missing();
    return save(
      () => cloud.recover(String(meeting.id)),
      missing,
      () => reply.redirect('/', 303),
    );
  });

  app.get('/meeting/:id/occurrence/:occurrence', (request, reply) => {
    const browser = browsers.open(request, reply);
    const looking = openOccurrence(request, browser);
    if (looking === undefined) return sendPage(reply, noMeeting, browser);
    return sendPage(reply, occurrencePage(looking.meeting, looking.occurrence, looking), browser);
  });

  onPost('/meeting/:id/occurrence/:occurrence', (form, browser, request, reply) => {
    const looking = openOccurrence(request, browser);
    if (looking === undefined) return sendPage(reply, noMeeting, browser);
    const { meeting, occurrence } = looking;
    const again = (why: string) =>
      sendPage(reply, occurrencePage(meeting, occurrence, looking, { form, why }), browser);
    const start_time = changedStart(form, occurrence.start, meeting.timezone);
    if (isPast(start_time, meeting.timezone)) return again('Not saved: the start is in the past.');
    const write = () => {
      const body = readFields(OccurrenceBody, {
        duration: Number(form['duration']),
        ...(start_time === undefined ? {} : { start_time }),
      });
      cloud.updateOccurrence(meeting, occurrence.id, body);
    };
    return save(write, again, () => reply.redirect(`/meeting/${meeting.id}`, 303));
  });

  onPost('/meeting/:id/occurrence/:occurrence/cancel', (_form, browser, request, reply) => {
    const looking = openOccurrence(request, browser);
    if (looking === undefined) return sendPage(reply, noMeeting, browser);
    const { meeting, occurrence } = looking;
    cloud.deleteOccurrence(meeting, occurrence.id);
    const left = cloud.store.meetings.get(String(meeting.id))?.deletedAt === null;
    return reply.redirect(left ? `/meeting/${meeting.id}` : '/', 303);
  });

  for (const path of ['/j/:id', '/s/:id']) {
    app.get(path, (request, reply) => {
      const browser = browsers.open(request, reply);
      const { id } = Params.parse(request.params);
      const joined = cloud.joined(id);
      if (joined.meeting !== undefined) {
        const { meeting } = joined;
        return sendPage(reply, joinPage(meeting, cloud.hostOf(meeting), cloud.clock.now()), browser);
      }
      return sendPage(reply, joined.room === undefined ? noMeeting : personalRoomPage(joined.room), browser);
    });
  }
}

/** What `find` finds; undefined when Zoom would not have it. */
function orNothing(find: () => StoredOccurrence): StoredOccurrence | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof ZoomError) return undefined;
    throw error;
  }
}
