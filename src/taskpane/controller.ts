/**
 * The pane's behaviour without its looks: which screen is shown for what is on the appointment, and what a press does.
 *
 * React reads `snapshot()` and calls the methods. Parts with a subject of their own: `workbench.ts` (one piece of work
 * at a time, retry), `looks.ts` (noticing what changed outside), `agreement.ts`, `drafts.ts`, `preferences.ts`.
 */
import { endsSession, toProductError } from '../domain/errors';
import type { MeetingOptions } from '../domain/meeting';
import type { ComposeAppointment } from '../outlook/item';
import { SAME_PRESS_MS } from '../scheduling/session';
import type { Choices, Done, Removed, RemovedFrom } from '../scheduling/types';
import { Drafts } from './drafts';
import type { Integration } from './integration/controller';
import { Looks } from './looks';
import type { MicrosoftAccount } from './microsoft/account';
import { OwnPreferences } from './preferences';
import type { Lack, PaneServices } from './services';
import {
  beginning,
  chosenSince,
  emptyForm,
  type Form,
  linkedState,
  type PaneState,
  type Said,
  screenFor,
  Store,
  type View,
} from './state';
import { Workbench } from './workbench';

export class PaneController {
  private readonly store = new Store();
  private readonly bench: Workbench;
  private readonly looks: Looks;
  readonly drafts: Drafts;
  readonly preferences: OwnPreferences;
  private readonly stops: (() => void)[] = [];
  /** When a window for signing in was opened last. */
  private signInAt = Number.NEGATIVE_INFINITY;
  /** For whom the screen was last loaded. */
  private memberId: string | undefined;
  private following: Promise<Integration> | undefined;
  /** The item whose events are heard. */
  private heard: { readonly item: ComposeAppointment; readonly stop: () => void } | undefined;

  constructor(private readonly services: PaneServices) {
    this.bench = new Workbench(this.store, services, () => this.load());
    this.drafts = new Drafts(this.store, services, this.bench);
    this.looks = new Looks(this.store, services, this.bench, this.drafts);
    this.preferences = new OwnPreferences(this.store, services, this.bench);
  }

  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;
  readonly look = (): Promise<void> => this.looks.look();
  readonly refresh = (): Promise<void> => this.looks.refresh();

