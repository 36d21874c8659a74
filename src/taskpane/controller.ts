/**
 * The pane's behaviour without its looks: which screen is shown, what is under way, what was said.
 *
 * React reads `snapshot()` and calls the methods; nothing here knows of the DOM. One piece of work runs at a time:
 * a second press while one runs is ignored, since its button shows that it is busy.
 */
import type { Me } from '../api/backend';
import { endsSession, toProductError, type ProductError } from '../domain/errors';
import { readLinkProperty, type Link } from '../domain/link';
import type { Meeting, MeetingOptions } from '../domain/meeting';
import type { ComposeAppointment, OpenAppointment } from '../outlook/item';
import type { AppointmentState, Choices, Done, Note, Removed } from '../scheduling/types';
import type { ReadableInvitation } from '../scheduling/readInvitation';
import type { PaneServices } from './services';

export type Screen =
  | { readonly name: 'loading' }
  | { readonly name: 'signed-out'; readonly expired: boolean }
  | { readonly name: 'offline' }
  | { readonly name: 'failed'; readonly error: ProductError }
  | { readonly name: 'no-appointment' }
  | { readonly name: 'new' }
  | { readonly name: 'linked'; readonly link: Link; readonly meeting: Meeting }
  | { readonly name: 'incomplete'; readonly meeting: Meeting | undefined }
  | { readonly name: 'gone'; readonly link: Link }
  | { readonly name: 'foreign'; readonly joinUrl: string; readonly meetingId: string }
  | { readonly name: 'reading'; readonly invitation: ReadableInvitation | undefined };

export type Work = 'signing-in' | 'adding' | 'updating' | 'removing' | 'undoing' | 'repairing';

/** What was last done, for the line that screen readers announce. */
export type Said =
  'added' | 'already-there' | 'updated' | 'removed' | 'restored' | 'repaired' | 'copied' | 'signed-out';

/** The subject and times of the appointment as last looked at; instants in UTC milliseconds. */
export interface Facts {
  readonly subject: string;
  readonly start: number;
  readonly end: number;
  readonly timeZone: string;
}

export interface Form {
  /** Undefined while nobody touched it; `null` after "follow the subject". */
  readonly topic: string | null | undefined;
  readonly options: MeetingOptions;
}

export interface PaneState {
  readonly screen: Screen;
  readonly working: Work | undefined;
  readonly error: ProductError | undefined;
  readonly notes: readonly Note[];
  readonly said: Said | undefined;
  /** What was removed last and can still be brought back. */
  readonly undo: Removed | undefined;
  readonly me: Me | undefined;
  readonly facts: Facts | undefined;
  readonly form: Form;
}

const emptyForm: Form = { topic: undefined, options: {} };

const start: PaneState = {
  screen: { name: 'loading' },
  working: undefined,
  error: undefined,
  notes: [],
  said: undefined,
  undo: undefined,
  me: undefined,
  facts: undefined,
  form: emptyForm,
};

/** A pane that comes into view looks again, but not at every click into it. In milliseconds. */
export const REFRESH_AFTER_MS = 5000;

export class PaneController {
  private state = start;
  private readonly listeners = new Set<() => void>();
  private readonly stops: (() => void)[] = [];
  /** Grows with every (re)load, so that an answer for an item no longer shown is dropped. */
  private generation = 0;
  /** What to run again when the person presses Retry. */
  private again: (() => Promise<void>) | undefined;
  /** What the end of the session interrupted; it goes on after signing in. */
  private interrupted: (() => Promise<void>) | undefined;
  /** When the appointment was last read, and the meeting that was last found on it by looking. */
  private readAt = Number.NEGATIVE_INFINITY;
  private lookedAt: string | undefined;

  constructor(private readonly services: PaneServices) {}

  readonly snapshot = (): PaneState => this.state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Starts listening to Outlook, session and network, and shows the first screen. */
  async open(): Promise<void> {
    this.stops.push(
      this.services.onItemChanged(() => void this.load({ forget: true })),
      this.services.onSessionChanged(() => {
        if (!this.state.working) void this.load();
      }),
      this.services.onOnlineChanged(() => {
        if (!this.services.isOnline()) return;
        if (this.state.error?.code === 'offline') this.set({ error: undefined });
        if (this.state.screen.name === 'offline') void this.load();
      }),
    );
    await this.load();
  }

