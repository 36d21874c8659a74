/** An option that cannot be changed: its value, and who set it. */
import { LockClosedRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { OptionLock } from '../../domain/meetingOptions';
import { useWords } from '../../ui/useWords';

export function Locked(props: { label: string; value: string; lock: OptionLock }): ReactElement {
  const { t } = useWords();
  return (
    <dl className="locked">
      <dt>{props.label}</dt>
      <dd>
        <LockClosedRegular aria-hidden="true" /> {props.value}
      </dd>
      <dd className="quiet">{t(`options.locked.${props.lock}`)}</dd>
    </dl>
  );
}
