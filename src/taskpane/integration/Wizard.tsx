/** Connecting a service: which one, its own pages, Done. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Provider } from '../../domain/policy/terms';
import { fetching, type KnownProps } from './Fetching';
import { stepPages } from './pages';
import { isOffered } from './registry';
import type { StepPage } from './state';
import { offersOf } from './statements';
import { WizardPage } from './WizardPage';

export const Wizard = fetching(KnownWizard);

function KnownWizard(props: KnownProps): ReactElement | null {
  const { page } = props.state;
  switch (page?.name) {
    // On its way back to the settings.
    case undefined:
      return null;
    case 'services':
      return <Services {...props} />;
    case 'later':
      return <Later {...props} provider={page.provider} />;
    case 'step':
      return <StepOf {...props} page={page} />;
  }
}

function Services(props: KnownProps): ReactElement {
  const { integration, own, texts } = props;
  const { t } = texts;
  return (
    <WizardPage {...props} title={t('wizard.choose')}>
      <p className="quiet">{t('wizard.chooseWhat')}</p>
      <ul className="plain">
        {offersOf(own.policy).map((offer) => {
          const name = t(`providers.${offer.name}`);
          if ('refused' in offer)
            return (
              <li key={offer.name} className="stack tight">
                <span className="name">{name}</span>
                <span className="quiet">{t(`wizard.${offer.refused}`)}</span>
              </li>
            );
          const line = lineOf(offer.provider);
          const id = `service-${offer.name}`;
          return (
            <li key={offer.name} className="stack tight">
              <Button
                className="wide"
                aria-describedby={line && id}
                onClick={() => integration.choose(offer.provider)}
              >
                {name}
              </Button>
              {line && (
                <span className="quiet" id={id}>
                  {t(`wizard.${line}`)}
                </span>
              )}
            </li>
          );
        })}
      </ul>
    </WizardPage>
  );
}

/** What is said of a service that may be chosen. */
function lineOf(provider: Provider): 'usesOutlook' | 'notYet' | undefined {
  if (!isOffered(provider)) return 'notYet';
  return provider === 'mapi' ? 'usesOutlook' : undefined;
}

/** A service that may be used, but that this version cannot connect to. */
function Later(props: KnownProps & { provider: Provider }): ReactElement {
  const { own, provider } = props;
  const { t } = props.texts;
  const service = t(`providers.${provider}`);
  const { version, ewsUrl } = own.policy.exchange.value;
  const isPrepared = provider === 'exchange' && (version !== null || ewsUrl !== null);
  return (
    <WizardPage {...props} title={t('wizard.notYetTitle', { service })}>
      <p className="quiet">{t('wizard.notYetWhat', { service })}</p>
      {isPrepared && (
        <>
          <p className="quiet">{t('wizard.prepared')}</p>
          <dl className="facts">
            {version !== null && (
              <>
                <dt>{t('wizard.version')}</dt>
                <dd>{t(`versions.${version}`)}</dd>
              </>
            )}
            {ewsUrl !== null && (
              <>
                <dt>{t('wizard.url')}</dt>
                <dd>
                  <bdi dir="ltr">{ewsUrl}</bdi>
                </dd>
              </>
            )}
          </dl>
        </>
      )}
    </WizardPage>
  );
}

function StepOf(props: KnownProps & { page: StepPage }): ReactElement {
  const { page, state, integration, texts } = props;
  const { t } = texts;
  const StepContent = stepPages[page.step];
  const runs = state.working === 'connecting';
  return (
    <WizardPage {...props} title={t(`wizard.${page.step}`, { service: t(`providers.${page.provider}`) })}>
      <StepContent {...props} />
      <Button
        className="wide"
        appearance="primary"
        icon={runs ? <span className="ring" /> : undefined}
        disabledFocusable={runs}
        aria-busy={runs}
        onClick={() => void integration.next()}
      >
        {runs ? t('wizard.connecting') : page.isLast ? t('wizard.done') : t('wizard.next')}
      </Button>
    </WizardPage>
  );
}
