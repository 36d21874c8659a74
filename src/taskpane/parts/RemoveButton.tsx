/** Takes the meeting, or what is left of it, off the appointment. */
import { DeleteRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { WorkButton } from './WorkButton';

export function RemoveButton({
  state,
  controller,
  grow,
  children,
}: PaneProps & { grow?: boolean; children: string }): ReactElement {
  const { t } = useWords();
  return (
    <WorkButton
      work="removing"
      state={state}
      busy={t('actions.removing')}
      grow={grow}
      icon={<DeleteRegular />}
      onPress={() => void controller.remove()}
    >
      {children}
    </WorkButton>
  );
}
