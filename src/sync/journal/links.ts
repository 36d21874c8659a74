/** The tables of links, their copies and the sides' cursors. */
import type { SideName } from '../actions';
import { Link, type Copy } from '../model';
import type { Connection } from './connection';
import { checked, linkColumns, toCopy, toLink, toNumber, toPage, toText, type Known } from './rows';
import { toColumn, toList, toNullableColumn } from './text';

/** Rows of `known` that are read at a time: what is in memory of them stays the same however many there are. */
const PAGE = 2_000;

const page = (columns: { id: string; mark: string; endsAt: string }, from: string): string =>
  `SELECT max(row), json_group_array(id), json_group_array(mark), json_group_array(ends_at)
   FROM (SELECT id AS row, ${columns.id} AS id, ${columns.mark} AS mark, ${columns.endsAt} AS ends_at
         FROM ${from} ORDER BY row LIMIT ${PAGE})`;

const pages: Readonly<Record<SideName, string>> = {
  meeting: page(
    { id: 'meeting_id', mark: 'coalesce(meeting_row, meeting_version)', endsAt: 'ends_at' },
    'links WHERE id > ?',
  ),
  appointment: page(
    { id: 'appointment_id', mark: 'appointment_version', endsAt: 'ends_at' },
    'links NOT INDEXED WHERE id > ? AND appointment_id IS NOT NULL',
  ),
};

const facts = 'JOIN facts ON facts.link = links.id';

export class LinkTable {
  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  count(): number {
    const sql =
      'SELECT count(*) FROM links INDEXED BY links_with_appointment WHERE appointment_id IS NOT NULL';
    return toNumber(this.connection.value(sql), 'links');
  }

  ofMeetings(ids: readonly string[]): Map<string, Link> {
    const sql = `SELECT ${linkColumns} FROM json_each(?) AS wanted
      CROSS JOIN links ON links.meeting_id = wanted.value ${facts}`;
    return new Map(this.find(sql, ids).map((link) => [link.meetingId, link]));
  }

  /**
   * While an appointment goes from one meeting to another, the links of both may name it, since each task ends by
   * itself: the one that was read last has it.
   */
  ofAppointments(ids: readonly string[]): Map<string, Link> {
    const sql = `SELECT ${linkColumns} FROM json_each(?) AS wanted
      CROSS JOIN links ON links.appointment_id = wanted.value ${facts} ORDER BY read_at, links.id`;
    const found = new Map<string, Link>();
    for (const link of this.find(sql, ids))
      if (link.appointmentId !== null) found.set(link.appointmentId, link);
    return found;
  }

  put(link: Link): void {
    // What is not readable again must not get in.
    checked(Link, link);
    this.connection.run(
      `INSERT INTO links (meeting_id, appointment_id, origin, kind, made_here, hosted_by_me, meeting_version,
         appointment_version, meeting_row, ends_at, read_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (meeting_id) DO UPDATE SET appointment_id = excluded.appointment_id, origin = excluded.origin,
         kind = excluded.kind, made_here = excluded.made_here, hosted_by_me = excluded.hosted_by_me,
         meeting_version = excluded.meeting_version, appointment_version = excluded.appointment_version,
         meeting_row = excluded.meeting_row, ends_at = excluded.ends_at, read_at = excluded.read_at`,
      [
        link.meetingId,
        toNullableColumn(link.appointmentId),
        link.origin,
        link.kind,
        Number(link.madeHere),
        Number(link.hostedByMe),
        toNullableColumn(link.meetingVersion),
        toNullableColumn(link.appointmentVersion),
        toNullableColumn(link.meetingRow),
        link.endsAt,
        link.readAt,
      ],
    );
    this.connection.run(
      'INSERT OR REPLACE INTO facts (link, meeting, appointment) SELECT id, ?, ? FROM links WHERE meeting_id = ?',
      [
        JSON.stringify(link.meeting),
        link.appointment === null ? null : JSON.stringify(link.appointment),
        link.meetingId,
      ],
    );
  }

  remove(meetingIds: readonly string[]): void {
    if (meetingIds.length === 0) return;
    const sql = 'DELETE FROM links WHERE meeting_id IN (SELECT value FROM json_each(?))';
    this.connection.run(sql, [toList(meetingIds)]);
  }

  /** Page by page, so that nothing stays open in between and writing may go on. */
  *known(side: SideName): Generator<Known> {
    for (let after: number | null = 0; after !== null;) {
      const [row] = this.connection.rows(pages[side], [after]);
      const { last, known }: { last: number | null; known: Known[] } = toPage(row);
      yield* known;
      after = last;
    }
    if (side === 'appointment') {
      const sql = `SELECT appointment_id, meeting_id FROM copies WHERE NOT EXISTS
        (SELECT 1 FROM links WHERE links.appointment_id = copies.appointment_id)`;
      for (const row of this.connection.rows(sql))
        yield { id: toCopy(row).appointmentId, mark: null, endsAt: null };
    }
  }

  /** What was read in the future, before the clock was set back, was read nobody knows when: that first. */
  leastRecentlyRead(most: number, after: number): string[] {
    const read = (when: string, limit: number): string[] =>
      this.connection
        .rows(
          `SELECT meeting_id FROM links WHERE ${when} AND (ends_at IS NULL OR ends_at > ?)
           ORDER BY read_at, meeting_id LIMIT ?`,
          [this.now(), after, limit],
        )
        .map((row) => toText(row, 'links'));
    const undated = read('read_at > ?', most);
    return [...undated, ...read('read_at <= ?', most - undated.length)];
  }

  copiesOfMeetings(ids: readonly string[]): Copy[] {
    return this.copies('meeting_id', ids);
  }

  copiesOfAppointments(ids: readonly string[]): Copy[] {
    return this.copies('appointment_id', ids);
  }

  putCopy({ appointmentId, meetingId }: Copy): void {
    this.connection.run('INSERT OR REPLACE INTO copies (appointment_id, meeting_id) VALUES (?, ?)', [
      toColumn(appointmentId),
      toColumn(meetingId),
    ]);
  }

  removeCopies(appointmentIds: readonly string[]): void {
    if (appointmentIds.length === 0) return;
    const sql = 'DELETE FROM copies WHERE appointment_id IN (SELECT value FROM json_each(?))';
    this.connection.run(sql, [toList(appointmentIds)]);
  }

  cursor(side: SideName | 'scope'): string | null {
    const [row] = this.connection.rows('SELECT cursor FROM cursors WHERE side = ?', [side]);
    return row === undefined ? null : toText(row, 'cursors');
  }

  setCursor(side: SideName | 'scope', cursor: string | null): void {
    if (cursor === null) this.connection.run('DELETE FROM cursors WHERE side = ?', [side]);
    else
      this.connection.run('INSERT OR REPLACE INTO cursors (side, cursor) VALUES (?, ?)', [
        side,
        toColumn(cursor),
      ]);
  }

  private find(sql: string, ids: readonly string[]): Link[] {
    return ids.length === 0 ? [] : this.connection.rows(sql, [toList(ids)]).map(toLink);
  }

  private copies(by: 'meeting_id' | 'appointment_id', ids: readonly string[]): Copy[] {
    if (ids.length === 0) return [];
    const sql = `SELECT DISTINCT copies.appointment_id, copies.meeting_id FROM json_each(?) AS wanted
      CROSS JOIN copies ON copies.${by} = wanted.value ORDER BY copies.appointment_id`;
    return this.connection.rows(sql, [toList(ids)]).map(toCopy);
  }
}
