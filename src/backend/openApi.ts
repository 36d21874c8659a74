/** The description of this interface for machines (`/openapi.json`) and people (`/docs`), made from the schemas. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { TypedApp } from './typedApp';

const OPENAPI_PATH = '/openapi.json';

/** Before the routes, which it collects. */
export async function registerOpenApi(app: TypedApp, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zoom calendar integration for Outlook: backend',
        version,
        description:
          'Sign-in with Zoom and the meetings of the signed-in member. Errors are `application/problem+json` ' +
          'with a `code` of the error catalogue.',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
    transform: jsonSchemaTransform,
  });
  await app.register(swaggerUi, { routePrefix: '/docs', logLevel: 'warn' });
  app.get(OPENAPI_PATH, { schema: { hide: true } }, async () => app.swagger());
}
