/** The table of tasks whose outcome is not known, and how many creations there were. */
import * as z from 'zod/mini';
import type { SideName, Step, Task } from '../actions';
import type { Unfinished } from '../journal';
import type { AppointmentItem, Link, MeetingItem } from '../model';
import type { Connection } from './connection';
import { checked, reading, toNumber } from './rows';
import { answerShape, taskShape } from './taskShape';

type Answer = MeetingItem | AppointmentItem | null;

/** Creations are counted for a day's limit; older ones than this are forgotten. */
const KEEP_CREATIONS_MS = 32 * 24 * 60 * 60_000;

const TaskRow = z.tuple([z.int(), z.int(), z.string(), z.string()]);

const sideOfCreation = (step: Step | undefined): SideName | undefined => {
  if (step?.kind === 'create-meeting') return 'meeting';
  return step?.kind === 'create-appointment' ? 'appointment' : undefined;
};

export class TaskTable {
  /** Some of those in the file, to read them less often: the few that were begun through this table and are not over. */
  private readonly begun = new Map<number, Unfinished>();

  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  begin(task: Task, at: number): number {
    // What is not readable again must not get in.
    checked(taskShape, task);
    const taskId = this.connection.insert(
      `INSERT INTO tasks (begun_at, step, creates, task, answers) VALUES (?, 0, ?, ?, '[]')`,
      [at, Number(task.steps.some((step) => sideOfCreation(step) !== undefined)), JSON.stringify(task)],
    );
    this.begun.set(taskId, { taskId, task, step: 0, answers: [] });
    return taskId;
  }

  advance(taskId: number, step: number, answer: Answer): void {
    checked(answerShape, answer);
    const changes = this.connection.run(
      `UPDATE tasks SET step = ?, answers = json_insert(answers, '$[#]', json(?)) WHERE id = ? AND step = ?`,
      [step, JSON.stringify(answer), taskId, step - 1],
    );
    if (changes !== 1) throw new RangeError(`Task ${taskId} is not before step ${step}.`);
    const known = this.begun.get(taskId);
    if (known) this.begun.set(taskId, { ...known, step, answers: [...known.answers, answer] });
  }

  /** After a transaction that was taken back. */
  forget(): void {
    this.begun.clear();
  }

  /** @param links what the tasks left behind, which tells whether the last step was done */
  end(taskIds: readonly number[], links: readonly Link[]): void {
    const list = JSON.stringify(taskIds);
    const linked = linkedBy(links);
    const done = this.creating(taskIds).flatMap((unfinished) => creationsOf(unfinished, linked));
    for (const side of ['meeting', 'appointment'] as const)
      this.count(side, done.filter((one) => one === side).length);
    const ended = this.connection.run('DELETE FROM tasks WHERE id IN (SELECT value FROM json_each(?))', [
      list,
    ]);
    if (ended !== taskIds.length)
      throw new RangeError('A task that is to be finished was not begun, or is over.');
    for (const taskId of taskIds) this.begun.delete(taskId);
  }

  unfinished(): Unfinished[] {
    return this.read('ORDER BY id', []);
  }

  creationsSince(side: SideName, since: number): number {
    const sql = 'SELECT coalesce(sum(number), 0) FROM creations WHERE side = ? AND at >= ?';
    return toNumber(this.connection.value(sql, [side, since]), 'creations');
  }

  /**
   * What lies in the future was made before the clock was set back, so at the latest now; otherwise it would count
   * until the clock is there again.
   */
  redate(): void {
    const now = this.now();
    const sql = 'SELECT coalesce(sum(number), 0) FROM creations WHERE side = ? AND at > ?';
    for (const side of ['meeting', 'appointment'] as const) {
      const future = toNumber(this.connection.value(sql, [side, now]), 'creations');
      if (future === 0) continue;
      this.connection.run('DELETE FROM creations WHERE side = ? AND at > ?', [side, now]);
      this.count(side, future);
    }
    this.connection.run('DELETE FROM creations WHERE at < ?', [now - KEEP_CREATIONS_MS]);
  }

  private count(side: SideName, number: number): void {
    if (number === 0) return;
    this.connection.run(
      `INSERT INTO creations (side, at, number) VALUES (?, ?, ?)
       ON CONFLICT (side, at) DO UPDATE SET number = number + excluded.number`,
      [side, this.now(), number],
    );
  }

  /** Those of them that may have made something. */
  private creating(taskIds: readonly number[]): Unfinished[] {
    const known = taskIds.flatMap((taskId) => this.begun.get(taskId) ?? []);
    const others = taskIds.filter((taskId) => !this.begun.has(taskId));
    if (others.length === 0) return known;
    const which = 'WHERE creates = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id';
    return [...known, ...this.read(which, [JSON.stringify(others)])];
  }

  private read(which: string, parameters: readonly string[]): Unfinished[] {
    return this.connection.rows(`SELECT id, step, task, answers FROM tasks ${which}`, parameters).map((row) =>
      reading('tasks', () => {
        const [taskId, step, task, answers] = TaskRow.parse(row);
        return {
          taskId,
          task: checked(taskShape, JSON.parse(task)),
          step,
          answers: checked(z.array(answerShape), JSON.parse(answers)),
        };
      }),
    );
  }
}

/** What is linked now, by either of its halves. */
interface Linked {
  readonly meetings: ReadonlySet<string>;
  readonly appointments: ReadonlySet<string>;
}

function linkedBy(links: readonly Link[]): Linked {
  const meetings = new Set<string>();
  const appointments = new Set<string>();
  for (const { meetingId, appointmentId } of links) {
    if (appointmentId === null) continue;
    meetings.add(meetingId);
    appointments.add(appointmentId);
  }
  return { meetings, appointments };
}

/** A step that was answered was done; the last one only if its link is there. */
function creationsOf({ task, step, answers }: Unfinished, linked: Linked): SideName[] {
  return task.steps.slice(0, step + 1).flatMap((one, at) => {
    const side = sideOfCreation(one);
    if (side === undefined) return [];
    return at < step || isThere(task, answers, side, linked) ? [side] : [];
  });
}

function isThere(
  { key, outcome }: Task,
  answers: readonly Answer[],
  made: SideName,
  { meetings, appointments }: Linked,
): boolean {
  if (made === 'appointment')
    return meetings.has(key) || answers.some((answer) => answer !== null && meetings.has(answer.id));
  return (
    outcome.kind === 'linked' && outcome.appointment !== undefined && appointments.has(outcome.appointment.id)
  );
}
