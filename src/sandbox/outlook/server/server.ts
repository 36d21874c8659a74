/** Starts the server behind the sandbox's Outlook page: profile, routes, change streams and the page itself. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import { DamagedDataError } from '../../../backend/database/damaged';
import { ProfileError } from '../../../helper/embedded/errors';
import { openProfile, type Profile } from '../../../helper/embedded/profile';
import { systemImpulses, type Impulses } from '../../../helper/embedded/watch';
import { makeApp, type App } from './app';
import { residents, type OutlookServerConfig } from './config';
import { isLoopback } from './guard';
import { addRoutes } from './routes';
import { ChangeStreams } from './stream';

/** A running server. */
export interface OutlookServer {
  /** Where the page is, without a slash at the end; always on `localhost`, which Office.js insists on. */
  url: string;
  /** Ends every connection, then lets go of the profile. */
  close(): Promise<void>;
}

async function addPage(app: App, directory: string): Promise<void> {
  const root = resolve(directory);
  if (existsSync(root)) {
    await app.register(fastifyStatic, { root });
    return;
  }
  app.get('/', (_request, reply) =>
    reply.code(503).send({ code: 'page-not-built', message: 'The page is not built yet: npm run build.' }),
  );
}

/** The profile with the residents' stores. */
function openMailboxes({ profileFile, timeZone }: OutlookServerConfig, impulses: Impulses): Profile {
  let profile: Profile | undefined;
  try {
    profile = openProfile({ file: profileFile, impulses });
    for (const person of residents) profile.ensureStore(person, timeZone);
    return profile;
  } catch (error) {
    profile?.close();
    if (!(error instanceof ProfileError) || error.code !== 'damaged') throw error;
    const damage = { what: "The stand-in Outlook's file", path: profileFile, because: error.message };
    throw new DamagedDataError(damage, error);
  }
}

/**
 * Opens the profile, makes sure that the residents have their stores, and listens. Errors: `DamagedDataError`
 * when the file cannot be used, whatever else the profile throws, what listening throws, and a host that is not this machine's own.
 */
export async function startOutlookServer(config: OutlookServerConfig): Promise<OutlookServer> {
  const host = config.host ?? 'localhost';
  if (!isLoopback(host))
    throw new Error(`The sandbox's Outlook listens on localhost only, not on "${host}".`);
  const impulses = config.impulses ?? systemImpulses;
  const profile = openMailboxes(config, impulses);
  try {
    const app = makeApp(config);
    const streams = new ChangeStreams(profile, impulses, (error) =>
      app.log.error({ err: error }, 'Changes of the profile cannot be read'),
    );
    addRoutes(app, profile, streams, config);
    await addPage(app, config.pageDirectory);
    app.addHook('preClose', async () => streams.close());
    app.addHook('onClose', async () => profile.close());
    await app.listen({ port: config.port, host });
    const address = app.server.address();
    const port = typeof address === 'object' && address ? address.port : config.port;
    return { url: `${config.tls ? 'https' : 'http'}://localhost:${port}`, close: () => app.close() };
  } catch (error) {
    profile.close();
    throw error;
  }
}
