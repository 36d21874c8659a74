/**
 * Where Zoom's own OpenAPI files are, and what happens when they are not there: the contract tests then say so in one
 * line and check that nothing but the missing folder is the reason.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';

/** Reference data beside the project, not part of it. */
export const folder = path.resolve(__dirname, '..', '..', '..', '..', 'shared', 'contracts', 'zoom');

/** A JSON schema in OpenAPI 3.0's dialect; what is in it is for Ajv to understand. */
const Schema = z.record(z.string(), z.unknown());

const Parameter = z.object({
  name: z.string(),
  in: z.enum(['path', 'query']),
  required: z.boolean().optional(),
  schema: Schema,
});

const Content = z.record(z.string(), z.object({ schema: Schema }));

const OperationShape = z.object({
  operationId: z.string(),
  description: z.string(),
  parameters: z.array(Parameter).default([]),
  requestBody: z.object({ content: Content }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: Content.optional() })),
});

const Document = z.object({ paths: z.record(z.string(), z.record(z.string(), OperationShape)) });

/** One operation of Zoom's reference. */
export type ContractOperation = z.infer<typeof OperationShape> & { method: string; path: string };

/** The operations of the files that this product touches; undefined when the folder is absent. */
export function readContracts(): ContractOperation[] | undefined {
  if (!existsSync(folder)) return undefined;
  return ['meetings.json', 'users.json', 'accounts.json'].flatMap((name) => {
    const { paths } = Document.parse(JSON.parse(readFileSync(path.join(folder, name), 'utf8')));
    return Object.entries(paths).flatMap(([at, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({
        ...operation,
        method: method.toUpperCase(),
        path: at,
      })),
    );
  });
}

/** Declares contract tests, or one test that says that they did not run and why. */
export function describeContract(name: string, tests: (operations: ContractOperation[]) => void): void {
  const operations = readContracts();
  if (operations !== undefined) {
    describe(name, () => tests(operations));
    return;
  }
  it(`${name}: did not run, because Zoom's OpenAPI files are not here`, () => {
    process.stdout.write(`Contract tests did not run (${name}): ../shared/contracts/zoom is absent.\n`);
    expect(existsSync(folder)).toBe(false);
  });
}
