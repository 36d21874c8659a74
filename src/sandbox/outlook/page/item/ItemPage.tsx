/**
 * Finds the appointment that the address names (or starts a new one), then shows it in its window.
 */
import { Spinner, makeStyles } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { Store } from '../../../../helper/embedded/model';
import type { Session } from '../../contract';
import type { RoamingSettings } from '../../host/calls/call';
import type { HostControl } from '../../host/control';
import type { Mailbox } from '../client';
import { MailboxError, messageOf } from '../client';
import { notWritable } from '../settings/imitatedMailbox';
import { minute, nextHalfHour } from '../dates';
import { ErrorScreen } from '../ErrorScreen';
import type { Route } from '../route';
import { goTo } from '../route';
import { ItemWindow } from './ItemWindow';
import { OpenAppointment } from './open-appointment';

const useStyles = makeStyles({ wait: { margin: 'auto' } });

export interface ItemPageProps {
  readonly client: Mailbox;
  readonly control: HostControl;
  readonly session: Session;
  readonly route: Exclude<Route, { view: 'week' }>;
  readonly currentStore: Store;
  /** The item belongs to another mailbox than the one that was shown. */
  readonly onStore: (storeId: string) => void;
  readonly onConnected: (connected: boolean) => void;
}

interface Opened {
  readonly item: OpenAppointment;
  readonly roaming: RoamingSettings;
}

export function ItemPage({
  client,
  control,
  session,
  route,
  currentStore,
  onStore,
  onConnected,
}: ItemPageProps) {
  const styles = useStyles();
  const [opened, setOpened] = useState<Opened>();
  const [problem, setProblem] = useState<{ message: string; gone: boolean }>();
  const [attempt, setAttempt] = useState(0);
  // Showing the item's own mailbox must not open the item again.
  const [firstStore] = useState(currentStore);

  useEffect(() => {
    let current = true;
    const writable = control.settings().calendar !== 'read-only';
    open(client, session, route, firstStore, writable).then(
      (found) => {
        if (!current) return;
        onStore(found.item.store.id);
        setOpened(found);
        setProblem(undefined);
      },
      (error: unknown) => {
        if (current)
          setProblem({
            message: messageOf(error),
            gone: error instanceof MailboxError && error.status === 404,
          });
      },
    );
    return () => {
      current = false;
    };
  }, [client, control, session, route, firstStore, onStore, attempt]);

  const back = { label: 'Back to the calendar', run: () => goTo({ view: 'week', day: undefined }) };
  if (problem?.gone) {
    return (
      <ErrorScreen
        title="This appointment is no longer here"
        message="It was deleted or moved to another folder."
        action={back}
      />
    );
  }
  if (problem) {
    return (
      <ErrorScreen
        title="The appointment could not be opened"
        message={problem.message}
        onRetry={() => setAttempt(attempt + 1)}
        action={back}
      />
    );
  }
  if (!opened) return <Spinner className={styles.wait} label="Opening the appointment" />;
  return (
    <ItemWindow
      client={client}
      control={control}
      session={session}
      item={opened.item}
      roaming={opened.roaming}
      onConnected={onConnected}
    />
  );
}

async function open(
  client: Mailbox,
  session: Session,
  route: ItemPageProps['route'],
  currentStore: Store,
  writable: boolean,
): Promise<Opened> {
  if (route.view === 'new') {
    if (!writable) throw notWritable();
    const copyOf = route.copy === undefined ? undefined : await client.read(route.copy);
    const start = route.start ?? copyOf?.start ?? nextHalfHour(Date.now());
    const end = Math.max(route.end ?? copyOf?.end ?? start + 30 * minute, start);
    const allDay = copyOf?.allDay ?? route.allDay;
    const draft = { start, end, allDay, ...(copyOf ? { copyOf } : {}) };
    return {
      item: new OpenAppointment(client, currentStore, draft),
      roaming: await loadRoaming(client, currentStore.id),
    };
  }
  const appointment = await client.read(route.id);
  const store = session.stores.find(({ id }) => id === appointment.storeId) ?? currentStore;
  return {
    item: new OpenAppointment(client, store, appointment, writable),
    roaming: await loadRoaming(client, store.id),
  };
}

async function loadRoaming(client: Mailbox, storeId: string): Promise<RoamingSettings> {
  let settings: Readonly<Record<string, string>> = await client.settings(storeId);
  return {
    current: () => settings,
    save: async (fresh) => {
      await client.saveSettings(storeId, fresh);
      settings = fresh;
    },
  };
}
