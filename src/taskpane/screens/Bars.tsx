/** What went wrong, what was done, and what is worth knowing, above everything else. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarGroup,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../ui/useWords';
import { errorSentence } from '../../ui/errorWords';
import type { PaneController } from '../controller';
import type { PaneProps } from '../pane';

/** Errors whose way on is a button of the screen below. */
const hasOwnWay: ReadonlySet<string> = new Set(['half-done']);

type Closable = Parameters<PaneController['dismiss']>[0];

interface BarData {
  readonly name: string;
  readonly intent: 'error' | 'success' | 'info' | 'warning';
  readonly text: string;
  readonly action?: ReactNode;
  /** What closing it forgets; one without stays as long as its reason. */
  readonly closes?: Closable;
}

export function Bars({ state, controller }: PaneProps): ReactElement {
  const { t } = useWords();
  return (
    <MessageBarGroup>
      {useBars({ state, controller }).map(({ name, intent, text, action, closes }) => (
        <MessageBar
          key={name}
          intent={intent}
          layout="multiline"
          politeness={intent === 'error' ? 'assertive' : 'polite'}
        >
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              closes && (
                <Button
                  aria-label={t('actions.close')}
                  appearance="transparent"
                  icon={<DismissRegular />}
                  onClick={() => controller.dismiss(closes)}
                />
              )
            }
          >
            {action}
          </MessageBarActions>
        </MessageBar>
      ))}
    </MessageBarGroup>
  );
}

function useBars({ state, controller }: PaneProps): BarData[] {
  const words = useWords();
  const { t } = words;
  const { error, undo, notes, updatedByItself, unused, view, working, screen } = state;
  const bars: BarData[] = [];
  if (error) {
    const canRetry = error.retryable && !hasOwnWay.has(error.code) && screen.name !== 'signed-out';
    bars.push({
      name: 'error',
      intent: 'error',
      text: errorSentence(words, error),
      action: canRetry && <Button onClick={() => void controller.retry()}>{t('actions.retry')}</Button>,
      closes: 'error',
    });
  }
  if (undo) {
    bars.push({
      name: 'undo',
      intent: 'success',
      text: t('removed'),
      action: (
        <Button disabledFocusable={working !== undefined} onClick={() => void controller.undo()}>
          {working === 'undoing' ? t('actions.undoing') : t('actions.undo')}
        </Button>
      ),
      closes: 'undo',
    });
  }
  if (updatedByItself) {
    bars.push({ name: 'byItself', intent: 'success', text: t('byItself'), closes: 'updatedByItself' });
  }
  if (notes.length > 0) {
    const text = notes.map((note) => t(`notes.${note}`)).join(' ');
    bars.push({ name: 'notes', intent: 'info', text, closes: 'notes' });
  }
  if (unused && unused.length > 0 && view === 'appointment') {
    bars.push({
      name: 'unused',
      intent: 'warning',
      text: t('unused.bar', { count: unused.length }),
      action: <Button onClick={() => void controller.show('unused')}>{t('unused.open')}</Button>,
    });
  }
  return bars;
}
