/** Brings the meeting in Zoom into step with the appointment and the form. */
import { ArrowSyncRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { formIsGood } from '../state';
import { WorkButton } from './WorkButton';

export function UpdateButton({
  state,
  controller,
  appearance,
  children,
}: PaneProps & {
  appearance?: 'primary' | 'secondary';
  /** Its name, where that is to tell the direction. */
  children?: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <WorkButton
      work="updating"
      state={state}
      grow
      busy={t('actions.updating')}
      appearance={appearance}
      icon={<ArrowSyncRegular />}
      disabled={!formIsGood(state.form)}
      onPress={() => void controller.update()}
    >
      {children ?? t('actions.update')}
    </WorkButton>
  );
}
