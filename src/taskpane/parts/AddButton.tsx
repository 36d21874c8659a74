/** Puts a meeting on the appointment. */
import { VideoAddRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { formIsGood } from '../state';
import { WorkButton } from './WorkButton';

export function AddButton({
  state,
  controller,
  wide,
  children,
}: PaneProps & { wide?: boolean; children: string }): ReactElement {
  const { t } = useWords();
  return (
    <WorkButton
      work="adding"
      state={state}
      busy={t('new.adding')}
      appearance="primary"
      icon={<VideoAddRegular />}
      wide={wide}
      first
      disabled={!formIsGood(state.form)}
      onPress={() => void controller.add()}
    >
      {children}
    </WorkButton>
  );
}
