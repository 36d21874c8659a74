/** What went wrong, in a bar: what to do next, and a way to try again where that may help. */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { ProductError } from '../../domain/errors';
import { SettingKey } from '../../domain/policy/changes';
import { errorSentence } from '../../ui/errorWords';
import type { AdminWords } from '../../ui/adminWords';
import { useAdminWords } from '../useAdminWords';
import { list } from '../words/values';

export function ErrorBar(props: {
  error: ProductError | undefined;
  onRetry?: () => void;
  onDismiss: () => void;
}): ReactElement | null {
  const texts = useAdminWords();
  const { t, words } = texts;
  const { error, onRetry } = props;
  if (!error) return null;
  return (
    <MessageBar intent="error" layout="multiline" politeness="assertive">
      <MessageBarBody>
        <MessageBarTitle>{t('page.failed')}</MessageBarTitle>
        {errorSentence(words, withNames(error, texts))}
      </MessageBarBody>
      <MessageBarActions
        containerAction={
          <Button
            appearance="transparent"
            icon={<DismissRegular />}
            aria-label={t('page.close')}
            onClick={props.onDismiss}
          />
        }
      >
        {error.retryable && onRetry && <Button onClick={onRetry}>{t('page.retry')}</Button>}
      </MessageBarActions>
    </MessageBar>
  );
}

/** The error with settings called as the page calls them. */
function withNames(error: ProductError, { t, words }: AdminWords): ProductError {
  const { settings } = error.details;
  if (typeof settings !== 'string') return error;
  const names = settings.split(/,\s*/).map((one) => {
    const key = SettingKey.options.find((name) => name === one);
    return key === undefined ? one : t(`settings.names.${key}`);
  });
  return new ProductError(error.code, { ...error.details, settings: list(names, words.locale) });
}
