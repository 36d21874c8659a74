/** What others and I changed differently: theirs and mine beside each other, and a choice for each. */
import { Button } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import type { Draft } from '../state/draft';
import type { Editor } from '../state/editor';
import { said } from '../state/parts';
import { useAdminWords } from '../useAdminWords';
import { partName, saidInWords, whenInWords } from '../words/values';

export function Conflicts({ editor, draft }: { editor: Editor; draft: Draft }): ReactElement | null {
  const texts = useAdminWords();
  const { t } = texts;
  if (draft.conflicts.length === 0) return null;
  return (
    <section className="conflicts card" aria-labelledby="conflicts" role="alert">
      <h2 id="conflicts">{t('changes.conflict.title')}</h2>
      <ul className="plain">
        {draft.conflicts.map(({ part, by, at }) => {
          const setting = partName(part, texts);
          return (
            <li key={part} className="stack tight">
              <p>
                {t('changes.conflict.by', {
                  name: by?.name ?? t('page.unknownPerson'),
                  setting,
                  when: at === null ? '' : whenInWords(at, texts),
                })}
              </p>
              <p className="quiet">
                {t('changes.conflict.theirs', {
                  value: saidInWords(part, said(draft.base.settings, part), texts),
                })}
              </p>
              <p className="quiet">
                {t('changes.conflict.mine', { value: saidInWords(part, said(draft.mine, part), texts) })}
              </p>
              <div className="buttons">
                <Button
                  aria-label={t('changes.conflict.keepMineOf', { setting })}
                  onClick={() => editor.decide(part, 'mine')}
                >
                  {t('changes.conflict.keepMine')}
                </Button>
                <Button
                  aria-label={t('changes.conflict.takeTheirsOf', { setting })}
                  onClick={() => editor.decide(part, 'theirs')}
                >
                  {t('changes.conflict.takeTheirs')}
                </Button>
              </div>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
