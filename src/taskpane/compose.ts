/** Fills the pane's port (`services.ts`) with the real world: Outlook, the shared session, the backend, the browser. */
import { ProductError } from '../domain/errors';
import { onItemChanged, openAppointment } from '../outlook/office';
import {
  addMeeting,
  readInvitation,
  readState,
  removeMeeting,
  repairMeeting,
  undoRemove,
  updateMeeting,
} from '../scheduling';
import { assembleInOutlook } from '../scheduling/page';
import type { PaneServices } from './services';

export function composeServices(): PaneServices {
  const { client, sessions, dependencies } = assembleInOutlook();
  // Work on an appointment asks for a session first, but never opens a window by itself: the pane has a screen for it.
  const signedIn = <T>(work: () => Promise<T>) => sessions.withSession(work, { interactive: false });
  return {
    now: () => Date.now(),
    appointment: openAppointment,
    onItemChanged,
    session: () => sessions.current(),
    onSessionChanged: (listener) => sessions.onChange(listener),
    signIn: () => sessions.signIn(),
    signOut: () => sessions.signOut(),
    me: () => signedIn(() => client.me()),
    isOnline: () => navigator.onLine,
    onOnlineChanged(listener) {
      window.addEventListener('online', listener);
      window.addEventListener('offline', listener);
      return () => {
        window.removeEventListener('online', listener);
        window.removeEventListener('offline', listener);
      };
    },
    readState: (item) => signedIn(() => readState(item, dependencies)),
    readInvitation: (item) => readInvitation(item),
    add: (item, choices) => signedIn(() => addMeeting(item, choices, dependencies)),
    update: (item, choices) => signedIn(() => updateMeeting(item, choices, dependencies)),
    repair: (item) => signedIn(() => repairMeeting(item, dependencies)),
    remove: (item) => signedIn(() => removeMeeting(item, dependencies)),
    undoRemove: (item, removed) => signedIn(() => undoRemove(item, removed, dependencies)),
    openLink: (url) => void window.open(url, '_blank', 'noopener'),
    copyText,
  };
}

/** Into the clipboard; in frames where the browser forbids the clipboard's interface, by the older way of a selection. */
async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    const area = document.createElement('textarea');
    area.value = text;
    area.style.position = 'fixed';
    area.style.opacity = '0';
    const before = document.activeElement;
    document.body.append(area);
    area.select();
    const copied = document.execCommand('copy');
    area.remove();
    if (before instanceof HTMLElement) before.focus();
    if (!copied)
      throw new ProductError('host-unsupported', { reason: 'the browser does not let this page copy text' });
  }
}
