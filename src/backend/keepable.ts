/**
 * Text that the database cannot keep: PostgreSQL has no character NUL, and half of a surrogate pair is no character at
 * all. Refused at the door, wherever in a request it stands.
 */
import { ProductError } from '../domain/errors';
import type { TypedApp } from './typedApp';

const UNKEEPABLE = /[\0\p{Cs}]/u;

/** Where the value holds such text, as a path such as `body/people/3/name`; undefined: nowhere. */
export function unkeepableIn(value: unknown, where: string): string | undefined {
  if (typeof value === 'string') return UNKEEPABLE.test(value) ? where : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    if (UNKEEPABLE.test(name)) return where;
    const found = unkeepableIn(each, `${where}/${name}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** For all routes of the scope. @throws ProductError `invalid-request` */
export function refuseUnkeepable(app: TypedApp): void {
  app.addHook('preValidation', (request, _reply, done) => {
    // A body that is text is a file, which is looked at as one.
    const body = typeof request.body === 'string' ? undefined : request.body;
    const where =
      unkeepableIn(request.params, 'params') ??
      unkeepableIn(request.query, 'querystring') ??
      unkeepableIn(body, 'body');
    done(
      where === undefined
        ? undefined
        : new ProductError('invalid-request', { reason: `${where}: holds a character that is none` }),
    );
  });
}
