/** Asks before a service is disconnected; what harms nobody has the focus. Escape keeps it. */
import { Button } from '@fluentui/react-components';
import { PlugDisconnectedRegular } from '@fluentui/react-icons';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import type { Provider } from '../../domain/policy/terms';
import type { KnownProps } from './Fetching';

export function Disconnect(props: KnownProps & { provider: Provider }): ReactElement {
  const { integration, state, own, provider } = props;
  const { t, words } = props.texts;
  const question = useRef<HTMLElement>(null);
  const id = useId();
  const runs = state.working === 'disconnecting';
  const isForced = own.policy.service.reason === 'provider-forced';
  useEffect(() => question.current?.querySelector('button')?.focus(), []);
  return (
    <section
      ref={question}
      className="stack"
      role="group"
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}what`}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        // Office.js on the web would take the focus out of the pane.
        event.stopPropagation();
        if (!runs) integration.askDisconnect(false);
      }}
    >
      <h3 className="name" id={`${id}title`}>
        {t('disconnecting.title', { service: t(`providers.${provider}`) })}
      </h3>
      <p className="quiet" id={`${id}what`}>
        {isForced ? t('disconnecting.whatForced') : t('disconnecting.what')}
      </p>
      <div className="row">
        <Button className="grow" disabledFocusable={runs} onClick={() => integration.askDisconnect(false)}>
          {words.t('removal.cancel')}
        </Button>
        <Button
          className="grow"
          icon={runs ? <span className="ring" /> : <PlugDisconnectedRegular />}
          disabledFocusable={runs}
          aria-busy={runs}
          onClick={() => void integration.disconnect()}
        >
          {runs ? t('section.disconnecting') : t('section.disconnect')}
        </Button>
      </div>
    </section>
  );
}
