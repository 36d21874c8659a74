/** The passcode: empty lets Zoom make one, or keep the one that the meeting has. */
import { Field, Input } from '@fluentui/react-components';
import { useState, type ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import { passcodeIsGood } from '../state';
import type { ControlProps } from './control';

export function Passcode({ values, controller, lock }: ControlProps): ReactElement {
  const { t } = useWords();
  // The present one must not come back while somebody clears the field to type another.
  const [cleared, setCleared] = useState(false);
  const good = passcodeIsGood(values.passcode);
  const hint = t('options.passcode.hint');
  return (
    <Field
      label={t('options.passcode.label')}
      hint={lock ? t('options.passcode.always', { reason: t(`options.locked.${lock}`) }) : hint}
      validationState={good ? 'none' : 'error'}
      validationMessage={good ? undefined : t('options.passcode.wrong')}
    >
      <Input
        value={cleared ? '' : values.passcode}
        autoComplete="off"
        spellCheck={false}
        input={{ dir: 'ltr' }}
        onChange={(_, { value }) => {
          setCleared(value === '');
          controller.setOptions({ passcode: value === '' ? undefined : value });
        }}
        onBlur={() => setCleared(false)}
      />
    </Field>
  );
}
