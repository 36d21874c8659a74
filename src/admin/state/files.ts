/** All settings as a file: written out, and read in after it was looked at. */
import { ChangedMeanwhile, type AccountClient } from '../../api/policyClient';
import { fileProblem, type FileProblem } from '../../api/fileProblem';
import { SettingsFile, type ImportCheck } from '../../api/policy';
import type { ProductError } from '../../domain/errors';
import type { AdminServices } from '../services';
import { Store } from './store';
import { idle, Worker, type WorkState } from './work';

type Work = 'exporting' | 'checking' | 'importing';

export interface FilesState extends WorkState<Work> {
  /** The file that was chosen. */
  readonly name: string | undefined;
  /** Everything that is wrong with it. */
  readonly problems: readonly FileProblem[];
  /** What it would do, where nothing is wrong with it. */
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
  problems: [],
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
      if (chosen.size > FILE_LIMIT) return this.refuse([fileProblem('too-large')]);
      // As it is: what a parser here would make of it no longer shows everything that is wrong.
      const text = await chosen.text();
      const check = await this.account.checkImport(text);
      if (check.problems.length > 0) return this.refuse(check.problems);
      this.store.set({ check, file: SettingsFile.parse(JSON.parse(text)), said: 'checked' });
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
  private refuse(problems: readonly FileProblem[]): void {
    this.store.set({ problems, said: 'refused' });
  }

  readonly retry = (): Promise<void> => this.worker.retry();
  readonly dismiss = (): void => this.worker.dismiss();
}
