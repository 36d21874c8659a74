/** The question how an appointment repeats: pattern and end, with the whole in words below. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Field,
  Input,
  Radio,
  RadioGroup,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Recurrence } from '../../../../domain/recurrence';
import { OnDays } from './OnDays';
import type { Occasion, RecurrenceForm } from './recurrence-form';
import { formOf, recurrenceOf } from './recurrence-form';
import { describeSeries } from './recurrence-words';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  number: { width: '88px' },
  summary: { padding: `${tokens.spacingVerticalS} 0`, minHeight: '40px' },
  problem: { color: tokens.colorPaletteRedForeground1 },
});

const frequencies = [
  { value: 'daily', label: 'Daily', unit: 'days' },
  { value: 'weekly', label: 'Weekly', unit: 'weeks' },
  { value: 'monthly', label: 'Monthly', unit: 'months' },
  { value: 'yearly', label: 'Yearly', unit: 'years' },
] as const;
const ends = [
  { value: 'never', label: 'No end date' },
  { value: 'count', label: 'After a number of occurrences' },
  { value: 'until', label: 'By a date' },
] as const;

export interface RecurrenceDialogProps {
  readonly recurrence: Recurrence | null;
  readonly occasion: Occasion;
  /** `null` makes it a single appointment. */
  readonly onApply: (recurrence: Recurrence | null) => void;
  readonly onCancel: () => void;
}

export function RecurrenceDialog({ recurrence, occasion, onApply, onCancel }: RecurrenceDialogProps) {
  const styles = useStyles();
  const [form, setForm] = useState(() => formOf(recurrence, occasion));
  const change = (patch: Partial<RecurrenceForm>) => setForm({ ...form, ...patch });
  const meant = recurrenceOf(form, occasion);
  const problem = 'problem' in meant ? meant.problem : undefined;
  const unit = frequencies.find(({ value }) => value === form.frequency)?.unit ?? '';

  return (
    <Dialog open modalType="modal" onOpenChange={(_, { open }) => !open && onCancel()}>
      <DialogSurface>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            // The form around the dialog is none of its business.
            event.stopPropagation();
            if (!('problem' in meant)) onApply(meant);
          }}
          noValidate
        >
          <DialogBody>
            <DialogTitle>Recurrence</DialogTitle>
            <DialogContent className={styles.content}>
              <Field label="Repeats">
                <RadioGroup
                  layout="horizontal"
                  value={form.frequency}
                  onChange={(_, { value }) => {
                    const chosen = frequencies.find((one) => one.value === value);
                    if (chosen) change({ frequency: chosen.value });
                  }}
                >
                  {frequencies.map(({ value, label }) => (
                    <Radio key={value} value={value} label={label} />
                  ))}
                </RadioGroup>
              </Field>
              <div className={styles.row}>
                <Text id="recurrence-every">Every</Text>
                <Input
                  className={styles.number}
                  type="number"
                  min={1}
                  max={999}
                  aria-label={`Every how many ${unit}`}
                  value={form.interval}
                  onChange={(_, { value }) => change({ interval: value })}
                />
                <Text>{unit}</Text>
              </div>
              <OnDays form={form} onChange={change} />
              <Field label="Ends">
                <RadioGroup
                  value={form.end}
                  onChange={(_, { value }) => {
                    const chosen = ends.find((one) => one.value === value);
                    if (chosen) change({ end: chosen.value });
                  }}
                >
                  {ends.map(({ value, label }) => (
                    <Radio key={value} value={value} label={label} />
                  ))}
                </RadioGroup>
              </Field>
              {form.end === 'count' && (
                <div className={styles.row}>
                  <Input
                    className={styles.number}
                    type="number"
                    min={1}
                    max={999}
                    aria-label="Number of occurrences"
                    value={form.count}
                    onChange={(_, { value }) => change({ count: value })}
                  />
                  <Text>occurrences</Text>
                </div>
              )}
              {form.end === 'until' && (
                <div className={styles.row}>
                  <Input
                    type="date"
                    aria-label="Last day"
                    value={form.until}
                    onChange={(_, { value }) => change({ until: value })}
                  />
                </div>
              )}
              <div className={styles.summary} role="status">
                {problem === undefined ? (
                  <Text>{'problem' in meant ? '' : describeSeries(meant)}</Text>
                ) : (
                  <Text className={styles.problem}>{problem}</Text>
                )}
              </div>
            </DialogContent>
            <DialogActions fluid>
              {recurrence && <Button onClick={() => onApply(null)}>Remove recurrence</Button>}
              <Button appearance="primary" type="submit" disabled={problem !== undefined}>
                OK
              </Button>
              <Button onClick={onCancel}>Cancel</Button>
            </DialogActions>
          </DialogBody>
        </form>
      </DialogSurface>
    </Dialog>
  );
}
