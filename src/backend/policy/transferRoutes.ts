/**
 * The routes of the settings file. A file is taken as the text that it is, because a broken one is told what is
 * wrong with it; as a string in JSON it may come as well. For admins and the owner.
 */
import type { FastifyRequest } from 'fastify';
import { HistoryEntry, ImportCheck, policyPaths, SettingsFile } from '../../api/policy';
import { anyProblem, SESSION_SECURITY, type TypedApp } from '../typedApp';
import { accountOf, actingFor } from './roles';
import { ifMatch } from './settingsRoutes';
import type { Transfer } from './transfer';
import { expectedOf } from './versions';

/** 500 groups with every setting said are half of it. */
const FILE_LIMIT_BYTES = 1024 * 1024;

const shared = { tags: ['Settings file'], security: SESSION_SECURITY };

export function registerExport(app: TypedApp, transfer: Transfer): void {
  app.get(
    policyPaths.export,
    {
      schema: {
        ...shared,
        summary: 'All settings as a file',
        response: { 200: SettingsFile, ...anyProblem },
      },
    },
    async (request, reply) => {
      reply.header('content-disposition', 'attachment; filename="zoom-calendar-settings.json"');
      return transfer.export(accountOf(request));
    },
  );
}

/** In a scope of their own, whose bodies nobody else parses. */
export function registerImport(app: TypedApp, transfer: Transfer): void {
  const texts = new WeakMap<FastifyRequest, string | undefined>();
  // Without a body nothing is parsed: then it is the empty text.
  const textOf = (request: FastifyRequest) => (texts.has(request) ? texts.get(request) : '');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', (request, payload, done) => {
    const pieces: Buffer[] = [];
    let size = 0;
    payload.on('data', (piece: Buffer) => {
      size += piece.length;
      // The rest is read and thrown away, so that the answer arrives.
      if (size <= FILE_LIMIT_BYTES) pieces.push(piece);
    });
    payload.on('end', () => {
      texts.set(request, size > FILE_LIMIT_BYTES ? undefined : fileIn(Buffer.concat(pieces).toString()));
      done(null, {});
    });
    payload.on('error', (error) => done(error));
  });
  const described = { ...shared, body: SettingsFile };
  // The body is described, and looked at where all of its problems can be told.
  const validatorCompiler = () => () => true;

  app.post(
    policyPaths.checkImport,
    {
      validatorCompiler,
      schema: {
        ...described,
        summary: 'What is wrong with a file, all of it, or what it would do; applies nothing',
        response: { 200: ImportCheck, ...anyProblem },
      },
    },
    async (request) => transfer.check(accountOf(request), textOf(request)),
  );

  app.post(
    policyPaths.import,
    {
      validatorCompiler,
      schema: {
        ...described,
        summary: 'Applies a file, all of it or nothing',
        description:
          'The ETag is the account’s revision. `problems` of a refusal tells everything that is wrong.',
        headers: ifMatch,
        response: { 200: HistoryEntry, ...anyProblem },
      },
    },
    async (request) => transfer.import(actingFor(request), expectedOf(request), textOf(request)),
  );
}

/** The file's own text, also where it came as a string in JSON. */
function fileIn(sent: string): string {
  const text = unmarked(sent);
  if (!text.trimStart().startsWith('"')) return text;
  try {
    const inner: unknown = JSON.parse(text);
    return typeof inner === 'string' ? unmarked(inner) : text;
  } catch {
    return text;
  }
}

/** Without the mark of its byte order, with which editors of Windows begin a text; it is no JSON (RFC 8259, 8.1). */
const unmarked = (text: string): string => text.replace(/^\uFEFF/, '');
