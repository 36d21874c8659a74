/** Everything that is wrong with a file, at once. */
import { MessageBar, MessageBarBody } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { FileProblem } from '../../api/fileProblem';
import { useAdminWords } from '../useAdminWords';
import { problemInWords } from '../words/problems';

export function ProblemTable(props: { caption: string; problems: readonly FileProblem[] }): ReactElement {
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
          {props.problems.map(({ where, line, code, details }, index) => (
            <tr key={`${where} ${index}`}>
              {where === '' ? (
                <th scope="row">
                  {line === undefined ? t('files.import.whole') : t('files.import.line', { line })}
                </th>
              ) : (
                <th scope="row" dir="ltr">
                  <code>{where}</code>
                </th>
              )}
              <td data-label={t('files.import.what')}>{problemInWords({ code, details }, t)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
