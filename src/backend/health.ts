/** `GET /health`: whether this process can do its work, for people and load balancers. Needs no session. */
import { Health, paths } from '../api/backend';
import type { TypedApp } from './typedApp';

export interface HealthOptions {
  readonly version: string;
  readonly databaseHealthy: () => Promise<boolean>;
  readonly zoomApiUrl: string;
}

export function registerHealth(app: TypedApp, { version, databaseHealthy, zoomApiUrl }: HealthOptions): void {
  app.get(
    paths.health,
    {
      logLevel: 'warn',
      schema: {
        tags: ['Service'],
        summary: 'Whether the service can do its work',
        response: { 200: Health, 503: Health },
      },
    },
    async (_request, reply) => {
      const healthy = await databaseHealthy();
      return reply
        .code(healthy ? 200 : 503)
        .header('cache-control', 'no-store')
        .send({
          status: healthy ? 'ok' : 'degraded',
          version,
          database: healthy ? 'ok' : 'unavailable',
          zoom: zoomApiUrl,
        });
    },
  );
}
