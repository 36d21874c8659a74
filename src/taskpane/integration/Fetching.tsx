/** Shows a part of the integration once it is fetched and what holds is known; until then, and where not, says so. */
import { Button } from '@fluentui/react-components';
import type { ComponentType, ReactElement } from 'react';
import type { MemberPolicy } from '../../api/ownPolicy';
import { errorSentence } from '../../ui/errorWords';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { Skeleton } from '../parts/Skeleton';
import { useIntegrationState, useParts, type IntegrationProps, type Parts } from './useIntegration';

/** What is shown once there is something to show. */
export interface KnownProps extends IntegrationProps {
  readonly own: MemberPolicy;
}

export function fetching(Part: ComponentType<KnownProps>): (props: PaneProps) => ReactElement {
  function Known(parts: Parts): ReactElement {
    const { words } = parts.texts;
    const state = useIntegrationState(parts.integration);
    if (state.own) return <Part {...parts} state={state} own={state.own} />;
    if (!state.error) return <Skeleton rows={3} head={false} />;
    return <Failed text={errorSentence(words, state.error)} onRetry={() => void parts.integration.read()} />;
  }
  return function Fetching({ controller }: PaneProps) {
    const { t } = useWords();
    const parts = useParts(controller);
    if (parts === undefined) return <Skeleton rows={3} head={false} />;
    if ('failed' in parts) return <Failed text={t('errors:offline')} onRetry={parts.failed} />;
    return <Known {...parts} />;
  };
}

function Failed({ text, onRetry }: { text: string; onRetry: () => void }): ReactElement {
  const { t } = useWords();
  return (
    <div className="stack" role="alert">
      <p className="quiet">{text}</p>
      <div className="row">
        <Button onClick={onRetry}>{t('actions.retry')}</Button>
      </div>
    </div>
  );
}
