/** In what appointment and meeting no longer agree, old and new side by side, and the two ways to bring them together. */
import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import { ArrowDownloadRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { useWords } from '../../ui/useWords';
import type { PaneProps } from '../pane';
import { FactList } from '../parts/FactList';
import { OwnButton } from '../parts/OwnButton';
import { UpdateButton } from '../parts/UpdateButton';
import { WorkButton } from '../parts/WorkButton';
import type { Disagreement, Facts, LinkedScreen } from '../state';
import { appointmentRepeats, appointmentTime, meetingRepeats, meetingTime } from './meetingWords';

type Row = readonly [name: string, zoom: string, here: string];

/** What reads the same on both sides says nothing, unless nothing else is left: then the times of a later occurrence differ. */
function unequal(rows: readonly Row[]): readonly Row[] {
  const left = rows.filter(([, zoom, here]) => zoom !== here);
  return left.length > 0 ? left : rows;
}

/** What is said of each side that moved. */
const titles = { appointment: 'here', meeting: 'zoom', unsaved: 'unsaved' } as const;

/** One side's state; that of the side that moved stands out. */
function Side({ moved, text }: { moved: boolean; text: string }): ReactElement {
  const value = <bdi>{text}</bdi>;
  return moved ? <strong>{value}</strong> : value;
}

export function Differs(
  props: PaneProps & { screen: LinkedScreen; facts: Facts; disagreement: Disagreement },
): ReactElement {
  const { state, controller, screen, facts, disagreement } = props;
  const words = useWords();
  const { t } = words;
  const { meeting } = screen;
  const { occurrence } = screen;
  const { fields, moved } = disagreement;
  const keepsZoom = moved === 'meeting';
  const rows: Row[] = [];
  if (fields.includes('topic')) {
    rows.push([t('differs.topic'), meeting.topic, facts.subject || t('options.topic.empty')]);
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
    !keepsZoom && fields.some((field) => field !== 'topic') && controller.mayBeCopy(meeting.id);
  // An appointment cannot lose its times.
  const hasTime = (occurrence ?? meeting).start !== null || fields.every((field) => field === 'topic');
  return (
    <MessageBar intent="warning" layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{t(`differs.${titles[moved]}`)}</MessageBarTitle>
        {unequal(rows).map(([name, zoom, here]) => (
          <section key={name} className="differs" aria-label={name}>
            <span aria-hidden="true">{name}</span>
            <FactList
              facts={[
                [t('differs.inZoom'), <Side key="zoom" moved={moved !== 'appointment'} text={zoom} />],
                [t('differs.inOutlook'), <Side key="here" moved={moved === 'appointment'} text={here} />],
              ]}
            />
          </section>
        ))}
        {!hasTime && <p className="quiet">{t('errors:meeting-without-time')}</p>}
        {perhapsCopy && <p className="quiet">{t('copy.perhaps')}</p>}
        {/* Not Fluent's row of actions: that one does not wrap. */}
        <div className="row ways">
          <UpdateButton
            state={state}
            controller={controller}
            appearance={!keepsZoom || !hasTime ? 'primary' : 'secondary'}
          >
            {t('actions.updateZoom')}
          </UpdateButton>
          {hasTime && (
            <WorkButton
              work="following"
              state={state}
              grow
              busy={t('actions.takingOver')}
              appearance={keepsZoom ? 'primary' : 'secondary'}
              icon={<ArrowDownloadRegular />}
              onPress={() => void controller.follow()}
            >
              {t('actions.takeOver')}
            </WorkButton>
          )}
          {perhapsCopy && <OwnButton state={state} controller={controller} grow />}
        </div>
      </MessageBarBody>
    </MessageBar>
  );
}
