/**
 * The log: one JSON line an event, on stderr, with the request's id. Secrets never get there, by three nets:
 * addresses are logged without their query (it carries codes and states), fields with telling names are removed,
 * and every line is searched for what looks like a token or a join link's passcode.
 */
import { destination, pino, stdSerializers, type DestinationStream, type Logger } from 'pino';

const REMOVED = '[removed]';

const secretFields = [
  'authorization',
  'token',
  'accessToken',
  'refreshToken',
  'access_token',
  'refresh_token',
  'client_secret',
  'verifier',
  'password',
  'passcode',
  'joinUrl',
  'join_url',
  'start_url',
];

/** Long opaque words (tokens, codes, hashes; a UUID is shorter) and the passcode in a join link. */
const secretWords = [
  // From where a word begins: every line is searched, and most words are too short.
  { pattern: /(?<![\w-])[\w-]{40,}/g, replacement: REMOVED },
  { pattern: /\bpwd=[^&\s"\\]+/gi, replacement: `pwd=${REMOVED}` },
  { pattern: /\b(Bearer|Basic)\s+[^\s"\\]+/gi, replacement: `$1 ${REMOVED}` },
];

export const withoutSecrets = (line: string): string =>
  secretWords.reduce((text, { pattern, replacement }) => text.replace(pattern, replacement), line);

/**
 * One for all loggers of the process, so that lines stay in their order. Nobody waits for a line to be written; what is
 * left when the process ends is written then, and a line of level `fatal` at once.
 */
let standardError: DestinationStream | undefined;
const toStandardError = (): DestinationStream =>
  (standardError ??= destination({ dest: process.stderr.fd, sync: false }));

/** @param to where the lines go; stderr unless said otherwise */
export function createLogger(level: string, to: DestinationStream = toStandardError()): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: secretFields.flatMap((name) => [name, `*.${name}`, `*.*.${name}`]), censor: REMOVED },
      serializers: { err: stdSerializers.errWithCause, req: requestInLog },
      hooks: { streamWrite: withoutSecrets },
    },
    to,
  );
}

/** A request as it is logged: no query, no headers, no body. */
const requestInLog = (request: { method: string; url: string }) => ({
  method: request.method,
  path: request.url.split('?', 1)[0],
});
