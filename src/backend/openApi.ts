/** The description of this interface for machines (`/openapi.json`) and people (`/docs`), made from the schemas. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { FastifySchema } from 'fastify';
import type { ChangeEvent } from '../api/policy';
import { PROBLEM_TYPE } from '../api/problem';
import { toProblem } from '../api/toProblem';
import { ProductError } from '../domain/errors';
import { examples as ownExamples } from './examples';
import { microsoftExamples } from './microsoft/examples';
import { examples as policyExamples } from './policy/examples';
import type { RouteExample } from './routeExample';
import type { TypedApp } from './typedApp';

const OPENAPI_PATH = '/openapi.json';
/** How a route says that its answer does not end. */
export const EVENT_STREAM = 'text/event-stream';
const change: ChangeEvent = { kind: 'policy', revision: 8 };
const streamExample = `id: ${change.revision}\ndata: ${JSON.stringify(change)}\n\n`;

const examples = { ...ownExamples, ...policyExamples, ...microsoftExamples };

const requestId = '0e2f1c64-3a6e-4a0c-8a3a-7b8f2f7f7f11';
const refused = toProblem(new ProductError('not-found'), requestId);
const failed = toProblem(new ProductError('backend-unavailable'), requestId);

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

/** The route's schemas with an example each (JSON Schema's `examples`), and with the types and headers of its answers. */
function withExamples(schema: FastifySchema, example: RouteExample): FastifySchema {
  const { body } = example;
  const answers = isObject(schema.response) ? Object.entries(schema.response) : [];
  return {
    ...schema,
    ...(body !== undefined && isObject(schema.body) ? { body: { ...schema.body, examples: [body] } } : {}),
    ...(schema.response === undefined
      ? {}
      : {
          response: Object.fromEntries(
            answers.map(([status, each]) => [status, answered(status, each, example)]),
          ),
        }),
  };
}

function answered(status: string, schema: unknown, { answer, failure, etag }: RouteExample): unknown {
  if (!isObject(schema)) return schema;
  if (status === '503') return { ...schema, examples: [failure] };
  if (/^[45]xx$/i.test(status)) {
    const [description, example] = status.startsWith('4') ? ['Refused', refused] : ['Failed', failed];
    return { description, content: { [PROBLEM_TYPE]: { schema, example } } };
  }
  if (schema.description === EVENT_STREAM)
    return {
      description: 'Server-sent events',
      content: { [EVENT_STREAM]: { schema: { type: 'string' }, example: streamExample } },
    };
  if (!/^20[01]$/.test(status) || answer === undefined) return schema;
  return {
    ...schema,
    examples: [answer],
    ...(etag === undefined
      ? {}
      : {
          headers: {
            etag: { type: 'string', description: 'the version, for If-Match', example: etag },
          },
        }),
  };
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;
