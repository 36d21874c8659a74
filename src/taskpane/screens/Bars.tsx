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
import { isWarning } from '../../domain/notes';
import { useWords } from '../../ui/useWords';
import { errorSentence } from '../../ui/errorWords';
import type { PaneProps } from '../pane';

/** Errors whose way on is a button of the screen below. */
const hasOwnWay: ReadonlySet<string> = new Set(['half-done']);

interface BarData {
  readonly name: string;
  readonly intent: 'error' | 'success' | 'info' | 'warning';
  readonly text: string;
  readonly action?: ReactNode;
  readonly close: () => void;
}

export function Bars({ state, controller }: PaneProps): ReactElement {
  const { t } = useWords();
  return (
    <MessageBarGroup>
      {useBars({ state, controller }).map(({ name, intent, text, action, close }) => (
        <MessageBar
          key={name}
          intent={intent}
          layout="multiline"
          politeness={intent === 'error' ? 'assertive' : 'polite'}
        >
          <MessageBarBody>{text}</MessageBarBody>
          <MessageBarActions
            containerAction={
              <Button
                aria-label={t('actions.close')}
                appearance="transparent"
                icon={<DismissRegular />}
                onClick={close}
              />
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
  const {
    error,
    undo,
    notes,
    updatedByItself,
    microsoftTied,
    unused,
    unusedBar,
    unusedUndo,
    view,
    working,
    screen,
    said,
  } = state;
  const bars: BarData[] = [];
  if (error) {
    const canRetry = error.retryable && !hasOwnWay.has(error.code) && screen.name !== 'signed-out';
    bars.push({
      name: 'error',
      intent: 'error',
      text: errorSentence(words, error),
      action: canRetry && <Button onClick={() => void controller.retry()}>{t('actions.retry')}</Button>,
      close: () => controller.dismiss('error'),
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
      close: () => controller.dismiss('undo'),
    });
  }
  if (said === 'removed-occurrence') {
    bars.push({
      name: 'removedOccurrence',
      intent: 'success',
      text: t('ribbon.removedOccurrence'),
      close: () => controller.dismiss('said'),
    });
  }
  if (updatedByItself) {
    bars.push({
      name: 'byItself',
      intent: 'success',
      text: t('byItself'),
      close: () => controller.dismiss('updatedByItself'),
    });
  }
  if (microsoftTied) {
    bars.push({
      name: 'microsoftTied',
      intent: 'success',
      text: t('microsoft.tiedByItself', { name: microsoftTied }),
      close: () => controller.dismiss('microsoftTied'),
    });
  }
  for (const intent of ['warning', 'info'] as const) {
    const those = notes.filter((note) => isWarning(note) === (intent === 'warning'));
    const text = those.map((note) => t(`notes.${note}`)).join(' ');
    if (text !== '')
      bars.push({ name: `notes-${intent}`, intent, text, close: () => controller.dismiss('notes') });
  }
  if (unusedUndo) {
    bars.push({
      name: 'unusedUndo',
      intent: 'success',
      text: t('unused.removed', { topic: unusedUndo.topic }),
      action: (
        <Button
          disabledFocusable={working !== undefined}
          aria-label={`${t('actions.undo')}: ${unusedUndo.topic}`}
          onClick={() => void controller.drafts.restore()}
        >
          {t('actions.undo')}
        </Button>
      ),
      close: () => controller.dismiss('unusedUndo'),
    });
  }
  // Most clients never tell that an appointment was saved: this is worth knowing, and no warning.
  if (unused && unused.length > 0 && unusedBar && view === 'appointment') {
    bars.push({
      name: 'unused',
      intent: 'info',
      text: t('unused.bar', { count: unused.length }),
      action: <Button onClick={() => void controller.show('unused')}>{t('unused.open')}</Button>,
      close: controller.drafts.closeBar,
    });
  }
  return bars;
}
