/** The contract's routes: each a line or two between HTTP and the mailbox. */
import { readFile } from 'node:fs/promises';
import * as z from 'zod';
import { Appointment } from '../../../helper/embedded/model';
import type { Profile } from '../../../helper/embedded/profile';
import { RestoreRequest, SaveRequest, Session } from '../contract';
import type { App } from './app';
import type { OutlookServerConfig } from './config';
import {
  createAppointment,
  deleteAppointment,
  restoreAppointment,
  saveSettings,
  updateAppointment,
} from './mailbox';
import { ManifestError } from './manifest/xml';
import { resolveAddIn } from './manifest/ribbon';
import { resumeFrom, type ChangeStreams } from './stream';

const NumberText = z.string().min(1).pipe(z.coerce.number());
const AppointmentParams = z.object({ id: z.string() });
const StoreParams = z.object({ store: z.string() });
const RoamingSettings = z.record(z.string(), z.string());

async function manifestText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new ManifestError('The manifest cannot be read; the variable MANIFEST says where it lies.');
  }
}

/** Adds all routes of `contract.ts` to the app. */
export function addRoutes(
  app: App,
  profile: Profile,
  streams: ChangeStreams,
  config: OutlookServerConfig,
): void {
  app.get(
    '/api/session',
    { schema: { querystring: z.object({ locale: z.string().optional() }), response: { 200: Session } } },
    async ({ query: { locale = 'en-US' } }) => ({
      stores: profile.stores(),
      // Read anew each time, so that a changed manifest needs no restart.
      addIn: resolveAddIn(await manifestText(config.manifestFile), config.addInOrigin, locale),
    }),
  );

  app.get(
    '/api/appointments',
    {
      schema: {
        querystring: z.object({ store: z.string(), from: NumberText.optional(), to: NumberText.optional() }),
        response: { 200: z.array(Appointment) },
      },
    },
    ({ query: { store, from, to } }) => profile.view({ storeId: store, from, to }),
  );

  app.get(
    '/api/appointments/:id',
    { schema: { params: AppointmentParams, response: { 200: Appointment } } },
    ({ params }) => profile.read(params.id),
  );

  app.post(
    '/api/appointments',
    { schema: { body: SaveRequest, response: { 201: Appointment } } },
    ({ body }, reply) => {
      reply.code(201);
      return createAppointment(profile, body);
    },
  );

  app.put(
    '/api/appointments/:id',
    { schema: { params: AppointmentParams, body: SaveRequest, response: { 200: Appointment } } },
    ({ params, body }) => updateAppointment(profile, params.id, body),
  );

  app.delete('/api/appointments/:id', { schema: { params: AppointmentParams } }, ({ params }, reply) => {
    deleteAppointment(profile, params.id);
    return reply.code(204).send();
  });

  app.post('/api/restore', { schema: { body: RestoreRequest, response: { 200: Appointment } } }, ({ body }) =>
    restoreAppointment(profile, body),
  );

  app.get(
    '/api/changes',
    {
      schema: {
        querystring: z.object({ since: NumberText.pipe(z.number().int().min(0)).optional() }),
        headers: z.object({ 'last-event-id': z.string().optional() }),
      },
    },
    ({ query, headers }, reply) => {
      const cursor = resumeFrom(headers['last-event-id'], query.since, profile.latestSequence());
      reply.hijack();
      streams.open(reply.raw, cursor);
    },
  );

  app.get(
    '/api/roaming-settings/:store',
    { schema: { params: StoreParams, response: { 200: RoamingSettings } } },
    ({ params }) => profile.settings(params.store),
  );

  app.put(
    '/api/roaming-settings/:store',
    { schema: { params: StoreParams, body: RoamingSettings, response: { 200: RoamingSettings } } },
    ({ params, body }) => {
      saveSettings(profile, params.store, body);
      return profile.settings(params.store);
    },
  );
}
