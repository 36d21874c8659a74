/** The door of the file: rows as lists of their columns, made into the model's shapes or refused as damaged. */
import * as z from 'zod/mini';
import { Link, type Copy } from '../model';
import type { Due } from '../journal';
import { damagedRow } from './failures';
import { fromColumn, fromNullableColumn } from './text';

const text = z.string();
const number = z.int();
const nullableText = z.nullable(text);

const LinkRow = z.tuple([
  text,
  nullableText,
  text,
  text,
  number,
  number,
  nullableText,
  nullableText,
  nullableText,
  z.nullable(number),
  number,
  text,
  nullableText,
]);
const CopyRow = z.tuple([text, text]);
const DueRow = z.tuple([z.enum(['meeting', 'appointment']), text, number, number, nullableText]);
const PageRow = z.tuple([z.nullable(number), text, text, text]);
const Texts = z.array(text);
const NullableTexts = z.array(nullableText);
const NullableNumbers = z.array(z.nullable(number));

/** Reads something of the file; whatever makes no sense is damage of `what`. */
export function reading<Result>(what: string, read: () => Result): Result {
  try {
    return read();
  } catch (error) {
    throw error instanceof z.core.$ZodError || error instanceof SyntaxError ? damagedRow(what) : error;
  }
}

/**
 * The value itself, checked, not the copy that a schema makes: what is read is then what was written, to the order of
 * its fields, and has the same JSON.
 */
export function checked<T>(schema: z.ZodMiniType<T>, value: unknown): T {
  const isIt = (candidate: unknown): candidate is T => {
    schema.parse(candidate);
    return true;
  };
  if (!isIt(value)) throw new SyntaxError('never: what is not it was thrown');
  return value;
}

/** The columns of a link for `toLink`, of `links` and `facts`. */
export const linkColumns = `meeting_id, appointment_id, origin, kind, made_here, hosted_by_me, meeting_version,
  appointment_version, meeting_row, ends_at, read_at, meeting, appointment`;

export const toLink = (row: unknown): Link =>
  reading('links', () => {
    const [meetingId, appointmentId, origin, kind, madeHere, hostedByMe, ...rest] = LinkRow.parse(row);
    const [meetingVersion, appointmentVersion, meetingRow, endsAt, readAt, meeting, appointment] = rest;
    return checked(Link, {
      meetingId,
      appointmentId: fromNullableColumn(appointmentId),
      origin,
      kind,
      madeHere: madeHere !== 0,
      hostedByMe: hostedByMe !== 0,
      meeting: JSON.parse(meeting),
      appointment: appointment === null ? null : JSON.parse(appointment),
      meetingVersion: fromNullableColumn(meetingVersion),
      appointmentVersion: fromNullableColumn(appointmentVersion),
      meetingRow: fromNullableColumn(meetingRow),
      endsAt,
      readAt,
    });
  });

export const toCopy = (row: unknown): Copy =>
  reading('copies', () => {
    const [appointmentId, meetingId] = CopyRow.parse(row);
    return { appointmentId: fromColumn(appointmentId), meetingId };
  });

export const toDue = (row: unknown): Due =>
  reading('reminders', () => {
    const [side, id, notBefore, failures, problem] = DueRow.parse(row);
    return { side, id: fromColumn(id), notBefore, failures, problem: fromNullableColumn(problem) };
  });

/** What the list of a side said last, of one id. */
export interface Known {
  readonly id: string;
  readonly mark: string | null;
  readonly endsAt: number | null;
}

/** Many rows as one, each column a JSON list: far fewer steps through the driver. `last` is null when there are none. */
export const toPage = (row: unknown): { last: number | null; known: Known[] } =>
  reading('links', () => {
    const [last, ids, marks, ends] = PageRow.parse(row);
    const allMarks = NullableTexts.parse(JSON.parse(marks));
    const allEnds = NullableNumbers.parse(JSON.parse(ends));
    const known = Texts.parse(JSON.parse(ids)).map((id, at) => ({
      id: fromColumn(id),
      mark: fromNullableColumn(allMarks[at] ?? null),
      endsAt: allEnds[at] ?? null,
    }));
    return { last, known };
  });

export const toText = (row: unknown, what: string): string =>
  reading(what, () => fromColumn(z.tuple([text]).parse(row)[0]));

export const toNumber = (value: unknown, what: string): number => reading(what, () => number.parse(value));
