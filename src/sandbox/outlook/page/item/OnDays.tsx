/** On which days a series takes place: days of the week, or one day of a month, by date or by weekday. */
import { Checkbox, Text } from '@fluentui/react-components';
import { ChoiceButtons, ChoiceList, NumberField, Row } from './PatternFields';
import type { RecurrenceForm } from './recurrence-form';
import { capital, dayWords, monthNames, weekFromMonday } from './recurrence-words';

const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));
const ways = [
  { value: 'date', label: 'A date' },
  { value: 'weekday', label: 'A day of the week' },
] as const;
const whiches = (['first', 'second', 'third', 'fourth', 'last'] as const).map((value) => ({
  value,
  label: value,
}));
const kinds = (['day', 'workday', 'weekend-day', ...weekFromMonday] as const).map((value) => ({
  value,
  label: dayWords[value],
}));

export interface OnDaysProps {
  readonly form: RecurrenceForm;
  readonly onChange: (patch: Partial<RecurrenceForm>) => void;
}

export function OnDays({ form, onChange }: OnDaysProps) {
  if (form.frequency === 'daily') return null;
  if (form.frequency === 'weekly') return <OnWeekdays form={form} onChange={onChange} />;
  return (
    <>
      {form.frequency === 'yearly' && (
        <Row>
          <ChoiceList
            label="Month"
            choices={months}
            value={String(form.month)}
            onChoose={(month) => onChange({ month: Number(month) })}
          />
        </Row>
      )}
      <ChoiceButtons label="On" inOneRow choices={ways} value={form.on} onChoose={(on) => onChange({ on })} />
      <Row>
        {form.on === 'date' ? (
          <NumberField
            label="Day of the month"
            max={31}
            value={form.date}
            onChange={(date) => onChange({ date })}
          />
        ) : (
          <>
            <ChoiceList
              label="Which one in the month"
              choices={whiches}
              value={form.which}
              onChoose={(which) => onChange({ which })}
            />
            <ChoiceList
              label="Kind of day"
              choices={kinds}
              value={form.day}
              onChoose={(day) => onChange({ day })}
            />
          </>
        )}
      </Row>
    </>
  );
}

function OnWeekdays({ form: { days }, onChange }: OnDaysProps) {
  return (
    // No Field: it would give its id and its label to every box.
    <div>
      <Text>On</Text>
      <Row label="Days of the week">
        {weekFromMonday.map((day) => (
          <Checkbox
            key={day}
            label={capital(day)}
            checked={days.includes(day)}
            onChange={(_, { checked }) =>
              onChange({ days: checked === true ? [...days, day] : days.filter((one) => one !== day) })
            }
          />
        ))}
      </Row>
    </div>
  );
}
