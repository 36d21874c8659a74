/**
 * One appointment as a button in the grid or in the all-day row: it opens, is dragged, and has a menu of its own.
 */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll16Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import type { CSSProperties } from 'react';
import type { Appointment, Person } from '../../../../helper/embedded/model';
import { describeSpan, toLocal } from '../dates';
import type { Dragging } from './useDrag';

const useStyles = makeStyles({
  place: { position: 'absolute', pointerEvents: 'auto', zIndex: 1 },
  tile: {
    width: '100%',
    height: '100%',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    textAlign: 'left',
    overflow: 'hidden',
    border: 'none',
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
    padding: `1px ${tokens.spacingHorizontalS}`,
    backgroundColor: tokens.colorBrandBackground2,
    color: tokens.colorBrandForeground2,
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  received: { borderLeftStyle: 'double' },
  // Where it was: quieter, but as readable as before.
  dragged: {
    borderLeftStyle: 'dashed',
    backgroundColor: tokens.colorNeutralBackground4,
    color: tokens.colorNeutralForeground2,
  },
  head: { display: 'flex', width: '100%', minWidth: 0, alignItems: 'center' },
  subject: {
    flexGrow: 1,
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  mark: { flexShrink: 0, width: '14px', height: '14px' },
  // What the name of the button says as well, so it is no text of its own.
  detail: {
    '::after': {
      content: 'attr(data-detail)',
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  },
  edge: { position: 'absolute', left: 0, right: 0, bottom: '-2px', height: '7px', cursor: 'ns-resize' },
});

export interface TileActions {
  readonly onOpen: (appointment: Appointment) => void;
  readonly onDelete: (appointment: Appointment) => void;
  /** Shows the menu beside the button. */
  readonly onMenu: (appointment: Appointment, button: HTMLElement) => void;
  readonly dragging: Dragging;
}

export interface EventTileProps extends TileActions {
  readonly appointment: Appointment;
  readonly zone: string;
  readonly me: Person;
  readonly position: CSSProperties;
  /** Whether there is room for more than one line. */
  readonly roomy: boolean;
  /** Whether the end of the appointment can be dragged here. */
  readonly resizable: boolean;
}

export function EventTile(props: EventTileProps) {
  const { appointment, zone, me, position, roomy, resizable, dragging } = props;
  const styles = useStyles();
  const subject = appointment.subject || 'No subject';
  const received = appointment.organizer.address !== me.address;
  const from = received ? `, organized by ${appointment.organizer.name}` : '';
  const place = appointment.location ? `, ${appointment.location}` : '';
  const series = appointment.seriesId === undefined ? '' : ', recurring';
  const time = appointment.allDay ? '' : toLocal(appointment.start, zone).time;
  const dragged = dragging.drag?.appointment.id === appointment.id && !dragging.drag.copy;
  return (
    <li className={styles.place} style={position}>
      <button
        type="button"
        className={mergeClasses(
          styles.tile,
          received && styles.received,
          roomy && styles.detail,
          dragged && styles.dragged,
        )}
        data-detail={[time, appointment.location].filter(Boolean).join(' ')}
        data-appointment={appointment.id}
        aria-label={`${subject}, ${describeSpan(appointment, zone)}${place}${from}${series}`}
        aria-haspopup="menu"
        title={subject}
        onClick={(event) => {
          if (!dragging.isEndOfDrag(event)) props.onOpen(appointment);
        }}
        onPointerDown={(event) => {
          if (!received) dragging.press(event, appointment, 'move');
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          props.onMenu(appointment, event.currentTarget);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Delete') props.onDelete(appointment);
        }}
      >
        <span className={styles.head}>
          <span className={styles.subject} dir="auto">
            {subject}
          </span>
          {appointment.seriesId !== undefined && (
            <ArrowRepeatAll16Regular className={styles.mark} aria-hidden data-testid="recurring" />
          )}
        </span>
      </button>
      {resizable && !received && (
        <div
          aria-hidden
          data-testid="edge"
          className={styles.edge}
          onPointerDown={(event) => dragging.press(event, appointment, 'resize')}
        />
      )}
    </li>
  );
}
