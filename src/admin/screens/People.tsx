/** The members: where they come from, asked of Zoom again or brought as a list; and who they are. */
import { Badge, Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Account } from '../../api/policy';
import type { People as State } from '../state/people';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { list, whenInWords } from '../words/values';
import { ErrorBar } from './Errors';
import { FileButton } from './FileButton';
import { MemberFinder } from './MemberFinder';
import { ProblemTable } from './ProblemTable';

export function People({ people, account }: { people: State; account: Account }): ReactElement {
  const texts = useAdminWords();
  const { t, words } = texts;
  const state = useSnapshot(people);
  const { report } = state;
  return (
    <>
      <h1 tabIndex={-1}>{t('files.people.title')}</h1>
      <ErrorBar error={state.error} onRetry={() => void people.retry()} onDismiss={people.dismiss} />
      <section className="card" aria-labelledby="source">
        <h2 id="source">{t('files.people.source')}</h2>
        <p>{t(`files.people.sources.${account.people}`)}</p>
        <p className="quiet">
          {t('files.people.count', { count: account.members })}
          {account.peopleAt !== null &&
            ` · ${t('files.people.asOf', { when: whenInWords(account.peopleAt, texts) })}`}
        </p>
        <div className="buttons">
          <Button onClick={() => void people.refresh()}>{t('files.people.refresh')}</Button>
          <FileButton label={t('files.people.bring')} onFile={(file) => void people.bring(file)} />
        </div>
        <p className="quiet small">{t('files.people.refreshHint')}</p>
        <p className="quiet small">{t('files.people.bringHint')}</p>
        <p role="status">
          {report &&
            t('files.people.report', {
              members: report.members,
              groups: report.groups,
              admins: report.admins,
              removed: report.removed,
            })}
        </p>
        {state.problems.length > 0 && (
          <ProblemTable caption={t('files.people.refused')} problems={state.problems} />
        )}
      </section>
      <section className="card" aria-labelledby="all">
        <h2 id="all">{t('files.people.all')}</h2>
        <MemberFinder search={people.search}>
          {(member) => (
            <span className="where">
              {member.role !== 'member' && <Badge appearance="tint">{t(`page.roles.${member.role}`)}</Badge>}
              <span className="quiet small">
                {member.platforms.length === 0
                  ? t('effective.neverSeen')
                  : list(
                      member.platforms.map((one) => t(`effective.platforms.${one.platform}`)),
                      words.locale,
                    )}
              </span>
            </span>
          )}
        </MemberFinder>
      </section>
    </>
  );
}
