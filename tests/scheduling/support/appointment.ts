/**
 * An appointment that is open in Outlook, in memory. Two windows of one form share its fields (`FormFields`); each
 * window is a `ComposeAppointment` of its own.
 */
import type { BodyFormat } from '../../../src/domain/appointment';
import type { Recurrence, Repetition } from '../../../src/domain/recurrence';
import { fromWallClock, toIanaTimeZone } from '../../../src/domain/timeZone';
import type { ComposeAppointment } from '../../../src/outlook/item';
import { hostError, Trouble } from './trouble';

export interface FormFields {
  subject: string;
  start: number;
  end: number;
  timeZone: string;
  location: string;
  body: { format: BodyFormat; content: string };
  property: unknown;
  savedId: string | undefined;
  repetition: Repetition;
}

export const TOMORROW_9 = Date.UTC(2026, 10, 24, 8, 0, 0);
export const NOW = Date.UTC(2026, 10, 23, 12, 0, 0);

export const newForm = (fields: Partial<FormFields> = {}): FormFields => ({
  subject: 'Planning',
  start: TOMORROW_9,
  end: TOMORROW_9 + 45 * 60_000,
  timeZone: 'W. Europe Standard Time',
  location: 'Room 5',
  body: { format: 'html', content: '<html><body><p>Agenda</p></body></html>' },
  property: undefined,
  savedId: undefined,
  repetition: { kind: 'single' },
  ...fields,
});

/** Every Tuesday at 9:00 in Berlin, four times from tomorrow on. */
export const TUESDAYS: Recurrence = {
  rule: { frequency: 'weekly', interval: 1, days: ['tuesday'], weekStart: 'monday' },
  end: { kind: 'count', count: 4 },
  start: '2026-11-24T09:00:00',
  durationMinutes: 45,
  timeZone: 'W. Europe Standard Time',
};

export interface Window_ extends ComposeAppointment {
  readonly trouble: Trouble;
  readonly shown: { kind: string; text: string }[];
}

/** A window on the form. */
export function windowOn(form: FormFields, trouble = new Trouble(hostError)): Window_ {
  const shown: { kind: string; text: string }[] = [];
  const call = <T>(name: string, effect: () => T) => trouble.through(name, effect);
  const readBody = () => call('read body', () => ({ ...form.body }));
  const readLocation = () => call('read location', () => form.location);
  const readLinkProperty = () => call('read property', () => form.property);
  const readTimes = () => call('read times', () => ({ start: form.start, end: form.end }));
  const readSubject = () => call('read subject', () => form.subject);
  return {
    mode: 'compose',
    trouble,
    shown,
    async snapshot() {
      const [times, subject, location, body, linkProperty] = await Promise.all([
        readTimes(),
        readSubject(),
        readLocation(),
        readBody(),
        readLinkProperty(),
      ]);
      return {
        ...times,
        subject,
        timeZone: form.timeZone,
        location,
        body,
        linkProperty,
        savedId: form.savedId,
        repetition: form.repetition,
      };
    },
    async subjectAndTimes() {
      const [subject, times] = await Promise.all([readSubject(), readTimes()]);
      return { ...times, subject, timeZone: form.timeZone, repetition: form.repetition };
    },
    readSavedId: () => call('read id', () => form.savedId),
    writeSubject: (subject) => call('write subject', () => void (form.subject = subject)),
    writeTimes: (start, end) => call('write times', () => void Object.assign(form, { start, end })),
    writeRecurrence: (recurrence) =>
      call('write recurrence', () => {
        form.repetition = recurrence === null ? { kind: 'single' } : { kind: 'series', recurrence };
        if (recurrence === null) return;
        form.start = fromWallClock(recurrence.start, toIanaTimeZone(recurrence.timeZone) ?? 'UTC');
        form.end = form.start + recurrence.durationMinutes * 60_000;
      }),
    readAttendees: async () => [],
    readBody,
    writeBody: (format, content) => call('write body', () => void (form.body = { format, content })),
    prependBody: (format, content) =>
      call('prepend body', () => {
        const at = /<body[^>]*>/i.exec(form.body.content);
        const start = at ? at.index + at[0].length : 0;
        const old = form.body.content;
        form.body = { format, content: old.slice(0, start) + content + old.slice(start) };
      }),
    readLocation,
    writeLocation: (location) => call('write location', () => void (form.location = location)),
    readLinkProperty,
    writeLinkProperty: (value) =>
      call(
        'write property',
        () => void (form.property = value === undefined ? undefined : JSON.stringify(value)),
      ),
    notifications: {
      show: (message) => call('show', () => void shown.push(message)),
      clear: () => call('clear', () => undefined),
    },
    onTimesChanged: () => () => undefined,
  };
}
