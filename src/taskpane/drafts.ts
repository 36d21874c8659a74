/**
 * Meetings whose appointment is not known to be saved: confirming the one that is open, holding it while its draft is
 * open, and sorting out those that no appointment was seen for.
 */
import type { ComposeAppointment } from '../outlook/item';
import type { PaneServices } from './services';
import { meetingOn, type PaneState, type Said, type Store, type UnusedMeeting } from './state';
import type { Workbench } from './workbench';

export class Drafts {
  /** Meetings that were confirmed for the item that is open. */
  private readonly settled = new Set<string>();
  /** Meetings that are surely the item's own, not those of an appointment that it was copied from. */
  private readonly own = new WeakMap<ComposeAppointment, Set<string>>();
  /** Items whose meeting was asked about with the answer that it may be that of another appointment. */
  private readonly unsure = new WeakMap<ComposeAppointment, string>();
  private held: { readonly meetingId: string; readonly letGo: () => void } | undefined;

  constructor(
    private readonly store: Store,
    private readonly services: PaneServices,
    private readonly bench: Workbench,
  ) {}

  /**
   * Called at each look: holds the draft's meeting, and tells the backend as soon as the appointment is saved.
   * Answers whether the meeting turned out to be another appointment's.
   */
  async look(item: ComposeAppointment): Promise<boolean> {
    const isCurrent = this.bench.sameQuestion();
    const { screen } = this.store.snapshot();
    const meetingId = screen.name === 'linked' ? screen.meeting.id : undefined;
    const isOccurrence = screen.name === 'linked' && screen.occurrence !== undefined;
    const draft = screen.name === 'incomplete' ? screen.meeting?.id : meetingId;
    this.hold(draft !== undefined && !this.settled.has(draft) ? draft : undefined);
    if (meetingId === undefined || this.settled.has(meetingId)) return false;
    // What cannot be told now is told at the next look.
    const whose = await this.services.confirmSaved(item).catch(() => undefined);
    if (!isCurrent()) return false;
    if (whose === 'this' || (isOccurrence && whose === 'untold')) this.decided(item, meetingId);
    else this.doubt(item, meetingId);
    if (whose === undefined) return false;
    this.settled.add(meetingId);
    this.hold(undefined);
    return whose === 'another';
  }

  /** The person put this meeting on the item, or pressed for it as the item's own. */
  decided(item: ComposeAppointment, meetingId: string): void {
    this.own.set(item, new Set(this.own.get(item)).add(meetingId));
  }

  /** Whether changing this meeting without being asked cannot change that of another appointment. */
  isOwn(item: ComposeAppointment, meetingId: string): boolean {
    return this.own.get(item)?.has(meetingId) === true;
  }

  /** Whether this meeting may be that of an appointment that the item was copied from, as far as was asked. */
  mayBeAnothers(item: ComposeAppointment, meetingId: string): boolean {
    return this.unsure.get(item) === meetingId && !this.isOwn(item, meetingId);
  }

  private doubt(item: ComposeAppointment, meetingId: string): void {
    if (this.unsure.get(item) === meetingId) return;
    this.unsure.set(item, meetingId);
    // The screen may show it.
    this.store.set({});
  }

  /** Asks which meetings are unused. Nobody waits for it, and failing is silent: it is asked again later. */
  async refresh(): Promise<void> {
    const { screen } = this.store.snapshot();
    const current = meetingOn(screen)?.id;
    const unused = await this.services.unused(current).catch(() => undefined);
    if (unused) this.store.set(this.listed(unused));
  }

  /** The person knows of those that are listed now: nothing more is said until another one joins them. */
  readonly closeBar = (): void => {
    const { unused } = this.store.snapshot();
    this.services.noticed.add((unused ?? []).map(({ id }) => id));
    this.store.set({ unusedBar: false });
  };

  readonly keep = (meetingId: string): Promise<void> =>
    this.sort('unused-kept', async () => {
      await this.services.keepUnused(meetingId);
      this.unlist(meetingId);
    });

  /** What is kept is off the list at once, also where a later one cannot be. */
  readonly keepAll = (): Promise<void> =>
    this.sort('unused-all-kept', async () => {
      for (const { id } of this.store.snapshot().unused ?? []) {
        await this.services.keepUnused(id);
        this.unlist(id);
      }
    });

  readonly remove = (meetingId: string): Promise<void> =>
    this.sort('unused-removed', async () => {
      const unusedUndo = this.store.snapshot().unused?.find(({ id }) => id === meetingId);
      await this.services.removeUnused(meetingId);
      this.unlist(meetingId);
      this.store.set({ unusedUndo });
    });

  /** Brings back the one that was deleted last, to its place in the list: the newest first. */
  readonly restore = (): Promise<void> =>
    this.sort('restored', async () => {
      const back = this.store.snapshot().unusedUndo;
      if (!back) return;
      await this.services.restoreUnused(back.id);
      const others = (this.store.snapshot().unused ?? []).filter(({ id }) => id !== back.id);
      const unused = [...others, back].sort((a, b) => Date.parse(b.madeAt) - Date.parse(a.madeAt));
      this.store.set({ ...this.listed(unused), unusedUndo: undefined });
    });

  /** Another item is shown, or none: what was settled for the last one says nothing about it. */
  letGo(): void {
    this.settled.clear();
    this.hold(undefined);
  }

  private sort(said: Said, act: () => Promise<void>): Promise<void> {
    return this.bench.beside('sorting', async () => {
      await act();
      this.store.set({ said });
    });
  }

  private unlist(meetingId: string): void {
    const { unused } = this.store.snapshot();
    this.store.set(this.listed((unused ?? []).filter(({ id }) => id !== meetingId)));
  }

  private listed(unused: readonly UnusedMeeting[]): Partial<PaneState> {
    return { unused: [...unused], unusedBar: unused.some(({ id }) => !this.services.noticed.has(id)) };
  }

  private hold(meetingId: string | undefined): void {
    if (this.held?.meetingId === meetingId) return;
    this.held?.letGo();
    this.held =
      meetingId === undefined ? undefined : { meetingId, letGo: this.services.holdDraft(meetingId) };
  }
}
