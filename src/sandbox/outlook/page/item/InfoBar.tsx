/**
 * The messages above an item: those of the add-in, and what Outlook itself has to say about item and add-in.
 */
import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Spinner,
  makeStyles,
  tokens,
} from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import type { ReactElement, ReactNode } from 'react';
import type { ItemSession, Notification } from '../../host/session';
import type { Elsewhere } from './open-appointment';

const useStyles = makeStyles({
  bars: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
    ':empty': { display: 'none' },
    flexShrink: 0,
  },
});

export interface InfoBarProps {
  readonly session: ItemSession;
  readonly notifications: readonly Notification[];
  readonly addInName: string;
  /** How many ribbon functions run. */
  readonly running: number;
  readonly functionProblem: string | undefined;
  readonly onForgetProblem: () => void;
  /** The browser blocked a window of the add-in. */
  readonly blocked: boolean;
  readonly onForgetBlocked: () => void;
  readonly elsewhere: Elsewhere;
  readonly onReload: () => void;
  readonly onKeepMine: () => void;
  readonly failure: string | undefined;
  readonly onForgetFailure: () => void;
}

export function InfoBar(props: InfoBarProps) {
  const styles = useStyles();
  const { session, notifications, addInName } = props;
  const dismiss = (key: string) =>
    session.edit({ notifications: session.state.notifications.filter((one) => one.key !== key) });
  return (
    <div className={styles.bars} role="region" aria-label="Messages">
      {props.failure !== undefined && (
        <Bar key="failure" intent="error" onDismiss={props.onForgetFailure}>
          {props.failure}
        </Bar>
      )}
      {props.elsewhere === 'changed' && (
        <Bar
          key="elsewhere"
          intent="warning"
          actions={
            <>
              <Button onClick={props.onReload}>Reload</Button>
              <Button onClick={props.onKeepMine}>Keep mine</Button>
            </>
          }
        >
          This appointment was changed elsewhere. Reloading it loses your changes.
        </Bar>
      )}
      {props.elsewhere === 'deleted' && (
        <Bar key="deleted" intent="warning" onDismiss={props.onKeepMine}>
          This appointment was deleted elsewhere. Saving puts it back as a new one.
        </Bar>
      )}
      {props.blocked && (
        <Bar key="blocked" intent="warning" onDismiss={props.onForgetBlocked}>
          {`Your browser blocked a window of ${addInName}. Allow pop-up windows for this page, then try again.`}
        </Bar>
      )}
      {props.functionProblem !== undefined && (
        <Bar key="function" intent="error" onDismiss={props.onForgetProblem}>
          {`${addInName} could not do that. ${props.functionProblem}`}
        </Bar>
      )}
      {props.running > 0 && (
        <Bar key="running" intent="info" icon={<Spinner size="extra-tiny" />}>
          {`${addInName} is working on your request.`}
        </Bar>
      )}
      {notifications.map(({ key, type, message }) => (
        <Bar
          key={`add-in-${key}`}
          intent={type === 'errorMessage' ? 'error' : 'info'}
          {...(type === 'progressIndicator' ? { icon: <Spinner size="extra-tiny" /> } : {})}
          onDismiss={() => dismiss(key)}
          testId={`notification-${key}`}
        >
          {`${addInName}: ${message}`}
        </Bar>
      ))}
    </div>
  );
}

interface BarProps {
  readonly intent: 'info' | 'warning' | 'error';
  readonly children: ReactNode;
  readonly icon?: ReactElement;
  readonly actions?: ReactNode;
  readonly onDismiss?: () => void;
  readonly testId?: string;
}

function Bar({ intent, children, icon, actions, onDismiss, testId }: BarProps) {
  return (
    <MessageBar
      intent={intent}
      layout="multiline"
      {...(icon ? { icon } : {})}
      {...(testId ? { 'data-testid': testId } : {})}
    >
      <MessageBarBody dir="auto">{children}</MessageBarBody>
      {(actions ?? onDismiss) && (
        <MessageBarActions
          {...(onDismiss
            ? {
                containerAction: (
                  <Button
                    appearance="transparent"
                    icon={<Dismiss20Regular />}
                    aria-label="Dismiss"
                    onClick={onDismiss}
                  />
                ),
              }
            : {})}
        >
          {actions}
        </MessageBarActions>
      )}
    </MessageBar>
  );
}
