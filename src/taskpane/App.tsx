/** The pane: theme, the screen that the controller chose, what was said, and who is signed in. */
import { Button, FluentProvider, makeStyles, tokens } from '@fluentui/react-components';
import { SignOutRegular } from '@fluentui/react-icons';
import { useEffect, useSyncExternalStore, type ReactElement } from 'react';
import { themeFor, type Appearance } from '../ui/theme';
import { words } from '../ui/words';
import type { PaneController, PaneState } from './controller';
import { Bars } from './parts';
import { LinkedMeeting } from './screens/LinkedMeeting';
import { NewMeeting } from './screens/NewMeeting';
import {
  Failed,
  Gone,
  Incomplete,
  Loading,
  NoAppointment,
  NothingToRead,
  Offline,
  Readable,
  SignedOut,
} from './screens/Simple';

/** How often subject and times are looked at: clients tell a changed time, but none tells a changed subject. */
const LOOK_EVERY_MS = 2000;

const useStyles = makeStyles({
  page: { display: 'flex', flexDirection: 'column', minHeight: '100vh', boxSizing: 'border-box' },
  main: {
    flexGrow: 1,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    minWidth: 0,
  },
  foot: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
  },
  who: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  // Heard, not seen.
  hidden: {
    position: 'absolute',
    width: '1px',
    height: '1px',
    overflow: 'hidden',
    clipPath: 'inset(50%)',
    whiteSpace: 'nowrap',
  },
});

export function App({
  controller,
  appearance,
  language,
}: {
  controller: PaneController;
  appearance: Appearance;
  language: string;
}): ReactElement {
  const state = useSyncExternalStore(controller.subscribe, controller.snapshot);
  const styles = useStyles();

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void controller.look();
    };
    const timer = setInterval(look, LOOK_EVERY_MS);
    const refresh = () => {
      if (document.visibilityState === 'visible') void controller.refresh();
    };
    window.addEventListener('focus', refresh);
    document.addEventListener('visibilitychange', refresh);
    return () => {
      clearInterval(timer);
      window.removeEventListener('focus', refresh);
      document.removeEventListener('visibilitychange', refresh);
    };
  }, [controller]);

  return (
    <FluentProvider theme={themeFor(appearance)} className={styles.page}>
      <main className={styles.main}>
        <Bars state={state} controller={controller} />
        <CurrentScreen state={state} controller={controller} language={language} />
      </main>
      <div role="status" className={styles.hidden}>
        {state.said ? words.said[state.said] : ''}
      </div>
      {state.me && state.screen.name !== 'signed-out' && (
        <footer className={styles.foot}>
          <span className={styles.who} title={state.me.member.email}>
            {words.signedInAs} <bdi>{state.me.member.name}</bdi>
          </span>
          <Button
            size="small"
            appearance="subtle"
            icon={<SignOutRegular />}
            onClick={() => void controller.signOut()}
          >
            {words.signOut}
          </Button>
        </footer>
      )}
    </FluentProvider>
  );
}

function CurrentScreen({
  state,
  controller,
  language,
}: {
  state: PaneState;
  controller: PaneController;
  language: string;
}): ReactElement {
  const { screen } = state;
  switch (screen.name) {
    case 'loading':
      return <Loading />;
    case 'signed-out':
      return <SignedOut state={state} controller={controller} expired={screen.expired} />;
    case 'offline':
      return <Offline controller={controller} />;
    case 'failed':
      return <Failed controller={controller} error={screen.error} />;
    case 'no-appointment':
      return <NoAppointment />;
    case 'new':
      return <NewMeeting state={state} controller={controller} />;
    case 'linked':
      return (
        <LinkedMeeting
          meeting={screen.meeting}
          link={screen.link}
          state={state}
          controller={controller}
          language={language}
        />
      );
    case 'incomplete':
      return <Incomplete state={state} controller={controller} />;
    case 'gone':
      return <Gone state={state} controller={controller} />;
    case 'foreign':
      return (
        <Readable
          controller={controller}
          invitation={{ joinUrl: screen.joinUrl, meetingId: screen.meetingId, passcode: undefined }}
          title={words.foreign.title}
          what={words.foreign.what}
        />
      );
    case 'reading':
      return screen.invitation ? (
        <Readable controller={controller} invitation={screen.invitation} title={words.reading.title} />
      ) : (
        <NothingToRead />
      );
  }
}
