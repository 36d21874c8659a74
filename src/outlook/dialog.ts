/**
 * A window of Outlook's own (the Office dialog), opened for one answer: the first message that it sends from our
 * own origin.
 *
 * Errors: `sign-in-cancelled` when the person closes it or says no to it, or nobody needs its answer any more, `popup-blocked` when the browser did not
 * let it open, `sign-in-expired` after ten minutes, `backend-unavailable` when its page could not be loaded, `host-unsupported` without the dialog API.
 */
import * as z from 'zod/mini';
import { ProductError } from '../domain/errors';
import { capability } from './capabilities';
import { callHost, hostCodeOf } from './hostCall';

/** Share of the screen, in percent. */
export interface DialogSize {
  readonly width: number;
  readonly height: number;
}

/** `origin` is absent on clients without DialogOrigin 1.1. */
const Message = z.object({ message: z.string(), origin: z.optional(z.string()) });
const Happening = z.object({ error: z.number() });

/** Office's codes for dialogs. */
const CLOSED_BY_PERSON = 12006;
const ALREADY_OPEN = 12007;
const IGNORED_BY_PERSON = 12009;
const BLOCKED = 12011;

/** Opening again right after closing fails until the first is really gone. */
const TRIES_WHILE_OPEN = 20;
const PAUSE_MS = 150;
/** How long the person may think about Office.js's question; a ribbon function may run five minutes in all. */
const QUESTION_LIMIT_MS = 120_000;

/** How long a window may be open: the backend forgets a sign-in after as long. Some clients never tell that it closed. */
const WINDOW_LIMIT_MS = 10 * 60_000;

/** Resolves once the last window is there, or could not be opened. */
let last: Promise<unknown> = Promise.resolve();

/** The window that this page opened last and that has not ended. */
let open: { readonly dialog: Office.Dialog; readonly giveUp: () => void } | undefined;

/**
 * Opens `url` (an absolute address on our own origin) and waits for its answer; the window is closed then.
 * A window that is open already is closed first, and whoever waited for it hears `sign-in-cancelled`.
 *
 * @param enough closes the window: its answer is not needed any more
 */
export async function openDialog(
  url: string,
  size: DialogSize,
  enough?: AbortSignal,
  pause: (ms: number) => Promise<void> = (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  limitMs: number = WINDOW_LIMIT_MS,
): Promise<string> {
  const able = capability('dialog');
  if (able.status === 'unavailable') throw new ProductError('host-unsupported', { reason: able.reason });
  // One that is on its way can be closed only once it is there.
  const opening = last.then(async () => {
    open?.giveUp();
    const dialog = await display(url, size, pause);
    return { answer: answerOf(dialog, new URL(url).origin, enough, limitMs) };
  });
  last = opening.catch(() => undefined);
  return (await opening).answer;
}

/**
 * Opens it straight away where a press in this very page allows that. A page without looks has no press of its own,
 * so the browser blocks its windows: then Office.js asks the person first, and the answer is the press.
 */
async function display(
  url: string,
  size: DialogSize,
  pause: (ms: number) => Promise<void>,
): Promise<Office.Dialog> {
  let promptBeforeOpen = false;
  for (let tries = 1; ; tries += 1) {
    try {
      return await callHost<Office.Dialog>(
        'open the sign-in window',
        (done) => Office.context.ui.displayDialogAsync(url, { ...size, promptBeforeOpen }, done),
        promptBeforeOpen ? QUESTION_LIMIT_MS : undefined,
      );
    } catch (thrown) {
      const code = hostCodeOf(thrown);
      if (code === BLOCKED && !promptBeforeOpen) {
        promptBeforeOpen = true;
      } else if (code === ALREADY_OPEN && tries < TRIES_WHILE_OPEN) {
        await pause(PAUSE_MS);
      } else if (code === BLOCKED || code === IGNORED_BY_PERSON) {
        const meaning = code === BLOCKED ? 'popup-blocked' : 'sign-in-cancelled';
        throw new ProductError(meaning, { hostCode: code }, { cause: thrown });
      } else {
        throw thrown;
      }
    }
  }
}

function answerOf(
  dialog: Office.Dialog,
  ownOrigin: string,
  enough: AbortSignal | undefined,
  limitMs: number,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => {
      close();
      reject(new ProductError('sign-in-expired'));
    }, limitMs);
    const end = () => {
      clearTimeout(timer);
      if (open?.dialog === dialog) open = undefined;
    };
    const close = () => {
      end();
      try {
        dialog.close();
      } catch {
        // It is gone already.
      }
    };
    const giveUp = () => {
      close();
      reject(new ProductError('sign-in-cancelled'));
    };
    open = { dialog, giveUp };
    if (enough?.aborted) giveUp();
    enough?.addEventListener('abort', () => {
      if (open?.dialog === dialog) giveUp();
    });
    dialog.addEventHandler(Office.EventType.DialogMessageReceived, (received) => {
      const message = Message.safeParse(received);
      // Anything may load in a window that is signing in elsewhere; only our own page may answer for it.
      if (!message.success || (message.data.origin ?? ownOrigin) !== ownOrigin) return;
      close();
      resolve(message.data.message);
    });
    dialog.addEventHandler(Office.EventType.DialogEventReceived, (received) => {
      const happening = Happening.safeParse(received);
      const code = happening.success ? happening.data.error : 0;
      if (code === CLOSED_BY_PERSON) end();
      else close();
      reject(
        new ProductError(code === CLOSED_BY_PERSON ? 'sign-in-cancelled' : 'backend-unavailable', {
          hostCode: code,
        }),
      );
    });
  });
}

/** In the dialog's own page: hands the answer to the page that opened it. */
export function answerFromDialog(message: string): void {
  Office.context.ui.messageParent(message);
}
