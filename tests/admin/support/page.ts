/** The page's outside world in memory. */
import type { Session } from '../../../src/api/backend';
import { AdminController } from '../../../src/admin/state/controller';
import type { AdminServices } from '../../../src/admin/services';
import type { ProductError } from '../../../src/domain/errors';
import { AccountDouble, ME, Timers } from './account';

export const SESSION: Session = {
  token: 'token',
  expiresAt: '2026-12-01T00:00:00Z',
  member: { ...ME, accountId: 'account', timeZone: 'UTC' },
};

interface World {
  session: Session | undefined;
  online: boolean;
  hash: string;
  leftForZoom: number;
  signInFails?: ProductError;
  /** The page was loaded by Zoom, with a session in its address. */
  comesBack?: boolean;
  stream?: Parameters<AdminServices['watchChanges']>[0] | undefined;
  onAddress: () => void;
  onOnline: () => void;
  onSession: () => void;
}

export function pageWith(given: { session?: Session | undefined; hash?: string } = { session: SESSION }) {
  const account = new AccountDouble();
  const timers = new Timers();
  const notes = new Map<string, string>();
  const downloads: string[] = [];
  const world: World = {
    session: given.session,
    online: true,
    hash: given.hash ?? '',
    leftForZoom: 0,

    onAddress: () => {},
    onOnline: () => {},
    onSession: () => {},
  };
  const services: AdminServices = {
    session: () => world.session,
    onSessionChanged: (listener) => {
      world.onSession = listener;
      return () => {};
    },
    async signIn() {
      world.leftForZoom += 1;
    },
    async finishSignIn() {
      if (world.signInFails) throw world.signInFails;
      if (!world.comesBack) return false;
      world.session = SESSION;
      world.onSession();
      return true;
    },
    async signOut() {
      world.session = undefined;
      world.onSession();
    },
    account,
    watchChanges(on) {
      world.stream = on;
      return () => {
        world.stream = undefined;
      };
    },
    isOnline: () => world.online,
    onOnlineChanged: (listener) => {
      world.onOnline = listener;
      return () => {};
    },
    later: timers.later,
    notes: {
      read: (key) => notes.get(key),
      write: (key, text) => void (text === undefined ? notes.delete(key) : notes.set(key, text)),
    },
    address: {
      read: () => world.hash,
      write(hash) {
        world.hash = hash;
        world.onAddress();
      },
      onChange: (listener) => {
        world.onAddress = listener;
        return () => {};
      },
    },
    download: (_name, text) => void downloads.push(text),
  };
  return { controller: new AdminController(services), services, account, timers, world, notes, downloads };
}
