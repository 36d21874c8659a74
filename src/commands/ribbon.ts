/**
 * What the ribbon's buttons do, without pane and without DOM: the work, and the bar above the item that tells of it.
 *
 * Whoever is signed out signs in by the dialog, and then what was asked is finished. Errors are shown on the item
 * too, with what to do next. A second press while the first runs joins it; while that waits for the sign-in, it opens
 * another window, since not every client tells that a person closed one.
 */
import { OFFLINE_SENTENCE, toProductError } from '../domain/errors';
import type { ComposeAppointment, NotificationBar, OpenAppointment } from '../outlook/item';
import { addMeeting } from '../scheduling/addMeeting';
import { removeMeeting } from '../scheduling/removeMeeting';
import { SAME_PRESS_MS, type Sessions } from '../scheduling/session';
import type { Progress, SchedulingDependencies } from '../scheduling/types';
import type { Words } from '../ui/words';
import { addedWords, errorWords, removedWords, stepWords } from './words';

export interface RibbonWorld {
  /** The appointment that is open now. */
  appointment(): OpenAppointment | undefined;
  /** Whether this Outlook can do what the add-in needs; the pane asks the same. */
  isSupported(): boolean;
  readonly sessions: Pick<Sessions, 'current' | 'signIn' | 'withSession'>;
  readonly dependencies: SchedulingDependencies;
  /** In the language of this Outlook; fetched. */
  words(): Promise<Words>;
}

/** The manifest's function names. */
export interface Ribbon {
  readonly addZoomMeeting: () => Promise<void>;
  readonly removeZoomMeeting: () => Promise<void>;
}

/** One button: what it says first, what it does, what it says when done. */
interface Button {
  begin(words: Words): string;
  run(
    item: ComposeAppointment,
    deps: SchedulingDependencies,
    words: Words,
    onProgress: Progress,
  ): Promise<string>;
}

const addButton: Button = {
  begin: ({ t }) => t('ribbon.adding'),
  run: async (item, deps, words, onProgress) =>
    addedWords((await addMeeting(item, { options: {} }, deps, onProgress)).notes, words),
};

const removeButton: Button = {
  begin: ({ t }) => t('ribbon.removing'),
  run: async (item, deps, words, onProgress) =>
    removedWords(await removeMeeting(item, deps, onProgress), words),
};

/** `enter` waits for Outlook and puts the world together; it is called at each press. */
export function ribbon(enter: () => Promise<RibbonWorld>): Ribbon {
  const running = new Map<Button, Promise<void>>();
  /** How the sign-in that a button waits for is begun anew. */
  const signingIn = new Map<Button, () => void>();

  const press = (button: Button): Promise<void> => {
    const present = running.get(button);
    if (present) {
      signingIn.get(button)?.();
      return present;
    }
    const run = perform(button).finally(() => {
      running.delete(button);
      signingIn.delete(button);
    });
    running.set(button, run);
    return run;
  };

  async function perform(button: Button): Promise<void> {
    const world = await enter();
    const item = world.appointment();
    // On an item that is only read there is no bar to write to, and the manifest has no such button.
    if (item?.mode !== 'compose') return;
    const bar = inOrder(item.notifications);
    const { sessions, dependencies } = world;
    const words = await world.words().catch(() => undefined);
    // Without words there is no network either: it can only be said in English.
    if (!words) bar.show('error', OFFLINE_SENTENCE);
    if (!words) return bar.settled();
    if (!world.isSupported()) {
      bar.show('error', words.t('unsupported.what'));
      return bar.settled();
    }
    if (sessions.current()) bar.show('progress', button.begin(words));
    else {
      bar.show('progress', words.t('ribbon.signingIn'));
      let openedAt = dependencies.now();
      signingIn.set(button, () => {
        if (dependencies.now() - openedAt <= SAME_PRESS_MS) return;
        openedAt = dependencies.now();
        // Whoever waits for the first window hears what becomes of the second.
        sessions.signIn().catch(() => undefined);
      });
    }
    try {
      const done = await sessions.withSession(
        () => {
          signingIn.delete(button);
          return button.run(item, dependencies, words, (step) => {
            const text = stepWords(step, words);
            if (text !== undefined) bar.show('progress', text);
          });
        },
        { interactive: true },
      );
      bar.show('info', done);
    } catch (thrown) {
      bar.show('error', errorWords(toProductError(thrown), words));
    }
    await bar.settled();
  }

  return { addZoomMeeting: () => press(addButton), removeZoomMeeting: () => press(removeButton) };
}

/** Messages one after the other without anybody waiting for them; a bar that fails does not stop the work. */
function inOrder(bar: NotificationBar): {
  show(kind: 'progress' | 'info' | 'error', text: string): void;
  settled(): Promise<void>;
} {
  let last: Promise<void> = Promise.resolve();
  return {
    show(kind, text) {
      last = last.then(() => bar.show({ kind, text })).catch(() => undefined);
    },
    settled: () => last,
  };
}
