/** Every screen but the first, in one chunk: which of them shows what the controller chose. */
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import { TakeOffButton } from '../parts/RemoveButton';
import { Skeleton } from '../parts/Skeleton';
import type { PaneProps } from '../pane';
import * as later from '../later';
import { lazily } from '../parts/Lazily';
import { Copy } from './Copy';
import { Linked } from './Linked';
import { Lost } from './Lost';
import {
  Failed,
  Gone,
  Incomplete,
  NoAppointment,
  NothingToRead,
  Offline,
  SignedOut,
  Unsupported,
} from './Messages';
import { Readable } from './Readable';
import { Settings } from './Settings';
import { Unused } from './Unused';

export { AboutNew } from './AboutNew';
export { Bars } from './Bars';
export { Foot } from './Foot';

const Wizard = lazily<PaneProps>(() => later.integration().then(({ Wizard }) => Wizard), <Skeleton />);

export function CurrentScreen({ state, controller }: PaneProps): ReactElement | null {
  const { t } = useWords();
  const { screen, view } = state;
  if (view === 'unused') return <Unused state={state} controller={controller} />;
  if (view === 'settings') return <Settings state={state} controller={controller} />;
  if (view === 'integration') return <Wizard state={state} controller={controller} />;
  switch (screen.name) {
    case 'loading':
      return <Skeleton />;
    case 'new':
      // Shown by the app itself, before this chunk is there.
      return null;
    case 'unsupported':
      return <Unsupported />;
    case 'signed-out':
      return <SignedOut state={state} controller={controller} expired={screen.expired} />;
    case 'offline':
      return <Offline controller={controller} />;
    case 'failed':
      return <Failed controller={controller} error={screen.error} />;
    case 'no-appointment':
      return <NoAppointment />;
    case 'linked':
      return <Linked screen={screen} state={state} controller={controller} />;
    case 'copy':
      return <Copy screen={screen} state={state} controller={controller} />;
    case 'lost':
      return <Lost screen={screen} state={state} controller={controller} />;
    case 'incomplete':
      return <Incomplete state={state} controller={controller} joinChanged={screen.joinChanged} />;
    case 'gone':
      return <Gone state={state} controller={controller} />;
    case 'foreign':
      return (
        <Readable
          controller={controller}
          invitation={{ joinUrl: screen.joinUrl, meetingId: screen.meetingId, passcode: undefined }}
          title={screen.linked ? t('foreign.unseen') : t('foreign.title')}
          what={screen.linked ? t('foreign.unseenWhat') : t('foreign.what')}
          action={screen.linked ? <TakeOffButton state={state} controller={controller} /> : undefined}
        />
      );
    case 'reading':
      return screen.invitation ? (
        <Readable
          controller={controller}
          invitation={screen.invitation}
          title={t('reading.title')}
          what={screen.readOnly ? t('reading.readOnlyWhat') : undefined}
        />
      ) : (
        <NothingToRead readOnly={screen.readOnly} />
      );
  }
}
