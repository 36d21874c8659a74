/** The screens that say one thing and offer at most one or two ways on. */
import { Button } from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  ArrowDownloadRegular,
  CalendarLockRegular,
  CalendarRegular,
  ErrorCircleRegular,
  KeyRegular,
  PersonRegular,
  WifiOffRegular,
  WindowWrenchRegular,
  WrenchRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ProductError } from '../../domain/errors';
import { useWords } from '../../ui/useWords';
import { errorSentence } from '../../ui/errorWords';
import type { PaneController } from '../controller';
import type { PaneProps } from '../pane';
import { AddButton } from '../parts/AddButton';
import { MicrosoftSignIn } from '../microsoft/parts';
import { MeetingPicture } from '../parts/MeetingPicture';
import { RemoveButton } from '../parts/RemoveButton';
import { WorkButton } from '../parts/WorkButton';
import { Message } from './Message';

export function Unsupported(): ReactElement {
  const { t } = useWords();
  return (
    <Message title={t('unsupported.title')} picture={<WindowWrenchRegular className="icon" />}>
      {t('unsupported.what')}
    </Message>
  );
}

export function SignedOut({ state, controller, expired }: PaneProps & { expired: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <Message
      title={expired ? t('expired.title') : t('signedOut.title')}
      picture={<MeetingPicture />}
      action={
        <>
          <WorkButton
            work="signing-in"
            state={state}
            busy={t('signedOut.busy')}
            appearance="primary"
            icon={<PersonRegular />}
            first
            again
            onPress={() => void controller.signIn()}
          >
            {t('signedOut.action')}
          </WorkButton>
          <p className="quiet">{t('signedOut.hint')}</p>
          {controller.lacks('sharedStorage') && <p className="quiet">{t('missing.shared')}</p>}
          <MicrosoftSignIn state={state} controller={controller} />
        </>
      }
    >
      {expired ? t('expired.what') : t('signedOut.what')}
    </Message>
  );
}

function RetryButton({ controller }: { controller: PaneController }): ReactElement {
  const { t } = useWords();
  return (
    <Button
      appearance="primary"
      icon={<ArrowClockwiseRegular />}
      data-first
      onClick={() => void controller.retry()}
    >
      {t('actions.retry')}
    </Button>
  );
}

export function Offline({ controller }: { controller: PaneController }): ReactElement {
  const { t } = useWords();
  return (
    <Message
      title={t('offline.title')}
      picture={<WifiOffRegular className="icon" />}
      action={<RetryButton controller={controller} />}
    >
      {t('offline.what')}
    </Message>
  );
}

export function Failed({
  controller,
  error,
}: {
  controller: PaneController;
  error: ProductError;
}): ReactElement {
  const words = useWords();
  return (
    <Message
      title={words.t('failed')}
      picture={<ErrorCircleRegular className="icon" />}
      action={<RetryButton controller={controller} />}
    >
      {errorSentence(words, error)}
    </Message>
  );
}

export function NoAppointment(): ReactElement {
  const { t } = useWords();
  return (
    <Message title={t('noAppointment.title')} picture={<CalendarRegular className="icon" />}>
      {t('noAppointment.what')}
    </Message>
  );
}

/** @param joinChanged nothing was lost: Zoom has another passcode or join link by now */
export function Incomplete({
  state,
  controller,
  joinChanged,
}: PaneProps & { joinChanged: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <Message
      title={t(joinChanged ? 'joinChanged.title' : 'incomplete.title')}
      picture={joinChanged ? <KeyRegular className="icon" /> : <WrenchRegular className="icon" />}
      action={
        <div className="row centre">
          <WorkButton
            work="repairing"
            state={state}
            busy={joinChanged ? t('joinChanged.busy') : t('actions.repairing')}
            appearance="primary"
            icon={joinChanged ? <ArrowDownloadRegular /> : <WrenchRegular />}
            first
            onPress={() => void controller.repair()}
          >
            {joinChanged ? t('joinChanged.action') : t('actions.repair')}
          </WorkButton>
          <RemoveButton state={state} controller={controller}>
            {t('actions.remove')}
          </RemoveButton>
        </div>
      }
    >
      {t(joinChanged ? 'joinChanged.what' : 'incomplete.what')}
    </Message>
  );
}

export function Gone({ state, controller }: PaneProps): ReactElement {
  const { t } = useWords();
  return (
    <Message
      title={t('gone.title')}
      picture={<CalendarRegular className="icon" />}
      action={
        <div className="row centre">
          <AddButton state={state} controller={controller}>
            {t('gone.again')}
          </AddButton>
          <RemoveButton state={state} controller={controller}>
            {t('gone.remove')}
          </RemoveButton>
        </div>
      }
    >
      {t('gone.what')}
    </Message>
  );
}

/** @param readOnly one's own appointment that cannot be written here */
export function NothingToRead({ readOnly }: { readOnly: boolean }): ReactElement {
  const { t } = useWords();
  return readOnly ? (
    <Message title={t('reading.readOnly')} picture={<CalendarLockRegular className="icon" />}>
      {t('reading.readOnlyWhat')}
    </Message>
  ) : (
    <Message title={t('reading.none')} picture={<CalendarRegular className="icon" />}>
      {t('reading.noneWhat')}
    </Message>
  );
}
