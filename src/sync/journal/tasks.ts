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
  constructor(
    private readonly connection: Connection,
    private readonly now: () => number,
  ) {}

  begin(task: Task, at: number): number {
    // What is not readable again must not get in.
    checked(taskShape, task);
    return this.connection.insert(
      `INSERT INTO tasks (begun_at, step, creates, task, answers) VALUES (?, 0, ?, ?, '[]')`,
      [at, Number(task.steps.some((step) => sideOfCreation(step) !== undefined)), JSON.stringify(task)],
    );
  }

  advance(taskId: number, step: number, answer: Answer): void {
    checked(answerShape, answer);
    const changes = this.connection.run(
      `UPDATE tasks SET step = ?, answers = json_insert(answers, '$[#]', json(?)) WHERE id = ? AND step = ?`,
      [step, JSON.stringify(answer), taskId, step - 1],
    );
    if (changes !== 1) throw new RangeError(`Task ${taskId} is not before step ${step}.`);
  }

  /** @param links what the tasks left behind, which tells whether the last step was done */
  end(taskIds: readonly number[], links: readonly Link[]): void {
    const list = JSON.stringify(taskIds);
    const creating = this.read('WHERE creates = 1 AND id IN (SELECT value FROM json_each(?)) ORDER BY id', [
      list,
    ]);
    const done = creating.flatMap((unfinished) => creationsOf(unfinished, links));
    for (const side of ['meeting', 'appointment'] as const)
      this.count(side, done.filter((one) => one === side).length);
    const ended = this.connection.run('DELETE FROM tasks WHERE id IN (SELECT value FROM json_each(?))', [
      list,
    ]);
    if (ended !== taskIds.length)
      throw new RangeError('A task that is to be finished was not begun, or is over.');
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

/** A step that was answered was done; the last one only if its link is there. */
function creationsOf({ task, step, answers }: Unfinished, links: readonly Link[]): SideName[] {
  return task.steps.slice(0, step + 1).flatMap((one, at) => {
    const side = sideOfCreation(one);
    if (side === undefined) return [];
    return at < step || links.some((link) => isMadeBy(task, answers, side, link)) ? [side] : [];
  });
}

function isMadeBy(task: Task, answers: readonly Answer[], made: SideName, link: Link): boolean {
  if (link.appointmentId === null) return false;
  if (made === 'appointment')
    return link.meetingId === task.key || answers.some((answer) => answer?.id === link.meetingId);
  return task.outcome.kind === 'linked' && task.outcome.appointment?.id === link.appointmentId;
}
