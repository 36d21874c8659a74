/** A meeting that can be joined here but not changed: an attendee's, or one of another host. */
import { Card } from '@fluentui/react-components';
import type { ReactElement } from 'react';
import { groupedMeetingId } from '../../domain/invitation';
import type { ReadableInvitation } from '../../scheduling/readInvitation';
import { useWords } from '../../ui/useWords';
import type { PaneController } from '../controller';
import { FactList, type NamedFact } from '../parts/FactList';
import { JoinRow } from '../parts/JoinRow';

export function Readable(props: {
  controller: PaneController;
  invitation: ReadableInvitation;
  title: string;
  what?: string | undefined;
  /** What can be done beside joining. */
  action?: ReactElement | undefined;
}): ReactElement {
  const { t } = useWords();
  const { joinUrl, meetingId, passcode } = props.invitation;
  const facts: NamedFact[] = [[t('meeting.id'), <bdi key="id">{groupedMeetingId(meetingId)}</bdi>]];
  if (passcode !== undefined) facts.push([t('meeting.passcode'), <bdi key="passcode">{passcode}</bdi>]);
  return (
    <section className="stack">
      <Card>
        <h1 className="title">{props.title}</h1>
        {props.what && <span>{props.what}</span>}
        <FactList facts={facts} />
        <JoinRow controller={props.controller} joinUrl={joinUrl} />
      </Card>
      {props.action && <div className="row">{props.action}</div>}
    </section>
  );
}
