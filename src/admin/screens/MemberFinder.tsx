/** Finding members by name or address; what can be done with each is the caller's. */
import { Button, Field, SearchBox } from '@fluentui/react-components';
import type { ReactElement, ReactNode } from 'react';
import type { AccountMember } from '../../api/policy';
import type { MemberSearch } from '../state/members';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { ErrorBar } from './Errors';

export function MemberFinder(props: {
  search: MemberSearch;
  children: (member: AccountMember) => ReactNode;
}): ReactElement {
  const { search } = props;
  const { t } = useAdminWords();
  const { text, found, total, next, error } = useSnapshot(search);
  return (
    <div className="stack tight">
      <Field label={t('groups.find.label')}>
        <SearchBox
          value={text}
          dismiss={{ 'aria-label': t('settings.search.clear'), role: 'button', tabIndex: 0 }}
          onChange={(_, { value }) => search.type(value)}
        />
      </Field>
      <p role="status" className="quiet">
        {found && (total === 0 ? t('groups.find.none') : t('groups.find.found', { count: total }))}
      </p>
      <ErrorBar error={error} onRetry={() => void search.search()} onDismiss={() => search.clear()} />
      <ul className="plain people" aria-label={t('groups.find.results')}>
        {found?.map((member) => (
          <li key={member.id}>
            <span className="grow">
              {member.name} <span className="quiet">{member.email}</span>
            </span>
            {props.children(member)}
          </li>
        ))}
      </ul>
      {next !== undefined && (
        <p>
          <Button onClick={() => void search.more()}>{t('groups.find.more')}</Button>
        </p>
      )}
    </div>
  );
}
