/**
 * A side of this bench as a process of its own: `side <meeting|appointment> <delta|rows> <file>`. Answers the questions
 * of `protocol.ts` until its standard input ends.
 */
import { createInterface } from 'node:readline';
import * as z from 'zod/mini';
import { AppointmentItem, JoinDetails, MeetingItem, Times } from '../../src/sync/model';
import { Mode, PAGE, Question, type Kind } from './protocol';
import { storedAppointment, storedMeeting } from './stored';
import { Store, type Row, type StoredItem } from './store';

const Expected = z.object({ id: z.string(), version: z.nullable(z.string()) });
const MeetingDraft = z.object({ claim: z.string(), topic: z.string(), times: Times });
const MeetingPatch = z.extend(Expected, { topic: z.optional(z.string()), times: z.optional(Times) });
const AppointmentDraft = z.object({
  meetingId: z.string(),
  subject: z.string(),
  times: Times,
  details: JoinDetails,
});
const AppointmentPatch = z.extend(Expected, {
  subject: z.optional(z.string()),
  times: z.optional(Times),
  details: z.optional(z.nullable(JoinDetails)),
});

const meetingOf = ({ json }: Row) => MeetingItem.parse(JSON.parse(json));
const appointmentOf = ({ json }: Row) => AppointmentItem.parse(JSON.parse(json));

/** What Zoom's list shows of a meeting. */
function rowOf({ facts: { topic, times, details } }: MeetingItem): string {
  const start = times.kind === 'single' ? times.start : times.kind === 'series' ? times.recurrence.start : '';
  return JSON.stringify([topic, start, times.kind === 'single' ? times.durationMinutes : 0, details.joinUrl]);
}

class SideProcess {
  private made = 0;

  constructor(
    private readonly kind: Kind,
    private readonly mode: Mode,
    private readonly store: Store,
  ) {}

  answer(question: Question): unknown {
    switch (question.call) {
      case 'changes':
        return this.changes(question.cursor, question.after);
      case 'read':
        return this.store.byId(question.ids).map((row) => this.told(row));
      case 'find':
      case 'findClaims':
        return this.store.byKey(question.ids).map((row) => this.told(row));
      case 'create':
        return this.store
          .put(question.those.map((draft) => (version: number) => this.created(draft, version)))
          .map(({ json }) => ({ kind: 'done', item: JSON.parse(json) }));
      case 'update':
        return this.update(question.those);
      case 'remove':
        return this.remove(question.those);
    }
  }

  private changes(cursor: string | null, after: string | null) {
    if (this.mode === 'rows' || cursor === null) return this.list(after);
    const rows = this.store.since(Number(after ?? cursor), PAGE);
    const last = rows.at(-1)?.sequence ?? Number(after ?? cursor);
    const next = rows.length < PAGE ? null : String(last);
    const changes = rows.map((row) =>
      row.deleted === 1 ? { kind: 'deleted', id: row.id } : { kind: 'item', item: this.told(row) },
    );
    return { changes, whole: false, next, cursor: next === null ? String(last) : null };
  }

  private list(after: string | null) {
    const rows = this.store.after(after ?? '', PAGE);
    const next = rows.length < PAGE ? null : (rows.at(-1)?.id ?? null);
    const changes = rows.map((row) =>
      this.mode === 'rows'
        ? { kind: 'row', id: row.id, row: rowOf(meetingOf(row)) }
        : { kind: 'item', item: this.told(row) },
    );
    const cursor = next === null && this.mode === 'delta' ? String(this.store.last) : null;
    return { changes, whole: true, next, cursor };
  }

  /** The item as this side tells it: one without versions tells none. */
  private told(row: Row): unknown {
    const item: unknown = JSON.parse(row.json);
    return this.mode === 'rows' && typeof item === 'object' ? { ...item, version: null } : item;
  }

  private created(draft: unknown, version: number): StoredItem {
    const id = `${8_000_000_000 + version}`;
    this.made += 1;
    if (this.kind === 'meeting') {
      const { claim, topic, times } = MeetingDraft.parse(draft);
      const details = { joinUrl: `https://zoom.us/j/${id}`, passcode: '', joinNumber: id };
      const facts = { topic, times, details, options: '' };
      return storedMeeting(
        { id, version: String(version), kind: 'meeting', hostedByMe: true, madeHere: true, facts },
        claim,
      );
    }
    const { meetingId, subject, times, details } = AppointmentDraft.parse(draft);
    const facts = { subject, times, shown: details, location: 'join' as const };
    return storedAppointment({
      id: `appointment-${id}`,
      version: String(version),
      meetingId,
      foundBy: 'property',
      madeFor: 'this',
      facts,
    });
  }

  private present(those: readonly unknown[]): { readonly row: Row | undefined; readonly isLate: boolean }[] {
    const expected = those.map((each) => Expected.parse(each));
    const rows = new Map(this.store.byId(expected.map(({ id }) => id)).map((row) => [row.id, row]));
    return expected.map(({ id, version }) => {
      const row = rows.get(id);
      return { row, isLate: row !== undefined && version !== null && version !== String(row.sequence) };
    });
  }

  private update(patches: readonly unknown[]) {
    const present = this.present(patches);
    return present.map(({ row, isLate }, index) => {
      if (row === undefined) return { kind: 'gone' };
      if (isLate) return { kind: 'conflict' };
      const [stored] = this.store.put([(version) => this.patched(row, patches[index], version)]);
      return { kind: 'done', item: stored && JSON.parse(stored.json) };
    });
  }

  private patched(row: Row, given: unknown, version: number): StoredItem {
    if (this.kind === 'meeting') {
      const { topic, times } = MeetingPatch.parse(given);
      const item = meetingOf(row);
      const facts = { ...item.facts, ...(topic === undefined ? {} : { topic }), ...(times ? { times } : {}) };
      return storedMeeting({ ...item, version: String(version), facts });
    }
    const { subject, times, details } = AppointmentPatch.parse(given);
    const item = appointmentOf(row);
    const facts = {
      ...item.facts,
      ...(subject === undefined ? {} : { subject }),
      ...(times ? { times } : {}),
      ...(details === undefined ? {} : { shown: details }),
    };
    return storedAppointment({ ...item, version: String(version), facts });
  }

  private remove(those: readonly unknown[]) {
    const answers = this.present(those).map(({ row, isLate }) => ({
      row,
      kind: row ? (isLate ? 'conflict' : 'done') : 'gone',
    }));
    this.store.remove(answers.flatMap(({ row, kind }) => (row && kind === 'done' ? [row.id] : [])));
    return answers.map(({ kind }) => ({ kind }));
  }
}

const Arguments = z.tuple([z.enum(['meeting', 'appointment']), Mode, z.string()]);

function main(): void {
  const [kind, mode, file] = Arguments.parse(process.argv.slice(2));
  const store = new Store(file);
  const side = new SideProcess(kind, mode, store);
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => {
    const question = Question.parse(JSON.parse(line));
    process.stdout.write(`${JSON.stringify({ id: question.id, answer: side.answer(question) })}\n`);
  });
  lines.on('close', () => store.close());
}

main();
