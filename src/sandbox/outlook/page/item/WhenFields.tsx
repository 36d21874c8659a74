/**
 * Start, end and all day. A moved start takes the end with it; the end of an all-day appointment is shown as its
 * last day, though it is kept as the midnight after it.
 */
import { Checkbox, Field, Input, Text, makeStyles, tokens } from '@fluentui/react-components';
import { addDays, fromLocal, minute, startOfDay, toLocal } from '../dates';

const useStyles = makeStyles({
  rows: {
    display: 'grid',
    gridTemplateColumns: 'max-content max-content max-content',
    alignItems: 'end',
    columnGap: tokens.spacingHorizontalM,
    rowGap: tokens.spacingVerticalS,
    '@media (max-width: 560px)': { gridTemplateColumns: 'max-content max-content' },
  },
  allDay: { '@media (max-width: 560px)': { gridColumn: '1 / -1' } },
  problem: { color: tokens.colorPaletteRedForeground1, gridColumn: '1 / -1' },
});

export interface When {
  readonly start: number;
  readonly end: number;
  readonly allDay: boolean;
}

export interface WhenFieldsProps extends When {
  readonly zone: string;
  readonly onChange: (when: When) => void;
}

export function WhenFields({ start, end, allDay, zone, onChange }: WhenFieldsProps) {
  const styles = useStyles();
  const from = toLocal(start, zone);
  const to = toLocal(end, zone);
  const lastDay = allDay && to.day > from.day ? addDays(to.day, -1) : to.day;

  const setStart = (day: string, time: string) => {
    const moved = fromLocal(day, allDay ? '00:00' : time, zone);
    if (moved !== undefined) onChange({ start: moved, end: moved + (end - start), allDay });
  };
  const setEnd = (day: string, time: string) => {
    const moved = allDay ? fromLocal(addDaysOrSame(day), '00:00', zone) : fromLocal(day, time, zone);
    if (moved !== undefined) onChange({ start, end: moved, allDay });
  };
  const setAllDay = (checked: boolean) => {
    if (checked) {
      onChange({
        start: startOfDay(from.day, zone),
        end: startOfDay(addDays(lastDay, 1), zone),
        allDay: true,
      });
    } else {
      const begins = fromLocal(from.day, '09:00', zone) ?? start;
      onChange({ start: begins, end: begins + 30 * minute, allDay: false });
    }
  };

  return (
    <div className={styles.rows} role="group" aria-label="When">
      <Field label="Start date">
        <Input type="date" value={from.day} onChange={(_, { value }) => setStart(value, from.time)} />
      </Field>
      {allDay ? (
        <span />
      ) : (
        <Field label="Start time">
          <Input type="time" value={from.time} onChange={(_, { value }) => setStart(from.day, value)} />
        </Field>
      )}
      <Checkbox
        className={styles.allDay}
        label="All day"
        checked={allDay}
        onChange={(_, { checked }) => setAllDay(checked === true)}
      />
      <Field label="End date">
        <Input type="date" value={lastDay} onChange={(_, { value }) => setEnd(value, to.time)} />
      </Field>
      {!allDay && (
        <Field label="End time">
          <Input type="time" value={to.time} onChange={(_, { value }) => setEnd(to.day, value)} />
        </Field>
      )}
      {end < start && (
        <Text className={styles.problem} role="alert" size={200}>
          The appointment ends before it starts.
        </Text>
      )}
    </div>
  );
}

/** The midnight after a day; an unreadable day stays unreadable. */
function addDaysOrSame(day: string): string {
  return /^\d{4,6}-\d{2}-\d{2}$/.test(day) ? addDays(day, 1) : day;
}
