/** The screens that say one thing and offer at most one way on. */
import {
  Button,
  Card,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Subtitle2,
  tokens,
} from '@fluentui/react-components';
import {
  ArrowClockwiseRegular,
  CalendarRegular,
  CopyRegular,
  PersonRegular,
  VideoAddRegular,
  VideoRegular,
  WifiOffRegular,
  WrenchRegular,
  ErrorCircleRegular,
} from '@fluentui/react-icons';
import type { ReactElement } from 'react';
import type { ProductError } from '../../domain/errors';
import { groupedMeetingId } from '../../domain/invitation';
import { words } from '../../ui/words';
import type { PaneController, PaneState } from '../controller';
import { FactList, Message, RemoveButton, WorkButton } from '../parts';
import { MeetingPicture } from '../picture';
import type { ReadableInvitation } from '../../scheduling/readInvitation';

interface ScreenProps {
  readonly state: PaneState;
  readonly controller: PaneController;
}

const useStyles = makeStyles({
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'center' },
  grow: { flexGrow: 1 },
  icon: { fontSize: '56px' },
});

/** The shape of what is coming, instead of a blank page. */
export function Loading(): ReactElement {
  const styles = useStyles();
  return (
    <Skeleton className={styles.stack} aria-label={words.loading}>
      <SkeletonItem size={40} />
      <SkeletonItem size={20} style={{ width: '50%' }} />
      {[0, 1, 2, 3].map((row) => (
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
}

export function SignedOut({ state, controller, expired }: ScreenProps & { expired: boolean }): ReactElement {
  const text = expired ? words.expired : words.signedOut;
  return (
    <Message
      title={text.title}
      picture={<MeetingPicture />}
      action={
        <>
          <WorkButton
            work="signing-in"
            state={state}
            busy={words.signedOut.action}
            appearance="primary"
            icon={<PersonRegular />}
            onPress={() => void controller.signIn()}
          >
            {text.action}
          </WorkButton>
          <span>{words.signedOut.hint}</span>
        </>
      }
    >
      {text.what}
    </Message>
  );
}

const retryButton = (controller: PaneController, label: string) => (
  <Button appearance="primary" icon={<ArrowClockwiseRegular />} onClick={() => void controller.retry()}>
    {label}
  </Button>
);

export function Offline({ controller }: { controller: PaneController }): ReactElement {
  const styles = useStyles();
  return (
    <Message
      title={words.offline.title}
      picture={<WifiOffRegular className={styles.icon} />}
      action={retryButton(controller, words.offline.action)}
    >
      {words.offline.what}
    </Message>
  );
}

export function Failed({
  controller,
  error,
}: {
  controller: PaneController;
  error: ProductError;
}): ReactElement {
  const styles = useStyles();
  return (
    <Message
      title={words.failed.title}
      picture={<ErrorCircleRegular className={styles.icon} />}
      action={retryButton(controller, words.failed.action)}
    >
      {error.message}
    </Message>
  );
}

export function NoAppointment(): ReactElement {
  const styles = useStyles();
  return (
    <Message title={words.noAppointment.title} picture={<CalendarRegular className={styles.icon} />}>
      {words.noAppointment.what}
    </Message>
  );
}

export function Incomplete({ state, controller }: ScreenProps): ReactElement {
  const styles = useStyles();
  return (
    <Message
      title={words.incomplete.title}
      picture={<WrenchRegular className={styles.icon} />}
      action={
        <div className={styles.row}>
          <WorkButton
            work="repairing"
            state={state}
            busy={words.repairing}
            appearance="primary"
            icon={<WrenchRegular />}
            onPress={() => void controller.repair()}
          >
            {words.repair}
          </WorkButton>
          <RemoveButton state={state} controller={controller}>
            {words.remove}
          </RemoveButton>
        </div>
      }
    >
      {words.incomplete.what}
    </Message>
  );
}

export function Gone({ state, controller }: ScreenProps): ReactElement {
  const styles = useStyles();
  return (
    <Message
      title={words.gone.title}
      picture={<CalendarRegular className={styles.icon} />}
      action={
        <div className={styles.row}>
          <WorkButton
            work="adding"
            state={state}
            busy={words.adding}
            appearance="primary"
            icon={<VideoAddRegular />}
            onPress={() => void controller.add()}
          >
            {words.gone.again}
          </WorkButton>
          <RemoveButton state={state} controller={controller}>
            {words.gone.action}
          </RemoveButton>
        </div>
      }
    >
      {words.gone.what}
    </Message>
  );
}

/** A meeting that can be joined here but not changed: an attendee's, or one of another host. */
export function Readable(props: {
  controller: PaneController;
  invitation: ReadableInvitation;
  title: string;
  what?: string;
}): ReactElement {
  const styles = useStyles();
  const { controller, invitation } = props;
  return (
    <section className={styles.stack}>
      <Card>
        <Subtitle2 as="h1">{props.title}</Subtitle2>
        {props.what && <span>{props.what}</span>}
        <FactList
          facts={[
            [words.meetingId, groupedMeetingId(invitation.meetingId)],
            ...(invitation.passcode === undefined ? [] : [[words.passcode, invitation.passcode] as const]),
          ]}
        />
        <div className={styles.row}>
          <Button
            className={styles.grow}
            appearance="primary"
            size="large"
            icon={<VideoRegular />}
            onClick={() => controller.openLink(invitation.joinUrl)}
          >
            {words.join}
          </Button>
          <Button
            className={styles.grow}
            size="large"
            icon={<CopyRegular />}
            onClick={() => void controller.copy(invitation.joinUrl)}
          >
            {words.copyLink}
          </Button>
        </div>
      </Card>
    </section>
  );
}

export function NothingToRead(): ReactElement {
  const styles = useStyles();
  return (
    <Message title={words.reading.none} picture={<CalendarRegular className={styles.icon} />}>
      {words.reading.noneWhat}
    </Message>
  );
}
