/** The pane: theme, direction, the screen that the controller chose, what was said, and who is signed in. */
import { FluentProvider, type Theme } from '@fluentui/react-components';
import { useEffect, useRef, useSyncExternalStore, type ReactElement } from 'react';
import { useWords } from '../ui/useWords';
import type { PaneController } from './controller';
import { useKeptFocus } from './focus';
import * as later from './later';
import type { PaneProps } from './pane';
import { lazily } from './parts/Lazily';
import { Skeleton } from './parts/Skeleton';
import { NewMeeting } from './screens/NewMeeting';

/** How often subject and times are looked at: clients tell a changed time, but none tells a changed subject. */
const LOOK_EVERY_MS = 2000;
/** How often Zoom's side is asked for while the pane is in view. */
const ASK_ZOOM_EVERY_MS = 30_000;

const Bars = lazily<PaneProps>(() => later.screens().then(({ Bars }) => Bars), null);
const Foot = lazily<PaneProps>(() => later.screens().then(({ Foot }) => Foot), null);
const OtherScreen = lazily<PaneProps>(
  () => later.screens().then(({ CurrentScreen }) => CurrentScreen),
  <Skeleton />,
);

export function App({ controller, theme }: { controller: PaneController; theme: Theme }): ReactElement {
  const state = useSyncExternalStore(controller.subscribe, controller.snapshot);
  const words = useWords();
  const main = useRef<HTMLElement>(null);
  useWatching(controller);
  useKeptFocus(main);
  useEffect(() => later.fetchAhead(), []);

  const {
    screen,
    view,
    error,
    undo,
    notes,
    updatedByItself,
    microsoftTied,
    said,
    me,
    unusedBar,
    unusedUndo,
  } = state;
  const anyBar =
    error ||
    undo ||
    notes.length > 0 ||
    updatedByItself ||
    microsoftTied ||
    said === 'removed-occurrence' ||
    unusedUndo ||
    (unusedBar && view !== 'unused');
  return (
    <FluentProvider theme={theme} dir={words.direction}>
      {/* Not on the provider itself: it gives its classes to every portal. */}
      <div className="page">
        <main ref={main}>
          {anyBar && <Bars state={state} controller={controller} />}
          {screen.name === 'loading' ? (
            <Skeleton />
          ) : screen.name === 'new' && view === 'appointment' ? (
            <NewMeeting state={state} controller={controller} />
          ) : (
            <OtherScreen state={state} controller={controller} />
          )}
        </main>
        <div role="status" className="heard">
          {said ? words.t(`said.${said}`) : ''}
        </div>
        {me && screen.name !== 'signed-out' && <Foot state={state} controller={controller} />}
      </div>
    </FluentProvider>
  );
}

/** Looks at the appointment and at Zoom's side while the pane is in view. */
function useWatching(controller: PaneController): void {
  useEffect(() => {
    const whenSeen = (act: () => Promise<void>) => () => {
      if (document.visibilityState === 'visible') void act();
    };
    const refresh = whenSeen(controller.refresh);
    const timers = [
      setInterval(whenSeen(controller.look), LOOK_EVERY_MS),
      setInterval(refresh, ASK_ZOOM_EVERY_MS),
    ];
    window.addEventListener('focus', refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      timers.forEach(clearInterval);
      window.removeEventListener('focus', refresh);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [controller]);
}
