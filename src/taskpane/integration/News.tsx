/** What happened last, seen and heard; and what went wrong. */
import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { errorSentence } from '../../ui/errorWords';
import type { IntegrationProps } from './useIntegration';

/**
 * @param service the name of the service that holds; empty where there is none
 * @param children what is heard with it when it changes
 */
export function News(props: IntegrationProps & { service: string; children?: ReactNode }): ReactElement {
  const { state, integration, texts, service, children } = props;
  const { t, words } = texts;
  const { news, error } = state;
  const isWarning = news?.name === 'refused';
  return (
    <>
      {error && (
        <div role="alert">
          <MessageBar intent="error" layout="multiline">
            <MessageBarBody>{errorSentence(words, error)}</MessageBarBody>
          </MessageBar>
        </div>
      )}
      <div role="status" className="stack">
        {news && (
          <MessageBar
            key={news.id}
            intent={isWarning ? 'warning' : news.name === 'changed' ? 'info' : 'success'}
            layout="multiline"
          >
            <MessageBarBody>{t(`news.${news.name}`, { service })}</MessageBarBody>
            <MessageBarActions
              containerAction={
                <Button
                  aria-label={words.t('actions.close')}
                  appearance="transparent"
                  icon={<DismissRegular />}
                  onClick={integration.dismiss}
                />
              }
            />
          </MessageBar>
        )}
        {children}
      </div>
    </>
  );
}
