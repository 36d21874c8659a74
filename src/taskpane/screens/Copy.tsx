/**
 * A copied appointment: its own meeting, or the other's on purpose. One that has the meeting of a series may also be
 * what became of that series.
 */
import { ArrowSwapRegular, CopyRegular, LinkRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { FactList, type NamedFact } from '../parts/FactList';
import { OwnButton } from '../parts/OwnButton';
import { WorkButton } from '../parts/WorkButton';
import type { CopyScreen } from '../state';
import { Message } from './Message';
import { appointmentTime, meetingRepeats, meetingTime } from './meetingWords';

export function Copy({ state, controller, screen }: PaneProps & { screen: CopyScreen }): ReactElement {
  const words = useWords();
  const { t } = words;
  const { meeting, outOfSeries } = screen;
  const facts: NamedFact[] = [[t('meeting.topic'), <bdi key="topic">{meeting.topic}</bdi>]];
  if (outOfSeries) {
    facts.push([t('differs.inZoom'), meetingRepeats(meeting.repeats, words)]);
    if (state.facts) {
      facts.push([t('differs.inOutlook'), appointmentTime(state.facts, meeting.timeZone, words)]);
    }
  } else facts.push([t('meeting.when'), meetingTime(meeting, words)]);
  return (
    <Message
      title={outOfSeries ? t('copy.ofSeries') : t('copy.title')}
      picture={<CopyRegular className="icon" />}
      action={
        <>
          <FactList facts={facts} />
          <div className="row centre">
            <OwnButton state={state} controller={controller} first />
            <WorkButton
              work="sharing"
              state={state}
              busy={t('copy.sharing')}
              icon={<LinkRegular />}
              onPress={() => void controller.share()}
            >
              {t('copy.share')}
            </WorkButton>
            {outOfSeries && (
              <WorkButton
                work="replacing"
                state={state}
                busy={t('copy.replacing')}
                icon={<ArrowSwapRegular className="turns" />}
                onPress={() => void controller.replaceSeries()}
              >
                {t('copy.replace')}
              </WorkButton>
            )}
          </div>
          {outOfSeries && <p className="quiet">{t('copy.replaceWhat')}</p>}
        </>
      }
    >
      {outOfSeries ? t('copy.ofSeriesWhat') : t('copy.what')}
    </Message>
  );
}