  /** Starts listening to Outlook, session and network, and shows the first screen. */
  async open(): Promise<void> {
    this.stops.push(
      this.services.onItemChanged(() => void this.load({ forget: true })),
      this.services.onSessionChanged(() => {
        const { working, screen } = this.snapshot();
        // A token that was renewed changes nothing of what is shown.
        const isSame = this.services.session()?.member.id === this.memberId && screen.name !== 'signed-out';
        if (!working && !isSame) void this.load();
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
    this.heard?.stop();
    this.heard = undefined;
    this.drafts.letGo();
    for (const stop of this.stops.splice(0)) stop();
    void this.following?.then((integration) => integration.close());
  }

  /** What follows the account's policy. Fetched once; where that fails, again at the next call. */
  readonly integration = (): Promise<Integration> => {
    this.following ??= this.services.integration(this.store, this.show).catch((thrown: unknown) => {
      this.following = undefined;
      throw thrown;
    });
    return this.following;
  };

  /** Reads session and appointment and chooses the screen. What was typed stays unless another item came. */
  readonly load = async (how: { forget?: boolean } = {}): Promise<void> => {
    const isCurrent = this.bench.newQuestion();
    const { me: known, screen: before } = this.snapshot();
    this.bench.forgetRetry();
    this.looks.reads();
    if (how.forget) {
      this.bench.newItem();
      this.drafts.letGo();
      this.looks.newItem();
      const { me, unused, unusedBar } = this.snapshot();
      this.store.set({ ...beginning, me, unused, unusedBar });
    } else this.store.set({ error: undefined, asksRemoval: false });
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
      const session =
        this.services.session() ??
        ((await this.services.renewUnseen()) ? this.services.session() : undefined);
      if (!isCurrent()) return;
      this.memberId = session?.member.id;
      if (session?.member.id !== known?.member.id) this.store.set(nobody);
      if (!session) {
        // Whatever noticed it: who was signed in is told that the session ended.
        const expired = known !== undefined || (before.name === 'signed-out' && before.expired);
        return this.store.set({ screen: { name: 'signed-out', expired }, view: 'appointment' });
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
    const { state, facts } = await this.services.readState(item);
    if (!isCurrent()) return;
    this.store.set({ screen: screenFor(state), facts });
    this.hear(item);
    await this.looks.compare();
    if (!asked) return;
    await this.looks.learn(asked, isCurrent);
    this.integration().catch(() => undefined);
    void this.drafts.refresh();
  }

  /** Once for each item: Office.js keeps every handler that it was ever given. */
  private hear(item: ComposeAppointment): void {
    if (this.heard?.item === item) return;
    this.heard?.stop();
    this.heard = { item, stop: item.onTimesChanged(() => void this.look()) };
  }

  /** Pressed again while a window is waited for, opens another one: not every client tells that a person closed it. */
  readonly signIn = (): Promise<void> => {
    const isAgain = this.services.now() - this.signInAt > SAME_PRESS_MS;
    if (isAgain) this.signInAt = this.services.now();
    if (this.snapshot().working === 'signing-in') {
      if (!isAgain) return Promise.resolve();
      return this.services.signIn().then(
        () => undefined,
        () => undefined,
      );
    }
    return this.enter(this.services.signIn);
  };

  /** Opens a session, then goes on with what the end of the former one interrupted. */
  readonly enter = (open: () => unknown): Promise<void> =>
    this.bench.run('signing-in', async () => {
      await open();
      const goOn = this.bench.takeInterrupted();
      this.store.set({ working: undefined });
      await this.load();
      await goOn?.();
    });

  /** For what is fetched later and has something to say. */
  readonly tell = (change: Pick<PaneState, 'microsoftTied' | 'said'> | Pick<PaneState, 'error'>): void =>
    this.store.set(change);

  readonly microsoft = (): Promise<MicrosoftAccount> => this.services.microsoft();

  readonly signOut = async (): Promise<void> => {
    this.bench.newItem();
    await this.services.signOut().catch(() => undefined);
    this.store.set({ ...beginning, said: 'signed-out' });
    await this.load();
  };

  readonly add = (): Promise<void> =>
    this.press('adding', async (item) => {
      const { form, me } = this.snapshot();
      // Pressed before it was known who it is: the usual choices count all the same, and Zoom is not asked for them.
      const usual = me ? me.preferences.invitationLanguage : await this.services.usualLanguage();
      const done = await this.services.add(item, this.choices(usual));
      return this.linked(item, done, done.notes.includes('already-there') ? 'already-there' : 'added', form);
    });

  readonly update = (): Promise<void> =>
    this.press('updating', async (item) => {
      const { form } = this.snapshot();
      return this.linked(item, await this.services.update(item, this.choices()), 'updated', form);
    });

  /** Takes over what was changed in Zoom, its topic too; what else was chosen here waits for Update. */
  readonly follow = (): Promise<void> =>
    this.press('following', async (item) => {
      const done = await this.services.follow(item);
      return {
        ...this.linked(item, done, 'followed'),
        form: { ...this.snapshot().form, topic: undefined },
      };
    });

  readonly repair = (): Promise<void> =>
    this.press('repairing', async (item) => this.linked(item, await this.services.repair(item), 'repaired'));

  readonly own = (): Promise<void> =>
    this.press('owning', async (item) => {
      const { form, me } = this.snapshot();
      const usual = me ? me.preferences.invitationLanguage : await this.services.usualLanguage();
      return this.linked(item, await this.services.own(item, this.choices(usual)), 'owned', form);
    });

  readonly share = (): Promise<void> =>
    this.press('sharing', async (item) => this.linked(item, await this.services.share(item), 'shared'));

  readonly replaceSeries = (): Promise<void> =>
    this.press('replacing', async (item) => {
      const { form } = this.snapshot();
      const done = await this.services.replaceSeries(item, this.choices());
      return this.linked(item, done, 'replaced', form);
    });

  /** The person says which occurrence of the series is open. */
  readonly choose = (occurrenceId: string): Promise<void> =>
    this.press('choosing', async (item) =>
      this.linked(item, await this.services.chooseOccurrence(item, occurrenceId), 'chosen'),
    );

  /** Without `from`, what may be another appointment's meeting is asked about first. */
  readonly remove = (from?: RemovedFrom): Promise<void> =>
    this.press('removing', async (item) => {
      let removed: Removed;
      try {
        removed = await this.services.remove(item, from);
      } catch (thrown) {
        if (toProductError(thrown).code === 'perhaps-copy') return { asksRemoval: true };
        throw thrown;
      }
      return {
        screen: { name: 'new' },
        undo: removed.canUndo ? removed : undefined,
        said: removed.stays ? 'removed-here' : removed.occurrence ? 'removed-occurrence' : 'removed',
        form: emptyForm,
        notes: removed.notes,
        updatedByItself: false,
        asksRemoval: false,
      };
    });

  /** The person answers the question about the removal with neither. */
  readonly keepMeeting = (): void => this.store.set({ asksRemoval: false });

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

  /** Whether the meeting shown may be that of an appointment that the one that is open was copied from. */
  readonly mayBeCopy = (meetingId: string): boolean => {
    const item = this.bench.composing();
    return item !== undefined && this.drafts.mayBeAnothers(item, meetingId);
  };

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
    const isSame = this.bench.sameItem();
    const [choices, attendees] = await Promise.all([
      this.snapshot().choices ?? this.services.choices().catch(() => undefined),
      item?.readAttendees().catch(() => []) ?? [],
    ]);
    if (isSame()) this.store.set({ choices, attendees });
  };

  readonly setTopic = (topic: string | null): void => {
    this.store.set({ form: { ...this.snapshot().form, topic } });
    void this.looks.compare();
  };

  readonly setOptions = (options: MeetingOptions): void => {
    const { form } = this.snapshot();
    this.store.set({ form: { ...form, options: { ...form.options, ...options } } });
  };

  /** @param language a language tag; undefined follows what is usual */
  readonly setLanguage = (language: string | undefined): void =>
    this.store.set({ form: { ...this.snapshot().form, language } });

  readonly dismiss = (
    what: 'error' | 'undo' | 'notes' | 'updatedByItself' | 'microsoftTied' | 'unusedUndo' | 'said',
  ): void =>
    this.store.set(
      what === 'notes'
        ? { notes: [] }
        : what === 'updatedByItself'
          ? { [what]: false }
          : { [what]: undefined },
    );

  /** @param usual the person's usual language, for a new meeting; one that exists keeps that of its invitation */
  private choices(usual: string | null = null): Choices {
    const { form } = this.snapshot();
    const { topic, options } = form;
    const language = form.language ?? usual ?? undefined;
    return {
      options,
      ...(topic === undefined ? {} : { topic: topic === null || topic.trim() === '' ? null : topic }),
      ...(language === undefined ? {} : { language }),
    };
  }

  /**
   * The person pressed for it, so the meeting is the one of this appointment.
   *
   * @param sent the form as it went to Zoom; absent where none did
   */
  private linked(item: ComposeAppointment, done: Done, said: Said, sent?: Form): Partial<PaneState> {
    if (said !== 'already-there') this.drafts.decided(item, done.meeting.id);
    const form = sent ? chosenSince(sent, this.snapshot().form) : emptyForm;
    return { ...linkedState(done, said), form };
  }

  private async press(...[work, run]: Parameters<Workbench['onAppointment']>): Promise<void> {
    await this.bench.onAppointment(work, run);
    await this.looks.compare();
  }
}

/** What is known of one person is nothing for another. */
const nobody = {
  me: undefined,
  choices: undefined,
  unused: undefined,
  unusedBar: false,
  unusedUndo: undefined,
} as const;
