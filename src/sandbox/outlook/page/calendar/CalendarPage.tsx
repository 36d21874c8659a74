/**
 * The calendar: a week (or fewer days where there is less room) of one mailbox, always as the mailbox has it.
 */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  Text,
  Toolbar,
  ToolbarButton,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { CalendarAdd20Regular } from '@fluentui/react-icons/svg/calendar-add';
import { CalendarToday20Regular } from '@fluentui/react-icons/svg/calendar-today';
import { ChevronLeft20Regular } from '@fluentui/react-icons/svg/chevron-left';
import { ChevronRight20Regular } from '@fluentui/react-icons/svg/chevron-right';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Appointment, Store } from '../../../../helper/embedded/model';
import { ianaName } from '../../host/time-zones';
import type { Mailbox } from '../client';
import { messageOf } from '../client';
import {
  addDays,
  daysFrom,
  isDay,
  minute,
  nextHalfHour,
  rangeTitle,
  startOfDay,
  startOfWeek,
  toLocal,
} from '../dates';
import { goTo } from '../route';
import { useMedia } from '../theme';
import { useChanges } from '../useChanges';
import { useNow } from '../useNow';
import { DayGrid } from './DayGrid';
import { useCalendarActions } from './useCalendarActions';

const useStyles = makeStyles({
  page: {
    position: 'relative',
    flexGrow: 1,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    margin: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    backgroundColor: tokens.colorNeutralBackground1,
    overflow: 'hidden',
    '@media (max-width: 640px)': { margin: 0, borderRadius: 0 },
  },
  bar: {
    display: 'flex',
    alignItems: 'center',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  title: { marginLeft: tokens.spacingHorizontalS, whiteSpace: 'nowrap' },
  grow: { flexGrow: 1 },
  failure: { flexShrink: 0 },
  // Above the grid, so that nothing moves under the pointer when it comes.
  done: {
    position: 'absolute',
    bottom: tokens.spacingVerticalL,
    left: tokens.spacingHorizontalL,
    right: tokens.spacingHorizontalL,
    maxWidth: '560px',
    marginLeft: 'auto',
    marginRight: 'auto',
    zIndex: 5,
    boxShadow: tokens.shadow16,
  },
});

export interface CalendarPageProps {
  readonly client: Mailbox;
  readonly store: Store;
  /** A day that shall be in view; today when there is none. */
  readonly day: string | undefined;
  readonly onConnected: (connected: boolean) => void;
}

export function CalendarPage({ client, store, day, onConnected }: CalendarPageProps) {
  const styles = useStyles();
  const zone = ianaName(store.timeZone);
  const now = useNow();
  const today = toLocal(now, zone).day;
  const wide = useMedia('(min-width: 800px)');
  const medium = useMedia('(min-width: 500px)');
  const count = wide ? 7 : medium ? 3 : 1;
  const anchor = day !== undefined && isDay(day) ? day : today;
  const first = count === 7 ? startOfWeek(anchor) : anchor;
  const days = useMemo(() => daysFrom(first, count), [first, count]);
  const last = addDays(first, count - 1);
  const { appointments, problem, loading, refresh } = useAppointments(client, store, first, count, zone);
  const actions = useCalendarActions(client, store, refresh);
  const { failure } = actions;

  useChanges(
    client,
    (change) => {
      if (!change || change.storeId === store.id) refresh();
    },
    onConnected,
  );

  const create = (start: number, end: number, allDay: boolean) => goTo({ view: 'new', start, end, allDay });
  const undo = useRef(actions.undo);
  useEffect(() => {
    undo.current = actions.undo;
  });
  useEffect(() => {
    // Wherever the focus is: the tile that had it may have moved to another day.
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key === 'z' && (event.ctrlKey || event.metaKey)) undo.current();
    };
    window.addEventListener('keydown', onKeyDown);
    return () => window.removeEventListener('keydown', onKeyDown);
  }, []);
  const span = count === 7 ? 'week' : count === 1 ? 'day' : 'days';
  const move = (step: number) => goTo({ view: 'week', day: addDays(first, step * count) });

  return (
    <section className={styles.page} aria-label="Calendar">
      <Toolbar className={styles.bar} aria-label="Calendar">
        <ToolbarButton
          appearance="primary"
          icon={<CalendarAdd20Regular />}
          onClick={() => {
            const start = nextHalfHour(Date.now());
            create(start, start + 30 * minute, false);
          }}
        >
          New appointment
        </ToolbarButton>
        <ToolbarButton
          icon={<CalendarToday20Regular />}
          onClick={() => goTo({ view: 'week', day: undefined })}
        >
          Today
        </ToolbarButton>
        <ToolbarButton
          icon={<ChevronLeft20Regular />}
          aria-label={`Previous ${span}`}
          onClick={() => move(-1)}
        />
        <ToolbarButton icon={<ChevronRight20Regular />} aria-label={`Next ${span}`} onClick={() => move(1)} />
        <Text as="h1" size={400} weight="semibold" className={styles.title}>
          {rangeTitle(first, last)}
        </Text>
        <div className={styles.grow} />
        {loading && <Spinner size="tiny" aria-label="Loading appointments" />}
        <Text size={200}>{store.timeZone}</Text>
      </Toolbar>
      {(problem ?? failure) !== undefined && (
        <MessageBar intent="error" layout="multiline" className={styles.failure}>
          <MessageBarBody>{problem ?? failure}</MessageBarBody>
          <MessageBarActions>
            <Button
              onClick={() => {
                actions.forgetFailure();
                refresh();
              }}
            >
              Try again
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
      {actions.done && (
        <MessageBar intent="success" className={styles.done}>
          <MessageBarBody dir="auto">{actions.done.told}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                appearance="transparent"
                icon={<Dismiss20Regular />}
                aria-label="Dismiss"
                onClick={actions.forgetDone}
              />
            }
          >
            {actions.done.run && <Button onClick={actions.undo}>Undo</Button>}
          </MessageBarActions>
        </MessageBar>
      )}
      <DayGrid
        days={days}
        today={today}
        now={now}
        zone={zone}
        appointments={appointments}
        me={store.owner}
        onCreate={create}
        onOpen={actions.open}
        onDelete={actions.remove}
        onDuplicate={actions.duplicate}
        onDrop={actions.drop}
        onMove={move}
      />
      {actions.question}
    </section>
  );
}

function useAppointments(client: Mailbox, store: Store, first: string, count: number, zone: string) {
  const [version, setVersion] = useState(0);
  const [found, setFound] = useState<{
    wanted: string;
    appointments: readonly Appointment[];
    problem?: string;
  }>();
  const refresh = useCallback(() => setVersion((before) => before + 1), []);
  const wanted = [store.id, first, count, version].join();
  useEffect(() => {
    let current = true;
    client.list(store.id, startOfDay(first, zone), startOfDay(addDays(first, count), zone)).then(
      (appointments) => current && setFound({ wanted, appointments }),
      (error: unknown) =>
        current &&
        setFound((before) => ({
          wanted,
          appointments: before?.appointments ?? [],
          problem: messageOf(error),
        })),
    );
    return () => {
      current = false;
    };
  }, [client, store.id, first, count, zone, wanted]);
  return {
    appointments: found?.appointments ?? [],
    problem: found?.problem,
    loading: found?.wanted !== wanted,
    refresh,
  };
}
