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
  ...['userSchedulers', 'userAssistants'].map((operation): Deviation => ({
    name: `missing scopes of ${operation}`,
    operation,
    part: 'status',
    pointer: '400',
    reason: 'A token without the scope is refused here as everywhere; the OpenAPI lists no 400 for it.',
  })),
  {
    name: 'people who cannot be alternative hosts',
    operation: '*',
    part: 'code',
    pointer: '1114',
    reason: 'Met in the field for people without licence or outside the account; the OpenAPI leaves it out.',
  },
  ...(['request', 'response'] as const).map((part): Deviation => ({
    name: `several days a week in a ${part}`,
    operation: '*',
    part,
    pointer: '/recurrence/weekly_days',
    reason: 'The enum allows one day only; the text asks for days separated by commas, such as 1,3.',
  })),
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
