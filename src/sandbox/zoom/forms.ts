/**
 * Reading posts of HTML forms and token requests (`application/x-www-form-urlencoded`).
 */
import type { FastifyInstance } from 'fastify';
import * as z from 'zod';

/** Fields of a form; of a repeated one, the last. */
export const Form = z.record(z.string(), z.string());
export type Form = z.infer<typeof Form>;

export function acceptForms(app: FastifyInstance): void {
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    (_request, text, done) => {
      done(null, Object.fromEntries(new URLSearchParams(String(text))));
    },
  );
}
