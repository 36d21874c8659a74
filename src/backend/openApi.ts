/** The description of this interface for machines (`/openapi.json`) and people (`/docs`), made from the schemas. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { FastifySchema } from 'fastify';
import { microsoftExamples } from './microsoft/examples';
import { examples as policyExamples, type RouteExample } from './policy/examples';
import type { TypedApp } from './typedApp';

const OPENAPI_PATH = '/openapi.json';

const examples = { ...policyExamples, ...microsoftExamples };

/** Before the routes, which it collects. */
export async function registerOpenApi(app: TypedApp, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zoom calendar integration for Outlook: backend',
        version,
        description:
          'Sign-in with Zoom, the meetings of the signed-in member, and the settings of the account. Errors are `application/problem+json` ' +
          'with a `code` of the error catalogue.',
      },
      components: { securitySchemes: { session: { type: 'http', scheme: 'bearer' } } },
    },
    transform: (document) => {
      const { schema, url } = jsonSchemaTransform(document);
      const { method } = document.route;
      return { schema: withExamples(schema, examples[`${String(method)} ${url}`] ?? {}), url };
    },
  });
  await app.register(swaggerUi, { routePrefix: '/docs', logLevel: 'warn' });
  app.get(OPENAPI_PATH, { schema: { hide: true } }, async () => app.swagger());
}

/** The route's schemas with an example each (JSON Schema's `examples`). */
function withExamples(schema: FastifySchema, { body, answer }: RouteExample): FastifySchema {
  const answers = isObject(schema.response) ? schema.response : {};
  const shown = Object.entries(answers).map(([status, each]) =>
    /^20[01]$/.test(status) && isObject(each) && answer !== undefined
      ? [status, { ...each, examples: [answer] }]
      : [status, each],
  );
  return {
    ...schema,
    ...(body !== undefined && isObject(schema.body) ? { body: { ...schema.body, examples: [body] } } : {}),
    ...(schema.response === undefined ? {} : { response: Object.fromEntries(shown) }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
