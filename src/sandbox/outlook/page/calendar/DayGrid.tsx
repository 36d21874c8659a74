/**
 * A grid of days and half hours with the appointments in it.
 *
 * The cells are an ARIA grid with one tab stop: arrows move, Enter makes an appointment, Page Up and Page Down
 * turn the week. Appointments are buttons on top, one tab stop each; Delete on one asks whether to delete it, the menu
 * key shows what else can be done with it. While one is dragged, a ghost shows where it would lie.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { KeyboardEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { Appointment, Person } from '../../../../helper/embedded/model';
import { addDays, columnHead, fromLocal, longDay, minute, startOfDay, toLocal } from '../dates';
import { AllDayRow } from './AllDayRow';
import { DragStatus } from './DragStatus';
import type { TileActions } from './EventTile';
import { EventTile } from './EventTile';
import { layOut } from './layout';
import type { MenuRequest } from './TileMenu';
import { TileMenu } from './TileMenu';
import type { Drag } from './useDrag';
import { useDrag } from './useDrag';

const rowHeight = 24;
const rows = 48;

const useStyles = makeStyles({
  // Dragging selects no text, which the browser would drag instead the next time.
  scroll: {
    userSelect: 'none',
    flexGrow: 1,
    minHeight: 0,
    overflowY: 'auto',
    overflowX: 'hidden',
    position: 'relative',
  },
  head: {
    display: 'grid',
    position: 'sticky',
    top: 0,
    zIndex: 3,
    backgroundColor: tokens.colorNeutralBackground1,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  columnHead: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    borderTop: '2px solid transparent',
    display: 'flex',
    alignItems: 'baseline',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
  },
  dayNumber: { fontSize: tokens.fontSizeBase500, fontWeight: tokens.fontWeightSemibold },
  todayHead: { borderTopColor: tokens.colorBrandStroke1, color: tokens.colorBrandForeground1 },
  body: { position: 'relative', display: 'grid' },
  row: { display: 'contents' },
  hour: {
    position: 'relative',
    height: `${rowHeight}px`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
    paddingRight: tokens.spacingHorizontalS,
    boxSizing: 'border-box',
  },
  spoken: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
  hourText: { position: 'relative', top: '-7px' },
  cell: {
    height: `${rowHeight}px`,
    boxSizing: 'border-box',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  halfHour: { borderTopStyle: 'dotted' },
  nightCell: { backgroundColor: tokens.colorNeutralBackground2 },
  times: { position: 'relative' },
  events: { position: 'absolute', inset: '0 0 0 56px', display: 'grid', pointerEvents: 'none' },
  column: { position: 'relative', listStyleType: 'none', margin: 0, padding: 0 },
  ghost: {
    position: 'absolute',
    left: 0,
    right: '6px',
    zIndex: 2,
    overflow: 'hidden',
    boxSizing: 'border-box',
    padding: `1px ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `2px dashed ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
  },
  nowLine: {
    position: 'absolute',
    left: 0,
    right: 0,
    borderTop: `2px solid ${tokens.colorBrandStroke1}`,
    zIndex: 2,
    '::before': {
      content: '""',
      position: 'absolute',
      left: '-4px',
      top: '-5px',
      width: '8px',
      height: '8px',
      borderRadius: '50%',
      backgroundColor: tokens.colorBrandStroke1,
    },
  },
});

export interface DayGridProps {
  readonly days: readonly string[];
  readonly today: string;
  readonly now: number;
  readonly zone: string;
  readonly appointments: readonly Appointment[];
  readonly me: Person;
  readonly onCreate: (start: number, end: number, allDay: boolean) => void;
  readonly onOpen: (appointment: Appointment) => void;
  readonly onDelete: (appointment: Appointment) => void;
  readonly onDuplicate: (appointment: Appointment) => void;
  readonly onDrop: (drag: Drag) => void;
  /** Turns to other days, by this many pages. */
  readonly onMove: (step: number) => void;
}

const timeOfRow = (row: number): string =>
  `${String(Math.floor(row / 2)).padStart(2, '0')}:${row % 2 === 0 ? '00' : '30'}`;

