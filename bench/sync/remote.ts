/** A side of this bench as the engine sees it: questions to a process, counted. */
import { createInterface } from 'node:readline';
import type * as z from 'zod/mini';
import { AppointmentItem, MeetingItem } from '../../src/sync/model';
import {
  SideFault,
  type AppointmentSide,
  type Capabilities,
  type ChangePage,
  type MeetingSide,
} from '../../src/sync/ports';
import type { SideProcess } from './process';
import { Answer, answersOf, type Mode, type Question } from './protocol';

type Asked = Question extends infer Each ? (Each extends Question ? Omit<Each, 'id'> : never) : never;

/** How often a side was asked, by call. */
export type Calls = Record<string, number>;

class Line {
  private readonly waiting = new Map<
    number,
    { done: (answer: unknown) => void; failed: (error: Error) => void }
  >();
  private asked = 0;
  readonly calls: Calls = {};

  constructor(private readonly child: SideProcess) {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const { id, answer } = Answer.parse(JSON.parse(line));
      this.waiting.get(id)?.done(answer);
      this.waiting.delete(id);
    });
    child.once('exit', () => {
      for (const { failed } of this.waiting.values()) failed(new SideFault('down'));
    });
  }

  async ask<T>(schema: z.ZodMiniType<T>, question: Asked): Promise<T> {
    const id = ++this.asked;
    this.calls[question.call] = (this.calls[question.call] ?? 0) + 1;
    const answer = await new Promise((done, failed) => {
      this.waiting.set(id, { done, failed });
      this.child.stdin.write(`${JSON.stringify({ id, ...question })}\n`);
    });
    return schema.parse(answer);
  }

  close(): void {
    this.child.stdin.end();
  }
}

function sideOf<Item extends { readonly id: string }>(item: z.ZodMiniType<Item>, line: Line, mode: Mode) {
  const answers = answersOf(item);
  const capabilities: Capabilities = {
    changes: mode === 'delta' ? 'delta' : 'list',
    rows: mode === 'delta' ? 'items' : 'rows',
    versions: mode === 'delta',
    deletions: mode === 'delta',
    occurrences: true,
    batch: 100,
    parallel: 4,
    creationsADay: null,
  };
  return {
    capabilities,
    async *changes(cursor: string | null): AsyncGenerator<ChangePage<Item>> {
      for (let after: string | null = null; ;) {
        const page: z.infer<typeof answers.page> = await line.ask(answers.page, {
          call: 'changes',
          cursor,
          after,
        });
        const { changes, whole, next } = page;
        yield next === null ? { changes, whole, cursor: page.cursor } : { changes, whole };
        if (next === null) return;
        after = next;
      }
    },
    async read(ids: readonly string[]) {
      const items = new Map(
        (await line.ask(answers.items, { call: 'read', ids: [...ids] })).map((each) => [each.id, each]),
      );
      return new Map(ids.map((id) => [id, items.get(id) ?? ('gone' as const)]));
    },
    create: (those: readonly object[]) =>
      line.ask(answers.written, { call: 'create', those: those.map((each) => ({ ...each })) }),
    update: (those: readonly object[]) =>
      line.ask(answers.written, { call: 'update', those: those.map((each) => ({ ...each })) }),
    remove: (those: readonly object[]) =>
      line.ask(answers.removed, { call: 'remove', those: those.map((each) => ({ ...each })) }),
    find: (ids: readonly string[]) => line.ask(answers.items, { call: 'find', ids: [...ids] }),
    findClaims: (ids: readonly string[]) => line.ask(answers.items, { call: 'findClaims', ids: [...ids] }),
    budget: () => null,
  };
}

export interface Remote<S> {
  readonly side: S;
  readonly calls: Calls;
  close(): void;
}

export function remoteMeetings(process: SideProcess, mode: Mode): Remote<MeetingSide> {
  const line = new Line(process);
  const side = sideOf(MeetingItem, line, mode);
  return {
    // No claim is looked for here: nothing of this bench is lost on its way.
    side: { ...side, findClaims: async () => new Map() },
    calls: line.calls,
    close: () => line.close(),
  };
}

export function remoteAppointments(process: SideProcess, mode: Mode): Remote<AppointmentSide> {
  const line = new Line(process);
  return { side: sideOf(AppointmentItem, line, mode), calls: line.calls, close: () => line.close() };
}
