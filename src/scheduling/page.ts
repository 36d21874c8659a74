/**
 * `assemble` for a page inside Outlook: storage, locks, dialog and language come from the host. Call it once Office
 * is ready, because the partition of the storage is known only then.
 */
import { isAvailable } from '../outlook/capabilities';
import { openDialog } from '../outlook/dialog';
import { environment } from '../outlook/environment';
import { pageLocks } from '../outlook/locks';
import { pageStorage, type SharedStorage } from '../outlook/storage';
import { assemble, type Assembled } from './assemble';

/** Share of the screen that Zoom's sign-in page gets, in percent. */
const SIGN_IN_WINDOW = { width: 35, height: 70 };

export interface AssembledInOutlook extends Assembled {
  readonly storage: SharedStorage;
}

export function assembleInOutlook(): AssembledInOutlook {
  const { origin, pathname } = globalThis.location;
  const storage = pageStorage();
  const assembled = assemble({
    origin,
    pathname,
    fetch: (input, init) => globalThis.fetch(input, init),
    isOnline: () => globalThis.navigator?.onLine ?? true,
    storage,
    locks: pageLocks(),
    openDialog: (url) => openDialog(url, SIGN_IN_WINDOW),
    now: () => Date.now(),
    language: environment().locale,
    tellsItemIds: () => isAvailable('itemId'),
  });
  return { ...assembled, storage };
}
