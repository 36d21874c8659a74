/** The door of the file: rows as they lie in it, and the model's shapes made from them or refused. */
import * as z from 'zod';
import { LocalDate } from '../../domain/recurrence';
import { ProfileError } from './errors';
import {
  AppointmentFields,
  Change,
  FolderKind,
  Person,
  type Appointment,
  type Folder,
  type Store,
} from './model';
import { ExceptionFields, type Exception } from './occurrences';
import { slotOn, startingOnPattern } from './series';

/** The largest instant a JavaScript date can be, in ms either side of 1970. */
const furthest = 8.64e15;
const Instant = z.number().int().min(-furthest).max(furthest);

/** Appointment fields that may be written: whole instants, and no end before its start. */
const StorableFields = AppointmentFields.extend({ start: Instant, end: Instant }).refine(
  ({ start, end }) => end >= start,
  { message: 'The end is before the start.', path: ['end'] },
);

/** JSON text inside a column, parsed and then checked by `inner`. */
const json = <Inner extends z.ZodType>(inner: Inner) =>
  z
    .string()
    .transform((text, context): unknown => {
      try {
        return JSON.parse(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not JSON' });
        return z.NEVER;
      }
    })
    .pipe(inner);

const StoreRow = z.object({ id: z.string(), owner: json(Person), time_zone: z.string() });
const FolderRow = z.object({ id: z.string(), store_id: z.string(), kind: FolderKind, name: z.string() });
const ItemRow = z.object({
  id: z.string(),
  search_key: z.string(),
  uid: z.string(),
  store_id: z.string(),
  folder_id: z.string(),
  folder_kind: FolderKind,
  change_number: z.number().int(),
  created: z.number(),
  modified: z.number(),
  own_change: z.number().int(),
  exception_count: z.number().int(),
  fields: json(AppointmentFields),
});
const ExceptionRow = z.object({
  search_key: z.string(),
  original_date: LocalDate,
  cancelled: z.number(),
  change_number: z.number().int(),
  modified: z.number(),
  fields: json(ExceptionFields),
});
const ChangeRow = z.object({
  sequence: z.number().int(),
  kind: Change.shape.kind,
  store_id: z.string(),
  folder_id: z.string(),
  item_id: z.string(),
  search_key: z.string(),
  original_date: z.nullable(LocalDate),
});
const BoundsRow = z.object({ first: z.number().int().nullable(), last: z.number().int().nullable() });
const SettingsRow = z.object({ content: json(z.record(z.string(), z.string())) });

/** Roaming settings as they are kept: a JSON string by name. */
export type Settings = Record<string, string>;

/** Parses a row or says which table is damaged and where, without repeating its content. */
function checked<Out>(schema: z.ZodType<Out>, row: unknown, what: string): Out {
  const result = schema.safeParse(row);
  if (result.success) return result.data;
  const places = [...new Set(result.error.issues.map(({ path }) => path.join('.') || 'row'))];
  const id = z.object({ id: z.string() }).safeParse(row);
  const which = id.success ? ` ${id.data.id}` : '';
  throw new ProfileError('damaged', `The profile's ${what}${which} is damaged (${places.join(', ')}).`);
}

/** A row of `stores`. */
export function toStore(row: unknown): Store {
  const { id, owner, time_zone } = checked(StoreRow, row, 'store');
  return { id, owner, timeZone: time_zone };
}

/** A row of `folders`. */
export function toFolder(row: unknown): Folder {
  const { id, store_id, kind, name } = checked(FolderRow, row, 'folder');
  return { id, storeId: store_id, kind, name };
}

/** An appointment, the kind of folder it lies in, and the change number of the last write to its own fields. */
export interface Found {
  appointment: Appointment;
  folderKind: FolderKind;
  ownChange: number;
}

/** A row of `items`, joined with its folder's kind. */
export function toItem(row: unknown): Found {
  const item = checked(ItemRow, row, 'appointment');
  const appointment: Appointment = {
    ...item.fields,
    id: item.id,
    searchKey: item.search_key,
    uid: item.uid,
    storeId: item.store_id,
    folderId: item.folder_id,
    changeNumber: item.change_number,
    created: item.created,
    modified: item.modified,
    ...(item.exception_count > 0 ? { exceptionCount: item.exception_count } : {}),
  };
  return { appointment, folderKind: item.folder_kind, ownChange: item.own_change };
}

/** A row of `exceptions`, with the search key of its series. */
export function toException(row: unknown): Exception & { searchKey: string } {
  const found = checked(ExceptionRow, row, 'occurrence');
  return {
    searchKey: found.search_key,
    originalDate: found.original_date,
    cancelled: found.cancelled !== 0,
    changeNumber: found.change_number,
    modified: found.modified,
    fields: found.fields,
  };
}

/** A row of `changes`. */
export function toChange(row: unknown): Change {
  const { sequence, kind, store_id, folder_id, item_id, search_key, original_date } = checked(
    ChangeRow,
    row,
    'change log',
  );
  return {
    sequence,
    kind,
    storeId: store_id,
    folderId: folder_id,
    itemId: item_id,
    searchKey: search_key,
    ...(original_date === null ? {} : { originalDate: original_date }),
  };
}

/** The bounds of the change log, 0 and 0 for an empty one. */
export function toBounds(row: unknown): { first: number; last: number } {
  const { first, last } = checked(BoundsRow, row, 'change log');
  return { first: first ?? 0, last: last ?? 0 };
}

/** A row of `settings`; no row means no settings. */
export function toSettings(row: unknown): Settings {
  return row === undefined ? {} : checked(SettingsRow, row, 'settings').content;
}

/** A series begins with its first occurrence, and its times are that one's. */
function onPattern(fields: AppointmentFields): AppointmentFields {
  if (!fields.recurrence) return fields;
  const recurrence = startingOnPattern(fields.recurrence);
  if (!recurrence)
    throw new ProfileError('invalid', 'The appointment cannot be stored. The series has no occurrence.');
  const { start, end } = slotOn(recurrence, recurrence.start.slice(0, 10));
  return { ...fields, recurrence, start, end };
}

/** Checks what a caller wants to write and drops what is not a field. Errors: `invalid`, naming the field. */
export function storable(fields: unknown): AppointmentFields {
  const result = StorableFields.safeParse(fields);
  if (result.success) return onPattern(result.data);
  const issue = result.error.issues[0];
  const message = issue?.code === 'custom' ? issue.message : `${issue?.path.join('.')}: ${issue?.message}`;
  throw new ProfileError('invalid', `The appointment cannot be stored. ${message}`);
}
