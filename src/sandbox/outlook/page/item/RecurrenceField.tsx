/** The form's line about recurrence: how the series repeats in words, and the way to its dialog. */
import { Button, Text, makeStyles, tokens } from '@fluentui/react-components';
import { ArrowRepeatAll20Regular } from '@fluentui/react-icons/svg/arrow-repeat-all';
import { useRef, useState } from 'react';
import type { Recurrence } from '../../../../domain/recurrence';
import { toWallClock } from '../../../../domain/timeZone';
import { ianaName } from '../../host/time-zones';
import type { ItemSession, ItemState } from '../../host/session';
import { RecurrenceDialog } from './RecurrenceDialog';
import type { Occasion } from './recurrence-form';
import { describeSeries } from './recurrence-words';

const useStyles = makeStyles({
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  words: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'center' },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground3 },
});

/** The appointment's times as those of a series' first occurrence. */
function occasionOf({ recurrence, start, end, timeZone }: ItemState): Occasion {
  if (recurrence) return recurrence;
  const zone = ianaName(timeZone);
  const [from, to] = [toWallClock(start, zone), toWallClock(Math.max(start, end), zone)];
  const durationMinutes = Math.max(0, Math.round((Date.parse(`${to}Z`) - Date.parse(`${from}Z`)) / 60_000));
  return { start: from, durationMinutes, timeZone };
}

export interface RecurrenceFieldProps {
  readonly session: ItemSession;
  readonly state: ItemState;
}

export function RecurrenceField({ session, state }: RecurrenceFieldProps) {
  const styles = useStyles();
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const { recurrence, seriesId } = state;
  const close = (change?: { recurrence: Recurrence | null }) => {
    setOpen(false);
    if (change) session.edit(change);
    button.current?.focus();
  };
  return (
    <div className={styles.line} role="group" aria-label="Recurrence">
      {recurrence && (
        <Text size={300} className={styles.words}>
          <ArrowRepeatAll20Regular className={styles.icon} aria-hidden />
          {seriesId === undefined
            ? describeSeries(recurrence)
            : `One occurrence of a series. ${describeSeries(recurrence)}`}
        </Text>
      )}
      {seriesId === undefined && (
        <Button
          ref={button}
          {...(recurrence ? {} : { icon: <ArrowRepeatAll20Regular /> })}
          onClick={() => setOpen(true)}
        >
          {recurrence ? 'Edit recurrence' : 'Make recurring'}
        </Button>
      )}
      {open && (
        <RecurrenceDialog
          recurrence={recurrence}
          occasion={occasionOf(state)}
          onApply={(changed) => close({ recurrence: changed })}
          onCancel={() => close()}
        />
      )}
    </div>
  );
}
