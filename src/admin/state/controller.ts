/**
 * The page's behaviour without its looks: which screen is shown, who is signed in, where one is, and what to do when
 * something changed elsewhere.
 */
import * as z from 'zod/mini';
import type { Session } from '../../api/backend';
import type { Account } from '../../api/policy';
import { endsSession, toProductError, type ProductError } from '../../domain/errors';
import type { AdminServices } from '../services';
import { Editor } from './editor';
import { Files } from './files';
import { GroupList } from './groups';
import { OneGroup } from './oneGroup';
import { History } from './history';
import { MemberSearch } from './members';
import { People } from './people';
import { hashOf, routeOf, type Route } from './route';
import { SeeAs } from './seeAs';
import { Store } from './store';

export type Screen =
  | { readonly name: 'loading' }
  | { readonly name: 'signed-out'; readonly expired: boolean; readonly error: ProductError | undefined }
  | { readonly name: 'not-admin' }
  | { readonly name: 'offline' }
  | { readonly name: 'failed'; readonly error: ProductError }
  | { readonly name: 'ready'; readonly account: Account };

export interface PageState {
  readonly screen: Screen;
  readonly route: Route;
  readonly member: Session['member'] | undefined;
  readonly online: boolean;
  /** Whether changes of others arrive at the moment; undefined until the stream was opened. */
  readonly live: boolean | undefined;
  /** The group that is open. */
  readonly group: OneGroup | undefined;
  readonly said: 'signed-out' | undefined;
}

/** What was not saved when the session ended, in this window. */
const NOTE = 'unsaved';

export class AdminController {
  private readonly store: Store<PageState>;
  private readonly stops: (() => void)[] = [];
  private stopWatching: () => void = () => undefined;
  private revision = 0;
  /** Groups that were opened; one with something unsaved in it stays until its person comes back to it. */
  private readonly opened = new Map<string, OneGroup>();
  readonly settings: Editor;
  readonly groups: GroupList;
  readonly seeAs: SeeAs;
  readonly history: History;
  readonly files: Files;
  readonly people: People;

  constructor(private readonly services: AdminServices) {
    this.store = new Store<PageState>({
      screen: { name: 'loading' },
      route: routeOf(services.address.read()),
      member: undefined,
      online: services.isOnline(),
      live: undefined,
      group: undefined,
      said: undefined,
    });
    const { account, later } = services;
    const ended = this.sessionEnded;
    this.settings = new Editor(
      {
        level: 'account',
        load: () => account.settings(),
        save: (layer, version) => account.saveSettings(layer, version),
        preview: (layer) => account.previewSettings(layer),
      },
      later,
      ended,
    );
    this.groups = new GroupList(account, ended);
    this.seeAs = new SeeAs(account, new MemberSearch(account, later, ended), ended);
    this.history = new History(account, ended, () => void this.lookAgain());
    this.files = new Files(account, services.download, ended, () => void this.lookAgain());
    this.people = new People(
      account,
      new MemberSearch(account, later, ended),
      ended,
      () => void this.lookAgain(),
    );
  }

  readonly snapshot = (): PageState => this.store.snapshot();
  readonly subscribe = (listener: () => void): (() => void) => this.store.subscribe(listener);

  async open(): Promise<void> {
    const { services } = this;
    let failed: ProductError | undefined;
    await services.finishSignIn().catch((thrown: unknown) => {
      failed = toProductError(thrown);
    });
    // Only now: the session of whoever came back is no change, and is loaded once.
    this.stops.push(
      services.address.onChange(() => void this.go(routeOf(services.address.read()))),
      services.onSessionChanged(() => {
        // Another window of this page signed out, or in; or the backend no longer knows the session.
        const session = services.session();
        if (session?.member.id === this.snapshot().member?.id) return;
        if (session) void this.load();
        else this.sessionEnded();
      }),
      services.onOnlineChanged(() => {
        this.store.set({ online: services.isOnline() });
        if (!services.isOnline()) return;
        if (this.snapshot().screen.name === 'offline') void this.load();
        else void this.lookAgain();
      }),
    );
    if (failed) this.store.set({ screen: { name: 'signed-out', expired: false, error: failed } });
    else await this.load();
  }

  close(): void {
    this.stopWatching();
    this.settings.close();
    for (const group of this.opened.values()) group.close();
    for (const stop of this.stops.splice(0)) stop();
  }

