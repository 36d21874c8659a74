/** The add-in's pane beside the item. */
import { Button, Subtitle2, makeStyles, tokens } from '@fluentui/react-components';
import { Dismiss20Regular } from '@fluentui/react-icons/svg/dismiss';
import { useEffect, useRef } from 'react';
import type { CallContext } from '../../host/calls/call';
import type { HostControl } from '../../host/control';
import { startedWith } from '../../host/client/settings';
import { AddInFrame } from '../../host/frame';
import { useSettings } from '../settings/useSettings';

const useStyles = makeStyles({
  pane: {
    width: '320px',
    flexShrink: 0,
    display: 'flex',
    flexDirection: 'column',
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusXLarge,
    boxShadow: tokens.shadow4,
    // Seen in high contrast only, where there are no shadows.
    outline: `1px solid ${tokens.colorTransparentStroke}`,
    overflow: 'hidden',
    '@media (max-width: 760px)': {
      position: 'absolute',
      inset: '0 0 0 auto',
      zIndex: 5,
      borderRadius: 0,
      boxShadow: tokens.shadow28,
    },
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
  },
  frame: {
    flexGrow: 1,
    minHeight: 0,
    '& iframe': { border: 'none', width: '100%', height: '100%', display: 'block' },
  },
});

export interface TaskPaneProps {
  readonly title: string;
  readonly url: string;
  readonly context: CallContext;
  readonly control: HostControl;
  readonly onClose: () => void;
  readonly onWindowBlocked: () => void;
  /** Office.js asks something inside the pane, or stopped to. */
  readonly onPrompt: () => void;
}

export function TaskPane({
  title,
  url,
  context,
  control,
  onClose,
  onWindowBlocked,
  onPrompt,
}: TaskPaneProps) {
  const styles = useStyles();
  const container = useRef<HTMLDivElement>(null);
  const close = useRef<HTMLButtonElement>(null);
  const client = startedWith(useSettings(control));
  useEffect(() => {
    if (!container.current) return undefined;
    const frame = new AddInFrame({
      container: container.current,
      title,
      url,
      role: 'pane',
      context,
      control,
      now: () => Date.now(),
      listeners: { onWindowBlocked, onPrompt, onLeave: () => close.current?.focus() },
    });
    frame.start();
    return () => frame.dispose();
    // A page that was told of one client starts again for another.
  }, [title, url, context, control, client, onWindowBlocked, onPrompt]);
  return (
    <aside className={styles.pane} aria-label={title}>
      <div className={styles.head}>
        <Subtitle2 as="h2">{title}</Subtitle2>
        <Button
          ref={close}
          appearance="subtle"
          icon={<Dismiss20Regular />}
          aria-label={`Close ${title}`}
          onClick={onClose}
        />
      </div>
      <div className={styles.frame} ref={container} />
    </aside>
  );
}
