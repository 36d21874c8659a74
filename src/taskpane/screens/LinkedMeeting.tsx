/** An appointment with its meeting: what it is, copy, join, change, update, remove. */
import {
  Accordion,
  AccordionHeader,
  AccordionItem,
  AccordionPanel,
  Button,
  Card,
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import { ArrowSyncRegular, CopyRegular, VideoRegular } from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import { differences } from '../../domain/meetingRequest';
import { isAgreed } from '../../scheduling/writing';
import type { Link } from '../../domain/link';
import type { Meeting } from '../../domain/meeting';
import { groupedMeetingId } from '../../domain/invitation';
import { formatRange } from '../../ui/format';
import { words } from '../../ui/words';
import type { Facts, PaneController, PaneState } from '../controller';
import { OptionsForm, passcodeIsGood } from '../OptionsForm';
import { FactList, RemoveButton, WorkButton } from '../parts';

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  grow: { flexGrow: 1 },
  topic: { overflowWrap: 'anywhere' },
});

export function LinkedMeeting(props: {
  meeting: Meeting;
  link: Link;
  state: PaneState;
  controller: PaneController;
  language: string;
}): ReactElement {
  const styles = useStyles();
  const { meeting, state, controller, language } = props;
  const start = meeting.start === null ? undefined : Date.parse(meeting.start);
  const end = start === undefined ? undefined : start + meeting.durationMinutes * 60_000;
  const ownTopic =
    typeof state.form.topic === 'string' || (props.link.ownTopic === true && state.form.topic !== null);
  const changed = state.facts
    ? differences(
        ownTopic ? { ...state.facts, subject: meeting.topic } : state.facts,
        meeting,
        controller.now(),
      )
    : [];
  return (
    <section className={styles.stack}>
      <Card>
        <Subtitle2 as="h1" className={styles.topic}>
          <bdi>{meeting.topic}</bdi>
        </Subtitle2>
        <FactList
          facts={[
            [
              words.when,
              start === undefined || end === undefined
                ? words.noFixedTime
                : formatRange(start, end, language, meeting.timeZone),
            ],
            [words.meetingId, groupedMeetingId(meeting.id)],
            [words.passcode, meeting.passcode || words.noPasscode],
            [words.host, <bdi key="host">{meeting.hostName}</bdi>],
          ]}
        />
        <div className={styles.row}>
          <Button
            className={styles.grow}
            appearance="primary"
            icon={<VideoRegular />}
            onClick={() => controller.openLink(meeting.joinUrl)}
          >
            {words.join}
          </Button>
          <Button
            className={styles.grow}
            icon={<CopyRegular />}
            onClick={() => void controller.copy(meeting.joinUrl)}
          >
            {words.copyLink}
          </Button>
        </div>
      </Card>
      {changed.length > 0 && state.facts && start !== undefined && end !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>
              {isAgreed(props.link, meeting) ? words.differs : words.changedInZoom}
            </MessageBarTitle>
            <FactList facts={oldAndNew(changed, meeting, start, end, state.facts, language)} />
          </MessageBarBody>
        </MessageBar>
      )}
      <div className={styles.row}>
        <WorkButton
          work="updating"
          grow
          state={state}
          busy={words.updating}
          appearance={changed.length > 0 ? 'primary' : 'secondary'}
          icon={<ArrowSyncRegular />}
          disabled={!passcodeIsGood(state.form.options.passcode)}
          onPress={() => void controller.update()}
        >
          {words.update}
        </WorkButton>
        <RemoveButton state={state} controller={controller} grow>
          {words.remove}
        </RemoveButton>
      </div>
      <Accordion collapsible>
        <AccordionItem value="options">
          <AccordionHeader as="h2">{words.change}</AccordionHeader>
          <AccordionPanel>
            <OptionsForm
              controller={controller}
              state={state}
              initial={meeting.options}
              initialPasscode={meeting.passcode}
              subject={state.facts?.subject ?? meeting.topic}
              ownTopic={props.link.ownTopic ? meeting.topic : undefined}
            />
          </AccordionPanel>
        </AccordionItem>
      </Accordion>
    </section>
  );
}

function oldAndNew(
  changed: readonly string[],
  meeting: Meeting,
  start: number,
  end: number,
  facts: Facts,
  language: string,
): (readonly [string, ReactElement | string])[] {
  const time = changed.includes('start') || changed.includes('duration');
  return [
    [
      words.inZoom,
      time ? formatRange(start, end, language, meeting.timeZone) : <bdi key="zoom">{meeting.topic}</bdi>,
    ],
    [
      words.here,
      time ? (
        formatRange(facts.start, facts.end, language, meeting.timeZone)
      ) : (
        <bdi key="here">{facts.subject || words.topicEmpty}</bdi>
      ),
    ],
  ];
}
