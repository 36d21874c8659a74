/**
 * The way into Outlook: waiting until it is there, and the appointment that is open in it.
 *
 * This folder is the only code that names Office. Everything else sees the ports of `item.ts`.
 */
import { isAvailable } from './capabilities';
import { composeAppointment } from './compose';
import { callHost } from './hostCall';
import type { OpenAppointment } from './item';
import { readAppointment } from './read';

/** Whether the page runs inside Outlook: resolved as soon as Office.js has met its host. */
export type Readiness =
  { readonly status: 'ready' } | { readonly status: 'not-in-outlook'; readonly reason: string };

/** How long Office.js may take to meet its host, in milliseconds. */
const READY_LIMIT_MS = 30_000;

/** Waits for Office.js. Never rejects and never waits for ever. */
export async function whenReady(limitMs: number = READY_LIMIT_MS): Promise<Readiness> {
  if (typeof Office === 'undefined') {
    return { status: 'not-in-outlook', reason: 'Office.js could not be loaded' };
  }
  return new Promise((resolve) => {
    const timer = setTimeout(
      () => resolve({ status: 'not-in-outlook', reason: 'Outlook did not answer' }),
      limitMs,
    );
    void Office.onReady((info) => {
      clearTimeout(timer);
      resolve(
        String(info?.host) === 'Outlook'
          ? { status: 'ready' }
          : { status: 'not-in-outlook', reason: 'this page is not inside Outlook' },
      );
    });
  });
}

/** One adapter an item, so that two callers in this page mean the same appointment. */
const adapters = new WeakMap<object, OpenAppointment>();

/**
 * The appointment that is open now; undefined when nothing is open, or something that is not an appointment.
 */
export function openAppointment(): OpenAppointment | undefined {
  const item = Office.context.mailbox?.item;
  if (!item || String(item.itemType) !== 'appointment') return undefined;
  const known = adapters.get(item);
  if (known) return known;
  // In read mode the fields are plain values; in compose mode they are objects that are asked.
  const adapter = typeof item.subject === 'object' ? composeAppointment(item) : readAppointment(item);
  adapters.set(item, adapter);
  return adapter;
}

/** Calls back when another item was chosen beside a pinned pane. Returns the way to stop. */
export function onItemChanged(listener: () => void): () => void {
  if (!isAvailable('itemChanged')) return () => undefined;
  let stopped = false;
  void callHost<unknown>('tell when another item is chosen', (done) =>
    Office.context.mailbox.addHandlerAsync(
      Office.EventType.ItemChanged,
      () => {
        if (!stopped) listener();
      },
      done,
    ),
  ).catch(() => undefined);
  return () => {
    stopped = true;
  };
}
