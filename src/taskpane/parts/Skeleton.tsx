/** The shape of what is coming, instead of a blank page. */
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';

export function Skeleton({ rows = 4, head = true }: { rows?: number; head?: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <>
      {head && <h1 className="heard">{t('loading')}</h1>}
      <div className="stack" role="progressbar" aria-busy="true" aria-label={t('loading')}>
        {head && <div className="bone tall" />}
        {head && <div className="bone half" />}
        {Array.from({ length: rows }, (_, row) => (
          <div key={row} className="bone" />
        ))}
      </div>
    </>
  );
}
