/** The screens before the settings are there: loading, signed out, not an administrator, offline, failed. */
import { Button, MessageBar, MessageBarBody, Spinner } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import { errorSentence } from '../../ui/errorWords';
import type { AdminController, PageState } from '../state/controller';
import { useAdminWords } from '../useAdminWords';

export function Front({
  controller,
  state,
}: {
  controller: AdminController;
  state: PageState;
}): ReactElement {
  const { t, words } = useAdminWords();
  const { screen } = state;
  const signIn = (label: string) => (
    <Button appearance="primary" onClick={() => void controller.signIn()}>
      {label}
    </Button>
  );
  switch (screen.name) {
    case 'signed-out':
      return (
        <Centred title={t('page.signIn.title')}>
          {screen.error && (
            <MessageBar intent="error" layout="multiline">
              <MessageBarBody>{errorSentence(words, screen.error)}</MessageBarBody>
            </MessageBar>
          )}
          {screen.expired && <p role="alert">{t('page.signIn.expired')}</p>}
          {state.said && <p role="status">{t('page.signIn.out')}</p>}
          <p className="quiet">{t('page.signIn.text')}</p>
          {signIn(t('page.signIn.action'))}
        </Centred>
      );
    case 'not-admin':
      return (
        <Centred title={t('page.notAdmin.title')}>
          <p className="quiet">
            {t('page.notAdmin.text', { name: state.member?.name ?? t('page.unknownPerson') })}
          </p>
          {signIn(t('page.notAdmin.other'))}
          <Button onClick={() => void controller.signOut()}>{t('page.signOut')}</Button>
        </Centred>
      );
    case 'offline':
      return (
        <Centred title={t('page.offline.title')}>
          <p className="quiet">{t('page.offline.text')}</p>
          <Button onClick={() => void controller.load()}>{t('page.retry')}</Button>
        </Centred>
      );
    case 'failed':
      return (
        <Centred title={t('page.failed')}>
          <p className="quiet">{errorSentence(words, screen.error)}</p>
          <Button appearance="primary" onClick={() => void controller.load()}>
            {t('page.retry')}
          </Button>
        </Centred>
      );
    default:
      return (
        <main className="centred">
          <h1 className="heard">{t('page.title')}</h1>
          <Spinner label={t('page.loading')} />
        </main>
      );
  }
}

function Centred(props: { title: string; children: ReactNode }): ReactElement {
  return (
    <main className="centred">
      <h1 tabIndex={-1}>{props.title}</h1>
      {props.children}
    </main>
  );
}
