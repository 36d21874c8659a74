/**
 * The whole page: who is looking, and either the calendar or one opened appointment.
 */
import { FluentProvider, Spinner, makeStyles, tokens } from '@fluentui/react-components';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { Store } from '../../../helper/embedded/model';
import type { Session } from '../contract';
import { directionOf } from '../host/client/locales';
import { colorSchemeOf } from '../host/client/officeTheme';
import type { HostControl } from '../host/control';
import { CalendarPage } from './calendar/CalendarPage';
import type { Mailbox } from './client';
import { messageOf } from './client';
import { ErrorScreen } from './ErrorScreen';
import { Header } from './Header';
import { ItemPage } from './item/ItemPage';
import { goTo, parseRoute, useHash } from './route';
import { useSettings } from './settings/useSettings';
import { usePageTheme } from './theme';

const useStyles = makeStyles({
  provider: { backgroundColor: 'transparent' },
  app: {
    height: '100vh',
    display: 'flex',
    flexDirection: 'column',
    overflow: 'hidden',
    backgroundColor: tokens.colorNeutralBackground3,
  },
  main: { flexGrow: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  wait: { margin: 'auto' },
});

/** The mailbox that this tab looks into is remembered for the tab. */
const rememberedStore = 'sandbox-outlook-store';

export interface AppProps {
  readonly client: Mailbox;
  readonly control: HostControl;
}

export function App(props: AppProps) {
  const settings = useSettings(props.control);
  const theme = usePageTheme(settings.theme);
  const direction = directionOf(settings.locale);
  const styles = useStyles();
  useEffect(() => {
    const { documentElement } = document;
    documentElement.dir = direction;
    // Scroll bars, dates' pickers and the frames of bodies follow.
    documentElement.style.colorScheme = colorSchemeOf(settings.theme);
  }, [direction, settings.theme]);
  return (
    <FluentProvider theme={theme} dir={direction} className={styles.provider}>
      {/* The provider's own classes are copied to every tooltip and menu, so the layout is not among them. */}
      <div className={styles.app}>
        <Loaded {...props} />
      </div>
    </FluentProvider>
  );
}

function Loaded({ client, control }: AppProps) {
  const styles = useStyles();
  const { locale } = useSettings(control);
  const [session, setSession] = useState<Session>();
  const [problem, setProblem] = useState<string>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    client.session(locale).then(
      (loaded) => {
        setSession(loaded);
        setProblem(undefined);
      },
      (error: unknown) => setProblem(messageOf(error)),
    );
  }, [client, locale, attempt]);

  if (problem !== undefined) {
    return (
      <ErrorScreen
        title="The calendar could not be opened"
        message={problem}
        onRetry={() => setAttempt(attempt + 1)}
      />
    );
  }
  if (!session) return <Spinner className={styles.wait} label="Opening the calendar" />;
  const [first] = session.stores;
  if (!first) return <ErrorScreen title="There is no mailbox" message="This profile has no mailbox yet." />;
  return <SignedIn client={client} control={control} session={session} first={first} />;
}

interface SignedInProps extends AppProps {
  readonly session: Session;
  readonly first: Store;
}

function SignedIn({ client, control, session, first }: SignedInProps) {
  const styles = useStyles();
  const [storeId, setStoreId] = useState(() => sessionStorage.getItem(rememberedStore) ?? first.id);
  const [connected, setConnected] = useState(true);
  const hash = useHash();
  const route = useMemo(() => parseRoute(hash), [hash]);
  const store = session.stores.find(({ id }) => id === storeId) ?? first;
  const choose = useCallback((id: string) => {
    sessionStorage.setItem(rememberedStore, id);
    setStoreId(id);
  }, []);

  return (
    <>
      <Header
        stores={session.stores}
        current={store}
        connected={connected}
        control={control}
        onChoose={(id) => {
          choose(id);
          if (route.view !== 'week') goTo({ view: 'week', day: undefined });
        }}
      />
      <main className={styles.main}>
        {route.view === 'week' ? (
          <CalendarPage
            key={store.id}
            client={client}
            store={store}
            day={route.day}
            onConnected={setConnected}
          />
        ) : (
          <ItemPage
            key={hash}
            client={client}
            control={control}
            session={session}
            route={route}
            currentStore={store}
            onStore={choose}
            onConnected={setConnected}
          />
        )}
      </main>
    </>
  );
}
