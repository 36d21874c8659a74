/**
 * A layer of settings while somebody edits it: the account's, or a group's. What is changed is shown at once as what
 * it would do; it is saved in one step; what others save meanwhile comes in by itself.
 */
import * as z from 'zod/mini';
import { ChangedMeanwhile } from '../../api/policyClient';
import type { Meanwhile, Person, Preview, VersionedSettings } from '../../api/policy';
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import { SettingsLayer } from '../../domain/policy/settings';
import type { AdminServices } from '../services';
import {
  changedByOthers,
  changedParts,
  decided,
  draftOf,
  edited,
  faultsOf,
  merged,
  restored,
  saved,
  type Conflict,
  type Draft,
} from './draft';
import type { Part } from './parts';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

/** Where the layer is kept. */
export interface LayerPort {
  readonly level: 'account' | 'group';
  load(): Promise<VersionedSettings>;
  save(layer: SettingsLayer, version: number): Promise<VersionedSettings>;
  preview(layer: SettingsLayer): Promise<Preview>;
}

/** What another person saved while this was open. */
export interface News {
  readonly by: Person | null;
  readonly at: string | null;
  readonly parts: readonly Part[];
}

export interface EditorState extends WorkState<'loading' | 'saving'> {
  /** Undefined until it was read. */
  readonly draft: Draft | undefined;
  /** What saving would do; undefined while it is asked, null where that failed. */
  readonly preview: Preview | null | undefined;
  readonly news: News | undefined;
  /** For the line that screen readers announce. */
  readonly said: 'saved' | 'discarded' | 'decide-first' | 'correct-first' | 'came-in' | undefined;
}

/** How long nothing is changed before it is asked what it would do. */
export const PREVIEW_AFTER_MS = 300;

export class Editor {
  private readonly store = new Store<EditorState>({
    ...idle,
    draft: undefined,
    preview: undefined,
    news: undefined,
    said: undefined,
  });
  private readonly worker: Worker<'loading' | 'saving', EditorState>;
  private stopWaiting: () => void = () => undefined;
  private question = 0;

  constructor(
    private readonly port: LayerPort,
    private readonly later: AdminServices['later'],
    private readonly onSessionEnd: (error: ProductError) => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;
  readonly level = (): 'account' | 'group' => this.port.level;

  readonly load = (): Promise<void> =>
    this.worker.run('loading', async () => {
      const base = await this.port.load();
      const { draft } = this.snapshot();
      this.store.set({ draft: draft ? merged(draft, base) : draftOf(base) });
      this.ask();
    });

  readonly edit = (layer: SettingsLayer, part: Part): void => {
    const { draft } = this.snapshot();
    if (!draft) return;
    this.store.set({ draft: edited(draft, layer, part, this.port.level), said: undefined });
    this.ask();
  };

  /** Takes one part back to what is saved. */
  readonly restore = (part: Part): void => this.change((draft) => restored(draft, part));

  readonly decide = (part: Part, whose: 'mine' | 'theirs'): void =>
    this.change((draft) => decided(draft, part, whose));

  readonly discard = (): void => {
    this.change(({ base }) => draftOf(base));
    this.store.set({ said: 'discarded', error: undefined });
  };

  readonly save = async (): Promise<void> => {
    const { draft } = this.snapshot();
    if (!draft) return;
    if (faultsOf(draft.mine).length > 0) return this.say('correct-first');
    if (draft.conflicts.length > 0) return this.say('decide-first');
    await this.worker.run('saving', async () => {
      // Asked anew here: this may run again after something was changed since.
      const { mine, base } = this.snapshot().draft ?? draft;
      const answer = await this.port.save(mine, base.version).catch(async (thrown: unknown) => {
        if (thrown instanceof ChangedMeanwhile)
          this.takeOver(await this.port.load(), sinceOf(thrown.meanwhile));
        throw thrown;
      });
      const now = this.snapshot().draft ?? draft;
      this.store.set({ draft: saved(now, mine, answer), said: 'saved', news: undefined });
      this.ask();
    });
  };

  /** Something may have changed elsewhere: looks, and takes over what did. Fails in silence: the stream goes on. */
  readonly lookAgain = async (): Promise<void> => {
    const { draft, working } = this.snapshot();
    if (!draft || working) return;
    try {
      const theirs = await this.port.load();
      // What is on its way now is newer than this answer.
      if (this.snapshot().working) return;
      this.takeOver(theirs);
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) this.onSessionEnd(error);
    }
  };

