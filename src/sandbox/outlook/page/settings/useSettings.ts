/** The client that the sandbox stands in for, as React sees it. */
import { useSyncExternalStore } from 'react';
import type { ClientSettings } from '../../host/client/settings';
import type { HostControl } from '../../host/control';

export function useSettings(control: HostControl): ClientSettings {
  return useSyncExternalStore(control.watchSettings, () => control.settings());
}
