/**
 * The body of the appointment that is open: read in the format that it has, replaced in that format.
 *
 * Office.js tells a body's type and its content by two calls. Both go out at once, in the format that was true
 * last time; only when that guess was wrong is there a second round.
 */
import type { AppointmentSnapshot, BodyFormat } from '../domain/appointment';
import { callHost } from './hostCall';

export interface Body {
  read(): Promise<AppointmentSnapshot['body']>;
  write(format: BodyFormat, content: string): Promise<void>;
  prepend(format: BodyFormat, content: string): Promise<void>;
}

/** The body of an appointment in compose mode, where its type can be asked for. */
export function composeBody(body: Office.Body): Body {
  let lastFormat: BodyFormat = 'html';
  const content = (format: BodyFormat) => readAs(body, format);
  const type = () =>
    callHost<Office.CoercionType>('read the text of the appointment', (done) => body.getTypeAsync(done));
  return {
    async read() {
      const guess = lastFormat;
      const [kind, guessed] = await Promise.all([type(), content(guess)]);
      lastFormat = String(kind) === 'text' ? 'text' : 'html';
      return { format: lastFormat, content: lastFormat === guess ? guessed : await content(lastFormat) };
    },
    async write(format, text) {
      await callHost<unknown>('write the text of the appointment', (done) =>
        body.setAsync(text, { coercionType: format }, done),
      );
    },
    async prepend(format, text) {
      await callHost<unknown>('write the text of the appointment', (done) =>
        body.prependAsync(text, { coercionType: format }, done),
      );
    },
  };
}

/** The body of an appointment that is only read: always as HTML, since its type cannot be asked for. */
export async function readBodyAsHtml(body: Office.Body): Promise<AppointmentSnapshot['body']> {
  return { format: 'html', content: await readAs(body, 'html') };
}

const readAs = (body: Office.Body, format: BodyFormat): Promise<string> =>
  callHost<string>('read the text of the appointment', (done) => body.getAsync(format, done));
