/** What Zoom will get of an appointment that repeats, and what this Outlook does not tell, said before Add is pressed. */
import type { ReactElement } from 'react';
import { meetingRepeatsFor } from '../../domain/recurrence/zoomLimits';
import { recurrenceInWords } from '../../ui/recurrenceWords';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';

export function AboutNew({ state: { facts }, controller }: PaneProps): ReactElement | null {
  const words = useWords();
  const { t } = words;
  switch (facts?.repetition.kind) {
    case 'series': {
      const { recurrence } = facts.repetition;
      const pattern = recurrenceInWords(recurrence, words);
      const { note } = meetingRepeatsFor(recurrence);
      return (
        <p className="quiet">
          {note ? `${t('new.noFixedTime', { pattern })} ${t(`notes.${note}`)}` : t('new.series', { pattern })}
        </p>
      );
    }
    case 'occurrence':
      return <p className="quiet">{t('new.occurrence')}</p>;
    case 'unknown':
      return controller.lacks('recurrence') ? <p className="quiet">{t('missing.recurrence')}</p> : null;
    default:
      return null;
  }
}
