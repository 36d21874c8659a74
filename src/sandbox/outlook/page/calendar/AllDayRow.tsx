/** The row above the hours: appointments that take whole days. */
import { makeStyles, tokens } from '@fluentui/react-components';
import type { Person } from '../../../../helper/embedded/model';
import { longDay } from '../dates';
import type { TileActions } from './EventTile';
import { EventTile } from './EventTile';
import type { Layout } from './layout';

const barHeight = 22;

const useStyles = makeStyles({
  label: {
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground3,
    textAlign: 'right',
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
  },
  row: { position: 'relative', display: 'grid', minHeight: '26px' },
  day: {
    border: 'none',
    borderLeft: `1px solid ${tokens.colorNeutralStroke3}`,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    padding: 0,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
  },
  bars: { position: 'absolute', inset: 0, margin: 0, padding: 0, pointerEvents: 'none' },
});

export interface AllDayRowProps {
  readonly days: readonly string[];
  readonly layout: Layout;
  readonly zone: string;
  readonly me: Person;
  readonly onCreate: (day: string) => void;
  readonly tile: TileActions;
}

export function AllDayRow({ days, layout, zone, me, onCreate, tile }: AllDayRowProps) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.label}>all day</div>
      <div
        className={styles.row}
        style={{
          gridColumn: `2 / span ${days.length}`,
          gridTemplateColumns: `repeat(${days.length}, minmax(0, 1fr))`,
          height: `${layout.laneCount * barHeight + 6}px`,
        }}
      >
        {days.map((day) => (
          <button
            key={day}
            type="button"
            className={styles.day}
            aria-label={`New all-day appointment, ${longDay(day)}`}
            onClick={() => onCreate(day)}
          />
        ))}
        <ul className={styles.bars} aria-label="All-day appointments">
          {layout.lanes.map((bar) => (
            <EventTile
              key={bar.appointment.id}
              appointment={bar.appointment}
              zone={zone}
              me={me}
              roomy={false}
              position={{
                top: `${bar.lane * barHeight + 2}px`,
                height: `${barHeight - 3}px`,
                left: `${(bar.firstDay / days.length) * 100}%`,
                width: `calc(${(bar.days / days.length) * 100}% - 6px)`,
              }}
              resizable={false}
              {...tile}
            />
          ))}
        </ul>
      </div>
    </>
  );
}
