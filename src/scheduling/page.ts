/**
 * `assemble` for a page inside Outlook: storage, locks, dialog and language come from the host. Call it once Office
 * is ready, because the partition of the storage is known only then.
 */
import { isAvailable } from '../outlook/capabilities';
import { openDialog } from '../outlook/dialog';
import { environment } from '../outlook/environment';
import { pageLocks } from '../outlook/locks';
import { pageStorage } from '../outlook/storage';
import { assemble, type Assembled } from './assemble';

/** Share of the screen that Zoom's sign-in page gets, in percent. */
const SIGN_IN_WINDOW = { width: 35, height: 70 };

export function assembleInOutlook(): Assembled {
  const { origin, pathname } = globalThis.location;
  return assemble({
    origin,
    pathname,
    fetch: (input, init) => globalThis.fetch(input, init),
    isOnline: () => globalThis.navigator?.onLine ?? true,
    storage: pageStorage(),
    locks: pageLocks(),
    openDialog: (url, enough) => openDialog(url, SIGN_IN_WINDOW, enough),
    now: () => Date.now(),
    language: environment().locale,
    tellsItemIds: () => isAvailable('itemId'),
  });
}
