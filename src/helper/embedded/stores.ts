/** The profile's stores (one a person), their folders, and the settings that add-ins keep in them. */
import type { Connection } from './database';
import { ProfileError } from './errors';
import { makeContainerId, type RandomBytes } from './ids';
import { FolderKind, type Folder, type Person, type Store } from './model';
import { toFolder, toSettings, toStore, type Settings } from './rows';

const folderNames: Record<FolderKind, string> = { calendar: 'Calendar', 'deleted-items': 'Deleted Items' };

/** People are told apart by address, in whatever case it is written. */
export const addressKey = (address: string): string => address.trim().toLowerCase();

export class Stores {
  constructor(
    private readonly connection: Connection,
    private readonly random: RandomBytes,
  ) {}

  /** This person's store with its folders, made when it is not there; name and zone become those given. */
  ensure(owner: Person, timeZone: string): Store {
    const known = this.findByAddress(owner.address);
    const store: Store = { id: known?.id ?? makeContainerId(this.random), owner, timeZone };
    this.connection.run(
      `INSERT INTO stores (id, address_key, owner, time_zone, position)
         VALUES (?, ?, ?, ?, (SELECT COUNT(*) FROM stores))
       ON CONFLICT (id) DO UPDATE SET owner = excluded.owner, time_zone = excluded.time_zone`,
      [store.id, addressKey(owner.address), JSON.stringify(owner), timeZone],
    );
    for (const kind of known ? [] : FolderKind.options)
      this.connection.run('INSERT INTO folders (id, store_id, kind, name) VALUES (?, ?, ?, ?)', [
        makeContainerId(this.random),
        store.id,
        kind,
        folderNames[kind],
      ]);
    return store;
  }

  /** All stores, in the order in which they were made. */
  all(): Store[] {
    return this.connection.rows('SELECT * FROM stores ORDER BY position').map(toStore);
  }

  /** The store with this id. Errors: `not-found`. */
  read(storeId: string): Store {
    const [row] = this.connection.rows('SELECT * FROM stores WHERE id = ?', [storeId]);
    if (row === undefined) throw new ProfileError('not-found', 'There is no such mailbox.');
    return toStore(row);
  }

  /** The store of the person with this address, if there is one here. */
  findByAddress(address: string): Store | undefined {
    const [row] = this.connection.rows('SELECT * FROM stores WHERE address_key = ?', [addressKey(address)]);
    return row === undefined ? undefined : toStore(row);
  }

  /** The folders of a store. */
  folders(storeId: string): Folder[] {
    return this.connection
      .rows('SELECT * FROM folders WHERE store_id = ? ORDER BY kind', [storeId])
      .map(toFolder);
  }

  /** One folder of a store. Errors: `not-found`. */
  folder(storeId: string, kind: FolderKind): Folder {
    const found = this.folders(storeId).find((folder) => folder.kind === kind);
    if (!found) throw new ProfileError('not-found', 'There is no such mailbox.');
    return found;
  }

  /** The folder with this id, in whatever store. Errors: `not-found`. */
  folderById(folderId: string): Folder {
    const [row] = this.connection.rows('SELECT * FROM folders WHERE id = ?', [folderId]);
    if (row === undefined) throw new ProfileError('not-found', 'There is no such folder.');
    return toFolder(row);
  }

  /** A store's settings, empty when none were saved. Errors: `not-found`. */
  settings(storeId: string): Settings {
    this.read(storeId);
    return toSettings(this.connection.rows('SELECT content FROM settings WHERE store_id = ?', [storeId])[0]);
  }

  /** Replaces a store's settings. Errors: `not-found`. */
  saveSettings(storeId: string, settings: Settings): void {
    this.read(storeId);
    this.connection.run(
      `INSERT INTO settings (store_id, content) VALUES (?, ?)
       ON CONFLICT (store_id) DO UPDATE SET content = excluded.content`,
      [storeId, JSON.stringify(settings)],
    );
  }
}
