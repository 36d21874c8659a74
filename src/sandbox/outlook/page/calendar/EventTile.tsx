/** One appointment as a button in the grid or in the all-day row. */
import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { CSSProperties } from 'react';
import type { Appointment, Person } from '../../../../helper/embedded/model';
import { describeSpan, toLocal } from '../dates';

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
  subject: {
    fontWeight: tokens.fontWeightSemibold,
    whiteSpace: 'nowrap',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
  },
  // What the name of the button says as well, so it is no text of its own.
  detail: {
    '::after': {
      content: 'attr(data-detail)',
      whiteSpace: 'nowrap',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
    },
  },
});

export interface EventTileProps {
  readonly appointment: Appointment;
  readonly zone: string;
  readonly me: Person;
  readonly position: CSSProperties;
  /** Whether there is room for more than one line. */
  readonly roomy: boolean;
  readonly onOpen: (appointment: Appointment) => void;
  readonly onDelete: (appointment: Appointment) => void;
}

export function EventTile({ appointment, zone, me, position, roomy, onOpen, onDelete }: EventTileProps) {
  const styles = useStyles();
  const subject = appointment.subject || 'No subject';
  const received = appointment.organizer.address !== me.address;
  const from = received ? `, organized by ${appointment.organizer.name}` : '';
  const place = appointment.location ? `, ${appointment.location}` : '';
  const time = appointment.allDay ? '' : toLocal(appointment.start, zone).time;
  return (
    <li className={styles.place} style={position}>
      <button
        type="button"
        className={mergeClasses(styles.tile, received && styles.received, roomy && styles.detail)}
        data-detail={[time, appointment.location].filter(Boolean).join(' ')}
        aria-label={`${subject}, ${describeSpan(appointment, zone)}${place}${from}`}
        title={subject}
        onClick={() => onOpen(appointment)}
        onKeyDown={(event) => {
          if (event.key === 'Delete') onDelete(appointment);
        }}
      >
        <span className={styles.subject} dir="auto">
          {subject}
        </span>
      </button>
    </li>
  );
}
