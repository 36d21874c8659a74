/**
 * The control endpoint, for tests and for the sandbox: it is no part of Zoom. JSON, from this computer only, and never
 * from a page in a browser (a request with an Origin is refused).
 *
 *   GET    /control/faults                  -> Fault[] still waiting
 *   POST   /control/faults                  <- { operation, fault, times?, delayMs? } -> 201 Fault[]
 *                                             (operations: operations.ts; faults: faults.ts)
 *   DELETE /control/faults                  -> 204
 *   GET    /control/requests                -> LoggedRequest[] (see requestLog.ts), oldest first
 *   DELETE /control/requests                -> 204
 *   GET    /control/meetings                -> every meeting as kept, deleted ones included (see meetingModel.ts)
 *   GET    /control/people                  -> the people with their settings (see people.ts)
 *   PATCH  /control/people/{id or email}    <- { licensed?, admin?, account? } -> Person
 *   PATCH  /control/people/{id or email}/settings <- part of PersonSettings -> PersonSettings (the plan's
 *                                             `cloud_recording` and `local_recording` are among them)
 *   PUT    /control/people/{id or email}/assistants <- [{ who: id or email, can_manage_host_private_event? }]
 *                                             -> Assistant[]: those who may schedule for the person
 *   GET    /control/locks                   -> LockSettings (see account.ts); PATCH the same with a part of them
 *   GET    /control/templates               -> Template[] (see account.ts); PUT replaces them
 *   GET    /control/limits                  -> Limits (see config.ts); PATCH the same with a part of them; counters restart
 *   PUT    /control/clock                   <- { offsetMs } added to the real time -> { now }
 *   POST   /control/expire-access-tokens    -> 204; refresh tokens stay good
 *   POST   /control/revoke-grants           -> 204; every token is refused from now on
 *   POST   /control/reset                   -> 204; no meetings, no grants, nobody signed in, first settings and limits
 *
 * Errors: 400 `{ message }`, 403, 404.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import * as z from 'zod';
import { changedLocks, LockSettingsChange, Template } from './account';
import type { Cloud } from './cloud';
import { Limits } from './config';
import { Fault } from './faults';
import { PersonSettings } from './people';

const SettingsChange = PersonSettings.partial();
const PersonChange = z.object({
  licensed: z.boolean().optional(),
  admin: z.boolean().optional(),
  account: z.string().optional(),
});
const NewAssistants = z.array(
  z.object({ who: z.string(), can_manage_host_private_event: z.boolean().default(false) }),
);
const Who = z.object({ who: z.string() });
const Offset = z.object({ offsetMs: z.int() });
const LimitsChange = z.object(
  Object.fromEntries(Object.keys(Limits.shape).map((name) => [name, z.int().min(0).optional()])),
);

const loopback = /^(127\.|::1$|::ffff:127\.)/;

/** The control endpoint as a Fastify plugin; register it under `/control`. */
export async function control(app: FastifyInstance, { cloud }: { cloud: Cloud }): Promise<void> {
  app.addHook('onRequest', async (request, reply) => {
    if (!loopback.test(request.ip) || request.headers.origin !== undefined) {
      return reply.status(403).send({ message: 'Only programs on this computer may do this.' });
    }
    return undefined;
  });
  app.setErrorHandler((error, request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? error.statusCode : 500;
    if (error instanceof z.ZodError) return reply.status(400).send({ message: z.prettifyError(error) });
    if (typeof status === 'number' && status < 500)
      return reply.status(status).send({ message: 'Bad request.' });
    request.log.error({ err: error }, 'control request failed');
    return reply.status(500).send({ message: 'Internal error.' });
  });

  app.get('/faults', () => cloud.faults.list());
  app.post('/faults', (request, reply) => {
    cloud.faults.add(Fault.parse(request.body));
    return reply.status(201).send(cloud.faults.list());
  });
  app.delete('/faults', (_request, reply) => {
    cloud.faults.clear();
    return reply.status(204).send();
  });

  app.get('/requests', () => cloud.requests.list());
  app.delete('/requests', (_request, reply) => {
    cloud.requests.clear();
    return reply.status(204).send();
  });

  app.get('/meetings', () => cloud.store.meetings.all());
  app.get('/people', () => cloud.store.people.all());
  const named = (params: unknown) => cloud.person(Who.parse(params).who);
  const nobody = (reply: FastifyReply) => reply.status(404).send({ message: 'No such person.' });
  app.patch('/people/:who', (request, reply) => {
    const person = named(request.params);
    if (person === undefined) return nobody(reply);
    return cloud.store.people.put({ ...person, ...PersonChange.parse(request.body) });
  });
  app.patch('/people/:who/settings', (request, reply) => {
    const person = named(request.params);
    if (person === undefined) return nobody(reply);
    const settings = { ...person.settings, ...SettingsChange.parse(request.body) };
    return cloud.store.people.put({ ...person, settings }).settings;
  });
  app.put('/people/:who/assistants', (request, reply) => {
    const person = named(request.params);
    if (person === undefined) return nobody(reply);
    const assistants = [];
    for (const { who, can_manage_host_private_event } of NewAssistants.parse(request.body)) {
      const assistant = cloud.person(who);
      if (assistant === undefined) return nobody(reply);
      assistants.push({ id: assistant.id, can_manage_host_private_event });
    }
    return cloud.store.people.put({ ...person, assistants }).assistants;
  });

  app.get('/locks', () => cloud.store.account.locks);
  app.patch('/locks', (request) => {
    const { account } = cloud.store;
    const locks = changedLocks(account.locks, LockSettingsChange.parse(request.body));
    return cloud.store.accounts.put({ ...account, locks }).locks;
  });
  app.get('/templates', () => cloud.store.account.templates);
  app.put('/templates', (request) => {
    const templates = z.array(Template).parse(request.body);
    return cloud.store.accounts.put({ ...cloud.store.account, templates }).templates;
  });

  app.get('/limits', () => cloud.limiter.limits);
  app.patch('/limits', (request) => {
    cloud.limiter.limits = Limits.parse({ ...cloud.limiter.limits, ...LimitsChange.parse(request.body) });
    cloud.limiter.reset();
    return cloud.limiter.limits;
  });

  app.put('/clock', (request) => {
    cloud.clock.offset = Offset.parse(request.body).offsetMs;
    return { now: cloud.clock.now() };
  });
  app.post('/expire-access-tokens', (_request, reply) => {
    cloud.grants.expireAccessTokens();
    return reply.status(204).send();
  });
  app.post('/revoke-grants', (_request, reply) => {
    cloud.grants.revokeAll();
    return reply.status(204).send();
  });
  app.post('/reset', (_request, reply) => {
    cloud.reset();
    return reply.status(204).send();
  });
}
