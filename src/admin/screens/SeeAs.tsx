/** See as a member: who, where, and what holds there with its reasons. */
import { Field, Select, Spinner, ToggleButton } from '@fluentui/react-components';
import { useEffect, useRef, type ReactElement } from 'react';
import { Platform } from '../../domain/policy/terms';
import type { SeeAs as State } from '../state/seeAs';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { list } from '../words/values';
import { ErrorBar } from './Errors';
import { EffectivePolicy } from './EffectivePolicy';
import { MemberFinder } from './MemberFinder';

export function SeeAs({ seeAs }: { seeAs: State }): ReactElement {
  const { t, words } = useAdminWords();
  const state = useSnapshot(seeAs);
  const { member, seen, platform } = state;
  const heading = useRef<HTMLHeadingElement>(null);
  const chosen = member?.id;
  const before = useRef(chosen);
  useEffect(() => {
    if (chosen === before.current) return;
    before.current = chosen;
    heading.current?.focus();
  }, [chosen]);
  return (
    <>
      <h1 tabIndex={-1}>{t('effective.title')}</h1>
      <p className="quiet">{t('effective.text')}</p>
      <section className="card" aria-labelledby="who">
        <h2 id="who">{t('effective.who')}</h2>
        <MemberFinder search={seeAs.search}>
          {(one) => (
            <ToggleButton checked={one.id === chosen} onClick={() => void seeAs.choose(one)}>
              {t('effective.see')}
              <span className="heard">{one.name}</span>
            </ToggleButton>
          )}
        </MemberFinder>
      </section>
      <ErrorBar error={state.error} onRetry={() => void seeAs.retry()} onDismiss={seeAs.dismiss} />
      {!member && <p className="quiet">{t('effective.nobodyChosen')}</p>}
      {member && (
        <section className="card" aria-labelledby="holds">
          <h2 id="holds" ref={heading} tabIndex={-1}>
            {t('effective.holds', { name: member.name })}
          </h2>
          <p className="quiet">
            {member.platforms.length === 0
              ? t('effective.neverSeen')
              : t('effective.seenOn', {
                  platforms: list(
                    member.platforms.map((one) => t(`effective.platforms.${one.platform}`)),
                    words.locale,
                  ),
                })}
          </p>
          {member.groups.length > 0 && (
            <p className="quiet">{t('effective.inGroups', { groups: list(member.groups, words.locale) })}</p>
          )}
          <Field label={t('effective.where')}>
            <Select
              value={platform}
              onChange={(_, { value }) => {
                const found = Platform.options.find((one) => one === value);
                if (found) void seeAs.setPlatform(found);
              }}
            >
              {Platform.options.map((one) => (
                <option key={one} value={one}>
                  {t(`effective.platforms.${one}`)}
                </option>
              ))}
            </Select>
          </Field>
          <div aria-live="polite">
            {seen ? <EffectivePolicy policy={seen.policy} /> : <Spinner label={t('page.loading')} />}
          </div>
        </section>
      )}
    </>
  );
}
