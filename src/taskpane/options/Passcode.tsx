/**
 * The passcode: a person's own; left empty, Zoom makes one, or the meeting keeps what it has; or none at all, where
 * neither account nor administrator wants one.
 */
import { Field, Input, Switch } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import { passcodeIsGood } from '../state';
import type { ControlProps } from './control';

export function Passcode({ values, controller, lock }: ControlProps): ReactElement {
  const { t } = useWords();
  // The present one must not come back while somebody clears the field to type another.
  const [cleared, setCleared] = useState(false);
  const { passcode, passcodeLeft, mayLackPasscode } = values;
  const isNone = passcodeLeft === 'none';
  const good = passcodeIsGood(passcode);
  const hint = t(`options.passcode.left.${passcodeLeft}`);
  return (
    <div className="stack">
      <Field
        label={t('options.passcode.label')}
        hint={lock ? t('options.passcode.always', { reason: t(`options.locked.${lock}`) }) : hint}
        validationState={good ? 'none' : 'error'}
        validationMessage={good ? undefined : t('options.passcode.wrong')}
      >
        <Input
          value={cleared ? '' : passcode}
          autoComplete="off"
          spellCheck={false}
          disabled={isNone}
          input={{ dir: 'ltr' }}
          onChange={(_, { value }) => {
            setCleared(value === '');
            controller.setOptions({ passcode: value === '' ? undefined : value });
          }}
          onBlur={() => setCleared(false)}
        />
      </Field>
      {mayLackPasscode && (
        <Switch
          className="switch"
          label={t('options.passcode.none')}
          labelPosition="before"
          checked={isNone}
          onChange={(_, { checked }) => {
            setCleared(false);
            controller.setOptions({ passcode: checked ? '' : undefined });
          }}
        />
      )}
    </div>
  );
}
