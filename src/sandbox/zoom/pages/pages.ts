/**
 * The stand-in's web pages: signing in and out, and what else is registered here (authorizing, meetings).
 */
import type { FastifyInstance } from 'fastify';
import type { Browsers } from '../browsers';
import type { Cloud } from '../cloud';
import { acceptForms, Form } from '../forms';
import { script, style } from './assets';
import { authorizeRoutes } from './authorize';
import { problemPage, sendPage } from './layout';
import { meetingPageRoutes, type OnPost } from './meetingPageRoutes';

/** A path of this server, for after signing in; anything else becomes the list. */
function localPath(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : '/';
}

/** The pages as a Fastify plugin. */
export async function pages(app: FastifyInstance, { cloud, browsers }: { cloud: Cloud; browsers: Browsers }) {
  acceptForms(app);
  app.get('/style.css', (_request, reply) => reply.type('text/css').send(style));
  app.get('/page.js', (_request, reply) => reply.type('text/javascript').send(script));
  authorizeRoutes(app, cloud, browsers);

  /** A form's post with its fields, by a browser that was given the form; otherwise refuses it. */
  const onPost: OnPost = (url, handle) =>
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

  meetingPageRoutes(app, onPost, cloud, browsers);
}
