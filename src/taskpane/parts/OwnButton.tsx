/** Gives the appointment a meeting of its own instead of the one that it shares. */
import { VideoAddRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { WorkButton } from './WorkButton';

export function OwnButton({
  state,
  controller,
  grow,
  first,
}: PaneProps & { grow?: boolean; /** What the screen is there for. */ first?: boolean }): ReactElement {
  const { t } = useWords();
  return (
    <WorkButton
      work="owning"
      state={state}
      busy={t('copy.owning')}
      appearance={first ? 'primary' : 'secondary'}
      icon={<VideoAddRegular />}
      grow={grow}
      first={first}
      onPress={() => void controller.own()}
    >
      {t('copy.own')}
    </WorkButton>
  );
}
