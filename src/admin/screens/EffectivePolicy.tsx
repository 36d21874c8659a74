/** An effective policy as sentences: what holds, why, and which level it came from. */
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import type { EffectivePolicy as Policy, EffectiveService } from '../../domain/policy/effective';
import type { Origin } from '../../domain/policy/layers';
import { LockableOption } from '../../domain/meetingOptions';
import type { AdminWords } from '../../ui/adminWords';
import { fieldOf } from '../state/parts';
import { useAdminWords } from '../useAdminWords';
import { list, partName, permissionsInWords, serverInWords, valueInWords } from '../words/values';

export function EffectivePolicy({ policy }: { policy: Policy }): ReactElement {
  const texts = useAdminWords();
  const { t } = texts;
  const { service, meeting } = policy;
  const options = LockableOption.options.filter(
    (option) => meeting.policy.defaults[fieldOf(option)] !== undefined,
  );
  return (
    <dl className="facts">
      <Fact name={t('effective.service')} origin={service.origin}>
        <strong>{serviceInWords(service, texts)}</strong>
        <span>{t(`effective.reasons.${service.reason}`)}</span>
      </Fact>
      <Fact name={partName('integration', texts)} origin={policy.integration.origin}>
        {valueInWords('integration', policy.integration.value, texts)}
      </Fact>
      <Fact name={partName('permissions', texts)} origin={policy.permissions.origin}>
        {permissionsInWords(policy.permissions.value, texts)}
      </Fact>
      <Fact name={partName('exchange', texts)} origin={policy.exchange.origin}>
        {serverInWords(policy.exchange.value, texts)}
      </Fact>
      <Fact name={partName('scheduleForOthers', texts)} origin={policy.scheduleForOthers.origin}>
        {valueInWords('scheduleForOthers', policy.scheduleForOthers.value, texts)}
      </Fact>
      {options.length === 0 && (
        <Fact name={t('settings.sections.meetings')} origin={undefined}>
          {t('effective.meetingNothing')}
        </Fact>
      )}
      {options.map((option) => (
        <Fact
          key={option}
          name={partName(`meeting.${option}`, texts)}
          origin={meeting.origins[fieldOf(option)]}
        >
          {valueInWords(`meeting.${option}`, meeting.policy.defaults[fieldOf(option)], texts)}
        </Fact>
      ))}
    </dl>
  );
}

function Fact(props: { name: string; origin: Origin | undefined; children: ReactNode }): ReactElement {
  const texts = useAdminWords();
  const { origin } = props;
  return (
    <>
      <dt>{props.name}</dt>
      <dd>
        {props.children}
        {origin && (
          <span className="quiet">
            {origin.locked && <LockClosedRegular aria-hidden="true" />} {originInWords(origin, texts)}
          </span>
        )}
      </dd>
    </>
  );
}

function originInWords({ level, group, locked }: Origin, { t }: AdminWords): string {
  if (locked && (level === 'account' || level === 'group'))
    return t(`effective.lockedLevels.${level}`, { group: group ?? '' });
  return t(`effective.levels.${level}`, { group: group ?? '' });
}

function serviceInWords({ state, provider, choices }: EffectiveService, { t, words }: AdminWords): string {
  const service = provider === null ? '' : t(`settings.providers.${provider}`);
  const services = list(
    choices.map((choice) => t(`settings.providers.${choice}`)),
    words.locale,
  );
  return t(`effective.states.${state}`, { service, services });
}
