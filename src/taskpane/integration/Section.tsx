/** The calendar and contact integration among the settings: what holds, why, who decided, and what can be done. */
import { Button } from '@fluentui/react-components';
import { LockClosedRegular } from '@fluentui/react-icons';
import { useEffect, useId, useLayoutEffect, useRef, type ReactElement, type RefObject } from 'react';
import type { Permissions } from '../../domain/policy/terms';
import type { Origin } from '../../domain/policy/layers';
import { oneOf } from '../../ui/integrationWords';
import { Disconnect } from './Disconnect';
import { fetching, type KnownProps } from './Fetching';
import { News } from './News';
import { isOffered, stepsOf } from './registry';
import { canChange, canConnect, showsPermissions, statementOf, toDisconnect, whoOf } from './statements';
import type { IntegrationProps } from './useIntegration';

export const Section = fetching(KnownSection);

function KnownSection(props: KnownProps): ReactElement {
  const { integration, texts, state, own } = props;
  const { t, words } = texts;
  const { policy } = own;
  const { service } = policy;
  const heading = useArrival(props);
  const id = useId();
  const says = statementOf(policy, isOffered);
  const name = service.provider === null ? '' : t(`providers.${service.provider}`);
  // Nobody is asked to do what this version cannot do.
  const cannotYet = says.does === 'notYet' || says.does === 'noneYet';
  const leaving = toDisconnect(service, own.choice);
  const permitted =
    service.state === 'connected' &&
    service.provider !== null &&
    stepsOf(service.provider).includes('permissions')
      ? service.provider
      : undefined;
  return (
    <section className="stack" aria-labelledby={id}>
      <h2 className="name" id={id} ref={heading} tabIndex={-1}>
        {t('section.title')}
      </h2>
      <News {...props} service={name}>
        <strong>{t(`headline.${says.case}`, { service: name })}</strong>
      </News>
      <p className="quiet">
        {says.forced === 'both' || says.forced === 'service'
          ? t(`forced.${says.forced}`)
          : t(`why.${says.case}`)}
        {says.place && ` ${t(`place.${says.place}`)}`}
        {cannotYet ? '' : ` ${t(`next.${says.case}`)}`}
      </p>
      {says.does && <p className="quiet">{t(`does.${says.does}`, { service: name })}</p>}
      <dl className="facts">
        <dt>{t('section.decidedBy')}</dt>
        <dd>
          <Who origin={service.origin} {...props} />
        </dd>
        {(service.state === 'choose' || canChange(service)) && (
          <>
            <dt>{t('section.mayChoose')}</dt>
            <dd>
              {oneOf(
                service.choices.map((choice) => t(`providers.${choice}`)),
                words.locale,
              )}
            </dd>
          </>
        )}
        {showsPermissions(service) && <Permitted permissions={policy.permissions.value} {...props} />}
      </dl>
      {says.forced === 'permissions' && <p className="quiet">{t('forced.permissions')}</p>}
      {state.stale && <p className="quiet">{t('section.stale')}</p>}
      {state.asksDisconnect && leaving ? (
        <Disconnect {...props} provider={leaving} />
      ) : (
        <div className="row">
          {canConnect(service) && (
            <Button appearance="primary" onClick={integration.open}>
              {t('section.connect')}
            </Button>
          )}
          {permitted !== undefined && !policy.permissions.origin.locked && (
            <Button onClick={() => integration.openPermissions(permitted)}>
              {t('section.changePermissions')}
            </Button>
          )}
          {canChange(service) && <Button onClick={integration.open}>{t('section.other')}</Button>}
          {leaving !== undefined && (
            <Button onClick={() => integration.askDisconnect(true)}>{t('section.disconnect')}</Button>
          )}
        </div>
      )}
    </section>
  );
}

function Who({ origin, texts: { t } }: IntegrationProps & { origin: Origin }): ReactElement {
  return (
    <>
      {origin.locked && <LockClosedRegular aria-hidden="true" />}{' '}
      {t(`who.${whoOf(origin)}`, { group: origin.group ?? '' })}
    </>
  );
}

function Permitted({
  permissions,
  texts: { t },
}: IntegrationProps & { permissions: Permissions }): ReactElement {
  return (
    <>
      <dt>{t('permissions.calendar')}</dt>
      <dd>{t(`permissions.${permissions.calendar}`)}</dd>
      <dt>{t('permissions.contacts')}</dt>
      <dd>{t(`permissions.${permissions.contacts}`)}</dd>
    </>
  );
}

/** Whoever came for this section, from the profile or out of the wizard, finds the focus on its heading. */
function useArrival({ integration, state: { arrives } }: IntegrationProps): RefObject<HTMLHeadingElement> {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    if (arrives) heading.current?.focus();
  }, [arrives]);
  useEffect(() => {
    if (arrives) integration.arrived();
  }, [arrives, integration]);
  return heading;
}
