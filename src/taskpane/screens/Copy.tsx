/** A copied appointment: its own meeting, or the other's on purpose. */
import { CopyRegular, LinkRegular, VideoAddRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { Meeting } from '../../domain/meeting';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { FactList } from '../parts/FactList';
import { WorkButton } from '../parts/WorkButton';
import { Message } from './Message';
import { meetingTime } from './meetingWords';

export function Copy({ state, controller, meeting }: PaneProps & { meeting: Meeting }): ReactElement {
  const words = useWords();
  const { t } = words;
  return (
    <Message
      title={t('copy.title')}
      picture={<CopyRegular className="icon" />}
      action={
        <>
          <FactList
            facts={[
              [t('meeting.topic'), <bdi key="topic">{meeting.topic}</bdi>],
              [t('meeting.when'), meetingTime(meeting, words)],
            ]}
          />
          <div className="row centre">
            <WorkButton
              work="owning"
              state={state}
              busy={t('copy.owning')}
              appearance="primary"
              icon={<VideoAddRegular />}
              first
              onPress={() => void controller.own()}
            >
              {t('copy.own')}
            </WorkButton>
            <WorkButton
              work="sharing"
              state={state}
              busy={t('copy.sharing')}
              icon={<LinkRegular />}
              onPress={() => void controller.share()}
            >
              {t('copy.share')}
            </WorkButton>
          </div>
        </>
      }
    >
      {t('copy.what')}
    </Message>
  );
}
