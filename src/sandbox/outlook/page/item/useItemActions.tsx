/** What save, send, discard, delete and reload do, with the questions that they ask. */
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { Mailbox } from '../client';
import { MailboxError, messageOf } from '../client';
import { ConfirmDialog } from '../ConfirmDialog';
import { toLocal } from '../dates';
import { goTo } from '../route';
import { ianaName } from '../../host/time-zones';
import type { OpenAppointment } from './open-appointment';

type Question =
  | { readonly kind: 'discard' | 'delete' }
  | { readonly kind: 'conflict' | 'deletedElsewhere' | 'exceptions'; readonly send: boolean };

export interface ItemActions {
  readonly busy: boolean;
  readonly failure: string | undefined;
  forgetFailure(): void;
  /** The question that is open, if any. */
  readonly question: ReactNode;
  save(send: boolean): void;
  discard(): void;
  remove(): void;
  reload(): void;
}

export function useItemActions(client: Mailbox, item: OpenAppointment): ItemActions {
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<string>();
  const [question, setQuestion] = useState<Question>();

  useEffect(() => {
    const guard = (event: BeforeUnloadEvent) => {
      if (item.changed) event.preventDefault();
    };
    window.addEventListener('beforeunload', guard);
    return () => window.removeEventListener('beforeunload', guard);
  }, [item]);

  const close = () => {
    const { start } = item.session.state;
    goTo({ view: 'week', day: toLocal(start, ianaName(item.store.timeZone)).day });
  };
  const run = async (work: () => Promise<unknown>, send = false) => {
    setBusy(true);
    setFailure(undefined);
    setQuestion(undefined);
    try {
      await work();
    } catch (error) {
      if (error instanceof MailboxError && error.status === 409) setQuestion({ kind: 'conflict', send });
      else if (error instanceof MailboxError && error.status === 404)
        setQuestion({ kind: 'deletedElsewhere', send });
      else setFailure(messageOf(error));
    } finally {
      setBusy(false);
    }
  };
  const save = (send: boolean, { overwrite = false, sure = false } = {}) => {
    const { start, end } = item.session.state;
    if (end < start) {
      setFailure('The appointment ends before it starts. Change its times, then save it again.');
      return;
    }
    if (item.lostExceptions > 0 && !sure) {
      setQuestion({ kind: 'exceptions', send });
      return;
    }
    void run(async () => {
      await item.save({ send, overwrite });
      close();
    }, send);
  };
  const discard = () =>
    void run(async () => {
      await item.discard();
      close();
    });
  const reload = () => void run(() => item.reload());
  const keepEditing = { label: 'Keep editing', run: () => setQuestion(undefined) };

  const dialogs: Record<Question['kind'], () => ReactNode> = {
    discard: () => (
      <ConfirmDialog
        title="Discard your changes?"
        message="What you changed in this appointment is not saved."
        choices={[{ label: 'Discard changes', primary: true, run: discard }]}
        cancel={keepEditing}
      />
    ),
    delete: () => (
      <ConfirmDialog
        title="Delete appointment?"
        message={
          item.session.state.seriesId !== undefined
            ? `This occurrence is taken out of its series.${
                item.session.state.sent && item.session.mode === 'compose'
                  ? ' Its attendees are told that it is cancelled.'
                  : ''
              }`
            : item.session.state.sent && item.session.mode === 'compose'
              ? 'It moves to Deleted Items, and its attendees are told that it is cancelled.'
              : 'It moves to Deleted Items.'
        }
        choices={[
          {
            label: 'Delete',
            primary: true,
            run: () =>
              void run(async () => {
                const { savedId } = item.session.state;
                if (savedId !== undefined) await client.remove(savedId);
                close();
              }),
          },
        ]}
        cancel={{ label: 'Keep it', run: () => setQuestion(undefined) }}
      />
    ),
    conflict: () => (
      <ConfirmDialog
        title="This appointment was changed elsewhere"
        message="Somebody saved another version of it since you opened it. Overwrite that version with yours, or reload it and lose your changes?"
        choices={[
          {
            label: 'Overwrite',
            run: () => save(question?.kind === 'conflict' && question.send, { overwrite: true, sure: true }),
          },
          { label: 'Reload', primary: true, run: reload },
        ]}
        cancel={keepEditing}
      />
    ),
    exceptions: () => (
      <ConfirmDialog
        title="Change the whole series?"
        message={`${
          item.lostExceptions === 1 ? 'One occurrence was' : `${item.lostExceptions} occurrences were`
        } changed or cancelled on its own. When the series takes place at other times, that is lost.`}
        choices={[
          {
            label: 'Change the series',
            primary: true,
            run: () => save(question?.kind === 'exceptions' && question.send, { sure: true }),
          },
        ]}
        cancel={keepEditing}
      />
    ),
    deletedElsewhere: () => (
      <ConfirmDialog
        title="This appointment was deleted elsewhere"
        message="It is no longer in the calendar. Save it as a new appointment?"
        choices={[
          {
            label: 'Save as new',
            primary: true,
            run: () => save(question?.kind === 'deletedElsewhere' && question.send, { overwrite: true }),
          },
          { label: 'Close', run: close },
        ]}
        cancel={keepEditing}
      />
    ),
  };

  return {
    busy,
    failure,
    forgetFailure: () => setFailure(undefined),
    question: question && dialogs[question.kind](),
    save: (send) => save(send),
    discard: () => (item.changed ? setQuestion({ kind: 'discard' }) : discard()),
    remove: () => setQuestion({ kind: 'delete' }),
    reload,
  };
}
