/** One group: its name, its members, its own layer of settings, and deleting it. */
import { Button, Field, Input, Link } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import type { SettingsLayer } from '../../domain/policy/settings';
import type { OneGroup as Group } from '../state/oneGroup';
import { hashOf } from '../state/route';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { ErrorBar } from './Errors';
import { GroupMembers } from './GroupMembers';
import { LayerSettings } from './settings';

export function OneGroup({ one, account }: { one: Group; account: SettingsLayer | undefined }): ReactElement {
  const { t } = useAdminWords();
  const state = useSnapshot(one);
  const { group, said } = state;
  const gone = state.deleted || state.error?.code === 'not-found';
  return (
    <>
      <p>
        <Link href={hashOf({ name: 'groups' })}>{t('page.back')}</Link>
      </p>
      <h1 tabIndex={-1}>{group?.name ?? t('groups.title')}</h1>
      <div role="status" className={state.deleted ? undefined : 'heard'}>
        {said && t(`groups.${said.what === 'group-deleted' ? 'deleted' : said.what}`, { name: said.name })}
      </div>
      {gone ? (
        !state.deleted && <p>{t('groups.gone')}</p>
      ) : (
        <>
          <ErrorBar error={state.error} onRetry={() => void one.retry()} onDismiss={one.dismiss} />
          {group && (
            <>
              {group.source === 'here' && <Name one={one} />}
              <GroupMembers one={one} />
              <section aria-labelledby="own">
                <h2 id="own">{t('groups.settings')}</h2>
                <LayerSettings editor={one.editor} account={account ?? {}} />
              </section>
              {group.source === 'here' && <Delete one={one} name={group.name} />}
            </>
          )}
        </>
      )}
    </>
  );
}

function Name({ one }: { one: Group }): ReactElement {
  const { t } = useAdminWords();
  const { name, group } = useSnapshot(one);
  const same = name.trim() === '' || name.trim() === group?.name;
  return (
    <form
      className="adding card"
      onSubmit={(event) => {
        event.preventDefault();
        void one.rename();
      }}
    >
      <Field label={t('groups.name')}>
        <Input value={name} maxLength={100} onChange={(_, { value }) => one.setName(value)} />
      </Field>
      <Button type="submit" disabledFocusable={same}>
        {t('groups.rename')}
      </Button>
    </form>
  );
}

function Delete({ one, name }: { one: Group; name: string }): ReactElement {
  const { t } = useAdminWords();
  const [sure, setSure] = useState(false);
  if (!sure)
    return (
      <p>
        <Button onClick={() => setSure(true)}>{t('groups.delete')}</Button>
      </p>
    );
  return (
    <div className="stack tight" role="group" aria-label={t('groups.delete')}>
      <p role="alert">{t('groups.deleteSure', { name })}</p>
      <div className="buttons">
        <Button appearance="primary" onClick={() => void one.delete()}>
          {t('groups.deleteYes')}
        </Button>
        <Button ref={(button: HTMLButtonElement | null) => button?.focus()} onClick={() => setSure(false)}>
          {t('groups.deleteNo')}
        </Button>
      </div>
    </div>
  );
}
