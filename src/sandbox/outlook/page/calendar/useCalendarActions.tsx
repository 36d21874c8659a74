/**
 * What a person does with an appointment in the calendar: open, move, copy, delete, and take the last of it back. Asks
 * what it must know first: one occurrence or the series, and whether attendees are told.
 */
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Recurrence } from '../../../../domain/recurrence';
import type { Appointment, Store } from '../../../../helper/embedded/model';
import { samePattern } from '../../../../helper/embedded/series';
import type { SaveRequest } from '../../contract';
import { ianaName } from '../../host/time-zones';
import type { Mailbox } from '../client';
import { MailboxError, messageOf } from '../client';
import type { Choice } from '../ConfirmDialog';
import { ConfirmDialog } from '../ConfirmDialog';
import { describeSpan } from '../dates';
import { goTo } from '../route';
import { copyRequestOf, requestOf } from '../save-request';
import type { Times } from './drag';
import { draggedSeries } from './drag';
import type { Drag } from './useDrag';

/** A write that waits for an answer: what is written, and in which words it is told. */
interface Move {
  readonly target: Appointment;
  readonly changes: Partial<SaveRequest>;
  readonly told: string;
}

type Question =
  | { readonly kind: 'open' | 'delete'; readonly appointment: Appointment }
  | {
      readonly kind: 'which';
      readonly one: Move;
      readonly whole: Move | undefined;
      readonly lost: number;
    }
  | { readonly kind: 'tell'; readonly move: Move };

/** What was done last, and how it is taken back. */
export interface Undo {
  readonly told: string;
  readonly run: (() => Promise<unknown>) | undefined;
}

export interface CalendarActions {
  readonly question: ReactNode;
  readonly failure: string | undefined;
  forgetFailure(): void;
  readonly done: Undo | undefined;
  forgetDone(): void;
  undo(): void;
  open(appointment: Appointment): void;
  remove(appointment: Appointment): void;
  duplicate(appointment: Appointment): void;
  drop(drag: Drag): void;
}

const nameOf = ({ subject }: Appointment): string => `"${subject || 'No subject'}"`;

