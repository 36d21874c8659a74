/** The settings' section on the Microsoft account: whose it is that signs in here, and the way to change that. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { errorSentence } from '../../ui/errorWords';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import type { MicrosoftAccount } from './account';
import { useMicrosoft } from './useMicrosoft';

const look = (account: MicrosoftAccount): Promise<void> => account.lookAtTie();

export function AccountSection({ controller }: PaneProps): ReactElement | null {
  const words = useWords();
  const { t } = words;
  const microsoft = useMicrosoft(controller, look);
  if (!microsoft?.state.offered) return null;
  const { account, state } = microsoft;
  const { tied, working, error } = state;
  if (tied === undefined && !error) return null;
  const busy = working === 'tying' || working === 'untying';
  const press = async (act: () => Promise<void>, said: 'microsoft-tied' | 'microsoft-untied') => {
    await act();
    if (!account.snapshot().error) controller.tell({ microsoftTied: undefined, said });
  };
  return (
    <section className="stack">
      <h2 className="name">{t('microsoft.settings.title')}</h2>
      {tied !== undefined && (
        <p className="quiet">
          {tied ? t('microsoft.settings.tied', { name: tied.name }) : t('microsoft.settings.none')}
        </p>
      )}
      {tied !== undefined && (
        // One button for both, so that the focus stays.
        <Button
          aria-busy={busy}
          disabledFocusable={working === 'untying'}
          icon={busy ? <span className="ring" /> : undefined}
          onClick={() =>
            void (tied ? press(account.untie, 'microsoft-untied') : press(account.tie, 'microsoft-tied'))
          }
        >
          {busy
            ? t(tied ? 'microsoft.settings.stopping' : 'microsoft.waiting')
            : t(tied ? 'microsoft.settings.stop' : 'microsoft.settings.use')}
        </Button>
      )}
      <p role="status" className="quiet">
        {error && errorSentence(words, error)}
      </p>
    </section>
  );
}
