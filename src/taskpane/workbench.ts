/**
 * Runs one piece of work at a time for the pane: a second press while one runs is ignored, since its button shows
 * that it is busy. Keeps what failed for Retry, and what the end of the session interrupted for after the sign-in.
 */
import { endsSession, toProductError } from '../domain/errors';
import type { ComposeAppointment } from '../outlook/item';
import type { PaneServices } from './services';
import type { Store, Work } from './state';

export class Workbench {
  /** Grows with every load and every piece of work, so that an answer to an earlier question is dropped. */
  private generation = 0;
  /** What to run again when the person presses Retry. */
  private again: (() => Promise<void>) | undefined;
  private interrupted: (() => Promise<void>) | undefined;

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

  forgetRetry(): void {
    this.again = undefined;
  }

  forgetInterrupted(): void {
    this.interrupted = undefined;
  }

  takeInterrupted(): (() => Promise<void>) | undefined {
    const work = this.interrupted;
    this.interrupted = undefined;
    return work;
  }

  /** Does again what failed, from where it failed; without such a thing, loads again. */
  readonly retry = (): Promise<void> => (this.again ?? this.reload)();

  composing(): ComposeAppointment | undefined {
    const item = this.services.appointment();
    return item?.mode === 'compose' ? item : undefined;
  }

  /** Work on the appointment that is being written; its facts are looked at afterwards. */
  onAppointment(work: Work, run: (item: ComposeAppointment) => Promise<void>): Promise<void> {
    const item = this.composing();
    if (!item) return this.reload();
    return this.run(work, async () => {
      await run(item);
      await item.subjectAndTimes().then(
        (facts) => this.store.set({ facts }),
        () => undefined,
      );
    });
  }

  async run(work: Work, task: () => Promise<void>): Promise<void> {
    if (this.store.snapshot().working) return;
    const isCurrent = this.newQuestion();
    const again = () => this.run(work, task);
    this.again = again;
    this.store.set({ working: work, error: undefined, said: undefined });
    try {
      await task();
      if (this.again === again) this.again = undefined;
      this.store.set({ working: undefined });
    } catch (thrown) {
      const error = toProductError(thrown);
      this.store.set({ working: undefined });
      if (!isCurrent()) return;
      if (endsSession(error) && work !== 'signing-in') {
        this.interrupted = again;
        this.store.set({ screen: { name: 'signed-out', expired: true }, view: 'appointment', me: undefined });
      } else if (error.code === 'meeting-gone') await this.reload();
      else if (error.code === 'half-done') await this.reload().then(() => this.store.set({ error }));
      else this.store.set({ error });
    }
  }
}
