/**
 * Holds one exchange (a request and its answer) to Zoom's OpenAPI: address, query, body, status, error code, answer,
 * rate limit label. Deviations are subtracted afterwards (deviations.ts).
 */
import type { ContractOperation } from './contracts';
import { compile, jsonSchema, type Validator } from './schema';

/** What went over the wire; paths are below `/v2`. */
export interface Exchange {
  method: string;
  path: string;
  query: Record<string, string>;
  /** Undefined when there was none. */
  requestBody: unknown;
  status: number;
  /** Undefined when there was none. */
  responseBody: unknown;
  /** `X-RateLimit-Category`, when there was one. */
  category: string | undefined;
}

export type Part = 'address' | 'query' | 'request' | 'status' | 'code' | 'response' | 'label';

/** One disagreement with the contract. `pointer` is a JSON pointer in a body, else the value that disagrees. */
export interface Violation {
  operation: string;
  part: Part;
  pointer: string;
  message: string;
}

/** Shape of an error; Zoom's OpenAPI describes it in words only (developers.zoom.us, "Error codes"). */
const errorBody = compile({
  type: 'object',
  required: ['code', 'message'],
  additionalProperties: false,
  properties: {
    code: { type: 'integer' },
    message: { type: 'string' },
    errors: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        required: ['field', 'message'],
        additionalProperties: false,
        properties: { field: { type: 'string' }, message: { type: 'string' } },
      },
    },
  },
});

const nothing: Validator = (value) =>
  value === undefined
    ? []
    : [{ keyword: 'empty', instancePath: '', schemaPath: '', params: {}, message: 'must have no body' }];

interface Compiled {
  operation: ContractOperation;
  address: RegExp;
  /** The address with anything in place of an id: a wrong id is answered by the operation all the same. */
  anyAddress: RegExp;
  query: Validator;
  request: Validator;
  /** By status; of success only. */
  responses: Map<string, Validator>;
}

/** A path template as a pattern; int64 parameters are digits unless anything goes. */
function addressPattern(operation: ContractOperation, anything: boolean): RegExp {
  const pattern = operation.path.replace(/\{(\w+)\}/g, (_whole, name: string) => {
    const parameter = operation.parameters.find((candidate) => candidate.name === name);
    return parameter?.schema['type'] === 'integer' && !anything ? '\\d+' : '[^/]+';
  });
  return new RegExp(`^${pattern}$`);
}

function compileOperation(operation: ContractOperation): Compiled {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  const body = operation.requestBody?.content['application/json']?.schema;
  const responses = Object.entries(operation.responses).map(([status, { content }]): [string, Validator] => {
    const schema = content?.['application/json']?.schema;
    return [status, schema === undefined ? nothing : compile(jsonSchema(schema))];
  });
  return {
    operation,
    address: addressPattern(operation, false),
    anyAddress: addressPattern(operation, true),
    query: compile(
      {
        type: 'object',
        additionalProperties: false,
        properties: Object.fromEntries(query.map(({ name, schema }) => [name, jsonSchema(schema)])),
        required: query.filter(({ required }) => required).map(({ name }) => name),
      },
      true,
    ),
    request: body === undefined ? nothing : compile(jsonSchema(body)),
    responses: new Map(responses),
  };
}

const documentedCodes = (description: string) =>
  [...description.matchAll(/\*\*Error Code:\*\* `(\d+)`/g)].map(([, code]) => code ?? '');

const codeOf = (body: unknown) =>
  typeof body === 'object' && body !== null && 'code' in body ? String(body.code) : 'none';

export class Checker {
  private readonly compiled: Compiled[];

  /** Compiles only the operations that a test is about; others count as unknown. */
  constructor(operations: readonly ContractOperation[], ids: readonly string[]) {
    this.compiled = operations.filter(({ operationId }) => ids.includes(operationId)).map(compileOperation);
  }

  /** The operation that an exchange is about. */
  operationOf(exchange: Exchange): ContractOperation | undefined {
    return this.find(exchange, 'anyAddress')?.operation;
  }

  /** What disagrees in the request. */
  request(exchange: Exchange): Violation[] {
    const found = this.find(exchange);
    if (found === undefined) {
      const pointer = `${exchange.method} ${exchange.path}`;
      return [{ operation: 'none', part: 'address', pointer, message: 'no such operation' }];
    }
    return [
      ...violations(found, 'query', found.query({ ...exchange.query })),
      ...violations(found, 'request', found.request(exchange.requestBody)),
    ];
  }

  /** What disagrees in the answer. */
  response(exchange: Exchange): Violation[] {
    const found = this.find(exchange, 'anyAddress');
    if (found === undefined) return [];
    const { operation } = found;
    const status = String(exchange.status);
    const all: Violation[] = [];
    const documented = operation.responses[status];
    if (documented === undefined) {
      all.push({
        operation: operation.operationId,
        part: 'status',
        pointer: status,
        message: 'not documented',
      });
    }
    if (exchange.status < 400) {
      all.push(...violations(found, 'response', found.responses.get(status)?.(exchange.responseBody) ?? []));
    } else {
      all.push(...violations(found, 'response', errorBody(exchange.responseBody)));
      const code = codeOf(exchange.responseBody);
      const codes = documentedCodes(documented?.description ?? '');
      if (codes.length > 0 && !codes.includes(code)) {
        all.push({
          operation: operation.operationId,
          part: 'code',
          pointer: code,
          message: `not one of ${codes.join()}`,
        });
      }
    }
    const label = /Rate Limit Label[^`]*`(\w+)`/.exec(operation.description)?.[1]?.toUpperCase();
    if (exchange.category !== undefined && exchange.category.toUpperCase() !== label) {
      all.push({
        operation: operation.operationId,
        part: 'label',
        pointer: exchange.category,
        message: `is ${label}`,
      });
    }
    return all;
  }

  private find({ method, path }: Exchange, by: 'address' | 'anyAddress' = 'address'): Compiled | undefined {
    return this.compiled.find(
      (candidate) => candidate.operation.method === method && candidate[by].test(path),
    );
  }
}

function violations({ operation }: Compiled, part: Part, errors: ReturnType<Validator>): Violation[] {
  return errors.map(({ instancePath, message, params }) => ({
    operation: operation.operationId,
    part,
    pointer: instancePath,
    message: `${message ?? ''} ${JSON.stringify(params)}`,
  }));
}
