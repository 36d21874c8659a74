/** Changes as a table: setting, from, to. On a narrow page each change is a block of its own. */
import type { ReactElement } from 'react';
import { useAdminWords } from '../useAdminWords';
import type { ChangeWords } from '../words/changes';

export function ChangeTable(props: { changes: readonly ChangeWords[]; label: string }): ReactElement {
  const { t } = useAdminWords();
  return (
    <table aria-label={props.label}>
      <thead>
        <tr>
          <th scope="col">{t('history.setting')}</th>
          <th scope="col">{t('history.from')}</th>
          <th scope="col">{t('history.to')}</th>
        </tr>
      </thead>
      <tbody>
        {props.changes.map(({ what, from, to }, index) => (
          <tr key={`${what} ${index}`}>
            <th scope="row">{what}</th>
            <td data-label={t('history.from')}>{from}</td>
            <td data-label={t('history.to')}>{to}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
