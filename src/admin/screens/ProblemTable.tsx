/** Everything that is wrong with a file, at once. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { useAdminWords } from '../useAdminWords';

export function ProblemTable(props: {
  caption: string;
  problems: readonly { readonly where: string; readonly message: string }[];
}): ReactElement {
  const { t } = useAdminWords();
  return (
    <div className="stack">
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>{props.caption}</MessageBarBody>
      </MessageBar>
      <table aria-label={props.caption}>
        <thead>
          <tr>
            <th scope="col">{t('files.import.where')}</th>
            <th scope="col">{t('files.import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {props.problems.map(({ where, message }, index) => (
            <tr key={`${where} ${index}`}>
              <th scope="row" dir="ltr">
                {where === '' ? t('files.import.whole') : where}
              </th>
              <td data-label={t('files.import.what')} dir="ltr">
                {message}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
