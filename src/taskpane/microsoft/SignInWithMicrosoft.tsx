/** The other way in: below the sign-in to Zoom, so that nothing moves when it comes, and only where it is set up. */
import { Button } from '@fluentui/react-components';
import { BuildingRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { errorSentence } from '../../ui/errorWords';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import type { MicrosoftAccount } from './account';
import { useMicrosoft } from './useMicrosoft';

const look = (account: MicrosoftAccount): Promise<void> => account.look();

export function SignInWithMicrosoft({ state: pane, controller }: PaneProps): ReactElement | null {
  const words = useWords();
  const { t } = words;
  const microsoft = useMicrosoft(controller, look);
  if (!microsoft?.state.offered) return null;
  const { working, error, needsZoom } = microsoft.state;
  const isWaiting = working === 'signing-in';
  return (
    <>
      <Button
        icon={isWaiting ? <span className="ring" /> : <BuildingRegular />}
        disabledFocusable={pane.working !== undefined}
        aria-busy={isWaiting}
        onClick={() => void microsoft.account.signIn()}
      >
        {isWaiting ? t('microsoft.waiting') : t('microsoft.signIn')}
      </Button>
      {/* There before it says something: only what comes into it is read out. */}
      <p role="status" className="quiet">
        {error
          ? errorSentence(words, error)
          : needsZoom && t(needsZoom === 'not-tied' ? 'microsoft.notTied' : 'microsoft.consentLost')}
      </p>
    </>
  );
}
