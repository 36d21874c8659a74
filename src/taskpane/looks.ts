/**
 * Noticing what changed outside the pane while it is open: the appointment's facts, its link, Zoom's side. Decides
 * whether both still agree, and updates by itself where the person wants that.
 */
import type { Me } from '../api/backend';
import { endsSession, toProductError } from '../domain/errors';
import { readLinkProperty } from '../domain/link';
import type { ComposeAppointment } from '../outlook/item';
import type { ByItself } from './agreement';
import type { Drafts } from './drafts';
import * as later from './later';
import type { PaneServices } from './services';
import { type Disagreement, type Facts, linkedState, screenFor, shownMeeting, type Store } from './state';
import type { Workbench } from './workbench';

/** A pane that comes into view looks again, but not at every click into it. In milliseconds. */
const REFRESH_AFTER_MS = 5000;

export class Looks {
  private byItself: ByItself | undefined;
  /** The look that is under way. */
  private looking: Promise<void> | undefined;
  /** When the appointment was last read. */
  private readAt = Number.NEGATIVE_INFINITY;
  /** The meeting that was last found on it by looking, undefined where none was; null before the first look. */
  private lookedAt: string | undefined | null = null;
  /** Grows with every reading: of two that are under way, only the later one may say what there is. */
  private reading = 0;

  constructor(
    private readonly store: Store,
    private readonly services: PaneServices,
    private readonly bench: Workbench,
    private readonly drafts: Drafts,
  ) {}

  /** The appointment is being read as a whole. */
  reads(): void {
    this.readAt = this.services.now();
  }

  /** What is under way concerns another item. */
  newItem(): void {
    this.lookedAt = null;
    this.looking = undefined;
    this.byItself = undefined;
  }

  /**
   * Who it is and what they usually choose. What fails is asked again when the pane is looked at again; rejects where
   * nothing can be done before there is a session or a connection.
   */
  async learn(asked: Promise<Me>, isCurrent: () => boolean): Promise<void> {
    const me = await asked.catch((thrown: unknown) => {
      if (endsSession(thrown) || toProductError(thrown).code === 'offline') throw thrown;
      return undefined;
    });
    if (me && isCurrent()) this.store.set({ me });
  }

  /**
   * Looks at subject, times and link again: most clients tell no change of the subject, and none tells that a ribbon
   * button was pressed meanwhile. One look at a time: a slow Outlook is not asked again before it has answered.
   */
  readonly look = (): Promise<void> => {
    const present = this.looking;
    if (present) return present;
    const looking = this.lookOnce().finally(() => {
      if (this.looking === looking) this.looking = undefined;
    });
    this.looking = looking;
    return looking;
  };

  private async lookOnce(): Promise<void> {
    const item = this.bench.composing();
    const isCurrent = this.bench.sameQuestion();
    if (!item || this.store.snapshot().working) return;
    const [facts, property] = await Promise.all([item.subjectAndTimes(), item.readLinkProperty()]).catch(
      () => [],
    );
    if (!facts || !isCurrent()) return;
    const known = this.store.snapshot().facts;
    const stands = known !== undefined && sameFacts(facts, known);
    if (!stands) this.store.set({ facts });
    const link = readLinkProperty(property);
    const there = link?.state === 'linked' ? link.meetingId : undefined;
    const { screen } = this.store.snapshot();
    const shown = shownMeeting(screen)?.id;
    const comparable = shown !== undefined || screen.name === 'new';
    // Once for each new finding: what the screen shows may rest on the text although the property says otherwise.
    const isNew = comparable && there !== shown && there !== this.lookedAt;
    // Which occurrence it may be depends on where it was moved to.
    if (isNew || (screen.name === 'lost' && !stands)) await this.readAgain(item);
    if (!isCurrent()) return;
    this.lookedAt = there;
    const isCopy = await this.drafts.look(item);
    if (!isCurrent()) return;
    if (isCopy) await this.readAgain(item);
    await this.compare();
    await this.followByItself(item);
  }

  /** Reads the appointment and its meeting again without a word: Zoom's side may have changed. */
  readonly refresh = async (): Promise<void> => {
    const item = this.bench.composing();
    const { screen, working } = this.store.snapshot();
    const settled = ['new', 'linked', 'lost', 'copy', 'incomplete', 'gone', 'foreign'].includes(screen.name);
    if (!item || working || !settled || this.services.now() - this.readAt < REFRESH_AFTER_MS) return;
    const isCurrent = this.bench.sameQuestion();
    await this.readAgain(item);
    await this.compare();
    if (!this.store.snapshot().me) await this.learn(this.services.me(), isCurrent).catch(() => undefined);
  };

  /** What cannot be read now leaves the screen as it is: the person asked for nothing. */
  private async readAgain(item: ComposeAppointment): Promise<void> {
    const isCurrent = this.bench.sameQuestion();
    const reading = ++this.reading;
    this.reads();
    const read = await this.services.readState(item).catch(() => undefined);
    if (!read || !isCurrent() || reading !== this.reading || this.store.snapshot().working) return;
    const screen = screenFor(read.state);
    this.store.set({ screen, facts: read.facts, ...(screen.name === 'linked' ? { undo: undefined } : {}) });
  }

  /** Keeps what the screen says about agreeing in step with appointment, meeting and form. */
  async compare(): Promise<void> {
    if (this.store.snapshot().screen.name !== 'linked') return this.disagree(undefined);
    const { disagreementOf, ByItself, isLastSent } = await later.work();
    this.byItself ??= new ByItself();
    const { screen, facts, form } = this.store.snapshot();
    if (screen.name !== 'linked' || !facts) return this.disagree(undefined);
    const { kept, now } = this.services;
    const lastSent = () => isLastSent(kept, screen.meeting, screen.occurrence);
    this.disagree(disagreementOf(screen, facts, form, now(), lastSent));
  }

  private disagree(disagreement: Disagreement | undefined): void {
    const present = this.store.snapshot().disagreement;
    if (present?.key !== disagreement?.key || present?.moved !== disagreement?.moved) {
      this.store.set({ disagreement });
    }
  }

  private async followByItself(open: ComposeAppointment): Promise<void> {
    const { screen, disagreement, me, working, error } = this.store.snapshot();
    const wanted = me?.preferences.updateByItself === true && !working && !error;
    // The meeting of a copy is another appointment's: as long as that is not ruled out, the person decides.
    const mayAct =
      wanted &&
      this.bench.composing() === open &&
      screen.name === 'linked' &&
      this.drafts.isOwn(open, screen.meeting.id);
    if (!this.byItself?.isDue(disagreement, mayAct)) return;
    await this.bench.onAppointment('updating', async (item) => {
      const done = await this.services.update(item, { options: {} });
      return {
        ...linkedState(done, 'updated-by-itself'),
        form: this.store.snapshot().form,
        updatedByItself: true,
      };
    });
    await this.compare();
  }
}

const sameFacts = (a: Facts, b: Facts): boolean =>
  a.subject === b.subject &&
  a.start === b.start &&
  a.end === b.end &&
  a.timeZone === b.timeZone &&
  JSON.stringify(a.repetition) === JSON.stringify(b.repetition);