  /** Asks who it is and what they may; then shows where they are. */
  readonly load = async (): Promise<void> => {
    const session = this.services.session();
    this.stopWatching();
    this.store.set({ member: session?.member, route: routeOf(this.services.address.read()) });
    if (!session) return this.store.set({ screen: { name: 'signed-out', expired: false, error: undefined } });
    this.store.set({ screen: { name: 'loading' } });
    try {
      const account = await this.services.account.account();
      this.revision = account.revision;
      this.store.set({ screen: { name: 'ready', account }, said: undefined });
      this.watch();
      await this.settings.load();
      await this.show(this.snapshot().route);
      await this.bringBack();
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) return this.sessionEnded();
      const name =
        error.code === 'admin-only' ? 'not-admin' : error.code === 'offline' ? 'offline' : undefined;
      this.store.set({ screen: name ? { name } : { name: 'failed', error } });
    }
  };

  readonly signIn = (): Promise<void> =>
    this.services.signIn().catch((thrown: unknown) => {
      const error = toProductError(thrown);
      this.store.set({ screen: { name: 'signed-out', expired: false, error } });
    });

  /** What is not saved is given up. */
  readonly signOut = async (): Promise<void> => {
    this.stopWatching();
    this.settings.discard();
    for (const { editor } of this.opened.values()) editor.discard();
    // First the screen: this end of the session is no surprise.
    this.store.set({
      screen: { name: 'signed-out', expired: false, error: undefined },
      member: undefined,
      said: 'signed-out',
    });
    await this.services.signOut().catch(() => undefined);
  };

  readonly goTo = (route: Route): void => this.services.address.write(hashOf(route), 'go');

  /** Whether something would be lost by leaving the page. */
  readonly isDirty = (): boolean =>
    this.settings.isDirty() || [...this.opened.values()].some(({ editor }) => editor.isDirty());

  /** Looks at everything that is shown: something changed elsewhere. */
  readonly lookAgain = async (): Promise<void> => {
    const { screen, group, route } = this.snapshot();
    if (screen.name !== 'ready') return;
    try {
      const account = await this.services.account.account();
      this.revision = Math.max(this.revision, account.revision);
      this.store.set({ screen: { name: 'ready', account } });
    } catch (thrown) {
      const error = toProductError(thrown);
      if (endsSession(error)) return this.sessionEnded();
      if (error.code === 'admin-only') return this.store.set({ screen: { name: 'not-admin' } });
    }
    await Promise.all([
      this.settings.lookAgain(),
      group?.lookAgain(),
      route.name === 'groups' ? this.groups.lookAgain() : undefined,
      route.name === 'history' ? this.history.lookAgain() : undefined,
      route.name === 'see-as' ? this.seeAs.lookAgain() : undefined,
    ]);
  };

  private async go(route: Route): Promise<void> {
    this.store.set({ route });
    if (this.snapshot().screen.name === 'ready') await this.show(route);
  }

  private async show(route: Route): Promise<void> {
    for (const [id, { editor }] of this.opened) {
      if (editor.isDirty() || (route.name === 'group' && route.id === id)) continue;
      editor.close();
      this.opened.delete(id);
    }
    if (route.name === 'group') {
      const group = this.groupOf(route.id);
      this.store.set({ group });
      return group.load();
    }
    this.store.set({ group: undefined });
    if (route.name === 'groups') return this.groups.load();
    // What concerns the order of groups is told by their names.
    if (route.name === 'history') await Promise.all([this.history.load(), this.groups.load()]);
    if (route.name === 'see-as') return this.seeAs.load();
    if (route.name === 'people') return this.people.load();
  }

  private groupOf(id: string): OneGroup {
    const { account, later } = this.services;
    const search = new MemberSearch(account, later, this.sessionEnded);
    const group = this.opened.get(id) ?? new OneGroup(id, account, later, search, this.sessionEnded);
    this.opened.set(id, group);
    return group;
  }

  private watch(): void {
    this.stopWatching();
    this.stopWatching = this.services.watchChanges({
      onChange: (revision) => {
        if (revision <= this.revision) return;
        this.revision = revision;
        void this.lookAgain();
      },
      onLive: (live) => this.store.set({ live }),
      onEnd: this.sessionEnded,
    });
  }

  /** Whatever the backend calls it, somebody was signed in here. What was not saved is kept over the sign-in. */
  private readonly sessionEnded = (): void => {
    if (this.snapshot().screen.name === 'signed-out') return;
    this.stopWatching();
    const groups = [...this.opened].flatMap(([id, { editor }]) => {
      const text = editor.kept();
      return text === undefined ? [] : [[id, text] as const];
    });
    const note: z.infer<typeof Note> = { settings: this.settings.kept(), groups: Object.fromEntries(groups) };
    if (note.settings !== undefined || groups.length > 0)
      this.services.notes.write(NOTE, JSON.stringify(note));
    this.store.set({
      screen: { name: 'signed-out', expired: true, error: undefined },
    });
  };

  private async bringBack(): Promise<void> {
    const text = this.services.notes.read(NOTE);
    // What could not be read yet cannot take it back either: it waits.
    if (text === undefined || !this.settings.snapshot().draft) return;
    this.services.notes.write(NOTE, undefined);
    const note = noteIn(text);
    if (note?.settings !== undefined) this.settings.bringBack(note.settings);
    for (const [id, kept] of Object.entries(note?.groups ?? {})) {
      const group = this.groupOf(id);
      if (group.snapshot().group === undefined) await group.load();
      group.editor.bringBack(kept);
    }
  }
}

const Note = z.object({
  settings: z.optional(z.string()),
  /** By group. */
  groups: z.record(z.string(), z.string()),
});

function noteIn(text: string): z.infer<typeof Note> | undefined {
  try {
    const parsed = Note.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
