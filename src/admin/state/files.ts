/** All settings as a file: written out, and read in after it was looked at. */
import { ChangedMeanwhile, type AccountClient } from '../../api/policyClient';
import { SettingsFile, type ImportCheck } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import type { AdminServices } from '../services';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

type Work = 'exporting' | 'checking' | 'importing';

/** Why a file is not even sent: the page can say so itself. */
export type Unreadable = 'not-json' | 'too-large';

export interface FilesState extends WorkState<Work> {
  /** The file that was chosen. */
  readonly name: string | undefined;
  readonly unreadable: Unreadable | undefined;
  readonly check: ImportCheck | undefined;
  /** Its contents, where nothing is wrong with them. */
  readonly file: SettingsFile | undefined;
  readonly said: 'exported' | 'checked' | 'refused' | 'imported' | undefined;
}

/** Five hundred groups with every setting are less than half of it. In characters. */
export const FILE_LIMIT = 1_000_000;
export const FILE_NAME = 'zoom-calendar-settings.json';

/** What is read of a chosen file. */
export interface ChosenFile {
  readonly name: string;
  readonly size: number;
  text(): Promise<string>;
}

const nothingChosen = {
  name: undefined,
  unreadable: undefined,
  check: undefined,
  file: undefined,
} as const;

export class Files {
  private readonly store = new Store<FilesState>({ ...idle, ...nothingChosen, said: undefined });
  private readonly worker: Worker<Work, FilesState>;
  readonly snapshot = this.store.snapshot;
  readonly subscribe = this.store.subscribe;

  constructor(
    private readonly account: AccountClient,
    private readonly download: AdminServices['download'],
    onSessionEnd: (error: ProductError) => void,
    private readonly onImported: () => void,
  ) {
    this.worker = new Worker(this.store, onSessionEnd);
  }

  readonly export = (): Promise<void> =>
    this.worker.run('exporting', async () => {
      const file = await this.account.exportSettings();
      this.download(FILE_NAME, `${JSON.stringify(file, null, 2)}\n`);
      this.store.set({ said: 'exported' });
    });

  /** Looks at a file; nothing is applied. */
  readonly choose = (chosen: ChosenFile): Promise<void> => {
    this.store.set({ ...nothingChosen, name: chosen.name, said: undefined });
    return this.worker.run('checking', async () => {
      if (chosen.size > FILE_LIMIT) return this.store.set({ unreadable: 'too-large', said: 'refused' });
      const contents = parsed(await chosen.text());
      if (contents === undefined) return this.store.set({ unreadable: 'not-json', said: 'refused' });
      const check = await this.account.checkImport(contents.value);
      const file = SettingsFile.safeParse(contents.value);
      const isGood = check.problems.length === 0 && file.success;
      this.store.set({ check, file: isGood ? file.data : undefined, said: isGood ? 'checked' : 'refused' });
    });
  };

  /** Applies what was looked at: all of it, or nothing. */
  readonly import = (): Promise<void> =>
    this.worker.run('importing', async () => {
      const { file, check } = this.snapshot();
      if (!file || !check) return;
      await this.account.importSettings(file, check.revision).catch(async (thrown: unknown) => {
        // What it would do is another thing now: shown before it is pressed again.
        if (thrown instanceof ChangedMeanwhile)
          this.store.set({ check: await this.account.checkImport(file) });
        throw thrown;
      });
      this.store.set({ ...nothingChosen, said: 'imported' });
      this.onImported();
    });

  readonly forget = (): void => this.store.set({ ...nothingChosen, said: undefined, error: undefined });
  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();
}

function parsed(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}
