/** One setting: its name, its control, its lock, who locked it, and whether it is saved. */
import { Badge, Button, Radio, RadioGroup } from '@fluentui/react-components';
import { ArrowUndoRegular, LockClosedRegular } from '@fluentui/react-icons';
import { useId, type ReactElement, type ReactNode } from 'react';
import { agree, copied, optionOf, said, withLock, without, type Part } from '../../state/parts';
import { faultsOf } from '../../state/draft';
import { useAdminWords } from '../../useAdminWords';
import { partName, saidInWords, whenInWords } from '../../words/values';
import { LockButton } from './LockButton';
import type { Editing } from './editing';

export interface RowIds {
  /** Of the control that the name labels; absent where a row has several. */
  readonly control: string;
  readonly name: string;
  readonly hint: string;
}

export function SettingRow(props: {
  part: Part;
  editing: Editing;
  hint?: string | undefined;
  /** Several controls under one name. */
  several?: boolean;
  /** The control says by itself that the layer says nothing. */
  saysNothing?: boolean;
  children: (ids: RowIds) => ReactNode;
}): ReactElement {
  const { part, editing } = props;
  const { draft, anyway, account } = editing;
  const texts = useAdminWords();
  const { t } = texts;
  const base = useId();
  const ids = { control: `${base}control`, name: `${base}name`, hint: `${base}hint` };
  const name = partName(part, texts);
  const setting = said(draft.mine, part);
  const isChanged = !agree(draft.base.settings, draft.mine, part);
  const fault = faultsOf(draft.mine).find((one) => one.part === part)?.fault;
  const byAccount = account !== undefined && said(account, part)?.locked === true;
  const isOwn = setting !== undefined || props.saysNothing === true;
  return (
    <div
      className="setting"
      role={props.several ? 'group' : undefined}
      aria-labelledby={props.several ? ids.name : undefined}
      aria-describedby={props.several ? ids.hint : undefined}
      data-part={part}
    >
      <div className="what">
        {props.several ? (
          <span id={ids.name} className="name">
            {name}
          </span>
        ) : (
          <label id={ids.name} className="name" htmlFor={ids.control}>
            {name}
          </label>
        )}
        <div id={ids.hint}>
          {props.hint && <p className="quiet">{props.hint}</p>}
          <LockNote part={part} editing={editing} />
          {byAccount && <p className="quiet">{t('settings.lock.byAccount')}</p>}
        </div>
        {fault && (
          <p className="fault" role="alert" data-fault>
            {t(`settings.faults.${fault}`)}
          </p>
        )}
        {isChanged && (
          <span className="changed">
            <Badge appearance="tint" color="warning">
              {t('settings.changed')}
            </Badge>
            <Button
              size="small"
              appearance="subtle"
              icon={<ArrowUndoRegular />}
              aria-label={`${t('changes.unsaved.discard')}: ${name}`}
              title={t('changes.unsaved.discard')}
              onClick={() => editing.editor.restore(part)}
            />
          </span>
        )}
      </div>
      <div className="control">
        {account !== undefined && props.saysNothing !== true && (
          <RadioGroup
            layout="horizontal"
            aria-label={`${t('settings.layer.choice')}: ${name}`}
            value={setting === undefined ? 'account' : 'own'}
            disabled={byAccount && setting === undefined}
            onChange={(_, { value }) =>
              editing.set(
                part,
                value === 'own' ? copied(anyway, draft.mine, part) : without(draft.mine, part),
              )
            }
          >
            <Radio value="account" label={t('settings.layer.asAccount')} />
            <Radio value="own" label={t('settings.layer.own')} />
          </RadioGroup>
        )}
        {isOwn || account === undefined ? (
          props.children(ids)
        ) : (
          <p className="quiet" id={ids.control}>
            {t('settings.layer.accountHas', { value: saidInWords(part, said(anyway, part), texts) })}
          </p>
        )}
      </div>
      {byAccount && setting === undefined && (
        <span className="lock still" title={t('settings.lock.byAccount')}>
          <LockClosedRegular aria-hidden="true" />
        </span>
      )}
      {(account === undefined || setting !== undefined) && (
        <LockButton
          setting={name}
          locked={setting?.locked ?? false}
          onChange={(locked) => editing.set(part, withLock(draft.mine, part, locked, anyway))}
        />
      )}
    </div>
  );
}

/** Who locked it and when, or what saving will make of the lock. */
function LockNote({ part, editing }: { part: Part; editing: Editing }): ReactElement | null {
  const texts = useAdminWords();
  const { t } = texts;
  const { base, mine } = editing.draft;
  const was = said(base.settings, part)?.locked ?? false;
  const is = said(mine, part)?.locked ?? false;
  if (was !== is)
    return <p className="quiet">{t(is ? 'settings.lock.willBe' : 'settings.lock.willNotBe')}</p>;
  if (!is) return null;
  const key = optionOf(part) === undefined ? part : 'meeting';
  const note = base.locks.find(({ setting }) => setting === key);
  return (
    <p className="quiet">
      {note
        ? t('settings.lock.by', { name: note.by.name, when: whenInWords(note.at, texts) })
        : t('settings.lock.locked')}
    </p>
  );
}
