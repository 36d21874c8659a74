/**
 * OpenAPI 3.0 schemas as Ajv validates them: `nullable` becomes a type, notes are dropped, and every object that lists
 * its properties is closed, so that a field which Zoom does not document is found in requests and answers alike.
 */
import type { ErrorObject } from 'ajv';
import Ajv from 'ajv/dist/2019';
import addFormats from 'ajv-formats';

type Json = Record<string, unknown>;

const notes = new Set(['description', 'example', 'deprecated', 'title', 'default', 'nullable']);

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const mapValues = (value: unknown, convert: (schema: Json) => Json): Json =>
  isObject(value)
    ? Object.fromEntries(
        Object.entries(value).map(([name, part]) => [name, isObject(part) ? convert(part) : part]),
      )
    : {};

/** The same schema in JSON Schema 2019-09. `open`: part of an `allOf`, which is closed as a whole. */
export function jsonSchema(schema: Json, open = false): Json {
  const converted: Json = {};
  for (const [keyword, value] of Object.entries(schema)) {
    if (notes.has(keyword) || keyword.startsWith('x-')) continue;
    if (keyword === 'properties') converted[keyword] = mapValues(value, (part) => jsonSchema(part));
    else if (keyword === 'items' && isObject(value)) converted[keyword] = jsonSchema(value);
    else if (Array.isArray(value) && (keyword === 'allOf' || keyword === 'oneOf' || keyword === 'anyOf')) {
      converted[keyword] = value
        .filter(isObject)
        .map((part) => jsonSchema(part, keyword === 'allOf' || open));
    } else converted[keyword] = value;
  }
  if (schema['nullable'] === true) converted['type'] = [schema['type'], 'null'];
  const lists = 'properties' in schema || 'allOf' in schema;
  return lists && !open ? { ...converted, unevaluatedProperties: false } : converted;
}

/** Says what is wrong with a value; nothing when it is as the schema says. */
export type Validator = (value: unknown) => ErrorObject[];

/** Compiles a schema. `coerce`: values are texts of a query. */
export function compile(schema: Json, coerce = false): Validator {
  const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: coerce, formats: { string: true } });
  addFormats(ajv);
  const validate = ajv.compile(schema);
  return (value) => (validate(value) ? [] : [...(validate.errors ?? [])]);
}
