/**
 * Where Zoom's OpenAPI says less or other than Zoom does, by name and with the reason. The contract tests allow these and
 * nothing else, and one of them fails when an entry is no longer needed.
 */
import type { Part, Violation } from './checker';

export interface Deviation {
  name: string;
  /** An operationId, or `*` for all. */
  operation: string;
  part: Part;
  /** As in a violation. */
  pointer: string;
  reason: string;
}

export const deviations: readonly Deviation[] = [
  {
    name: 'invalid tokens',
    operation: '*',
    part: 'status',
    pointer: '401',
    reason: "Zoom's error guide has 401 with code 124 for every operation; the OpenAPI lists it for none.",
  },
  {
    name: 'failures of Zoom itself',
    operation: '*',
    part: 'status',
    pointer: '500',
    reason: "Zoom's error guide speaks of 5XX answers; the OpenAPI lists them for no operation.",
  },
  {
    name: 'invalid fields',
    operation: '*',
    part: 'code',
    pointer: '300',
    reason:
      "Zoom's error guide has code 300 for any invalid field; the OpenAPI names it for a few fields only.",
  },
  {
    name: 'missing scopes',
    operation: '*',
    part: 'code',
    pointer: '4711',
    reason:
      "Zoom's OAuth error list has code 4711 for tokens without the scope needed; the OpenAPI leaves it out.",
  },
  {
    name: 'local start of a new meeting',
    operation: 'meetingCreate',
    part: 'request',
    pointer: '/start_time',
    reason:
      'The text allows yyyy-MM-ddTHH:mm:ss with a timezone field; its format, date-time, demands an offset.',
  },
  {
    name: 'local start of a changed meeting',
    operation: 'meetingUpdate',
    part: 'request',
    pointer: '/start_time',
    reason:
      'The text allows yyyy-MM-ddTHH:mm:ss with a timezone field; its format, date-time, demands an offset.',
  },
];

/** True when a deviation is about this violation. */
export function allows(deviation: Deviation, violation: Violation): boolean {
  return (
    (deviation.operation === '*' || deviation.operation === violation.operation) &&
    deviation.part === violation.part &&
    deviation.pointer === violation.pointer
  );
}

/** The violations that no deviation allows. */
export function unallowed(violations: readonly Violation[], allowed = deviations): Violation[] {
  return violations.filter((violation) => !allowed.some((deviation) => allows(deviation, violation)));
}
