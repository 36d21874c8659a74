/**
 * The stand-in's web pages: signing in and out, the meetings of the person signed in, and where join links lead.
 */
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import * as z from 'zod';
import type { Browser, Browsers } from '../browsers';
import type { Cloud } from '../cloud';
import { ZoomError } from '../errors';
import { acceptForms, Form } from '../forms';
import { readFields, UpdateBody } from '../meetingBodies';
import type { StoredMeeting } from '../meetingModel';
import { joinUrl } from '../meetingViews';
import { displayName, type Person } from '../people';
import { parseStart, wallClockText } from '../time';
import { script, style } from './assets';
import { authorizeRoutes } from './authorize';
import { problemPage, sendPage } from './layout';
import { joinPage, listPage, meetingPage } from './meetingPages';
import { signInPage } from './signInPages';

const Params = z.object({ id: z.string() });

/** A path of this server, for after signing in; anything else becomes the list. */
function localPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : '/';
}

/** Why the form of a meeting cannot be saved, in a sentence. */
function refusal(error: ZoomError): string {
  const names: Record<string, string> = { start_time: 'start', password: 'passcode' };
  const fields = error.fields.map(({ field }) => names[field] ?? field);
  return fields.length > 0
    ? `Not saved: check the ${fields.join(' and the ')}.`
    : `Not saved: ${error.message}`;
}

/** The pages as a Fastify plugin. */
export async function pages(app: FastifyInstance, { cloud, browsers }: { cloud: Cloud; browsers: Browsers }) {
  acceptForms(app);
  app.get('/style.css', (_request, reply) => reply.type('text/css').send(style));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript').send(script));
  authorizeRoutes(app, cloud, browsers);

  /** A form's post with its fields, by a browser that was given the form; otherwise refuses it. */
  const onPost = (
    url: string,
    handle: (form: Form, browser: Browser, request: FastifyRequest, reply: FastifyReply) => FastifyReply,
  ) =>
    app.post(url, (request, reply) => {
      const form = Form.parse(request.body ?? {});
      const browser = browsers.open(request, reply);
      if (browser.sent(form['token'])) return handle(form, browser, request, reply);
      return sendPage(reply, problemPage(403, 'Not allowed', 'Go back and load the page again.'), browser);
    });

  onPost('/signin', (form, browser, request, reply) => {
    const person = cloud.person(form['person'] ?? '');
    if (person === undefined)
      return sendPage(reply, problemPage(400, 'Sign in', 'Choose a person.'), browser);
    browsers.signIn(request, reply, person);
    return reply.redirect(localPath(form['return']), 303);
  });
  onPost('/signout', (form, _browser, request, reply) => {
    browsers.signOut(request, reply);
    return reply.redirect(localPath(form['return']), 303);
  });

  app.get('/', (request, reply) => {
    const browser = browsers.open(request, reply);
    const { person, formToken } = browser;
    if (person === undefined)
      return sendPage(reply, signInPage(cloud.store.people.all(), '/', formToken), browser);
    const own = cloud.store.meetings.all().filter(({ hostId }) => hostId === person.id);
    return sendPage(reply, listPage(own, cloud.clock.now(), formToken), browser);
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

  /** The meeting in the path when the person hosts it. */
  const ownMeeting = (request: FastifyRequest, person: Person | undefined): StoredMeeting | undefined => {
    const meeting = cloud.store.meetings.get(Params.parse(request.params).id);
    return meeting !== undefined && meeting.hostId === person?.id ? meeting : undefined;
  };
  const noMeeting = problemPage(
    404,
    'No such meeting',
    'It was deleted, it has expired, or it belongs to somebody else.',
  );
  const linkTo = (meeting: StoredMeeting) => joinUrl(meeting, cloud.hostOf(meeting), cloud.joinOrigin);

  app.get('/meeting/:id', (request, reply) => {
    const browser = browsers.open(request, reply);
    const meeting = ownMeeting(request, browser.person);
    if (meeting === undefined || meeting.deletedAt !== null) return sendPage(reply, noMeeting, browser);
    return sendPage(reply, meetingPage(meeting, linkTo(meeting), browser.formToken), browser);
  });

  onPost('/meeting/:id', (form, browser, request, reply) => {
    const meeting = ownMeeting(request, browser.person);
    if (meeting === undefined || meeting.deletedAt !== null) return sendPage(reply, noMeeting, browser);
    const again = (why: string) =>
      sendPage(reply, meetingPage(meeting, linkTo(meeting), browser.formToken, { form, why }), browser);
    try {
      // The field shows whole minutes: only what the person changed in it is a new start.
      const shown = meeting.start === null ? '' : wallClockText(meeting.start, meeting.timezone);
      const typed = form['start'] ?? '';
      const start_time = typed === '' || typed === shown ? undefined : typed.replace(/^(\S{16})$/, '$1:00');
      const start = start_time === undefined ? undefined : parseStart(start_time, meeting.timezone);
      const body = readFields(UpdateBody, {
        topic: form['topic'],
        duration: Number(form['duration']),
        password: form['passcode'],
        ...(start_time === undefined ? {} : { start_time }),
      });
      if (start !== undefined && start < cloud.clock.now()) {
        return again('Not saved: the start is in the past.');
      }
      cloud.update(meeting, body);
      return reply.redirect('/', 303);
    } catch (error) {
      if (error instanceof ZoomError) return again(refusal(error));
      throw error;
    }
  });

  onPost('/meeting/:id/delete', (_form, browser, request, reply) => {
    const meeting = ownMeeting(request, browser.person);
    if (meeting === undefined) return sendPage(reply, noMeeting, browser);
    if (meeting.deletedAt === null) cloud.delete(meeting);
    return reply.redirect('/', 303);
  });

  onPost('/meeting/:id/recover', (_form, browser, request, reply) => {
    const meeting = ownMeeting(request, browser.person);
    try {
      if (meeting === undefined) return sendPage(reply, noMeeting, browser);
      cloud.recover(String(meeting.id));
      return reply.redirect('/', 303);
    } catch (error) {
      if (error instanceof ZoomError) return sendPage(reply, noMeeting, browser);
      throw error;
    }
  });

  for (const path of ['/j/:id', '/s/:id']) {
    app.get(path, (request, reply) => {
      const browser = browsers.open(request, reply);
      try {
        const meeting = cloud.meeting(Params.parse(request.params).id);
        return sendPage(reply, joinPage(meeting, displayName(cloud.hostOf(meeting))), browser);
      } catch (error) {
        if (error instanceof ZoomError) return sendPage(reply, noMeeting, browser);
        throw error;
      }
    });
  }
}
