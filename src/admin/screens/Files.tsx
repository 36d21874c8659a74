/** Import and export of all settings: a file out; a file in, looked at before it is applied. */
import { Button, Spinner } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Files as State, FilesState } from '../state/files';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { changesInWords } from '../words/changes';
import { ChangeTable } from './ChangeTable';
import { ErrorBar } from './Errors';
import { FileButton } from './FileButton';
import { ImpactText } from './ImpactText';
import { ProblemTable } from './ProblemTable';

export function Files({ files }: { files: State }): ReactElement {
  const { t } = useAdminWords();
  const state = useSnapshot(files);
  return (
    <>
      <h1 tabIndex={-1}>{t('files.title')}</h1>
      <ErrorBar error={state.error} onRetry={() => void files.retry()} onDismiss={files.dismiss} />
      <section className="card" aria-labelledby="export">
        <h2 id="export">{t('files.export.title')}</h2>
        <p className="quiet">{t('files.export.text')}</p>
        <p>
          <Button onClick={() => void files.export()}>{t('files.export.action')}</Button>
        </p>
        <p role="status">{state.said === 'exported' && t('files.export.done')}</p>
      </section>
      <section className="card" aria-labelledby="import">
        <h2 id="import">{t('files.import.title')}</h2>
        <p className="quiet">{t('files.import.text')}</p>
        <p>
          <FileButton label={t('files.import.choose')} onFile={(file) => void files.choose(file)} />
        </p>
        {state.working === 'checking' && <Spinner label={t('files.import.checking')} />}
        <p role="status">
          {state.said === 'imported' && t('files.import.done')}
          {state.said === 'checked' && t('files.import.checked')}
          {state.said === 'refused' && t('files.import.refused')}
        </p>
        <Checked files={files} state={state} />
      </section>
    </>
  );
}

function Checked({ files, state }: { files: State; state: FilesState }): ReactElement | null {
  const texts = useAdminWords();
  const { t } = texts;
  const { check, problems, name = '' } = state;
  if (problems.length > 0)
    return (
      <ProblemTable
        caption={t('files.import.wrong', { file: name, count: problems.length })}
        problems={problems}
      />
    );
  if (!state.file || !check?.preview) return null;
  const { changes, impact } = check.preview;
  return (
    <div className="stack">
      <p>{t(changes.length === 0 ? 'files.import.same' : 'files.import.good', { file: name })}</p>
      {changes.length > 0 && (
        <>
          <ChangeTable changes={changesInWords(changes, texts)} label={name} />
          <ImpactText impact={impact} />
        </>
      )}
      <div className="buttons">
        {changes.length > 0 && (
          <Button appearance="primary" onClick={() => void files.import()}>
            {t('files.import.apply')}
          </Button>
        )}
        <Button onClick={() => files.forget()}>{t('files.import.cancel')}</Button>
      </div>
    </div>
  );
}
