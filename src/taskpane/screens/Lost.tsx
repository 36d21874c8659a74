/** One occurrence of a series that none of Zoom's fits: the person says which one it is, or hears what to do instead. */
import { CalendarQuestionMarkRegular, CalendarRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { FactList, type NamedFact } from '../parts/FactList';
import { JoinRow } from '../parts/JoinRow';
import { RemoveButton } from '../parts/RemoveButton';
import { WorkButton } from '../parts/WorkButton';
import type { LostScreen } from '../state';
import { Message } from './Message';
import { appointmentTime, meetingRepeats, meetingTime } from './meetingWords';

export function Lost(props: PaneProps & { screen: LostScreen }): ReactElement {
  const { state, controller, screen } = props;
  const { meeting, mayBe } = screen;
  const words = useWords();
  const { t } = words;
  if (meeting.repeats === null) {
    return (
      <Message
        title={t('lost.whole')}
        picture={<CalendarRegular className="icon" />}
        action={<Facts {...props} />}
      >
        {t('errors:occurrence-only')}
      </Message>
    );
  }
  const remove = (
    <RemoveButton state={state} controller={controller}>
      {t('actions.remove')}
    </RemoveButton>
  );
  if (mayBe.length === 0) {
    return (
      <Message
        title={t('lost.none')}
        picture={<CalendarRegular className="icon" />}
        action={
          <>
            <Facts {...props} />
            <div className="row centre">{remove}</div>
          </>
        }
      >
        {t('lost.noneWhat')}
      </Message>
    );
  }
  return (
    <Message
      title={t('lost.title')}
      picture={<CalendarQuestionMarkRegular className="icon" />}
      action={
        <>
          <Facts {...props} />
          <ul className="plain" aria-label={t('lost.title')}>
            {mayBe.map((occurrence, index) => {
              const when = meetingTime(meeting, words, occurrence);
              return (
                <li key={occurrence.id} className="row">
                  <WorkButton
                    work="choosing"
                    state={state}
                    busy={when}
                    grow
                    first={index === 0}
                    onPress={() => void controller.choose(occurrence.id)}
                  >
                    {when}
                  </WorkButton>
                </li>
              );
            })}
          </ul>
          <div className="row centre">{remove}</div>
        </>
      }
    >
      {t('lost.what')}
    </Message>
  );
}

/** What is open here, and which meeting it was: its link works at every time. */
function Facts({
  screen: { meeting },
  state: { facts },
  controller,
}: PaneProps & { screen: LostScreen }): ReactElement {
  const words = useWords();
  const { t } = words;
  const rows: NamedFact[] = [[t('meeting.topic'), <bdi key="topic">{meeting.topic}</bdi>]];
  if (facts) rows.push([t('meeting.thisOccurrence'), appointmentTime(facts, meeting.timeZone, words)]);
  rows.push(
    meeting.repeats === null
      ? [t('meeting.when'), meetingTime(meeting, words)]
      : [t('meeting.repeats'), meetingRepeats(meeting.repeats, words)],
  );
  return (
    <>
      <FactList facts={rows} />
      <JoinRow controller={controller} joinUrl={meeting.joinUrl} />
    </>
  );
}