export function DayGrid(props: DayGridProps) {
  const { days, today, now, zone, appointments, me } = props;
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState({ row: 18, column: 0 });
  const columns = useRef<HTMLDivElement>(null);
  const moved = useRef<string>();
  const [menu, setMenu] = useState<MenuRequest>();
  const dragging = useDrag({
    columns,
    scroll,
    dayCount: days.length,
    halfHour: rowHeight,
    zone,
    onDrop: (dropped) => {
      moved.current = dropped.appointment.id;
      props.onDrop(dropped);
    },
  });
  const { drag } = dragging;
  const layout = layOut(appointments, days, zone);
  const ghost = drag && layOut([{ ...drag.appointment, ...drag.times }], days, zone);
  const tile: TileActions = {
    onOpen: props.onOpen,
    onDelete: props.onDelete,
    onMenu: (appointment, button) => setMenu({ appointment, button }),
    dragging,
  };
  const template = `56px repeat(${days.length}, minmax(0, 1fr))`;

  useEffect(() => {
    // The working day is what people come for.
    if (scroll.current) scroll.current.scrollTop = 15 * rowHeight;
  }, []);

  useEffect(() => {
    // A button that moved to another day is a new one; the keyboard stays with it.
    if (moved.current === undefined || document.activeElement !== document.body) return;
    scroll.current?.querySelector<HTMLElement>(`[data-appointment="${moved.current}"]`)?.focus();
    moved.current = undefined;
  }, [appointments]);

  const createAt = (row: number, column: number) => {
    const day = days[column];
    const start = day === undefined ? undefined : fromLocal(day, timeOfRow(row), zone);
    if (start !== undefined) props.onCreate(start, start + 30 * minute, false);
  };
  const move = (row: number, column: number) => {
    const next = {
      row: Math.min(Math.max(row, 0), rows - 1),
      column: Math.min(Math.max(column, 0), days.length - 1),
    };
    setFocus(next);
    scroll.current?.querySelector<HTMLElement>(`[data-cell="${next.row}-${next.column}"]`)?.focus();
  };
  const onKeyDown = (event: KeyboardEvent, row: number, column: number) => {
    const actions: Record<string, () => void> = {
      ArrowUp: () => move(row - 1, column),
      ArrowDown: () => move(row + 1, column),
      ArrowLeft: () => (column === 0 ? props.onMove(-1) : move(row, column - 1)),
      ArrowRight: () => (column === days.length - 1 ? props.onMove(1) : move(row, column + 1)),
      Home: () => move(row, 0),
      End: () => move(row, days.length - 1),
      PageUp: () => props.onMove(-1),
      PageDown: () => props.onMove(1),
      Enter: () => createAt(row, column),
      ' ': () => createAt(row, column),
    };
    const action = actions[event.key];
    if (!action) return;
    event.preventDefault();
    action();
  };

  const nowAt = toLocal(now, zone);
  const nowColumn = days.indexOf(nowAt.day);
  const [nowHours = 0, nowMinutes = 0] = nowAt.time.split(':').map(Number);

  return (
    <div className={styles.scroll} ref={scroll}>
      <div className={styles.head} style={{ gridTemplateColumns: template }}>
        <div />
        {days.map((day) => {
          const { weekday, number } = columnHead(day);
          return (
            <div
              key={day}
              className={mergeClasses(styles.columnHead, day === today && styles.todayHead)}
              aria-current={day === today ? 'date' : undefined}
            >
              <span className={styles.dayNumber}>{number}</span>
              <span>{weekday}</span>
            </div>
          );
        })}
        <AllDayRow
          days={days}
          layout={layout}
          zone={zone}
          me={me}
          onCreate={(day) => props.onCreate(startOfDay(day, zone), startOfDay(addDays(day, 1), zone), true)}
          tile={tile}
        />
      </div>
      <div className={styles.times}>
        <div className={styles.body} role="grid" aria-label="Times" style={{ gridTemplateColumns: template }}>
          {Array.from({ length: rows }, (_, row) => (
            <div key={row} role="row" className={styles.row}>
              <div className={styles.hour} role="rowheader">
                <span className={row > 0 && row % 2 === 0 ? styles.hourText : styles.spoken}>
                  {timeOfRow(row)}
                </span>
              </div>
              {days.map((day, column) => (
                <div
                  key={day}
                  role="gridcell"
                  data-cell={`${row}-${column}`}
                  tabIndex={focus.row === row && Math.min(focus.column, days.length - 1) === column ? 0 : -1}
                  aria-label={`New appointment, ${longDay(day)}, ${timeOfRow(row)}`}
                  className={mergeClasses(
                    styles.cell,
                    row % 2 === 1 && styles.halfHour,
                    (row < 16 || row >= 36) && styles.nightCell,
                  )}
                  onClick={() => createAt(row, column)}
                  onFocus={() => setFocus({ row, column })}
                  onKeyDown={(event) => onKeyDown(event, row, column)}
                />
              ))}
            </div>
          ))}
        </div>
        <div
          ref={columns}
          className={styles.events}
          style={{ gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))` }}
        >
          {days.map((day, column) => (
            <ul key={day} className={styles.column} aria-label={longDay(day)}>
              {nowColumn === column && (
                <li
                  aria-hidden
                  className={styles.nowLine}
                  style={{ top: `${((nowHours * 60 + nowMinutes) / 30) * rowHeight}px` }}
                />
              )}
              {(layout.timed[column] ?? []).map((block) => (
                <EventTile
                  key={block.appointment.id}
                  appointment={block.appointment}
                  zone={zone}
                  me={me}
                  position={{
                    top: `${(block.from / 30) * rowHeight}px`,
                    height: `${((block.to - block.from) / 30) * rowHeight - 2}px`,
                    left: `${(block.column / block.columns) * 100}%`,
                    width: `calc(${100 / block.columns}% - 6px)`,
                  }}
                  roomy={block.to - block.from >= 45}
                  resizable={block.to < 1440}
                  {...tile}
                />
              ))}
              {ghost?.timed[column]?.map((block) => (
                <li
                  key="ghost"
                  aria-hidden
                  className={styles.ghost}
                  style={{
                    top: `${(block.from / 30) * rowHeight}px`,
                    height: `${((block.to - block.from) / 30) * rowHeight - 2}px`,
                  }}
                >
                  {`${drag?.copy ? 'Copy, ' : ''}${toLocal(block.appointment.start, zone).time} to ${toLocal(block.appointment.end, zone).time}`}
                </li>
              ))}
            </ul>
          ))}
        </div>
      </div>
      {menu && (
        <TileMenu
          request={menu}
          me={me}
          onClose={() => setMenu(undefined)}
          onOpen={props.onOpen}
          onMove={dragging.pickUp}
          onDuplicate={props.onDuplicate}
          onDelete={props.onDelete}
        />
      )}
      <DragStatus drag={drag} zone={zone} />
    </div>
  );
}
