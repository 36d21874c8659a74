/** Account Settings > Meeting: the account's own layer. */
import type { ReactElement } from 'react';
import type { AdminController } from '../state/controller';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { whenInWords } from '../words/values';
import { LayerSettings } from './settings';

export function Settings({ controller }: { controller: AdminController }): ReactElement {
  const texts = useAdminWords();
  const { t } = texts;
  const { draft } = useSnapshot(controller.settings);
  const base = draft?.base;
  return (
    <>
      <h1 tabIndex={-1}>{t('page.places.meeting')}</h1>
      {base && (
        <p className="quiet">
          {base.savedAt === null
            ? t('settings.neverSaved')
            : t('settings.lastSaved', {
                name: base.savedBy?.name ?? t('page.unknownPerson'),
                when: whenInWords(base.savedAt, texts),
              })}
        </p>
      )}
      <LayerSettings editor={controller.settings} />
    </>
  );
}