  /** Takes the layer as another write of ours left it, such as a new name of the group. */
  readonly rebase = (base: VersionedSettings): void => this.change((draft) => merged(draft, base));

  /** Whether something would be lost by leaving. */
  readonly isDirty = (): boolean => {
    const { draft } = this.snapshot();
    return draft !== undefined && changedParts(draft).length > 0;
  };

  /** What is not saved, as text to keep while the page is left; undefined where there is nothing. */
  readonly kept = (): string | undefined => {
    const { draft } = this.snapshot();
    if (!draft || !this.isDirty()) return undefined;
    // What could not be saved is no layer that could be brought back: the rest is.
    const { base, mine } = faultsOf(draft.mine).reduce((rest, { part }) => restored(rest, part), draft);
    return JSON.stringify({ base: base.settings, version: base.version, mine });
  };

  /** Brings back what was kept, on top of what is saved now. */
  readonly bringBack = (text: string): void =>
    this.change((draft) => {
      const kept = keptIn(text);
      if (!kept) return draft;
      const before = { ...draft.base, settings: kept.base, version: kept.version };
      return merged({ base: before, mine: kept.mine, conflicts: [] }, draft.base);
    });

  readonly retry = (): Promise<void> => this.worker.retry();

  readonly dismiss = (what: 'error' | 'news'): void =>
    this.store.set(what === 'error' ? { error: undefined } : { news: undefined });

  close(): void {
    this.stopWaiting();
    this.question += 1;
  }

  private change(how: (draft: Draft) => Draft): void {
    const { draft } = this.snapshot();
    if (!draft) return;
    this.store.set({ draft: how(draft) });
    this.ask();
  }

  private say(said: EditorState['said']): void {
    // The same words twice are not read out twice.
    this.store.set({ said: undefined });
    this.store.set({ said });
  }

  private takeOver(
    theirs: VersionedSettings,
    since?: (part: Part) => Omit<Conflict, 'part'> | undefined,
  ): void {
    const { draft } = this.snapshot();
    if (!draft || theirs.version <= draft.base.version) return;
    const parts = changedByOthers(draft, theirs);
    const news = { by: theirs.savedBy, at: theirs.savedAt, parts };
    this.store.set({
      draft: merged(draft, theirs, since),
      ...(parts.length > 0 ? { news, said: 'came-in' } : {}),
    });
    this.ask();
  }

  /** Asks what saving would do, once nothing was changed for a moment. */
  private ask(): void {
    this.stopWaiting();
    const question = (this.question += 1);
    this.store.set({ preview: undefined });
    if (!this.isDirty()) return;
    this.stopWaiting = this.later(PREVIEW_AFTER_MS, () => {
      const { draft } = this.snapshot();
      if (!draft || faultsOf(draft.mine).length > 0) return;
      const answer = (preview: Preview | null) => {
        if (question === this.question) this.store.set({ preview });
      };
      this.port.preview(draft.mine).then(answer, () => answer(null));
    });
  }
}

/** Who changed a part last, by what a refused write was told. */
const sinceOf =
  ({ entries }: Meanwhile) =>
  (part: Part): Omit<Conflict, 'part'> | undefined => {
    const setting = part.startsWith('meeting.') ? 'meeting' : part;
    const entry = entries.find(({ changes }) => changes.some(({ what }) => what === setting));
    return entry && { by: entry.by, at: entry.at };
  };

const KeptText = z.object({ base: SettingsLayer, version: z.int(), mine: SettingsLayer });

/** What `kept` wrote; undefined where it is something else. */
function keptIn(text: string): z.infer<typeof KeptText> | undefined {
  try {
    const parsed = KeptText.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
