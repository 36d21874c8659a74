/** The page: theme, direction, and the part of it that the controller chose. */
import { FluentProvider, MessageBar, MessageBarBody, type Theme } from '@fluentui/react-components';
import { useEffect, type ReactElement } from 'react';
import type { Account } from '../api/policy';
import { WordsProvider } from '../ui/useWords';
import { Files } from './screens/Files';
import { Frame } from './screens/Frame';
import { Front } from './screens/Front';
import { Groups } from './screens/Groups';
import { History } from './screens/History';
import { OneGroup } from './screens/OneGroup';
import { People } from './screens/People';
import { SeeAs } from './screens/SeeAs';
import { Settings } from './screens/Settings';
import type { AdminController, PageState } from './state/controller';
import { useAdminWords, useSnapshot } from './useAdminWords';

interface AppProps {
  readonly controller: AdminController;
  readonly theme: Theme;
}

export function App({ controller, theme }: AppProps): ReactElement {
  const state = useSnapshot(controller);
  const { t, words } = useAdminWords();
  const { screen } = state;
  useLeaving(controller);
  return (
    <FluentProvider theme={theme} dir={words.direction}>
      <WordsProvider value={words}>
        <div className="all">
          {!state.online && screen.name === 'ready' && (
            <MessageBar intent="warning" layout="multiline" politeness="assertive">
              <MessageBarBody>{t('page.offline.bar')}</MessageBarBody>
            </MessageBar>
          )}
          {screen.name === 'ready' ? (
            <Frame controller={controller} state={state} account={screen.account}>
              <Part controller={controller} state={state} account={screen.account} />
            </Frame>
          ) : (
            <Front controller={controller} state={state} />
          )}
        </div>
      </WordsProvider>
    </FluentProvider>
  );
}

function Part(props: {
  controller: AdminController;
  state: PageState;
  account: Account;
}): ReactElement | null {
  const { controller, state } = props;
  const settings = useSnapshot(controller.settings);
  switch (state.route.name) {
    case 'settings':
      return <Settings controller={controller} />;
    case 'groups':
      return <Groups list={controller.groups} />;
    case 'group':
      return state.group ? (
        <OneGroup key={state.group.id} one={state.group} account={settings.draft?.base.settings} />
      ) : null;
    case 'see-as':
      return <SeeAs seeAs={controller.seeAs} />;
    case 'people':
      return <People people={controller.people} account={props.account} />;
    case 'history':
      return <History history={controller.history} groups={controller.groups} />;
    case 'files':
      return <Files files={controller.files} />;
  }
}

/** The browser asks before it leaves something that is not saved. */
function useLeaving(controller: AdminController): void {
  useEffect(() => {
    const ask = (event: BeforeUnloadEvent) => {
      const { screen } = controller.snapshot();
      // On the way to sign in again it is kept.
      if (screen.name === 'ready' && controller.isDirty()) event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => window.removeEventListener('beforeunload', ask);
  }, [controller]);
}
