/** The history: who changed what, when, from what to what; and taking a step back. */
import { Button } from '@fluentui/react-components';
import { useId, type ReactElement } from 'react';
import type { HistoryEntry } from '../../api/policy';
import type { GroupList } from '../state/groups';
import type { History as State } from '../state/history';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { changesInWords } from '../words/changes';
import { whenInWords } from '../words/values';
import { ChangeTable } from './ChangeTable';
import { ErrorBar } from './Errors';

export function History({ history, groups }: { history: State; groups: GroupList }): ReactElement {
  const { t } = useAdminWords();
  const state = useSnapshot(history);
  const known = useSnapshot(groups).groups?.groups ?? [];
  const names = new Map(known.map(({ id, name }) => [id, name]));
  return (
    <>
      <h1 tabIndex={-1}>{t('history.title')}</h1>
      <p className="quiet">{t('history.text')}</p>
      <ErrorBar error={state.error} onRetry={() => void history.retry()} onDismiss={history.dismiss} />
      <div role="status" className="heard">
        {state.said && t('history.undone')}
      </div>
      {state.entries?.length === 0 && <p>{t('history.empty')}</p>}
      <ol className="plain" aria-label={t('history.list')}>
        {state.entries?.map((entry) => (
          <Entry key={entry.id} entry={entry} groups={names} onUndo={() => void history.undo(entry.id)} />
        ))}
      </ol>
      {state.next !== undefined && (
        <p>
          <Button onClick={() => void history.more()}>{t('history.more')}</Button>
        </p>
      )}
    </>
  );
}

function Entry(props: {
  entry: HistoryEntry;
  groups: ReadonlyMap<string, string>;
  onUndo: () => void;
}): ReactElement {
  const { entry, groups, onUndo } = props;
  const texts = useAdminWords();
  const { t } = texts;
  const id = useId();
  const when = whenInWords(entry.at, texts);
  const action = t(`history.actions.${entry.action}`);
  return (
    <li className="entry card" aria-labelledby={id}>
      <div className="head">
        <div className="grow">
          <h2 id={id}>{action}</h2>
          <p className="quiet">
            {t('history.line', { name: entry.by.name, when })} ·{' '}
            {t(`history.scopes.${entry.scope}`, { name: entry.name ?? '' })}
          </p>
        </div>
        {entry.undoable && (
          <Button aria-label={t('history.undoOf', { what: action, when })} onClick={onUndo}>
            {t('history.undo')}
          </Button>
        )}
      </div>
      {entry.changes.length > 0 && (
        <ChangeTable changes={changesInWords(entry.changes, texts, groups)} label={action} />
      )}
      <p className="quiet small">{t('history.request', { id: entry.requestId })}</p>
    </li>
  );
}
