/** In what appointment and meeting no longer agree, old and new side by side, and the two ways to bring them together. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ArrowDownloadRegular, ArrowSyncRegular, VideoAddRegular } from '@fluentui/react-icons';
import type { ReactElement, ReactNode } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { FactList } from '../parts/FactList';
import { WorkButton } from '../parts/WorkButton';
import type { Disagreement, Facts, LinkedScreen } from '../state';
import { formIsGood } from '../state';
import { appointmentRepeats, appointmentTime, meetingRepeats, meetingTime } from './meetingWords';

export function Differs(
  props: PaneProps & { screen: LinkedScreen; facts: Facts; disagreement: Disagreement },
): ReactElement {
  const { state, controller, screen, facts, disagreement } = props;
  const words = useWords();
  const { t } = words;
  const { meeting } = screen;
  const occurrence = screen.occurrence === 'lost' ? undefined : screen.occurrence;
  const { fields, moved } = disagreement;
  const rows: (readonly [name: string, zoom: ReactNode, here: ReactNode])[] = [];
  if (fields.includes('topic')) {
    rows.push([
      t('differs.topic'),
      <bdi key="zoom">{meeting.topic}</bdi>,
      <bdi key="here">{facts.subject || t('options.topic.empty')}</bdi>,
    ]);
  }
  if (fields.includes('start') || fields.includes('duration') || fields.includes('recurrence')) {
    rows.push([
      t('differs.time'),
      meetingTime(meeting, words, occurrence),
      appointmentTime(facts, meeting.timeZone, words),
    ]);
  }
  if (fields.includes('recurrence')) {
    rows.push([
      t('differs.recurrence'),
      meetingRepeats(meeting.repeats, words),
      appointmentRepeats(facts.repetition, words),
    ]);
  }
  // Where copies cannot be told apart, a copy at another time looks like a moved appointment.
  const perhapsCopy =
    moved === 'appointment' && fields.some((field) => field !== 'topic') && controller.mayBeCopy(meeting.id);
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{moved === 'appointment' ? t('differs.here') : t('differs.zoom')}</MessageBarTitle>
        {rows.map(([name, zoom, here]) => (
          <section key={name} className="differs" aria-label={name}>
            <span aria-hidden="true">{name}</span>
            <FactList
              facts={[
                [t('differs.inZoom'), zoom],
                [t('differs.inOutlook'), <strong key="here">{here}</strong>],
              ]}
            />
          </section>
        ))}
        {perhapsCopy && <p className="quiet">{t('copy.perhaps')}</p>}
        {/* Not Fluent's row of actions: that one does not wrap. */}
        <div className="row ways">
          <WorkButton
            work="updating"
            state={state}
            grow
            busy={t('actions.updating')}
            appearance={moved === 'appointment' ? 'primary' : 'secondary'}
            icon={<ArrowSyncRegular />}
            disabled={!formIsGood(state.form)}
            onPress={() => void controller.update()}
          >
            {t('actions.update')}
          </WorkButton>
          <WorkButton
            work="following"
            state={state}
            grow
            busy={t('actions.takingOver')}
            appearance={moved === 'meeting' ? 'primary' : 'secondary'}
            icon={<ArrowDownloadRegular />}
            onPress={() => void controller.follow()}
          >
            {t('actions.takeOver')}
          </WorkButton>
          {perhapsCopy && (
            <WorkButton
              work="owning"
              state={state}
              grow
              busy={t('copy.owning')}
              icon={<VideoAddRegular />}
              onPress={() => void controller.own()}
            >
              {t('copy.own')}
            </WorkButton>
          )}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
