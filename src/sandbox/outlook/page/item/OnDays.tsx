/** On which days a series takes place: days of the week, or one day of a month, by date or by weekday. */
import {
  Checkbox,
  Field,
  Input,
  Radio,
  RadioGroup,
  Select,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import type { RecurrenceForm } from './recurrence-form';
import { capital, dayWords, monthNames, weekFromMonday } from './recurrence-words';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { width: '88px' },
});

const whiches = ['first', 'second', 'third', 'fourth', 'last'] as const;
const kinds = ['day', 'workday', 'weekend-day', ...weekFromMonday] as const;

export interface OnDaysProps {
  readonly form: RecurrenceForm;
  readonly onChange: (patch: Partial<RecurrenceForm>) => void;
}

export function OnDays({ form, onChange }: OnDaysProps) {
  const styles = useStyles();
  if (form.frequency === 'daily') return null;
  if (form.frequency === 'weekly') {
    return (
      // No Field: it would give its id and its label to every box.
      <div>
        <Text>On</Text>
        <div className={styles.row} role="group" aria-label="Days of the week">
          {weekFromMonday.map((day) => (
            <Checkbox
              key={day}
              label={capital(day)}
              checked={form.days.includes(day)}
              onChange={(_, { checked }) =>
                onChange({
                  days: checked === true ? [...form.days, day] : form.days.filter((one) => one !== day),
                })
              }
            />
          ))}
        </div>
      </div>
    );
  }
  return (
    <>
      {form.frequency === 'yearly' && (
        <div className={styles.row}>
          <Select
            aria-label="Month"
            value={form.month}
            onChange={(_, { value }) => onChange({ month: Number(value) })}
          >
            {monthNames.map((name, index) => (
              <option key={name} value={index + 1}>
                {name}
              </option>
            ))}
          </Select>
        </div>
      )}
      <Field label="On">
        <RadioGroup
          layout="horizontal"
          value={form.on}
          onChange={(_, { value }) => onChange({ on: value === 'date' ? 'date' : 'weekday' })}
        >
          <Radio value="date" label="A date" />
          <Radio value="weekday" label="A day of the week" />
        </RadioGroup>
      </Field>
      {form.on === 'date' ? (
        <div className={styles.row}>
          <Input
            className={styles.number}
            type="number"
            min={1}
            max={31}
            aria-label="Day of the month"
            value={form.date}
            onChange={(_, { value }) => onChange({ date: value })}
          />
        </div>
      ) : (
        <div className={styles.row}>
          <Select
            aria-label="Which one in the month"
            value={form.which}
            onChange={(_, { value }) => {
              const which = whiches.find((one) => one === value);
              if (which) onChange({ which });
            }}
          >
            {whiches.map((which) => (
              <option key={which} value={which}>
                {which}
              </option>
            ))}
          </Select>
          <Select
            aria-label="Kind of day"
            value={form.day}
            onChange={(_, { value }) => {
              const day = kinds.find((one) => one === value);
              if (day) onChange({ day });
            }}
          >
            {kinds.map((kind) => (
              <option key={kind} value={kind}>
                {dayWords[kind]}
              </option>
            ))}
          </Select>
        </div>
      )}
    </>
  );
}
