/** The groups in the order that decides: making one, opening one, moving one up or down. */
import { Button, Field, Input, Link } from '@fluentui/react-components';
import { ArrowDownRegular, ArrowUpRegular } from '@fluentui/react-icons';
import { useEffect, useRef, type ReactElement } from 'react';
import type { Group } from '../../api/policy';
import { parts, said } from '../state/parts';
import { hashOf } from '../state/route';
import type { GroupList } from '../state/groups';
import { useAdminWords, useSnapshot } from '../useAdminWords';
import { ErrorBar } from './Errors';

export function Groups({ list }: { list: GroupList }): ReactElement {
  const { t } = useAdminWords();
  const state = useSnapshot(list);
  const groups = state.groups?.groups ?? [];
  const place = useRef<HTMLOListElement>(null);
  const pressed = useRef<{ readonly id: string; readonly by: 1 | -1 } | undefined>(undefined);
  // The focus goes with the group that was moved; at an end, to the button for the other way.
  useEffect(() => {
    if (!pressed.current) return;
    const { id, by } = pressed.current;
    pressed.current = undefined;
    const row = place.current?.querySelector(`[data-group="${id}"]`);
    const button = (which: 1 | -1) =>
      row?.querySelector<HTMLButtonElement>(`[data-by="${which}"]:not(:disabled)`);
    (button(by) ?? button(by === 1 ? -1 : 1))?.focus();
  }, [state.groups]);
  const move = (id: string, by: 1 | -1) => {
    pressed.current = { id, by };
    void list.move(id, by);
  };
  return (
    <>
      <h1 tabIndex={-1}>{t('groups.title')}</h1>
      <p className="quiet">{t('groups.text')}</p>
      <ErrorBar error={state.error} onRetry={() => void list.retry()} onDismiss={list.dismiss} />
      <div role="status" className="heard">
        {state.said && t(`groups.${state.said.what}`, { name: state.said.name, place: state.said.place })}
      </div>
      {state.groups && groups.length === 0 && <p className="quiet">{t('groups.empty')}</p>}
      <ol
        className={groups.length > 0 ? 'plain groups card' : 'plain'}
        ref={place}
        aria-label={t('groups.list')}
      >
        {groups.map((group, index) => (
          <Row key={group.id} group={group} index={index} last={groups.length - 1} onMove={move} />
        ))}
      </ol>
      <form
        className="adding card"
        onSubmit={(event) => {
          event.preventDefault();
          void list.create();
        }}
      >
        <Field label={t('groups.new')}>
          <Input
            value={state.name}
            maxLength={100}
            autoComplete="off"
            onChange={(_, { value }) => list.setName(value)}
          />
        </Field>
        <Button type="submit" appearance="primary" disabledFocusable={state.name.trim() === ''}>
          {t('groups.create')}
        </Button>
      </form>
    </>
  );
}

function Row(props: {
  group: Group;
  index: number;
  last: number;
  onMove: (id: string, by: 1 | -1) => void;
}): ReactElement {
  const { group, index, last, onMove } = props;
  const { t } = useAdminWords();
  const own = parts.filter((part) => said(group.settings.settings, part)).length;
  return (
    <li data-group={group.id}>
      <span className="place" aria-hidden="true">
        {index + 1}
      </span>
      <span className="grow">
        <Link href={hashOf({ name: 'group', id: group.id })}>{group.name}</Link>
        <span className="quiet">
          {t('groups.members', { count: group.members })} · {t('groups.own', { count: own })}
        </span>
      </span>
      <Button
        appearance="subtle"
        icon={<ArrowUpRegular />}
        aria-label={t('groups.up', { name: group.name })}
        disabled={index === 0}
        data-by="-1"
        onClick={() => onMove(group.id, -1)}
      />
      <Button
        appearance="subtle"
        icon={<ArrowDownRegular />}
        aria-label={t('groups.down', { name: group.name })}
        disabled={index === last}
        data-by="1"
        onClick={() => onMove(group.id, 1)}
      />
    </li>
  );
}
