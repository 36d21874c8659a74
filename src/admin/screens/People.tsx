/** Where the members come from: asked of Zoom again, or brought as a list. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Account } from '../../api/policy';
import type { People as State } from '../state/people';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { whenInWords } from '../words/values';
import { ErrorBar } from './Errors';
import { FileButton } from './FileButton';
import { ProblemTable } from './ProblemTable';

export function People({ people, account }: { people: State; account: Account }): ReactElement {
  const texts = useAdminWords();
  const { t } = texts;
  const state = useSnapshot(people);
  const { report } = state;
  return (
    <>
      <h1 tabIndex={-1}>{t('files.people.title')}</h1>
      <p>{t(`files.people.sources.${account.people}`)}</p>
      <p>
        {t('files.people.count', { count: account.members })}
        {account.peopleAt !== null &&
          ` · ${t('files.people.asOf', { when: whenInWords(account.peopleAt, texts) })}`}
      </p>
      <ErrorBar error={state.error} onRetry={() => void people.retry()} onDismiss={people.dismiss} />
      <div className="buttons">
        <Button onClick={() => void people.refresh()}>{t('files.people.refresh')}</Button>
        <FileButton label={t('files.people.bring')} onFile={(file) => void people.bring(file)} />
      </div>
      <p className="quiet">{t('files.people.refreshHint')}</p>
      <p className="quiet">{t('files.people.bringHint')}</p>
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
    </>
  );
}
