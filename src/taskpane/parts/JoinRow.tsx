/** Join and Copy link, side by side. */
import { Button } from '@fluentui/react-components';
import { CopyRegular, VideoRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneController } from '../controller';

export function JoinRow({
  controller,
  joinUrl,
}: {
  controller: PaneController;
  joinUrl: string;
}): ReactElement {
  const { t } = useWords();
  return (
    <div className="row">
      <Button
        className="grow"
        appearance="primary"
        icon={<VideoRegular />}
        onClick={() => controller.openLink(joinUrl)}
      >
        {t('meeting.join')}
      </Button>
      <Button className="grow" icon={<CopyRegular />} onClick={() => void controller.copy(joinUrl)}>
        {t('meeting.copyLink')}
      </Button>
    </div>
  );
}