export function useCalendarActions(client: Mailbox, store: Store, refresh: () => void): CalendarActions {
  const zone = ianaName(store.timeZone);
  const [question, setQuestion] = useState<Question>();
  const [failure, setFailure] = useState<string>();
  const [done, setDone] = useState<Undo>();

  /** Does something and offers to take it back. */
  const run = async (work: () => Promise<Undo | undefined>) => {
    setQuestion(undefined);
    setFailure(undefined);
    setDone(undefined);
    try {
      setDone(await work());
    } catch (error) {
      const stale = error instanceof MailboxError && error.status === 409;
      setFailure(
        stale ? 'It was changed elsewhere meanwhile. Look at it, then try again.' : messageOf(error),
      );
    }
    refresh();
  };
  const isMineAndSent = ({ sent, organizer }: Appointment) =>
    sent && organizer.address.toLowerCase() === store.owner.address.toLowerCase();
  const open = ({ id }: Pick<Appointment, 'id'>) => goTo({ view: 'appointment', id });

  const write = ({ target, changes, told }: Move, send: boolean) =>
    void run(async () => {
      const saved = await client.update(target.id, requestOf(target, { ...changes, send }));
      const lost = changes.recurrence && target.exceptionCount;
      const before = requestOf(target, { changeNumber: saved.changeNumber, send });
      return { told, run: lost ? undefined : () => client.update(target.id, before) };
    });
  const ask = (move: Move) => {
    if (isMineAndSent(move.target)) setQuestion({ kind: 'tell', move });
    else write(move, false);
  };
  const moveOf = (target: Appointment, times: Times): Move => ({
    target,
    changes: { start: times.start, end: times.end },
    told: `${nameOf(target)} is now ${describeSpan({ ...times, allDay: target.allDay }, zone)}.`,
  });
  const wholeOf = (series: Appointment, recurrence: Recurrence): Move => ({
    target: series,
    changes: { recurrence },
    told: `All occurrences of ${nameOf(series)} were moved.`,
  });

  const drop = ({ appointment, times, copy }: Drag) => {
    if (copy) {
      void run(async () => {
        const made = await client.create(copyRequestOf(appointment, times));
        const when = describeSpan({ ...times, allDay: made.allDay }, zone);
        return { told: `${nameOf(made)} was copied to ${when}.`, run: () => client.remove(made.id) };
      });
      return;
    }
    const one = moveOf(appointment, times);
    const { seriesId } = appointment;
    if (seriesId === undefined) {
      ask(one);
      return;
    }
    client.read(seriesId).then(
      (series) => {
        const recurrence = draggedSeries(series, appointment, times, zone);
        const whole = recurrence && wholeOf(series, recurrence);
        const lost = samePattern(series.recurrence, recurrence ?? null) ? 0 : (series.exceptionCount ?? 0);
        setQuestion({ kind: 'which', one, whole, lost });
      },
      (error: unknown) => setFailure(messageOf(error)),
    );
  };

  const deletion = (appointment: Appointment, id: string) => () =>
    void run(async () => {
      const { searchKey } = appointment;
      const { originalDate } = id === appointment.id ? appointment : { originalDate: undefined };
      await client.remove(id);
      return {
        told: `${nameOf(appointment)} was deleted.`,
        run: () => client.restore({ searchKey, originalDate }),
      };
    });

  const cancel = { label: 'Cancel', run: () => setQuestion(undefined) };
  const dialog = (title: string, message: string, choices: readonly Choice[], keep = cancel) => (
    <ConfirmDialog title={title} message={message} choices={choices} cancel={keep} />
  );
  const dialogOf = (asked: Question): ReactNode => {
    switch (asked.kind) {
      case 'open': {
        const { appointment } = asked;
        return dialog('Open recurring appointment', `${nameOf(appointment)} is one of a series.`, [
          { label: 'Open this occurrence', primary: true, run: () => open(appointment) },
          { label: 'Open the series', run: () => open({ id: appointment.seriesId ?? appointment.id }) },
        ]);
      }
      case 'delete': {
        const { appointment } = asked;
        const told = isMineAndSent(appointment) ? ' Its attendees are told that it is cancelled.' : '';
        const keep = { label: 'Keep it', run: () => setQuestion(undefined) };
        if (appointment.seriesId === undefined)
          return dialog(
            'Delete appointment?',
            `${nameOf(appointment)} moves to Deleted Items.${told}`,
            [{ label: 'Delete', primary: true, run: deletion(appointment, appointment.id) }],
            keep,
          );
        return dialog(
          'Delete recurring appointment?',
          `${nameOf(appointment)} is one of a series.${told}`,
          [
            { label: 'Delete this occurrence', primary: true, run: deletion(appointment, appointment.id) },
            { label: 'Delete the series', run: deletion(appointment, appointment.seriesId) },
          ],
          keep,
        );
      }
      case 'which': {
        const { one, whole, lost } = asked;
        const loss =
          whole && lost > 0
            ? ` Moving the series gives up ${lost === 1 ? 'the occurrence that was' : `the ${lost} occurrences that were`} changed or cancelled.`
            : '';
        return dialog('Move recurring appointment', `${nameOf(one.target)} is one of a series.${loss}`, [
          { label: 'Move this occurrence', primary: true, run: () => ask(one) },
          ...(whole ? [{ label: 'Move the series', run: () => ask(whole) }] : []),
        ]);
      }
      case 'tell':
        return dialog('Send the update?', `${nameOf(asked.move.target)} was sent to its attendees.`, [
          { label: 'Send update', primary: true, run: () => write(asked.move, true) },
          { label: "Don't send", run: () => write(asked.move, false) },
        ]);
    }
  };

  return {
    question: question && dialogOf(question),
    failure,
    forgetFailure: () => setFailure(undefined),
    done,
    forgetDone: () => setDone(undefined),
    undo: () => {
      const { run: back } = done ?? {};
      if (back)
        void run(async () => {
          await back();
          return { told: 'It is as it was before.', run: undefined };
        });
    },
    open: (appointment) =>
      appointment.seriesId === undefined ? open(appointment) : setQuestion({ kind: 'open', appointment }),
    remove: (appointment) => setQuestion({ kind: 'delete', appointment }),
    duplicate: ({ id }) => goTo({ view: 'new', start: undefined, end: undefined, allDay: false, copy: id }),
    drop,
  };
}