  close(): void {
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Reads session and appointment and chooses the screen. What was typed stays unless another item came. */
  readonly load = async (how: { forget?: boolean } = {}): Promise<void> => {
    const generation = ++this.generation;
    this.again = undefined;
    this.readAt = this.services.now();
    if (how.forget) this.interrupted = undefined;
    this.set({ error: undefined, ...(how.forget ? { ...start, me: this.state.me } : {}) });
    const item = this.services.appointment();
    if (!item) return this.set({ screen: { name: 'no-appointment' } });
    try {
      if (item.mode === 'read') {
        const invitation = await this.services.readInvitation(item);
        return this.setIf(generation, { screen: { name: 'reading', invitation } });
      }
      if (!this.services.session()) return this.set({ screen: { name: 'signed-out', expired: false } });
      if (this.state.screen.name !== 'loading') this.set({ screen: { name: 'loading' } });
      const [state, me, facts] = await Promise.all([
        this.services.readState(item),
        this.state.me ?? this.services.me(),
        item.subjectAndTimes(),
      ]);
      this.setIf(generation, { screen: screenFor(state), me, facts });
    } catch (thrown) {
      if (generation !== this.generation) return;
      const error = toProductError(thrown);
      if (endsSession(error)) this.set({ screen: { name: 'signed-out', expired: true }, me: undefined });
      else if (error.code === 'offline') this.set({ screen: { name: 'offline' } });
      else this.set({ screen: { name: 'failed', error } });
    }
  };

  /**
   * Looks at subject, times and link again: most clients tell no change of the subject, and none tells that a ribbon
   * button was pressed meanwhile.
   */
  readonly look = async (): Promise<void> => {
    const item = this.composing();
    const generation = this.generation;
    if (!item || this.state.working) return;
    const [facts, property] = await Promise.all([item.subjectAndTimes(), item.readLinkProperty()]).catch(
      () => [],
    );
    if (!facts || generation !== this.generation) return;
    const known = this.state.facts;
    if (!(known && sameFacts(facts, known))) this.set({ facts });
    const link = readLinkProperty(property);
    const there = link?.state === 'linked' ? link.meetingId : undefined;
    const { screen } = this.state;
    const shown = screen.name === 'linked' ? screen.meeting.id : undefined;
    const comparable = screen.name === 'linked' || screen.name === 'new';
    // Once for each new finding: what the screen shows may rest on the text although the property says otherwise.
    if (comparable && there !== shown && there !== this.lookedAt) await this.readAgain(item);
    this.lookedAt = there;
  };

  /** Reads the appointment and its meeting again without a word, when the pane comes into view after a while. */
  readonly refresh = async (): Promise<void> => {
    const item = this.composing();
    const { screen, working } = this.state;
    const settled = ['new', 'linked', 'incomplete', 'gone', 'foreign'].includes(screen.name);
    if (!item || working || !settled || this.services.now() - this.readAt < REFRESH_AFTER_MS) return;
    await this.readAgain(item);
  };

  /** What cannot be read now leaves the screen as it is: the person asked for nothing. */
  private async readAgain(item: ComposeAppointment): Promise<void> {
    const generation = this.generation;
    this.readAt = this.services.now();
    const state = await this.services.readState(item).catch(() => undefined);
    if (!state || generation !== this.generation || this.state.working) return;
    const screen = screenFor(state);
    this.set({ screen, ...(screen.name === 'linked' ? { undo: undefined } : {}) });
  }

  readonly signIn = (): Promise<void> =>
    this.work('signing-in', async () => {
      await this.services.signIn();
      const goOn = this.interrupted;
      this.interrupted = undefined;
      this.set({ working: undefined });
      await this.load();
      await goOn?.();
    });

  readonly signOut = async (): Promise<void> => {
    this.interrupted = undefined;
    await this.services.signOut().catch(() => undefined);
    this.set({ ...start, said: 'signed-out' });
    await this.load();
  };

  readonly add = (): Promise<void> =>
    this.onAppointment('adding', async (item) => {
      const done = await this.services.add(item, this.choices());
      this.linked(done, done.notes.includes('already-there') ? 'already-there' : 'added');
    });

  readonly update = (): Promise<void> =>
    this.onAppointment('updating', async (item) =>
      this.linked(await this.services.update(item, this.choices()), 'updated'),
    );

  readonly repair = (): Promise<void> =>
    this.onAppointment('repairing', async (item) =>
      this.linked(await this.services.repair(item), 'repaired'),
    );

  readonly remove = (): Promise<void> =>
    this.onAppointment('removing', async (item) => {
      const removed = await this.services.remove(item);
      this.set({
        screen: { name: 'new' },
        undo: removed.meeting ? removed : undefined,
        said: 'removed',
        form: emptyForm,
        notes: [],
      });
    });

  readonly undo = (): Promise<void> =>
    this.onAppointment('undoing', async (item) => {
      const removed = this.state.undo;
      if (removed) this.linked(await this.services.undoRemove(item, removed), 'restored');
    });

  /** Does again what failed, from where it failed; without such a thing, loads again. */
  readonly retry = (): Promise<void> => (this.again ?? this.load)();

  readonly copy = async (text: string): Promise<void> => {
    try {
      await this.services.copyText(text);
      this.set({ said: undefined });
      this.set({ said: 'copied' });
    } catch (thrown) {
      this.set({ error: toProductError(thrown) });
    }
  };

  /** UTC milliseconds, for screens that compare with now. */
  readonly now = (): number => this.services.now();

  readonly openLink = (url: string): void => this.services.openLink(url);

  readonly setTopic = (topic: string | null): void => this.set({ form: { ...this.state.form, topic } });

  readonly setOptions = (options: MeetingOptions): void =>
    this.set({ form: { ...this.state.form, options: { ...this.state.form.options, ...options } } });

  readonly dismiss = (what: 'error' | 'undo' | 'notes'): void =>
    this.set(what === 'error' ? { error: undefined } : what === 'undo' ? { undo: undefined } : { notes: [] });

  private choices(): Choices {
    const { topic, options } = this.state.form;
    if (topic === undefined) return { options };
    return { topic: topic === null || topic.trim() === '' ? null : topic, options };
  }

  private linked(done: Done, said: Said): void {
    this.set({
      screen: { name: 'linked', link: done.link, meeting: done.meeting },
      notes: done.notes.filter((note) => note !== 'already-there'),
      said,
      undo: undefined,
      form: emptyForm,
    });
  }

  private composing(): ComposeAppointment | undefined {
    const item: OpenAppointment | undefined = this.services.appointment();
    return item?.mode === 'compose' ? item : undefined;
  }

  private onAppointment(work: Work, run: (item: ComposeAppointment) => Promise<void>): Promise<void> {
    const item = this.composing();
    if (!item) return this.load();
    return this.work(work, async () => {
      await run(item);
      await item.subjectAndTimes().then(
        (facts) => this.set({ facts }),
        () => undefined,
      );
    });
  }

  private async work(work: Work, run: () => Promise<void>): Promise<void> {
    if (this.state.working) return;
    // From here on no answer to an earlier question may change the screen.
    const generation = ++this.generation;
    const again = () => this.work(work, run);
    this.again = again;
    this.set({ working: work, error: undefined, said: undefined });
    try {
      await run();
      if (this.again === again) this.again = undefined;
      this.set({ working: undefined });
    } catch (thrown) {
      const error = toProductError(thrown);
      this.set({ working: undefined });
      if (generation !== this.generation) return;
      if (endsSession(error) && work !== 'signing-in') {
        this.interrupted = again;
        this.set({ screen: { name: 'signed-out', expired: true }, me: undefined });
      } else if (error.code === 'meeting-gone') await this.load();
      else if (error.code === 'half-done') await this.load().then(() => this.set({ error }));
      else this.set({ error });
    }
  }

  private setIf(generation: number, change: Partial<PaneState>): void {
    if (generation === this.generation) this.set(change);
  }

  private set(change: Partial<PaneState>): void {
    this.state = { ...this.state, ...change };
    for (const listener of this.listeners) listener();
  }
}

const sameFacts = (a: Facts, b: Facts): boolean =>
  a.subject === b.subject && a.start === b.start && a.end === b.end && a.timeZone === b.timeZone;

/** The screen that shows what is on the appointment. */
export function screenFor(state: AppointmentState): Screen {
  switch (state.kind) {
    case 'empty':
      return { name: 'new' };
    case 'linked':
      return { name: 'linked', link: state.link, meeting: state.meeting };
    case 'incomplete':
      return { name: 'incomplete', meeting: state.meeting };
    case 'gone':
      return { name: 'gone', link: state.link };
    case 'foreign':
      return { name: 'foreign', joinUrl: state.joinUrl, meetingId: state.meetingId };
  }
}
