/**
 * The pane's behaviour without its looks: which screen is shown for what is on the appointment, and what a press does.
 *
 * React reads `snapshot()` and calls the methods. Parts with a subject of their own: `workbench.ts` (one piece of work
 * at a time, retry), `agreement.ts`, `drafts.ts`, `preferences.ts`.
 */
import { endsSession, toProductError } from '../domain/errors';
import type { Me } from '../api/backend';
import { readLinkProperty } from '../domain/link';
import type { MeetingOptions } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import type { Choices, Done } from '../scheduling/types';
import type { ByItself } from './agreement';
import { Drafts } from './drafts';
import * as later from './later';
import { OwnPreferences } from './preferences';
import type { Lack, PaneServices } from './services';
import {
  beginning,
  emptyForm,
  type Facts,
  type PaneState,
  type Said,
  screenFor,
  Store,
  type View,
} from './state';
import { Workbench } from './workbench';

/** A pane that comes into view looks again, but not at every click into it. In milliseconds. */
export const REFRESH_AFTER_MS = 5000;

export class PaneController {
  private readonly store = new Store();
  private readonly bench: Workbench;
  readonly drafts: Drafts;
  readonly preferences: OwnPreferences;
  private readonly stops: (() => void)[] = [];
  private stopTimes: (() => void) | undefined;
  private byItself: ByItself | undefined;
  /** The look that is under way. */
  private looking: Promise<void> | undefined;
  /** When the appointment was last read, and the meeting that was last found on it by looking. */
  private readAt = Number.NEGATIVE_INFINITY;
  private lookedAt: string | undefined;

  constructor(private readonly services: PaneServices) {
    this.bench = new Workbench(this.store, services, () => this.load());
    this.drafts = new Drafts(this.store, services, this.bench);
    this.preferences = new OwnPreferences(this.store, services, this.bench);
  }

  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  /** Starts listening to Outlook, session and network, and shows the first screen. */
  async open(): Promise<void> {
    this.stops.push(
      this.services.onItemChanged(() => void this.load({ forget: true })),
      this.services.onSessionChanged(() => {
        if (!this.snapshot().working) void this.load();
      }),
      this.services.onOnlineChanged(() => {
        if (!this.services.isOnline()) return;
        const { error, screen } = this.snapshot();
        if (error?.code === 'offline') this.store.set({ error: undefined });
        if (screen.name === 'offline') void this.load();
      }),
    );
    await this.load();
  }

