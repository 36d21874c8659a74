/**
 * Runs one piece of work at a time for the pane: a second press while one runs is ignored, since its button shows
 * that it is busy. Keeps what failed for Retry, and what the end of the session interrupted for after the sign-in.
 */
import { endsSession, type ErrorCode, toProductError } from '../domain/errors';
import type { ComposeAppointment } from '../outlook/item';
import type { PaneServices } from './services';
import type { PaneState, Screen, Store, Work } from './state';

export class Workbench {
  /** Grows with every load and every piece of work, so that an answer to an earlier question is dropped. */
  private generation = 0;
  /** Grows with every item: what was begun for another one is finished, but no longer shown. */
  private item = 0;
  /** The latest piece of work; an earlier one that ends after another item came does not end this one's. */
  private latest: unknown;
  /** What to run again when the person presses Retry. */
  private again: (() => Promise<void>) | undefined;
  /** Whose work the end of the session interrupted, and how it goes on. */
  private interrupted:
    { readonly memberId: string | undefined; readonly goOn: () => Promise<void> } | undefined;

  /** @param reload reads session and appointment anew and chooses the screen */
  constructor(
    private readonly store: Store,
    private readonly services: PaneServices,
    private readonly reload: () => Promise<void>,
  ) {}

  /** From here on no answer to an earlier question may change the screen. */
  newQuestion(): () => boolean {
    const generation = ++this.generation;
    return () => generation === this.generation;
  }

  /** Whether the screen is still the one that a question was asked for; asking it changes nothing. */
  sameQuestion(): () => boolean {
    const generation = this.generation;
    return () => generation === this.generation;
  }

  /** Another item is shown, or another person's. */
  newItem(): void {
    this.item += 1;
    this.interrupted = undefined;
  }

  forgetRetry(): void {
    this.again = undefined;
  }

  /** What was interrupted goes on only for whom it was begun: another person asked for nothing. */
  takeInterrupted(): (() => Promise<void>) | undefined {
    const work = this.interrupted;
    this.interrupted = undefined;
    return work?.memberId === this.services.session()?.member.id ? work?.goOn : undefined;
  }

  /** Whether still the same item is shown, of the same person. */
  sameItem(): () => boolean {
    const { item } = this;
    return () => item === this.item;
  }

  /** Does again what failed, from where it failed; without such a thing, loads again. */
  readonly retry = (): Promise<void> => (this.again ?? this.reload)();

  composing(): ComposeAppointment | undefined {
    const item = this.services.appointment();
    return item?.mode === 'compose' ? item : undefined;
  }

  /**
   * Work on the appointment that is being written; its facts are looked at afterwards.
   *
   * @param run answers what is shown when it is done, as long as the same item is
   */
  onAppointment(work: Work, run: (item: ComposeAppointment) => Promise<Partial<PaneState>>): Promise<void> {
    const item = this.composing();
    if (!item) return this.reload();
    const isSame = this.sameItem();
    return this.run(work, async () => {
      const change = await run(item);
      if (!isSame()) return;
      this.store.set(change);
      const facts = await item.subjectAndTimes().catch(() => undefined);
      if (facts && isSame()) this.store.set({ facts });
    });
  }

  /** Work beside the appointment: an answer that its screen is waiting for stays welcome. */
  beside = (work: Work, task: () => Promise<void>): Promise<void> =>
    this.run(work, task, () => this.sameItem());

  async run(
    work: Work,
    task: () => Promise<void>,
    begin: () => () => boolean = () => this.newQuestion(),
  ): Promise<void> {
    if (this.store.snapshot().working) return;
    const isCurrent = begin();
    const memberId = this.services.session()?.member.id;
    const again = () => this.run(work, task, begin);
    this.again = again;
    this.latest = again;
    const ended = () => {
      if (this.latest === again) this.store.set({ working: undefined });
    };
    this.store.set({ working: work, error: undefined, said: undefined });
    try {
      await task();
      if (this.again === again) this.again = undefined;
      ended();
    } catch (thrown) {
      const error = toProductError(thrown);
      ended();
      if (!isCurrent()) return;
      if (endsSession(error) && work !== 'signing-in') {
        this.interrupted = { memberId, goOn: again };
        this.store.set({ screen: { name: 'signed-out', expired: true }, view: 'appointment', me: undefined });
      } else if (saysAll[error.code]) {
        await this.reload();
        // What was pressed may concern a meeting that is not on the appointment any more.
        if (this.store.snapshot().screen.name !== saysAll[error.code]) this.store.set({ error });
      } else if (error.code === 'half-done') await this.reload().then(() => this.store.set({ error }));
      else this.store.set({ error });
    }
  }
}

/** Errors whose screen says what happened and what to do. */
const saysAll: Partial<Record<ErrorCode, Screen['name']>> = {
  'meeting-gone': 'gone',
  'meeting-of-another': 'foreign',
  'shared-meeting': 'copy',
};
