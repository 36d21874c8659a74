/** What a member without a service of their own gets in each place, with what is saved and what is not: at a glance. */
import {
  CheckmarkCircleRegular,
  DesktopRegular,
  GlobeRegular,
  LaptopRegular,
  PhoneRegular,
  PlugConnectedRegular,
  ProhibitedRegular,
  WindowRegular,
  type FluentIcon,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { effectivePolicy, type EffectiveService } from '../../../domain/policy/effective';
import { Platform } from '../../../domain/policy/terms';
import type { AdminWords } from '../../../ui/adminWords';
import { useAdminWords } from '../../useAdminWords';
import { list } from '../../words/values';
import type { Editing } from './editing';

const places: Readonly<Record<Platform, FluentIcon>> = {
  'windows-classic': DesktopRegular,
  'windows-new': WindowRegular,
  mac: LaptopRegular,
  web: GlobeRegular,
  mobile: PhoneRegular,
};

export function ByPlatform({ editing }: { editing: Editing }): ReactElement {
  const texts = useAdminWords();
  const { t } = texts;
  const { draft, account } = editing;
  const layers =
    account === undefined
      ? { account: draft.mine, groups: [] }
      : { account, groups: [{ name: '', settings: draft.mine }] };
  return (
    <div className="glance" role="group" aria-labelledby="glance">
      <h3 id="glance">{t('settings.glance.title')}</h3>
      <dl>
        {Platform.options.map((platform) => {
          const Place = places[platform];
          const { service } = effectivePolicy({ ...layers, platform, choice: null });
          return (
            <div key={platform} data-platform={platform} data-state={service.state}>
              <dt>
                <Place aria-hidden="true" /> {t(`effective.platforms.${platform}`)}
              </dt>
              <dd>
                <StateIcon state={service.state} />
                <span>
                  {inWords(service, texts)}
                  {service.state === 'none' && (
                    <span className="quiet">{t(`effective.reasons.${service.reason}`)}</span>
                  )}
                </span>
              </dd>
            </div>
          );
        })}
      </dl>
    </div>
  );
}

function StateIcon({ state }: Pick<EffectiveService, 'state'>): ReactElement {
  if (state === 'none') return <ProhibitedRegular aria-hidden="true" />;
  return state === 'automatic' ? (
    <CheckmarkCircleRegular aria-hidden="true" />
  ) : (
    <PlugConnectedRegular aria-hidden="true" />
  );
}

function inWords({ state, provider, choices }: EffectiveService, { t, words }: AdminWords): string {
  if (state === 'none' || state === 'automatic') return t(`settings.glance.${state}`);
  const offered = state === 'choose' ? choices : provider === null ? [] : [provider];
  return t(`settings.glance.${state === 'choose' ? 'choose' : 'connect'}`, {
    services: list(
      offered.map((one) => t(`settings.providers.${one}`)),
      words.locale,
    ),
  });
}
