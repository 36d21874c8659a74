/** The lock beside a setting: pressed while it is locked. */
import { ToggleButton } from '@fluentui/react-components';
import { LockClosedFilled, LockOpenRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useAdminWords } from '../../useAdminWords';

export function LockButton(props: {
  setting: string;
  locked: boolean;
  onChange: (locked: boolean) => void;
}): ReactElement {
  const { t } = useAdminWords();
  return (
    <ToggleButton
      appearance="subtle"
      className="lock"
      checked={props.locked}
      icon={props.locked ? <LockClosedFilled /> : <LockOpenRegular />}
      aria-label={t('settings.lock.name', { setting: props.setting })}
      title={t(props.locked ? 'settings.lock.unlock' : 'settings.lock.lock')}
      onClick={() => props.onChange(!props.locked)}
    />
  );
}
