/** An appointment with its meeting: what it is, copy, join, change, update, remove. */
import { Accordion, AccordionHeader, AccordionItem, AccordionPanel, Card } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { groupedMeetingId } from '../../domain/invitation';
import { meetingRepeatsFor } from '../../domain/recurrence/zoomLimits';
import { useWords } from '../../ui/useWords';
import * as later from '../later';
import type { PaneProps } from '../pane';
import { FactList, type NamedFact } from '../parts/FactList';
import { JoinRow } from '../parts/JoinRow';
import { lazily } from '../parts/Lazily';
import { RemoveButton } from '../parts/RemoveButton';
import { Skeleton } from '../parts/Skeleton';
import { UpdateButton } from '../parts/UpdateButton';
import { isTouched, type LinkedScreen } from '../state';
import { Differs } from './Differs';
import { meetingRepeats, meetingTime } from './meetingWords';

const ChangedOptions = lazily<PaneProps & { screen: LinkedScreen }>(
  () => later.options().then(({ ChangedOptions }) => ChangedOptions),
  <Skeleton head={false} rows={6} />,
);

export function Linked(props: PaneProps & { screen: LinkedScreen }): ReactElement {
  const { screen, state, controller } = props;
  const { meeting, link } = screen;
  const { t } = useWords();
  const { facts, disagreement } = state;
  const ofSeries = facts?.repetition.kind === 'occurrence' && meeting.repeats !== null;
  // While the bar above says it, it is not said twice.
  const isTimeAlone =
    facts?.repetition.kind === 'unknown' &&
    meeting.repeats === null &&
    controller.lacks('recurrence') &&
    !state.notes.includes('recurrence-unknown');
  return (
    <section className="stack">
      <Card>
        <h1 className="title">
          <bdi>{meeting.topic}</bdi>
        </h1>
        <MeetingFacts {...props} />
        <JoinRow controller={controller} joinUrl={meeting.joinUrl} />
      </Card>
      <WhyNoFixedTime {...props} />
      {isTimeAlone && <p className="quiet">{t('notes.recurrence-unknown')}</p>}
      {disagreement && facts && <Differs {...props} facts={facts} disagreement={disagreement} />}
      <div className="row">
        {!disagreement && <UpdateButton state={state} controller={controller} />}
        <RemoveButton state={state} controller={controller} grow>
          {t('actions.remove')}
        </RemoveButton>
      </div>
      {link.shares || ofSeries ? (
        <p className="quiet">
          {[
            link.shares ? t('meeting.aboutShared') : t('meeting.aboutOccurrence'),
            ...(screen.occurrence && !link.shares ? [t('meeting.noUndo')] : []),
          ].join(' ')}
        </p>
      ) : (
        // What was chosen while Zoom made or changed the meeting is still to be sent: it is in view.
        <Accordion collapsible defaultOpenItems={isTouched(state.form) ? ['options'] : []}>
          <AccordionItem value="options">
            <AccordionHeader as="h2">{t('actions.change')}</AccordionHeader>
            <AccordionPanel>
              {/* Who it is decides what is offered and locked. */}
              {state.me ? <ChangedOptions {...props} /> : <Skeleton head={false} rows={6} />}
            </AccordionPanel>
          </AccordionItem>
        </Accordion>
      )}
    </section>
  );
}

function MeetingFacts({ screen: { meeting, occurrence } }: { screen: LinkedScreen }): ReactElement {
  const words = useWords();
  const { t } = words;
  const facts: NamedFact[] = [];
  if (occurrence) {
    facts.push([t('meeting.thisOccurrence'), meetingTime(meeting, words, occurrence)]);
  } else {
    const isSeries = meeting.repeats?.kind === 'series';
    facts.push([isSeries ? t('meeting.first') : t('meeting.when'), meetingTime(meeting, words)]);
  }
  if (meeting.repeats?.kind === 'series') {
    facts.push([t('meeting.repeats'), meetingRepeats(meeting.repeats, words)]);
  }
  return (
    <FactList
      facts={[
        ...facts,
        [t('meeting.id'), <bdi key="id">{groupedMeetingId(meeting.joinNumber)}</bdi>],
        [t('meeting.passcode'), <bdi key="passcode">{meeting.passcode || t('meeting.noPasscode')}</bdi>],
        [t('meeting.host'), <bdi key="host">{meeting.hostName}</bdi>],
      ]}
    />
  );
}

/** A meeting without fixed time says why it is one. */
function WhyNoFixedTime({
  screen: { meeting },
  state: { facts, notes },
}: PaneProps & { screen: LinkedScreen }) {
  const { t } = useWords();
  if (meeting.repeats?.kind !== 'no-fixed-time') return null;
  const why =
    facts?.repetition.kind === 'series' ? meetingRepeatsFor(facts.repetition.recurrence).note : undefined;
  return (
    <p className="quiet">
      {why && !notes.includes(why) ? `${t(`notes.${why}`)} ` : ''}
      {t('meeting.aboutNoFixedTime')}
    </p>
  );
}