  close(): void {
    this.stopTimes?.();
    this.drafts.letGo();
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Reads session and appointment and chooses the screen. What was typed stays unless another item came. */
  readonly load = async (how: { forget?: boolean } = {}): Promise<void> => {
    const isCurrent = this.bench.newQuestion();
    this.bench.forgetRetry();
    this.readAt = this.services.now();
    if (how.forget) {
      this.bench.newItem();
      this.drafts.letGo();
      this.lookedAt = undefined;
      this.looking = undefined;
      const { me, unused } = this.snapshot();
      this.store.set({ ...beginning, me, unused });
    } else this.store.set({ error: undefined });
    if (!this.services.isSupported()) return this.store.set({ screen: { name: 'unsupported' } });
    const item = this.services.appointment();
    if (!item) return this.store.set({ screen: { name: 'no-appointment' } });
    try {
      if (item.mode === 'read') {
        const invitation = await this.services.readInvitation(item);
        const screen = { name: 'reading', invitation, readOnly: item.organizedByMe } as const;
        if (isCurrent()) this.store.set({ screen });
        return;
      }
      if (!this.services.session()) {
        return this.store.set({ screen: { name: 'signed-out', expired: false } });
      }
      if (this.snapshot().screen.name !== 'loading') this.store.set({ screen: { name: 'loading' } });
      await this.readAll(item, isCurrent);
    } catch (thrown) {
      if (!isCurrent()) return;
      const error = toProductError(thrown);
      if (endsSession(error))
        this.store.set({ screen: { name: 'signed-out', expired: true }, me: undefined });
      else if (error.code === 'offline') this.store.set({ screen: { name: 'offline' } });
      else this.store.set({ screen: { name: 'failed', error } });
    }
  };

  private async readAll(item: ComposeAppointment, isCurrent: () => boolean): Promise<void> {
    // Who it is comes later than what can be pressed: nobody waits for it.
    const asked = this.snapshot().me ? undefined : this.services.me();
    asked?.catch(() => undefined);
    const [state, facts] = await Promise.all([this.services.readState(item), item.subjectAndTimes()]);
    if (!isCurrent()) return;
    this.store.set({ screen: screenFor(state), facts });
    this.stopTimes?.();
    this.stopTimes = item.onTimesChanged(() => void this.look());
    await this.compare();
    if (!asked) return;
    await this.learn(asked, isCurrent);
    void this.drafts.refresh();
  }

  /** Who it is and what they usually choose. What fails is asked again when the pane is looked at again. */
  private async learn(asked: Promise<Me>, isCurrent: () => boolean): Promise<void> {
    const me = await asked.catch((thrown: unknown) => {
      if (endsSession(thrown)) throw thrown;
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
    if (!item || this.snapshot().working) return;
    const [facts, property] = await Promise.all([item.subjectAndTimes(), item.readLinkProperty()]).catch(
      () => [],
    );
    if (!facts || !isCurrent()) return;
    const known = this.snapshot().facts;
    if (!(known && sameFacts(facts, known))) this.store.set({ facts });
    const link = readLinkProperty(property);
    const there = link?.state === 'linked' ? link.meetingId : undefined;
    const { screen } = this.snapshot();
    const shown = screen.name === 'linked' || screen.name === 'copy' ? screen.meeting.id : undefined;
    const comparable = shown !== undefined || screen.name === 'new';
    // Once for each new finding: what the screen shows may rest on the text although the property says otherwise.
    if (comparable && there !== shown && there !== this.lookedAt) await this.readAgain(item);
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
    const { screen, working } = this.snapshot();
    const settled = ['new', 'linked', 'copy', 'incomplete', 'gone', 'foreign'].includes(screen.name);
    if (!item || working || !settled || this.services.now() - this.readAt < REFRESH_AFTER_MS) return;
    const isCurrent = this.bench.sameQuestion();
    await this.readAgain(item);
    await this.compare();
    if (!this.snapshot().me) await this.learn(this.services.me(), isCurrent).catch(() => undefined);
  };

  /** What cannot be read now leaves the screen as it is: the person asked for nothing. */
  private async readAgain(item: ComposeAppointment): Promise<void> {
    const isCurrent = this.bench.sameQuestion();
    this.readAt = this.services.now();
    const state = await this.services.readState(item).catch(() => undefined);
    if (!state || !isCurrent() || this.snapshot().working) return;
    const screen = screenFor(state);
    this.store.set({ screen, ...(screen.name === 'linked' ? { undo: undefined } : {}) });
  }

  /** Keeps what the screen says about agreeing in step with appointment, meeting and form. */
  private async compare(): Promise<void> {
    if (this.snapshot().screen.name !== 'linked') return this.disagree(undefined);
    const { disagreementOf, ByItself } = await later.work();
    this.byItself ??= new ByItself();
    const { screen, facts, form } = this.snapshot();
    if (screen.name !== 'linked' || !facts) return this.disagree(undefined);
    this.disagree(disagreementOf(screen, facts, form, this.services.now()));
  }

  private disagree(disagreement: ReturnType<typeof this.snapshot>['disagreement']): void {
    const present = this.snapshot().disagreement;
    if (present?.key !== disagreement?.key || present?.moved !== disagreement?.moved) {
      this.store.set({ disagreement });
    }
  }

  private async followByItself(open: ComposeAppointment): Promise<void> {
    const { screen, disagreement, me, working, error } = this.snapshot();
    const wanted = me?.preferences.updateByItself === true && !working && !error;
    // The meeting of a copy is another appointment's: as long as that is not ruled out, the person decides.
    const mayAct = wanted && screen.name === 'linked' && this.drafts.isOwn(open, screen.meeting.id);
    if (!this.byItself?.isDue(disagreement, mayAct)) return;
    await this.bench.onAppointment('updating', async (item) => {
      const done = await this.services.update(item, { options: {} });
      return {
        ...linkedState(done, 'updated-by-itself'),
        form: this.snapshot().form,
        updatedByItself: true,
      };
    });
    await this.compare();
  }

  readonly signIn = (): Promise<void> =>
    this.bench.run('signing-in', async () => {
      await this.services.signIn();
      const goOn = this.bench.takeInterrupted();
      this.store.set({ working: undefined });
      await this.load();
      await goOn?.();
    });

  readonly signOut = async (): Promise<void> => {
    this.bench.newItem();
    await this.services.signOut().catch(() => undefined);
    this.store.set({ ...beginning, said: 'signed-out' });
    await this.load();
  };

  readonly add = (): Promise<void> =>
    this.press('adding', async (item) => {
      // Pressed before it was known who it is: the usual choices count all the same.
      if (!this.snapshot().me) this.store.set({ me: await this.services.me() });
      const done = await this.services.add(item, this.choices(true));
      return this.linked(item, done, done.notes.includes('already-there') ? 'already-there' : 'added');
    });

  readonly update = (): Promise<void> =>
    this.press('updating', async (item) =>
      this.linked(item, await this.services.update(item, this.choices()), 'updated'),
    );

  /** Takes over what was changed in Zoom. */
  readonly follow = (): Promise<void> =>
    this.press('following', async (item) => this.linked(item, await this.services.follow(item), 'followed'));

  readonly repair = (): Promise<void> =>
    this.press('repairing', async (item) => this.linked(item, await this.services.repair(item), 'repaired'));

  readonly own = (): Promise<void> =>
    this.press('owning', async (item) =>
      this.linked(item, await this.services.own(item, this.choices(true)), 'owned'),
    );

  readonly share = (): Promise<void> =>
    this.press('sharing', async (item) => this.linked(item, await this.services.share(item), 'shared'));

  readonly remove = (): Promise<void> =>
    this.press('removing', async (item) => {
      const removed = await this.services.remove(item);
      return {
        screen: { name: 'new' },
        undo: removed.canUndo ? removed : undefined,
        said: removed.stays ? 'removed-here' : 'removed',
        form: emptyForm,
        notes: removed.notes,
        updatedByItself: false,
      };
    });

  readonly undo = (): Promise<void> =>
    this.press('undoing', async (item) => {
      const removed = this.snapshot().undo;
      return removed ? this.linked(item, await this.services.undoRemove(item, removed), 'restored') : {};
    });

  readonly retry = (): Promise<void> => this.bench.retry();

  readonly copy = async (text: string): Promise<void> => {
    try {
      await this.services.copyText(text);
      this.store.set({ said: undefined });
      this.store.set({ said: 'copied' });
    } catch (thrown) {
      this.store.set({ error: toProductError(thrown) });
    }
  };

  /** UTC milliseconds, for screens that compare with now. */
  readonly now = (): number => this.services.now();

  readonly lacks = (what: Lack): boolean => this.services.lacks(what);

  readonly openLink = (url: string): void => this.services.openLink(url);

  /** Shows another view; the list of unused meetings is asked anew when it is opened. */
  readonly show = async (view: View): Promise<void> => {
    this.store.set({ view, error: undefined, said: undefined });
    if (view === 'unused') await this.drafts.refresh();
  };

  /** Asks for what only the options need, once. What cannot be known is not offered. */
  readonly openOptions = async (): Promise<void> => {
    const item = this.bench.composing();
    const [choices, attendees] = await Promise.all([
      this.snapshot().choices ?? this.services.choices().catch(() => undefined),
      item?.readAttendees().catch(() => []) ?? [],
    ]);
    this.store.set({ choices, attendees });
  };

  readonly setTopic = (topic: string | null): void => {
    this.store.set({ form: { ...this.snapshot().form, topic } });
    void this.compare();
  };

  readonly setOptions = (options: MeetingOptions): void => {
    const { form } = this.snapshot();
    this.store.set({ form: { ...form, options: { ...form.options, ...options } } });
  };

  /** @param language a language tag; undefined follows what is usual */
  readonly setLanguage = (language: string | undefined): void =>
    this.store.set({ form: { ...this.snapshot().form, language } });

  readonly dismiss = (what: 'error' | 'undo' | 'notes' | 'updatedByItself'): void =>
    this.store.set(
      what === 'notes'
        ? { notes: [] }
        : what === 'updatedByItself'
          ? { [what]: false }
          : { [what]: undefined },
    );

  /** @param isNew the person's usual language counts; a meeting that exists keeps the language of its invitation */
  private choices(isNew = false): Choices {
    const { form, me } = this.snapshot();
    const { topic, options } = form;
    const usual = isNew ? me?.preferences.invitationLanguage : undefined;
    const language = form.language ?? usual ?? undefined;
    return {
      options,
      ...(topic === undefined ? {} : { topic: topic === null || topic.trim() === '' ? null : topic }),
      ...(language === undefined ? {} : { language }),
    };
  }

  /** The person pressed for it, so the meeting is the one of this appointment. */
  private linked(item: ComposeAppointment, done: Done, said: Said): Partial<PaneState> {
    if (said !== 'already-there') this.drafts.decided(item, done.meeting.id);
    return linkedState(done, said);
  }

  private async press(...[work, run]: Parameters<Workbench['onAppointment']>): Promise<void> {
    await this.bench.onAppointment(work, run);
    await this.compare();
  }
}

/** What is shown of work that left a meeting on the appointment. */
const linkedState = ({ link, meeting, occurrence, notes }: Done, said: Said): Partial<PaneState> => ({
  screen: { name: 'linked', link, meeting, occurrence },
  notes: notes.filter((note) => note !== 'already-there'),
  said,
  undo: undefined,
  updatedByItself: false,
  form: emptyForm,
});

const sameFacts = (a: Facts, b: Facts): boolean =>
  a.subject === b.subject &&
  a.start === b.start &&
  a.end === b.end &&
  a.timeZone === b.timeZone &&
  JSON.stringify(a.repetition) === JSON.stringify(b.repetition);
