/** The question how an appointment repeats: pattern and end, with the whole in words below. */
import {
  Button,
  Dialog,
  DialogActions,
  DialogBody,
  DialogContent,
  DialogSurface,
  DialogTitle,
  Input,
  Text,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { useState } from 'react';
import type { Recurrence } from '../../../../domain/recurrence';
import { OnDays } from './OnDays';
import { ChoiceButtons, NumberField, Row } from './PatternFields';
import type { Occasion, RecurrenceForm } from './recurrence-form';
import { formOf, recurrenceOf } from './recurrence-form';
import { describeSeries } from './recurrence-words';

const useStyles = makeStyles({
  content: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
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
              <ChoiceButtons
                label="Repeats"
                inOneRow
                choices={frequencies}
                value={form.frequency}
                onChoose={(frequency) => change({ frequency })}
              />
              <Row>
                <Text>Every</Text>
                <NumberField
                  label={`Every how many ${unit}`}
                  max={999}
                  value={form.interval}
                  onChange={(interval) => change({ interval })}
                />
                <Text>{unit}</Text>
              </Row>
              <OnDays form={form} onChange={change} />
              <ChoiceButtons
                label="Ends"
                choices={ends}
                value={form.end}
                onChoose={(end) => change({ end })}
              />
              {form.end === 'count' && (
                <Row>
                  <NumberField
                    label="Number of occurrences"
                    max={999}
                    value={form.count}
                    onChange={(count) => change({ count })}
                  />
                  <Text>occurrences</Text>
                </Row>
              )}
              {form.end === 'until' && (
                <Row>
                  <Input
                    type="date"
                    aria-label="Last day"
                    value={form.until}
                    onChange={(_, { value }) => change({ until: value })}
                  />
                </Row>
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
